namespace Crosscheck.Attributions;

/// <summary>What the words of an attribution say at first sight about its act: the classes of its cue, and what its content opens with.</summary>
/// <param name="Cue">Bits of the cue's classes.</param>
/// <param name="Source">Bits of the cue classes that the source's words have: "according to a complaint".</param>
/// <param name="Negated">The cue is negated ("did not say", "few believe").</param>
/// <param name="Perfect">The cue is in a perfect or progressive form ("has not said", "is not saying", "without saying").</param>
/// <param name="Unable">The cue says that something can or could be settled ("could not confirm", where negated).</param>
/// <param name="Infinitive">The cue goes on to a second verb: "wanted to show".</param>
/// <param name="For">The cue ends in "for": "pressed privately for".</param>
/// <param name="Content">Bits of the content's classes, anywhere in it.</param>
/// <param name="Early">Those among its first words.</param>
/// <param name="Head">Bits of the cue classes of a nominal content's head: "offered {some advice}".</param>
/// <param name="Silence">One of the content's first words is of silence: "chose {to remain quiet}".</param>
/// <param name="Lead">The content's first word, as a lemma.</param>
/// <param name="Second">Its second word.</param>
/// <param name="Mood">What its main predicates say.</param>
/// <param name="Sourced">The text names a source.</param>
internal readonly record struct ActSigns(
    int Cue, int Source, bool Negated, bool Perfect, bool Unable, bool Infinitive, bool For, int Content, int Early, int Head, bool Silence, string Lead, string Second, Mood Mood, bool Sourced);

/// <summary>What the main predicates of a content say of themselves.</summary>
[Flags]
internal enum Mood
{
    None = 0,

    /// <summary>The content ends with a question mark.</summary>
    Question = 1,

    /// <summary>Something should be done, by others too.</summary>
    Obliging = 1 << 1,

    /// <summary>The source itself will do it, or somebody is bound or about to.</summary>
    Promising = 1 << 2,

    /// <summary>A predicate is future, whoever its subject.</summary>
    Future = 1 << 3,

    /// <summary>A quoted sentence opens with a bare verb.</summary>
    Imperative = 1 << 4,

    /// <summary>No finite form ("suggested leaving", "suggested that he leave", "a plan").</summary>
    Bare = 1 << 5,

    /// <summary>The source says of itself that something is not so.</summary>
    OwnDenial = 1 << 6,

    /// <summary>The first predicate is negated, whoever its subject.</summary>
    Negated = 1 << 7,

    /// <summary>A predicate, or what qualifies it, says that something is untrue.</summary>
    Untrue = 1 << 8,

    /// <summary>Somebody does not know, or nobody has settled it.</summary>
    Unsettled = 1 << 9,

    /// <summary>Nothing but "no": "Absolutely not."</summary>
    BareNo = 1 << 10,

    /// <summary>A wrong is what a predicate says of somebody else.</summary>
    Wronging = 1 << 11,

    /// <summary>The source says of itself that it will not tell.</summary>
    Refusing = 1 << 12,

    /// <summary>The content is a noun phrase.</summary>
    Nominal = 1 << 13,

    /// <summary>A main predicate is an infinitive with "to": "{it to stop}".</summary>
    Infinitive = 1 << 14,
}
