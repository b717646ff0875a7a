using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Text;

namespace Crosscheck.Training.Attributions;

/// <summary>A marked attribution in tokens of a layer, punctuation left out as the scorer does.</summary>
internal sealed record GoldTokens(int Cue, TokenRange CueRange, HashSet<int> CueSet, HashSet<int> Source, HashSet<int> Content)
{
    /// <summary>The marked attributions of an article by the token that heads their cue; of two with one head the one with the longer content.</summary>
    public static List<GoldTokens> Of(AttributionContext context, MarkedArticle article)
    {
        var found = new List<GoldTokens>();
        foreach (var marked in article.Attributions)
        {
            if (marked.Content.IsEmpty && marked.Cue.IsEmpty) continue;
            var cue = Words(context, marked.Cue);
            var head = HeadOf(context, marked.Cue);
            found.Add(new GoldTokens(
                head, marked.Cue.IsEmpty ? TokenRange.None : RangeOf(context, marked.Cue), cue, Words(context, marked.Source), Words(context, marked.Content)));
        }

        return found;
    }

    public static double F1(HashSet<int> gold, HashSet<int> predicted)
    {
        if (gold.Count == 0 && predicted.Count == 0) return 1;
        var common = predicted.Count(gold.Contains);
        return 2.0 * common / (gold.Count + predicted.Count);
    }

    public static HashSet<int> Words(AttributionContext context, IEnumerable<TokenRange> ranges)
    {
        var words = new HashSet<int>();
        foreach (var range in ranges)
        {
            for (var i = range.First; i < range.End; i++)
            {
                if (!context.IsPunctuation(i)) words.Add(i);
            }
        }

        return words;
    }

    private static HashSet<int> Words(AttributionContext context, ImmutableArray<TextSpan> spans) =>
        Words(context, spans.Select(s => context.Syntax.TokensIn(s)).Select(r => new TokenRange(r.First, r.End)));

    private static TokenRange RangeOf(AttributionContext context, ImmutableArray<TextSpan> spans)
    {
        var (first, end) = context.Syntax.TokensIn(spans[0]);
        return new TokenRange(first, end);
    }

    /// <summary>The cue's word that stands highest in its tree: a verb before a noun before another, then the first.</summary>
    private static int HeadOf(AttributionContext context, ImmutableArray<TextSpan> spans)
    {
        var best = -1;
        var bestRank = -1;
        foreach (var span in spans)
        {
            var (first, end) = context.Syntax.TokensIn(span);
            for (var i = first; i < end; i++)
            {
                if (!CueFeatures.IsCandidate(context, i)) continue;
                var head = context.Tree.Head(i);
                var outside = head < first || head >= end ? 4 : 0;
                var rank = outside + (context.IsVerb(i) ? 2 : context.IsNoun(i) ? 1 : 0);
                if (rank > bestRank) (best, bestRank) = (i, rank);
            }
        }

        return best;
    }
}
