using System.Collections.Immutable;
using Crosscheck.Language;

namespace Crosscheck.Attributions;

/// <summary>An attribution as tokens; no list has an empty range, and all are in the order of the text.</summary>
/// <param name="Cue">The cue's word that stands highest in its tree.</param>
/// <param name="SourceHead">The same of the source's first part; -1 where there is none.</param>
internal sealed record FoundAttribution(
    int Cue, ImmutableArray<TokenRange> CueParts, ImmutableArray<TokenRange> Source, int SourceHead, ImmutableArray<TokenRange> Content, double Confidence)
{
    public bool HasSource => !Source.IsEmpty;

    /// <summary>Whether a token belongs to the source or the content.</summary>
    public bool Holds(int token) => In(Source, token) || In(Content, token);

    private static bool In(ImmutableArray<TokenRange> parts, int token)
    {
        foreach (var part in parts)
        {
            if (part.Contains(token)) return true;
        }

        return false;
    }
}
