using System.Collections.Immutable;
using Crosscheck.Analysis;

namespace Crosscheck.Stories;

/// <summary>Names a story: the headline that shares most with the story's texts; without headlines, a first sentence.</summary>
internal static class StoryTitle
{
    private const int MaxLength = 200;

    public static string Of(ImmutableArray<int> members, ImmutableArray<AnalyzedArticle> articles)
    {
        var texts = new Dictionary<ulong, int>();
        foreach (var member in members)
        {
            foreach (var term in TermsOf(articles[member].Body.Text.Value)) texts[term] = texts.GetValueOrDefault(term) + 1;
        }

        string? best = null;
        double most = -1;
        foreach (var member in members)
        {
            if (articles[member].Article.Headline?.Value is not { Length: > 0 } headline) continue;
            var terms = TermsOf(headline);
            // How many articles use its words, on average, with a handicap for very short ones.
            var score = terms.Sum(t => (double)texts.GetValueOrDefault(t)) / (terms.Count + 2);
            if (score > most) (best, most) = (headline, score);
        }

        return Shorten(best ?? members.Select(m => FirstSentence(articles[m])).FirstOrDefault(s => s.Length > 0) ?? "(no text)");
    }

    private static HashSet<ulong> TermsOf(string text)
    {
        var terms = new HashSet<ulong>();
        foreach (var word in WordScanner.Scan(text))
        {
            if (word.Span.Length > 1 && !StoryLexicon.FunctionWords.Contains(word.Hash)) terms.Add(WordScanner.HashOf(ArticleSketch.Stem(text.AsSpan(word.Span.Start, word.Span.Length))));
        }

        return terms;
    }

    private static string FirstSentence(AnalyzedArticle article)
    {
        var body = article.Body;
        if (!body.Syntax.Sentences.IsEmpty) return body.Text.Slice(body.Syntax.Sentences[0].Span).Trim();
        var text = body.Text.Value.TrimStart();
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).Trim();
    }

    /// <summary>Cut at a space, never inside a surrogate pair.</summary>
    private static string Shorten(string title)
    {
        var line = title.ReplaceLineEndings(" ");
        if (line.Length <= MaxLength) return line;
        var cut = line.LastIndexOf(' ', MaxLength);
        if (cut < MaxLength / 2) cut = char.IsHighSurrogate(line[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return line[..cut] + " …";
    }
}
