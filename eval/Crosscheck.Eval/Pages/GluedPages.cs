using System.Text;
using System.Text.Json;

namespace Crosscheck.Eval.Pages;

/// <summary>A page made of articles, and where its second and further ones begin.</summary>
public sealed record GluedPage(string Id, string Text, IReadOnlyList<int> Cuts);

/// <summary>
/// Makes pages as crawlers leave them out of single articles: one article, or two or three unrelated ones glued with or without the later headlines,
/// on lines of their own, in running text, or with no space at all. Seeded: equal files and seed give equal pages. The texts stay with the data.
/// </summary>
public static class GluedPages
{
    /// <summary>Writes <c>{id, text, cuts}</c> lines; a task reads the first two.</summary>
    /// <param name="files">Article files, .jsonl or .jsonl.gz; articles of different files are not mixed on a page.</param>
    public static int Write(IReadOnlyList<string> files, string output, int pagesPerFile, int seed)
    {
        using var writer = Lines.Create(output);
        var written = 0;
        foreach (var file in files)
        {
            foreach (var page in Make(PageArticle.Read(file), pagesPerFile, seed, Path.GetFileName(file)))
            {
                writer.WriteLine(JsonSerializer.Serialize(new { id = page.Id, text = page.Text, cuts = page.Cuts }));
                written++;
            }
        }

        return written;
    }

    public static IEnumerable<GluedPage> Make(IReadOnlyList<PageArticle> articles, int pages, int seed, string name)
    {
        if (articles.Count < 4) yield break;
        var random = new Random(seed);
        var topics = articles.Select(TopicWords).ToArray();
        for (var i = 0; i < pages; i++)
        {
            var draw = random.NextDouble();
            var count = draw < 0.45 ? 1 : draw < 0.92 ? 2 : 3;
            var chosen = new List<int> { count == 1 ? i % articles.Count : random.Next(articles.Count) };
            while (chosen.Count < count)
            {
                if (Next(topics, chosen, random) is not { } next) break;
                chosen.Add(next);
            }

            yield return Glue($"{name}-{i}-{chosen.Count}", [.. chosen.Select(c => articles[c])], random);
        }
    }

    /// <summary>An article unrelated to the chosen ones; in a quarter of the draws the nearest in topic that still tells of something else.</summary>
    private static int? Next(HashSet<string>[] topics, List<int> chosen, Random random)
    {
        var near = random.NextDouble() < 0.25;
        var best = -1;
        double bestOverlap = -1;
        for (var attempt = 0; attempt < 40; attempt++)
        {
            var candidate = random.Next(topics.Length);
            var overlap = chosen.Max(c => candidate == c ? 1 : Overlap(topics[c], topics[candidate]));
            if (overlap > 0.2) continue;
            if (!near) return candidate;
            if (overlap > bestOverlap) (best, bestOverlap) = (candidate, overlap);
        }

        return best < 0 ? null : best;
    }

    private static GluedPage Glue(string id, PageArticle[] articles, Random random)
    {
        var layout = random.NextDouble() switch { < 0.5 => "\n\n", < 0.72 => "\n", < 0.95 => " ", _ => string.Empty };
        var subheadings = random.NextDouble() < 0.2;
        var page = new StringBuilder();
        var cuts = new List<int>();
        for (var a = 0; a < articles.Length; a++)
        {
            var article = articles[a];
            if (a > 0)
            {
                var joint = layout.Contains('\n')
                    ? random.NextDouble() switch { < 0.55 => layout, < 0.7 => layout + "\n\n", < 0.85 => " ", _ => string.Empty }
                    : random.NextDouble() < 0.5 ? " " : string.Empty;
                page.Append(joint);
                cuts.Add(page.Length);
            }

            var withHeadline = article.Headline is not null && random.NextDouble() < 0.55;
            if (withHeadline)
            {
                page.Append(article.Headline);
                if (random.NextDouble() < 0.15) page.Append('.');
                page.Append(layout.Length == 0 && random.NextDouble() < 0.5 ? string.Empty : layout.Contains('\n') ? layout : " ");
            }

            IEnumerable<string> paragraphs = article.Paragraphs;
            // Teasers and cut-off seconds are common.
            if (article.Paragraphs.Count > 6 && articles.Length > 1 && random.NextDouble() < 0.25) paragraphs = article.Paragraphs.Take(random.Next(3, 7));
            var first = true;
            foreach (var paragraph in paragraphs)
            {
                if (!first) page.Append(layout);
                if (!first && subheadings && layout.Contains('\n') && random.NextDouble() < 0.15) page.Append(Subheading(paragraph, random)).Append(layout);
                page.Append(paragraph);
                first = false;
            }
        }

        return new GluedPage(id, page.ToString(), cuts);
    }

    /// <summary>A few words of the paragraph that it stands over.</summary>
    private static string Subheading(string paragraph, Random random)
    {
        var words = paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('.', ',', '"', '\u201C', '\u201D')).Where(w => w.Length > 3).Take(30).ToArray();
        if (words.Length == 0) return "In the end";
        var start = random.Next(words.Length);
        var line = string.Join(' ', words.Skip(start).Take(random.Next(2, 6)));
        return random.NextDouble() < 0.3 ? line.ToUpperInvariant() : char.ToUpperInvariant(line[0]) + line[1..];
    }

    private static HashSet<string> TopicWords(PageArticle article) =>
        [.. article.Paragraphs.SelectMany(p => p.Split(' ')).Select(w => w.Trim('.', ',', '"', '\u201C', '\u201D').ToLowerInvariant()).Where(w => w.Length > 5)];

    private static double Overlap(HashSet<string> a, HashSet<string> b)
    {
        var (small, large) = a.Count < b.Count ? (a, b) : (b, a);
        return small.Count == 0 ? 0 : (double)small.Count(large.Contains) / (a.Count + b.Count - small.Count(large.Contains));
    }
}
