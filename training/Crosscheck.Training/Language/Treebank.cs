using System.IO.Compression;
using System.Text;
using Crosscheck.Text;

namespace Crosscheck.Training.Language;

/// <summary>One sentence of a treebank. Its text is its words with spaces between, so that training sees what the program's own stages see.</summary>
internal sealed record TreebankSentence(
    string Text, Token[] Tokens, string[] Lemmas, string[] Upos, string[] Xpos, int[] Heads, string[] Relations)
{
    /// <summary>Whether a document begins with this sentence.</summary>
    public bool Opens { get; init; }

    public int Count => Tokens.Length;

    public ReadOnlySpan<char> Form(int i) => Text.AsSpan(Tokens[i].Start, Tokens[i].Span.Length);
}

/// <summary>Reading of CoNLL-U files, plain or .gz.</summary>
internal static class Treebank
{
    /// <summary>Sentences of several files, in order.</summary>
    /// <param name="skipFirst">Whether the first sentence of each document (a headline) is left out.</param>
    public static List<TreebankSentence> Read(IEnumerable<string> paths, bool skipFirst = false)
    {
        var sentences = new List<TreebankSentence>();
        foreach (var path in paths) Read(path, skipFirst, sentences);
        return sentences;
    }

    private static void Read(string path, bool skipFirst, List<TreebankSentence> sentences)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = new List<string[]>();
        var first = true;
        while (true)
        {
            var line = reader.ReadLine();
            if (string.IsNullOrEmpty(line))
            {
                if (rows.Count > 0 && !(skipFirst && first)) sentences.Add(Make(rows) with { Opens = first });
                if (rows.Count > 0) first = false;
                rows.Clear();
                if (line is null) return;
            }
            else if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                first = true;
            }
            else if (char.IsAsciiDigit(line[0]) && line.Split('\t') is var columns && columns[0].All(char.IsAsciiDigit))
            {
                rows.Add(columns);
            }
        }
    }

    private static TreebankSentence Make(List<string[]> rows)
    {
        var text = new StringBuilder();
        var tokens = new Token[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0) text.Append(' ');
            var form = rows[i][1].Replace(' ', '\u00A0');
            tokens[i] = new Token(new TextSpan(text.Length, text.Length + form.Length));
            text.Append(form);
        }

        return new TreebankSentence(
            text.ToString(), tokens, [.. rows.Select(r => r[2])], [.. rows.Select(r => r[3])], [.. rows.Select(r => r[4])],
            [.. rows.Select(r => int.Parse(r[6]) - 1)], [.. rows.Select(r => r[7])]);
    }
}
