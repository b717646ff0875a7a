using System.Reflection;
using System.Text;

namespace Crosscheck.Text;

/// <summary>Language knowledge that travels inside the program: the embedded files of the Lexicon folders.</summary>
public static class EmbeddedLexicon
{
    /// <summary>The lines of a file, without comments (a first character <c>#</c>) and empty lines.</summary>
    /// <param name="name">Path from the library's root, such as <c>Language/Lexicon/function-words.tsv</c>.</param>
    /// <exception cref="InvalidOperationException">The program was built without the file.</exception>
    public static IEnumerable<string> Lines(string name)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program lacks its file {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
