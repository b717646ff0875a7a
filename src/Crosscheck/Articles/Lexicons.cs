using System.Text;

namespace Crosscheck.Articles;

/// <summary>Reads this room's embedded word lists: <c>#</c> starts a comment line, a tab divides the columns.</summary>
internal static class Lexicons
{
    public static IEnumerable<string> Lines(string name)
    {
        var assembly = typeof(Lexicons).Assembly;
        using var stream = assembly.GetManifestResourceStream("Articles/Lexicon/" + name)
            ?? throw new InvalidOperationException($"The word list Articles/Lexicon/{name} is not part of this build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }

    /// <summary>The first column and the rest of each line.</summary>
    public static IEnumerable<(string Key, string Values)> Rows(string name)
    {
        foreach (var line in Lines(name))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0) yield return (line[..tab], line[(tab + 1)..].Trim());
        }
    }
}
