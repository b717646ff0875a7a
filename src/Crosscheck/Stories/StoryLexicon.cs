using System.Collections.Frozen;
using System.Text;

namespace Crosscheck.Stories;

/// <summary>The word lists of this room, read once.</summary>
internal static class StoryLexicon
{
    /// <summary>Words of all listed languages that say nothing about the topic, as <see cref="WordScanner.HashOf"/> gives them.</summary>
    public static FrozenSet<ulong> FunctionWords { get; } = Rows("function_words.txt")
        .SelectMany(row => row.Split(' ').Skip(1)).Select(w => WordScanner.HashOf(w)).ToFrozenSet();

    /// <summary>Month numbers by the hash of a month's name.</summary>
    public static FrozenDictionary<ulong, int> Months { get; } = Rows("month_names.tsv")
        .Select(row => row.Split('\t'))
        .SelectMany(cells => cells[1].Split(' ').Select(name => (Hash: WordScanner.HashOf(name), Month: int.Parse(cells[0]))))
        .DistinctBy(m => m.Hash).ToFrozenDictionary(m => m.Hash, m => m.Month);

    /// <summary>Lines of an embedded list without its comments.</summary>
    public static IEnumerable<string> Rows(string name)
    {
        using var reader = new StreamReader(Open($"Stories/Lexicon/{name}"), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }

    public static Stream Open(string resource) =>
        typeof(StoryLexicon).Assembly.GetManifestResourceStream(resource)
        ?? throw new InvalidOperationException($"The embedded file '{resource}' is missing from the program.");
}
