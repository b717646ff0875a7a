using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>How far two figures speak of the same thing: unit and per must be the same, then the words of what is counted and of the sentences are compared.</summary>
internal static class FigureScope
{
    private const int LongestStem = 5;

    /// <summary>From 0 (different things) to 1.</summary>
    public static double Likeness(FigureInText a, FigureInText b)
    {
        if (!string.Equals(a.Quantity.Unit, b.Quantity.Unit, StringComparison.Ordinal)) return 0.02;
        if (a.Quantity.Per is { } per && b.Quantity.Per is { } other && !string.Equals(per, other, StringComparison.Ordinal)) return 0.05;
        var counted = (a.Quantity.Counted, b.Quantity.Counted) is ({ } x, { } y) ? Overlap(Stems(a, x), Stems(b, y)) : 0.4;
        if (a.Quantity.Counted is not null && b.Quantity.Counted is not null && counted == 0) return 0.05;
        var around = Overlap(Stems(a, SentenceOf(a)), Stems(b, SentenceOf(b)));
        return Math.Clamp((0.6 * counted) + (0.8 * around), 0, 0.95);
    }

    private static TextSpan SentenceOf(FigureInText figure)
    {
        var sentence = figure.Syntax.SentenceAt(figure.Quantity.Span.Start);
        return sentence < 0 ? figure.Quantity.Span : figure.Syntax.Sentences[sentence].Span;
    }

    private static double Overlap(HashSet<string> a, HashSet<string> b)
    {
        if (a.Count == 0 || b.Count == 0) return 0;
        var shared = 0;
        foreach (var stem in a)
        {
            if (b.Contains(stem)) shared++;
        }

        return 2.0 * shared / (a.Count + b.Count);
    }

    /// <summary>Beginnings of the words of four letters and more.</summary>
    private static HashSet<string> Stems(FigureInText figure, TextSpan span)
    {
        var stems = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (first, end) = figure.Syntax.TokensIn(span);
        for (var i = first; i < end; i++)
        {
            var form = figure.Syntax.Form(i);
            if (form.Length >= 4 && char.IsLetter(form[0])) stems.Add(form[..Math.Min(form.Length, LongestStem)].ToString());
        }

        return stems;
    }
}
