using System.Collections.Frozen;
using System.Globalization;
using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>Which units measure one kind of thing, and by how many of its base unit: 12 meters and 40 feet are lengths. Months and years have no fixed length.</summary>
internal static class UnitConversion
{
    private static readonly FrozenDictionary<string, (string Kind, decimal Factor)> Units =
        EmbeddedLexicon.Lines("Quantities/Lexicon/conversions.tsv")
            .Select(l => l.Split('\t'))
            .ToFrozenDictionary(p => p[1], p => (p[0], decimal.Parse(p[2], CultureInfo.InvariantCulture)), StringComparer.Ordinal);

    /// <summary>How many of the second unit one of the first is; null where they measure different things.</summary>
    public static decimal? Factor(string from, string to)
    {
        if (string.Equals(from, to, StringComparison.Ordinal)) return 1;
        return Units.TryGetValue(from, out var a) && Units.TryGetValue(to, out var b) && a.Kind == b.Kind ? a.Factor / b.Factor : null;
    }
}
