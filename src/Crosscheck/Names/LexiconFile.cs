using System.Text;

namespace Crosscheck.Names;

/// <summary>Reads the embedded lists of this room and of Actors: UTF-8, one entry a line, <c>#</c> lines are the header.</summary>
internal static class LexiconFile
{
    /// <param name="name">Path under src/Crosscheck, such as <c>Names/Lexicon/cities.txt</c>.</param>
    /// <exception cref="InvalidOperationException">The list is not in the assembly: a broken build.</exception>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded list '{name}' is missing: the build is broken.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }

    /// <summary>The columns of each line of a table.</summary>
    public static IEnumerable<string[]> Rows(string name) => Lines(name).Select(l => l.Split('\t'));
}
