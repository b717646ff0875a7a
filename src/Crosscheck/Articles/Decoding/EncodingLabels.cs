using System.Collections.Frozen;
using System.Text;

namespace Crosscheck.Articles.Decoding;

/// <summary>From a label (<c>charset=latin1</c>) to the encoding it means, as the WHATWG Encoding standard reads labels.</summary>
internal static class EncodingLabels
{
    private static readonly FrozenDictionary<string, string> Names = LoadNames();

    /// <summary>The canonical name, or null for a label that names nothing.</summary>
    public static string? Canonical(string? label) =>
        label is null ? null : Names.GetValueOrDefault(label.Trim().Trim('"', '\'').ToLowerInvariant());

    /// <summary>An encoding by its canonical name; bytes that mean nothing in it become U+FFFD.</summary>
    public static Encoding Get(string canonical) => canonical switch
    {
        "utf-8" => new UTF8Encoding(false, false),
        "utf-16le" => new UnicodeEncoding(false, false, false),
        "utf-16be" => new UnicodeEncoding(true, false, false),
        _ =>
            CodePagesEncodingProvider.Instance.GetEncoding(canonical, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
            ?? Encoding.Latin1,
    };

    private static FrozenDictionary<string, string> LoadNames()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, values) in Lexicons.Rows("encoding-labels.tsv"))
        {
            foreach (var label in values.Split(' ', StringSplitOptions.RemoveEmptyEntries)) names[label] = key;
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
