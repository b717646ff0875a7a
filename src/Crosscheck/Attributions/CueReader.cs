using System.Collections.Immutable;
using Crosscheck.Language;

namespace Crosscheck.Attributions;

/// <summary>Makes attributions of what the language pass read at each cue: marks at the edges go, parts of a content that nothing but marks divide come together.</summary>
internal sealed class CueReader(AttributionContext context)
{
    /// <summary>One for each cue, those that speak of the same content included; not yet with a confidence.</summary>
    public IEnumerable<(CueReading Reading, FoundAttribution Found)> Read()
    {
        foreach (var reading in context.Syntax.Cues)
        {
            var content = ContentParts(reading.Content);
            if (content.IsEmpty) continue;
            var cue = reading.Cue.IsEmpty ? [new TokenRange(reading.First, reading.First + 1)] : reading.Cue;
            if (Hearsay(cue) is { } believed)
            {
                yield return (reading, new FoundAttribution(believed, [new TokenRange(believed, believed + 1)], [], -1, content, 0));
                continue;
            }

            ImmutableArray<TokenRange> source = [.. reading.Source.Select(Unmarked).Where(r => !r.IsEmpty)];
            if (source is [var voice, ..] && content is [var only] && IsPossessor(only, voice)) continue;
            yield return (reading, new FoundAttribution(HeadOf(cue), cue, source, source.IsEmpty ? -1 : SourcePhrase.HeadOf(context, source[0]), content, 0));
        }
    }

    /// <summary>In "held talks believed to include" nobody but the writer says who believes: the participle on a noun of the cue is the cue by itself, and has no source.</summary>
    private int? Hearsay(ImmutableArray<TokenRange> cue)
    {
        foreach (var part in cue)
        {
            for (var i = part.First + 1; i < part.End; i++)
            {
                if (context.Xpos(i) is "VBN" && context.RelationOf(i) is "acl" && part.Contains(context.Tree.Head(i)) && context.IsNoun(context.Tree.Head(i))) return i;
            }
        }

        return null;
    }

    /// <summary>"The company's insurers have not commented": whose the source is, is not what it said.</summary>
    private bool IsPossessor(TokenRange content, TokenRange source) => content.End == source.First && context.Xpos(content.End - 1) is "POS";

    private ImmutableArray<TokenRange> ContentParts(ImmutableArray<TokenRange> read)
    {
        var parts = ImmutableArray.CreateBuilder<TokenRange>(read.Length);
        foreach (var range in read)
        {
            if (parts.Count > 0 && Joins(parts[^1].End, range.First)) parts[^1] = new TokenRange(parts[^1].First, range.End);
            else parts.Add(range);
        }

        for (var i = 0; i < parts.Count; i++) parts[i] = ContentEdges.Trim(context, parts[i]);
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            if (parts[i].IsEmpty) parts.RemoveAt(i);
            else if (i + 1 < parts.Count && parts[i].End > parts[i + 1].First) Join(parts, i);
        }

        return parts.ToImmutable();
    }

    /// <summary>Two parts that grew into each other.</summary>
    private static void Join(ImmutableArray<TokenRange>.Builder parts, int first)
    {
        parts[first] = new TokenRange(parts[first].First, Math.Max(parts[first].End, parts[first + 1].End));
        parts.RemoveAt(first + 1);
    }

    private TokenRange Unmarked(TokenRange range)
    {
        var (first, end) = (range.First, range.End);
        while (first < end && context.IsPunctuation(first)) first++;
        while (end > first && context.IsPunctuation(end - 1)) end--;
        return first < end ? new TokenRange(first, end) : TokenRange.None;
    }

    /// <summary>Whether nothing but marks stands between two parts.</summary>
    private bool Joins(int end, int next)
    {
        for (var i = end; i < next; i++)
        {
            if (!context.IsPunctuation(i)) return false;
        }

        return true;
    }

    /// <summary>A verb before a noun before another, each only where its head stands outside the cue.</summary>
    private int HeadOf(ImmutableArray<TokenRange> cue)
    {
        var best = cue[0].First;
        var bestRank = -1;
        foreach (var part in cue)
        {
            for (var i = part.First; i < part.End; i++)
            {
                if (context.IsPunctuation(i) && context.Syntax.Form(i) is not ":") continue;
                var rank = (part.Contains(context.Tree.Head(i)) ? 0 : 4) + (context.IsVerb(i) ? 2 : context.IsNoun(i) ? 1 : 0);
                if (rank > bestRank) (best, bestRank) = (i, rank);
            }
        }

        return best;
    }
}
