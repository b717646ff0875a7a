using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>
/// How far two figures speak of the same thing. A logistic model over a dozen signs (what is counted, words around, names shared, how far apart the
/// values are), its weights in <c>Quantities/Knowledge/likeness.tsv</c>.
/// </summary>
internal static class FigureScope
{
    public const int FeatureCount = 12;

    private const int Window = 8;
    private const int LongestStem = 5;

    private static readonly double[] Weights =
        [.. EmbeddedLexicon.Lines("Quantities/Knowledge/likeness.tsv").Select(l => double.Parse(l.Split('\t')[1], System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Probability that the two figures are of one thing.</summary>
    public static double Likeness(FigureInText a, FigureInText b)
    {
        if (!SameUnit(a.Quantity, b.Quantity)) return 0.01;
        if (a.Quantity.Per is { } per && b.Quantity.Per is { } other && !string.Equals(per, other, StringComparison.Ordinal)) return 0.05;
        Span<double> features = stackalloc double[FeatureCount];
        Features(a, b, features);
        var sum = 0.0;
        for (var i = 0; i < FeatureCount; i++) sum += features[i] * Weights[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Two currencies can name one sum, so money compares with money.</summary>
    public static bool SameUnit(Quantity a, Quantity b) =>
        string.Equals(a.Unit, b.Unit, StringComparison.Ordinal)
        || (a.Unit.StartsWith("money:", StringComparison.Ordinal) && b.Unit.StartsWith("money:", StringComparison.Ordinal))
        || (IsShare(a.Unit) && IsShare(b.Unit));

    public static void Features(FigureInText a, FigureInText b, Span<double> features)
    {
        var (nearA, nearB) = (Stems(a, Near(a)), Stems(b, Near(b)));
        var (sentenceA, sentenceB) = (Stems(a, SentenceOf(a)), Stems(b, SentenceOf(b)));
        var hasCounted = a.Quantity.Counted is not null && b.Quantity.Counted is not null;
        var counted = hasCounted ? Overlap(Stems(a, a.Quantity.Counted!.Value), Stems(b, b.Quantity.Counted!.Value)) : 0;
        var heads = hasCounted && counted == 0;
        var distance = Math.Min(3, Distance(a.Quantity, b.Quantity));
        features[0] = 1;
        features[1] = hasCounted ? counted : 0.3;
        features[2] = heads ? 1 : 0;
        features[3] = Overlap(nearA, nearB);
        features[4] = Overlap(sentenceA, sentenceB);
        features[5] = Math.Min(3, Shared(Names(a), Names(b)));
        features[6] = distance;
        features[7] = distance < 0.35 ? 1 : 0;
        features[8] = a.Quantity.Unit == "count" ? 1 : 0;
        features[9] = IsTime(a.Quantity.Unit) ? 1 : 0;
        features[10] = Math.Min(4, Shared(nearA, nearB));
        features[11] = a.Quantity.Modifier != QuantityModifier.Exact || b.Quantity.Modifier != QuantityModifier.Exact ? 1 : 0;
    }

    private static bool IsShare(string unit) => unit is "percent" or "fraction";

    private static bool IsTime(string unit) => unit is "year" or "month" or "week" or "day" or "hour" or "minute" or "second" or "decade";

    /// <summary>Natural logarithm of the values' ratio.</summary>
    private static double Distance(Quantity a, Quantity b)
    {
        var (x, y) = ((double)(a.Value ?? a.High ?? a.Low ?? 0), (double)(b.Value ?? b.High ?? b.Low ?? 0));
        return x <= 0 || y <= 0 ? (x == y ? 0 : 3) : Math.Abs(Math.Log(x / y));
    }

    private static TextSpan SentenceOf(FigureInText figure)
    {
        var sentence = figure.Syntax.SentenceAt(figure.Quantity.Span.Start);
        return sentence < 0 ? figure.Quantity.Span : figure.Syntax.Sentences[sentence].Span;
    }

    /// <summary>The words close before and after the figure.</summary>
    private static TextSpan Near(FigureInText figure)
    {
        var (first, end) = figure.Syntax.TokensIn(figure.Quantity.Span);
        if (first >= end) return figure.Quantity.Span;
        var near = figure.Syntax.Span(Math.Max(0, first - Window), Math.Min(figure.Syntax.Tokens.Length, end + Window));
        return near.Intersect(SentenceOf(figure)) ?? figure.Quantity.Span;
    }

    private static double Overlap(HashSet<string> a, HashSet<string> b) =>
        a.Count == 0 || b.Count == 0 ? 0 : 2.0 * Shared(a, b) / (a.Count + b.Count);

    private static int Shared(HashSet<string> a, HashSet<string> b)
    {
        var shared = 0;
        foreach (var stem in a)
        {
            if (b.Contains(stem)) shared++;
        }

        return shared;
    }

    /// <summary>Beginnings of the words of four letters and more, casualties under one name.</summary>
    private static HashSet<string> Stems(FigureInText figure, TextSpan span)
    {
        var stems = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (first, end) = figure.Syntax.TokensIn(span);
        for (var i = first; i < end; i++)
        {
            var form = figure.Syntax.Form(i);
            if (FigureKinds.Of(form) is { } kind) stems.Add(kind);
            else if (form.Length >= 4 && char.IsLetter(form[0])) stems.Add(form[..Math.Min(form.Length, LongestStem)].ToString());
        }

        return stems;
    }

    private static HashSet<string> Names(FigureInText figure)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var (first, end) = figure.Syntax.TokensIn(SentenceOf(figure));
        for (var i = first + 1; i < end; i++)
        {
            var form = figure.Syntax.Form(i);
            if (form.Length > 2 && char.IsUpper(form[0])) names.Add(form.ToString());
        }

        return names;
    }
}
