using System.Globalization;
using Crosscheck.Language;

namespace Crosscheck.Eval.Formats;

/// <summary>CoNLL-U as far as the tasks need it: https://universaldependencies.org/format.html.</summary>
internal static class Conllu
{
    /// <param name="Text">The sentence's <c># text</c>.</param>
    /// <param name="Opens">Whether a document begins with this sentence.</param>
    /// <param name="Words">Word lines (no ranges, no empty nodes), split into columns.</param>
    internal sealed record Block(string Text, bool Opens, IReadOnlyList<string> Comments, IReadOnlyList<string[]> Words);

    public static IEnumerable<Block> Read(string path)
    {
        var comments = new List<string>();
        var words = new List<string[]>();
        foreach (var line in Lines.Read(path).Append(string.Empty))
        {
            if (line.Length == 0)
            {
                if (words.Count > 0)
                {
                    var text = comments.Find(c => c.StartsWith("# text = ", StringComparison.Ordinal))?["# text = ".Length..] ?? string.Empty;
                    yield return new Block(text, comments.Exists(c => c.StartsWith("# newdoc", StringComparison.Ordinal)), comments, words);
                }

                comments = [];
                words = [];
            }
            else if (line[0] == '#')
            {
                comments.Add(line);
            }
            else if (line.Split('\t') is var columns && columns[0].All(char.IsAsciiDigit))
            {
                words.Add(columns);
            }
        }
    }

    /// <summary>Writes one sentence of a layer.</summary>
    public static void Write(TextWriter writer, SyntaxLayer layer, int sentence)
    {
        var s = layer.Sentences[sentence];
        var ranged = s.FirstToken;
        for (var i = s.FirstToken; i < s.EndToken; i++)
        {
            if (i >= ranged && EndOfRange(layer, i, s.EndToken) is var end && end > i + 1)
            {
                var form = layer.Text.Slice(layer.Span(i, end));
                writer.WriteLine($"{i - s.FirstToken + 1}-{end - s.FirstToken}\t{form}\t_\t_\t_\t_\t_\t_\t_\t_");
                ranged = end;
            }

            var head = layer.HasDependencies ? Number(layer.Heads[i] == SyntaxLayer.Root ? 0 : layer.Heads[i] - s.FirstToken + 1) : "_";
            writer.WriteLine(string.Join('\t',
                Number(i - s.FirstToken + 1),
                layer.Form(i).ToString(),
                layer.HasTags ? layer.Lemmas[i] : "_",
                layer.HasTags ? UposLabel.Of(layer.Upos[i]) : "_",
                layer.HasTags ? layer.Xpos[i] : "_",
                "_",
                head,
                layer.HasDependencies ? layer.Relations[i] : "_",
                "_",
                "_"));
        }

        writer.WriteLine();
    }

    /// <summary>Words written as one, such as "don't", are a multiword token.</summary>
    private static int EndOfRange(SyntaxLayer layer, int first, int limit)
    {
        var end = first + 1;
        while (end < limit && layer.Tokens[end].Start == layer.Tokens[end - 1].End && char.IsLetterOrDigit(layer.Form(end - 1)[^1])
            && (char.IsLetter(layer.Form(end)[0]) || (layer.Form(end) is ['\'' or '’' or '`', _, ..]))) end++;
        return end;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
