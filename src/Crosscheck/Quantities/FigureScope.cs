using System.Globalization;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>
/// How far two figures speak of the same thing. A logistic model over some three dozen signs (what is counted, words and names around, what became of those
/// counted, the verb above, how alike the sentences are, the other numbers of the sentences, how far apart the values are), its weights in <c>Quantities/Knowledge/likeness.tsv</c>.
/// </summary>
internal static class FigureScope
{
    private static readonly double[] Weights =
        [.. EmbeddedLexicon.Lines("Quantities/Knowledge/likeness.tsv").Select(l => double.Parse(l.Split('\t')[1], CultureInfo.InvariantCulture))];

    private const double Margin = 0.1;
    private const decimal FewOf = 20;
    private const decimal SmallStep = 3;

    /// <summary>The signs, in the order of the weights.</summary>
    public static IReadOnlyList<string> Signs { get; } =
    [
        "bias", "counted", "counted-differs", "head", "near", "near-shared", "sentence", "names", "name-differs", "name-same", "state-same", "state-distance", "state-differs",
        "told-elsewhere", "numbers", "years-differ", "more-differs", "change-differs", "per-differs", "distance", "close", "equal", "is-count", "is-time", "is-money", "modified",
        "alike", "verb-same", "above", "relation", "names-cover", "names-none", "as-of-differs", "as-of-one", "counted-cover", "state-one", "distance-no-state", "alike-distance",
        "own", "rival", "step", "alike-state",
    ];

