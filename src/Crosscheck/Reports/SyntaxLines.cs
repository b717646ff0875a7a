using System.Globalization;
using Crosscheck.Analysis;
using Crosscheck.Language;

namespace Crosscheck.Reports;

/// <summary>
/// Writes what the language engine makes of articles as CoNLL-U (https://universaldependencies.org/format.html), for people to look at and other programs to
/// read: word, lemma, tags, head and relation; in the last column the word's place in its part's text and the name that it belongs to.
/// </summary>
/// <param name="syntax">Whether lemmas, tags and dependencies are written.</param>
/// <param name="names">Whether names are written, as <c>Name=B-Person</c>.</param>
public sealed class SyntaxLines(TextWriter writer, bool syntax, bool names)
{
    public void Write(AnalyzedArticle article)
    {
        writer.Write($"# newdoc path = {article.Document.Path}\n");
        foreach (var part in article.Parts)
        {
            writer.Write($"# part = {part.Part.Label ?? "body"}\n");
            var labels = Labels(part);
            for (var i = 0; i < part.Syntax.Sentences.Length; i++) Write(part.Syntax, i, labels);
        }
    }

    private string?[] Labels(AnalyzedText part)
    {
        var labels = new string?[part.Syntax.Tokens.Length];
        if (!names) return labels;
        foreach (var name in part.Names)
        {
            var (first, end) = part.Syntax.TokensIn(name.Span);
            for (var i = first; i < end; i++) labels[i] = (i == first ? "B-" : "I-") + name.Type;
        }

        return labels;
    }

    private void Write(SyntaxLayer layer, int sentence, string?[] labels)
    {
        var s = layer.Sentences[sentence];
        writer.Write($"# text = {layer.Text.Slice(s.Span).ToString().ReplaceLineEndings(" ")}\n");
        for (var i = s.FirstToken; i < s.EndToken; i++)
        {
            var token = layer.Tokens[i];
            var misc = $"Span={token.Start}:{token.End}" + (labels[i] is { } name ? "|Name=" + name : string.Empty);
            var told = syntax && layer.HasTags;
            var head = syntax && layer.HasDependencies;
            writer.Write(string.Join('\t',
                Number(i - s.FirstToken + 1), layer.Form(i).ToString().Replace('\t', ' '),
                told ? layer.Lemmas[i] : "_", told ? UposLabel.Of(layer.Upos[i]) : "_", told ? layer.Xpos[i] : "_", "_",
                head ? Number(layer.Heads[i] == SyntaxLayer.Root ? 0 : layer.Heads[i] - s.FirstToken + 1) : "_", head ? layer.Relations[i] : "_", "_", misc));
            writer.Write('\n');
        }

        writer.Write('\n');
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
