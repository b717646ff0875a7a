namespace Crosscheck.Attributions;

/// <summary>What the words of an attribution say at first sight about its act: the classes of its cue, and what its content opens with.</summary>
/// <param name="Cue">Bits of the cue's classes.</param>
/// <param name="Negated">The cue is negated ("did not say").</param>
/// <param name="Perfect">The cue is in a perfect or progressive form ("has not said", "is not saying").</param>
/// <param name="Content">Bits of the content's classes, anywhere in it.</param>
/// <param name="Early">Those among its first words.</param>
/// <param name="Lead">The content's first word, as a lemma.</param>
/// <param name="Question">The content ends with a question mark.</param>
/// <param name="Obliging">The content's main predicate says what should be done.</param>
/// <param name="Promising">The content's main predicate is future and its subject is the source itself ("he said he would", "I will").</param>
/// <param name="Imperative">The content opens with a bare verb.</param>
/// <param name="Bare">The content's main predicate has no finite form ("suggested leaving", "suggested that he leave", "a plan").</param>
/// <param name="Sourced">The text names a source.</param>
internal readonly record struct ActSigns(
    int Cue, bool Negated, bool Perfect, int Content, int Early, string Lead, bool Question, bool Obliging, bool Promising, bool Imperative, bool Bare, bool Sourced);

/// <summary>The act by rule, in the guideline's order of precedence.</summary>
internal static class ActRules
{
    private static readonly WordClasses Cues = WordClasses.CueClasses;
    private static readonly WordClasses Contents = WordClasses.ContentClasses;
    private static readonly int Deny = Cues.Bit("deny");
    private static readonly int Allege = Cues.Bit("allege");
    private static readonly int Doubt = Cues.Bit("doubt");
    private static readonly int Promise = Cues.Bit("promise");
    private static readonly int Want = Cues.Bit("want");
    private static readonly int Propose = Cues.Bit("propose");
    private static readonly int Demand = Cues.Bit("demand");
    private static readonly int Ask = Cues.Bit("ask");
    private static readonly int Decline = Cues.Bit("decline");
    private static readonly int Answer = Cues.Bit("answer");
    private static readonly int Silence = Cues.Bit("silence");
    private static readonly int PassOver = Cues.Bit("pass-over");
    private static readonly int Speak = Cues.Bit("speak");
    private static readonly int Certain = Cues.Bit("certain");
    private static readonly int Claim = Cues.Bit("claim");
    private static readonly int Offer = Cues.Bit("offer");
    private static readonly int Wrongdoing = Contents.Bit("wrongdoing");
    private static readonly int Negation = Contents.Bit("negation");
    private static readonly int Involvement = Contents.Bit("involvement");
    private static readonly int Receipt = Contents.Bit("receipt");
    private static readonly int Untrue = Contents.Bit("untrue");
    private static readonly int Unknown = Contents.Bit("unknown");

    public static SpeechAct Guess(in ActSigns signs)
    {
        var (cue, early) = (signs.Cue, signs.Early);
        if (signs.Negated)
        {
            if (Has(cue, Decline)) return SpeechAct.Asserts;
            if (Has(cue, PassOver)) return SpeechAct.Silent;
            if (Has(cue, Answer)) return SpeechAct.Declines;
            if (Has(cue, Speak)) return signs.Perfect ? SpeechAct.Silent : SpeechAct.Declines;
            if (Has(cue, Propose)) return SpeechAct.Silent;
            if (Has(cue, Certain)) return SpeechAct.Doubts;
            return signs.Lead is "so" ? SpeechAct.Denies : SpeechAct.Asserts;
        }

        if (Has(cue, Deny)) return SpeechAct.Denies;
        if (Has(early, Negation) && Has(early, Involvement | Receipt)) return SpeechAct.Denies;
        if (Has(early, Untrue)) return SpeechAct.Denies;
        if (Has(cue, Allege)) return SpeechAct.Alleges;
        if (Has(cue, Decline)) return SpeechAct.Declines;
        if (Has(cue, Silence)) return SpeechAct.Silent;
        if (Has(cue, Promise)) return SpeechAct.Promises;
        if (Has(cue, Offer) && signs.Lead is "to") return SpeechAct.Promises;
        if (Has(cue, Want)) return signs.Lead is "to" ? SpeechAct.Promises : SpeechAct.Demands;
        if (Has(cue, Ask)) return signs.Lead is "to" && signs.Sourced ? SpeechAct.Demands : SpeechAct.Asks;
        if (Has(cue, Demand)) return signs.Question ? SpeechAct.Asks : SpeechAct.Demands;
        if (Has(cue, Doubt)) return SpeechAct.Doubts;
        if (signs.Obliging) return SpeechAct.Demands;
        if (signs.Promising) return SpeechAct.Promises;
        if (Has(early, Unknown)) return SpeechAct.Doubts;
        if (Has(cue, Claim) && Has(signs.Content, Wrongdoing)) return SpeechAct.Alleges;
        if (signs.Question) return SpeechAct.Asks;
        if (Has(cue, Propose) && signs.Bare) return SpeechAct.Demands;
        return signs.Imperative ? SpeechAct.Demands : SpeechAct.Asserts;
    }

    private static bool Has(int mask, int bit) => (mask & bit) != 0;
}
