using Crosscheck.Names;

namespace Crosscheck.Actors;

/// <summary>Somebody, or some thing that is no actor, as seen at a place of the text.</summary>
/// <param name="Actor">Null for a thing, which only competes for "it" and "they".</param>
/// <param name="Person">For one without an actor: a person noun that could not be resolved.</param>
internal readonly record struct Seen(ActorDraft? Actor, int Token, int Sentence, bool Subject, bool Plural, bool Quoted, bool Person);

/// <summary>Who was seen lately; a window of a few sentences keeps every look-up short.</summary>
internal sealed class Discourse
{
    private const int LongestWindow = 96;

    private readonly List<Seen> _seen = [];

    public void Add(in Seen seen) => _seen.Add(seen);

    /// <summary>The latest first.</summary>
    public IEnumerable<Seen> Back(int sentence, int sentences)
    {
        var least = Math.Max(0, _seen.Count - LongestWindow);
        for (var i = _seen.Count - 1; i >= least; i--)
        {
            if (_seen[i].Sentence < sentence - sentences) yield break;
            yield return _seen[i];
        }
    }

    /// <summary>The country seen in the sentence, when it is the only one.</summary>
    public Country? OnlyCountryIn(int sentence)
    {
        Country? only = null;
        foreach (var seen in Back(sentence, 0))
        {
            if (seen.Actor is not { Type: EntityType.Polity, Country: { } country }) continue;
            if (only is not null && only != country) return null;
            only = country;
        }

        return only;
    }

    /// <summary>The country last seen in the sentence, else the only one of the sentence before.</summary>
    public Country? CountryNear(int sentence)
    {
        Country? before = null;
        foreach (var seen in Back(sentence, 1))
        {
            if (seen.Actor is not { Type: EntityType.Polity, Country: { } country }) continue;
            if (seen.Sentence == sentence) return country;
            if (before is not null && before != country) return null;
            before = country;
        }

        return before;
    }
}
