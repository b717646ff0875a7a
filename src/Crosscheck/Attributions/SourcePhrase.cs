using Crosscheck.Language;

namespace Crosscheck.Attributions;

/// <summary>The words of a noun phrase that name who speaks.</summary>
internal static class SourcePhrase
{
    /// <summary>The noun phrase around a token without what follows a comma, a relative clause or a participle.</summary>
    public static TokenRange Core(AttributionContext context, int node, TokenRange window)
    {
        var tree = context.Tree;
        var (first, end) = (node, node + 1);
        for (var child = tree.FirstChild(node); child >= 0; child = tree.NextSibling(child))
        {
            var relation = context.RelationOf(child);
            var range = tree.Subtree(child);
            if (child < node && relation is "det" or "amod" or "compound" or "nummod" or "nmod:poss" or "flat" or "predet") first = Math.Min(first, range.First);
            if (child > node && relation is "flat" or "nmod" or "compound" or "fixed" or "conj" or "nummod" && range.First <= end + 1) end = Math.Max(end, range.End);
        }

        return Trim(context, new TokenRange(first, end).Clip(window));
    }

    /// <summary>A range without marks, prepositions and the like at its edges.</summary>
    public static TokenRange Trim(AttributionContext context, TokenRange range)
    {
        var (first, end) = (range.First, range.End);
        while (end > first && (context.IsPunctuation(end - 1) || context.Xpos(end - 1) is "CC" or "POS" or "IN" or "MD")) end--;
        while (first < end && (context.IsPunctuation(first) || context.RelationOf(first) is "case" or "mark" or "cc")) first++;
        return first < end ? new TokenRange(first, end) : TokenRange.None;
    }

    /// <summary>The word of a phrase that stands highest in its tree, a noun or pronoun before another.</summary>
    public static int HeadOf(AttributionContext context, TokenRange range)
    {
        var best = range.First;
        var bestRank = -1;
        for (var i = range.First; i < range.End; i++)
        {
            if (context.IsPunctuation(i)) continue;
            var rank = (range.Contains(context.Tree.Head(i)) ? 0 : 2) + (context.IsNoun(i) || context.Xpos(i) is ['P', 'R', 'P', ..] ? 1 : 0);
            if (rank > bestRank) (best, bestRank) = (i, rank);
        }

        return best;
    }
}
