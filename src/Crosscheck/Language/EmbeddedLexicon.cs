using System.Collections.Frozen;
using System.Text;

namespace Crosscheck.Language;

/// <summary>Word lists kept as files inside the library: one entry a line, <c>#</c> lines tell what a list is and where it came from.</summary>
internal static class EmbeddedLexicon
{
    /// <param name="name">Path under the library's source, such as <c>Language/Lexicon/abbreviations.tsv</c>.</param>
    /// <exception cref="InvalidOperationException">The library was built without that list.</exception>
    public static IEnumerable<string> Lines(string name)
    {
        var stream = typeof(EmbeddedLexicon).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The library holds no list '{name}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }

    public static FrozenSet<string> Words(string name) => Lines(name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Two columns, divided by a tab.</summary>
    public static FrozenDictionary<string, string> Pairs(string name) =>
        Lines(name).Select(l => l.Split('\t')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