    /// <summary>Probability that the two figures are of one thing.</summary>
    public static double Likeness(FigureInText a, FigureInText b)
    {
        if (!SameUnit(a.Quantity, b.Quantity)) return 0.01;
        if (a.Quantity.Per is { } per && b.Quantity.Per is { } other && !string.Equals(per, other, StringComparison.Ordinal)) return 0.05;
        Span<double> features = stackalloc double[Signs.Count];
        Features(a, b, features);
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++) sum += features[i] * Weights[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Two currencies can name one sum, and two measures one length.</summary>
    public static bool SameUnit(Quantity a, Quantity b) =>
        UnitConversion.Factor(a.Unit, b.Unit) is not null || (IsMoney(a.Unit) && IsMoney(b.Unit));

    public static void Features(FigureInText a, FigureInText b, Span<double> features)
    {
        FigureProfile x = new(a), y = new(b);
        var both = x.Counted.Count > 0 && y.Counted.Count > 0;
        var counted = both ? Overlap(x.Counted, y.Counted) : 0;
        var distance = Math.Min(3, Distance(a.Quantity, b.Quantity));
        var at = 0;
        features[at++] = 1;
        features[at++] = both ? counted : 0.3;
        features[at++] = both && counted == 0 ? 1 : 0;
        features[at++] = x.Head is not null && string.Equals(x.Head, y.Head, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        features[at++] = Overlap(x.Near, y.Near);
        features[at++] = Math.Min(4, Shared(x.Near, y.Near));
        features[at++] = Overlap(x.Sentence, y.Sentence);
        features[at++] = Math.Min(3, Shared(x.Names, y.Names));
        var sameName = x.Name is not null && y.Name is not null && (y.Names.Contains(x.Name) && x.Names.Contains(y.Name) || x.Name == y.Name);
        features[at++] = x.Name is not null && y.Name is not null && !sameName ? 1 : 0;
        features[at++] = x.Name is not null && x.Name == y.Name ? 1 : 0;
        features[at++] = x.State is not null && x.State == y.State ? 1 : 0;
        features[at++] = x.State is not null && x.State == y.State ? distance : 0;
        features[at++] = x.State is not null && y.State is not null && x.State != y.State ? 1 : 0;
        features[at++] = ToldElsewhere(x, y) || ToldElsewhere(y, x) ? 1 : 0;
        features[at++] = Math.Min(3, x.Numbers.Count(y.Numbers.Contains));
        features[at++] = x.Years.Count > 0 && y.Years.Count > 0 && !x.Years.Overlaps(y.Years) ? 1 : 0;
        features[at++] = x.IsMore != y.IsMore ? 1 : 0;
        features[at++] = (a.Quantity.Change is null) != (b.Quantity.Change is null) ? 1 : 0;
        features[at++] = (a.Quantity.Per is null) != (b.Quantity.Per is null) ? 1 : 0;
        features[at++] = distance;
        features[at++] = distance < 0.35 ? 1 : 0;
        features[at++] = distance < 0.001 ? 1 : 0;
        features[at++] = a.Quantity.Unit == "count" ? 1 : 0;
        features[at++] = IsTime(a.Quantity.Unit) ? 1 : 0;
        features[at++] = IsMoney(a.Quantity.Unit) ? 1 : 0;
        features[at++] = a.Quantity.Modifier != QuantityModifier.Exact || b.Quantity.Modifier != QuantityModifier.Exact ? 1 : 0;
        var alike = Alike(x, y);
        features[at++] = alike;
        features[at++] = x.Clause.Verb is not null && x.Clause.Verb == y.Clause.Verb ? 1 : 0;
        features[at++] = Overlap(x.Clause.Above, y.Clause.Above);
        features[at++] = x.Clause.Relation is not null && x.Clause.Relation == y.Clause.Relation ? 1 : 0;
        features[at++] = Cover(x.Names, y.Names);
        features[at++] = x.Names.Count > 0 && y.Names.Count > 0 && Shared(x.Names, y.Names) == 0 ? 1 : 0;
        features[at++] = x.AsOf.Count > 0 && y.AsOf.Count > 0 && Shared(x.AsOf, y.AsOf) == 0 ? 1 : 0;
        features[at++] = (x.AsOf.Count > 0) != (y.AsOf.Count > 0) ? 1 : 0;
        features[at++] = Cover(x.Counted, y.Counted);
        features[at++] = (x.State is null) != (y.State is null) ? 1 : 0;
        features[at++] = x.State is null && y.State is null ? distance : 0;
        features[at++] = alike * distance;
        features[at++] = Overlap(x.Own, y.Own);
        features[at++] = HasRival(a, b, x, y) || HasRival(b, a, y, x) ? 1 : 0;
        features[at++] = a.Quantity.Value is <= FewOf and { } few && b.Quantity.Value is <= FewOf and { } fewer && few != fewer && Math.Abs(few - fewer) <= SmallStep ? 1 : 0;
        features[at] = x.State is not null && x.State == y.State ? alike : 0;
    }

    /// <summary>Another figure of the second sentence stands nearer to the first one.</summary>
    private static bool HasRival(FigureInText a, FigureInText b, FigureProfile x, FigureProfile y)
    {
        if (y.Beside.Count == 0) return false;
        var own = Affinity(x, y);
        foreach (var other in y.Beside)
        {
            if (SameUnit(a.Quantity, other) && Affinity(x, new FigureProfile(b with { Quantity = other })) > own + Margin) return true;
        }

        return false;
    }

    private static double Affinity(FigureProfile x, FigureProfile y) =>
        Overlap(x.Own, y.Own) + Overlap(x.Counted, y.Counted) + (x.Clause.Verb is not null && x.Clause.Verb == y.Clause.Verb ? 0.3 : 0) + (x.State is not null && x.State == y.State ? 0.5 : 0);

    private static double Cover(HashSet<string> a, HashSet<string> b) => a.Count == 0 || b.Count == 0 ? 0 : (double)Shared(a, b) / Math.Min(a.Count, b.Count);

    private static double Alike(FigureProfile x, FigureProfile y) =>
        x.SentenceIndex >= 0 && y.SentenceIndex >= 0 && x.Syntax.Vectors is { } first && y.Syntax.Vectors is { } second && x.SentenceIndex < first.Count && y.SentenceIndex < second.Count
            ? SentenceVectors.Likeness(first[x.SentenceIndex], second[y.SentenceIndex]) : 0;

    /// <summary>The one sentence gives the other's figure too, beside its own: each has its match, and these two are none.</summary>
    private static bool ToldElsewhere(FigureProfile a, FigureProfile b) =>
        a.Quantity.Value is { } value && value != b.Quantity.Value && value != b.Quantity.Low && value != b.Quantity.High && b.Numbers.Contains(value);

    private static bool IsMoney(string unit) => unit.StartsWith("money:", StringComparison.Ordinal);

    private static bool IsTime(string unit) => unit is "year" or "month" or "week" or "day" or "hour" or "minute" or "second" or "decade";

    /// <summary>Natural logarithm of the values' ratio, in one unit.</summary>
    private static double Distance(Quantity a, Quantity b)
    {
        var factor = (double)(UnitConversion.Factor(a.Unit, b.Unit) ?? 1);
        var (x, y) = ((double)(a.Value ?? a.High ?? a.Low ?? 0) * factor, (double)(b.Value ?? b.High ?? b.Low ?? 0));
        return x <= 0 || y <= 0 ? (x == y ? 0 : 3) : Math.Abs(Math.Log(x / y));
    }

    private static double Overlap(HashSet<string> a, HashSet<string> b) =>
        a.Count == 0 || b.Count == 0 ? 0 : 2.0 * Shared(a, b) / (a.Count + b.Count);

    private static int Shared(HashSet<string> a, HashSet<string> b) => a.Count(b.Contains);
}
