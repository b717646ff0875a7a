using Crosscheck.Text;

namespace Crosscheck.Attributions;

/// <summary>To whom and on what occasion something was said, and whether it is hedged: read from the words around the cue.</summary>
internal static class Circumstances
{
    private static readonly int Tell = WordClasses.CueClasses.Bit("tell");
    private static readonly int SpeakTo = WordClasses.CueClasses.Bit("speak-to");
    private static readonly int Hedge = WordClasses.CueClasses.Bit("hedge") | WordClasses.CueClasses.Bit("hedge-alleged");
    private static readonly int Possibility = WordClasses.ContentClasses.Bit("possibility");

    /// <summary>Content words that are looked at for a modal: its first clause, roughly.</summary>
    private const int FirstClause = 14;

    public static TextSpan? Addressee(AttributionContext context, FoundAttribution found)
    {
        var mask = WordClasses.CueClasses.MaskOf(ActReader.LemmaOf(context, found.Cue));
        var tree = context.Tree;
        for (var child = tree.FirstChild(found.Cue); child >= 0; child = tree.NextSibling(child))
        {
            if (found.Holds(child) || context.IsPunctuation(child)) continue;
            var relation = context.RelationOf(child);
            var told = (mask & Tell) != 0 && relation is "obj" or "iobj";
            var spokenTo = (mask & SpeakTo) != 0 && relation is "obl" && Case(context, child) is "to" or "with";
            if ((told || spokenTo) && IsNominal(context, child)) return Words(context, found, child);
        }

        return null;
    }

    public static TextSpan? Occasion(AttributionContext context, FoundAttribution found)
    {
        var tree = context.Tree;
        for (var child = tree.FirstChild(found.Cue); child >= 0; child = tree.NextSibling(child))
        {
            if (found.Holds(child)) continue;
            if (context.RelationOf(child) is "obl" && Case(context, child) is "in" or "during" or "at" or "after" or "before" or "on" or "via" or "through") return Words(context, found, child);
        }

        return null;
    }

    public static bool IsHedged(AttributionContext context, FoundAttribution found)
    {
        foreach (var part in found.CueParts)
        {
            for (var i = part.First; i < part.End; i++)
            {
                if ((WordClasses.CueClasses.MaskOf(ActReader.LemmaOf(context, i)) & Hedge) != 0) return true;
            }
        }

        for (var child = context.Tree.FirstChild(found.Cue); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "advmod" && (WordClasses.CueClasses.MaskOf(ActReader.LemmaOf(context, child)) & Hedge) != 0) return true;
        }

        var first = found.Content[0];
        for (var i = first.First; i < Math.Min(first.End, first.First + FirstClause); i++)
        {
            if ((WordClasses.ContentClasses.MaskOf(ActReader.LemmaOf(context, i)) & Possibility) != 0) return true;
        }

        return false;
    }

    private static bool IsNominal(AttributionContext context, int token) =>
        context.IsNoun(token) || context.Xpos(token) is "PRP" or "CD" or "DT" or "WP";

    private static ReadOnlySpan<char> Case(AttributionContext context, int token)
    {
        for (var child = context.Tree.FirstChild(token); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "case") return ActReader.LemmaOf(context, child);
        }

        return default;
    }

    /// <summary>The phrase around a token as far as neither cue, source nor content is reached.</summary>
    private static TextSpan Words(AttributionContext context, FoundAttribution found, int token)
    {
        var range = context.Tree.Subtree(token);
        var (first, end) = (token, token + 1);
        while (first > range.First && Free(first - 1)) first--;
        while (end < range.End && Free(end)) end++;
        while (first < token && (context.IsPunctuation(first) || context.RelationOf(first) is "case" && context.Tree.Head(first) == token)) first++;
        while (end > token + 1 && context.IsPunctuation(end - 1)) end--;
        return context.Syntax.Span(first, end);

        bool Free(int i) => i != found.Cue && !found.Holds(i);
    }
}
