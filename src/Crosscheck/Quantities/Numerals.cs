using System.Collections.Frozen;
using System.Globalization;
using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>The number that one word or group of digits names, for seeing which numbers two sentences share. Whole figures are read by <see cref="FigureReader"/>.</summary>
internal static class Numerals
{
    private static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> Cardinals = Words("CARDINAL");
    private static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> Scales = Words("SCALE");

    public static decimal? Value(ReadOnlySpan<char> word) =>
        decimal.TryParse(word, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : Cardinals.TryGetValue(word, out var named) ? named : null;

    public static decimal? Scale(ReadOnlySpan<char> word) => Scales.TryGetValue(word, out var scale) ? scale : null;

    private static FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> Words(string ofClass) =>
        EmbeddedLexicon.Lines("Times/Lexicon/en/numbers.tsv")
            .Select(l => l.Split('\t'))
            .Where(p => p[0] == ofClass)
            .SelectMany(p => p[2].Split('|').Select(w => (Word: w, Value: decimal.Parse(p[1], CultureInfo.InvariantCulture))))
            .ToFrozenDictionary(p => p.Word, p => p.Value, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
