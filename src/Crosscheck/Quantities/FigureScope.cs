using System.Globalization;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>
/// How far two figures speak of the same thing. A logistic model over some thirty signs (what is counted, the words around, the clause and its subject,
/// what became of those counted, how alike the sentences are, which other figures stand nearer, how far apart the values are), its weights in
/// <c>Quantities/Knowledge/likeness.tsv</c>.
/// </summary>
internal static class FigureScope
{
    private static readonly double[] Weights =
        [.. EmbeddedLexicon.Lines("Quantities/Knowledge/likeness.tsv").Select(l => double.Parse(l.Split('\t')[1], CultureInfo.InvariantCulture))];

    private const int MostBeside = 3;

    /// <summary>The signs, in the order of the weights.</summary>
    public static IReadOnlyList<string> Signs { get; } =
    [
        "bias", "alike", "persons", "counted-cover", "counted-differs", "near-shared", "clause", "verb-same", "verb-near", "subject", "subject-differs", "relation",
        "state-same", "state-one", "margin", "beside", "beside-state", "per-differs", "as-of-differs", "is-count", "is-time", "is-money",
        .. ValueSigns,
    ];

    /// <summary>The signs that are made of the values, which come last.</summary>
    public static IReadOnlyList<string> ValueSigns =>
        ["told-elsewhere", "numbers", "distance", "log-distance", "distance-state", "distance-count", "distance-time", "equal", "modified"];

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
        FigureClause first = x.Clause, second = y.Clause;
        var sameState = x.State is not null && x.State == y.State;
        var beside = Math.Min(MostBeside, x.Beside.Count()) + Math.Min(MostBeside, y.Beside.Count());
        var isTime = IsTime(a.Quantity.Unit) && !x.IsAge;
        var at = 0;
        features[at++] = 1;
        features[at++] = Alike(x.Sentence, y.Sentence);
        features[at++] = x.IsOfPersons && y.IsOfPersons && x.Head != y.Head ? 1 : 0;
        features[at++] = WordSets.Cover(x.Counted, y.Counted);
        features[at++] = x.NamesCounted && y.NamesCounted && WordSets.Clash(x.Counted, y.Counted) ? 1 : 0;
        features[at++] = Math.Min(4, WordSets.Shared(x.Near, y.Near));
        features[at++] = WordSets.Overlap(first.Words, second.Words);
        features[at++] = first.Verb is not null && first.Verb == second.Verb ? 1 : 0;
        features[at++] = (first.Verb is { } verb && y.Own.Contains(verb)) || (second.Verb is { } other && x.Own.Contains(other)) ? 1 : 0;
        features[at++] = WordSets.Overlap(first.Subject, second.Subject);
        features[at++] = WordSets.Clash(first.Subject, second.Subject) ? 1 : 0;
        features[at++] = first.Relation == second.Relation ? 1 : 0;
        features[at++] = sameState ? 1 : 0;
        features[at++] = (x.State is null) != (y.State is null) ? 1 : 0;
        features[at++] = Margin(x, y);
        features[at++] = beside;
        features[at++] = sameState ? beside : 0;
        features[at++] = (a.Quantity.Per is null) != (b.Quantity.Per is null) ? 1 : 0;
        features[at++] = WordSets.Clash(x.AsOf, y.AsOf) ? 1 : 0;
        features[at++] = a.Quantity.Unit == "count" ? 1 : 0;
        features[at++] = isTime ? 1 : 0;
        features[at++] = IsMoney(a.Quantity.Unit) ? 1 : 0;
        var distance = Distance(a.Quantity, b.Quantity);
        features[at++] = ToldElsewhere(x, y) || ToldElsewhere(y, x) ? 1 : 0;
        features[at++] = Math.Min(3, x.Numbers.Count(y.Numbers.Contains));
        features[at++] = distance;
        features[at++] = Math.Log(1 + (4 * distance));
        features[at++] = sameState ? Math.Min(1.5, distance) : 0;
        features[at++] = a.Quantity.Unit == "count" && !sameState ? distance : 0;
        features[at++] = isTime ? distance : 0;
        features[at++] = distance < 0.001 ? 1 : 0;
        features[at] = a.Quantity.Modifier != QuantityModifier.Exact || b.Quantity.Modifier != QuantityModifier.Exact ? 1 : 0;
    }

    /// <summary>Of the figures that could be meant by two values, the two that stand nearest to one another; of one unit where there are such.</summary>
    public static (FigureInText A, FigureInText B) Nearest(IReadOnlyList<FigureInText> some, IReadOnlyList<FigureInText> others)
    {
        var (best, pair) = (-1.0, (some[0], others[0]));
        if (some.Count * others.Count == 1) return pair;
        foreach (var a in some)
        {
            var profile = new FigureProfile(a);
            foreach (var b in others)
            {
                if (!SameUnit(a.Quantity, b.Quantity)) continue;
                var affinity = profile.Affinity(new FigureProfile(b));
                if (affinity > best) (best, pair) = (affinity, (a, b));
            }
        }

        return pair;
    }

    /// <summary>By how much two figures stand nearer to one another than either to another figure beside the other one.</summary>
    private static double Margin(FigureProfile x, FigureProfile y) =>
        Math.Clamp(x.Affinity(y) - Math.Max(NearestBeside(x, y), NearestBeside(y, x)), 0, 1);

    private static double NearestBeside(FigureProfile x, FigureProfile y)
    {
        var nearest = 0.0;
        foreach (var other in y.Beside) nearest = Math.Max(nearest, x.Affinity(new FigureProfile(y.Sentence, other)));
        return nearest;
    }

    private static double Alike(FigureSentence x, FigureSentence y) =>
        x.Index >= 0 && y.Index >= 0 && x.Syntax.Vectors is { } first && y.Syntax.Vectors is { } second && x.Index < first.Count && y.Index < second.Count
            ? SentenceVectors.Likeness(first[x.Index], second[y.Index]) : 0;

    /// <summary>The one sentence gives the other's figure too, beside its own: each has its match, and these two are none.</summary>
    private static bool ToldElsewhere(FigureProfile a, FigureProfile b) =>
        a.Quantity.Value is { } value && value != b.Quantity.Value && value != b.Quantity.Low && value != b.Quantity.High && b.Numbers.Contains(value);

    private static bool IsMoney(string unit) => unit.StartsWith("money:", StringComparison.Ordinal);

    private static bool IsTime(string unit) => unit is "year" or "month" or "week" or "day" or "hour" or "minute" or "second" or "decade";

    /// <summary>Natural logarithm of the values' ratio, in one unit, at most 3.</summary>
    private static double Distance(Quantity a, Quantity b)
    {
        var factor = (double)(UnitConversion.Factor(a.Unit, b.Unit) ?? 1);
        var (x, y) = ((double)(a.Value ?? a.High ?? a.Low ?? 0) * factor, (double)(b.Value ?? b.High ?? b.Low ?? 0));
        return x <= 0 || y <= 0 ? (x == y ? 0 : 3) : Math.Min(3, Math.Abs(Math.Log(x / y)));
    }
}
