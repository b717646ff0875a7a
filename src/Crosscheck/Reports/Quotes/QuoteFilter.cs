using System.Collections.Frozen;
using Crosscheck.Actors;
using Crosscheck.Attributions;

namespace Crosscheck.Reports.Quotes;

/// <summary>Which attributions are wanted; what is not given restricts nothing.</summary>
public sealed class QuoteFilter
{
    private readonly string[] _speaker;
    private readonly FrozenSet<SpeechAct> _acts;
    private readonly double _least;

    /// <param name="speaker">Words of a name: "Putin" finds "Vladimir Putin". Case, accents, dots and hyphens aside.</param>
    /// <param name="acts">Any of these; empty: all.</param>
    /// <param name="least">Least confidence, from 0 to 1.</param>
    /// <exception cref="ArgumentException">The speaker holds no letter or digit.</exception>
    public QuoteFilter(string? speaker = null, IEnumerable<SpeechAct>? acts = null, double least = 0)
    {
        _speaker = speaker is null ? [] : NameKey.Words(speaker);
        if (speaker is not null && _speaker.Length == 0) throw new ArgumentException("A name holds a letter or digit.", nameof(speaker));
        _acts = (acts ?? []).ToFrozenSet();
        _least = least;
    }

    internal bool AcceptsAct(DossierAttribution attribution) =>
        attribution.Confidence >= _least && (_acts.Count == 0 || _acts.Contains(attribution.Act));

    /// <summary>Whether a name or alias of the speaker has all words asked for; where nobody is resolved, the source's own words.</summary>
    internal bool AcceptsSpeaker(DossierActor? speaker, string? source)
    {
        if (_speaker.Length == 0) return true;
        if (speaker is null) return source is not null && Holds(source);
        return Holds(speaker.Name) || speaker.Aliases.Any(Holds);
    }

    private bool Holds(string name)
    {
        var words = NameKey.Words(name);
        return Array.TrueForAll(_speaker, w => words.Contains(w, StringComparer.Ordinal));
    }
}
