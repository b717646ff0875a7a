using Crosscheck.Articles.Html;

namespace Crosscheck.Articles.Metadata;

/// <summary>The headline: where the page shows one that its title agrees with, that; else the title without the outlet's name.</summary>
internal static class HeadlineFinder
{
    private const int Longest = 300;
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " // ", " ~ ", " / ", " < ", " › ", "|", " : "];

    public static (Sourced<string>? Headline, int Block, List<Candidate> Others) Find(Page page, MetaTags meta, JsonLd linked, int firstBodyBlock, string? outlet)
    {
        var others = new List<Candidate>();
        var title = ReadableText.Of(page.Title);
        var announced = new List<(string Text, string Basis)>();
        foreach (var text in linked.Headlines.Take(3)) announced.Add((text, "JSON-LD headline"));
        if (meta.First("og:title") is { } og) announced.Add((og.Value, "meta og:title"));
        if (meta.First("twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline", "title", "mediator_title", "cxenseparse:title") is { } other) announced.Add((other.Value, $"meta {other.Name}"));
        var (block, score) = BestShown(page, title, announced, firstBodyBlock);
        var shown = block < 0 ? null : page.Blocks[block].Text.Replace('\n', ' ').Trim(' ', ':', '|', '/', '-', '\u2013', '\u2014');
        Sourced<string>? best = null;
        if (shown is not null && score >= 1.5) best = new Sourced<string>(shown, $"<{page.Nodes[page.Blocks[block].Node].Tag.ToString().ToLowerInvariant()}>", score >= 3 ? 0.95 : 0.8);
        foreach (var (text, basis) in announced)
        {
            var cut = WithoutOutlet(text, outlet, title, meta.First("og:site_name")?.Value);
            if (cut.Length is 0 or > Longest) continue;
            if (best is null) best = new Sourced<string>(cut, basis, 0.8);
            else if (ReadableText.Loose(best.Value) != ReadableText.Loose(cut)) others.Add(new Candidate("headline", cut, basis));
        }

        if (title.Length > 0)
        {
            var cut = WithoutOutlet(title, outlet, null, meta.First("og:site_name")?.Value);
            if (best is null) best = new Sourced<string>(cut, "<title>", 0.6);
            else if (ReadableText.Loose(best.Value) != ReadableText.Loose(cut)) others.Add(new Candidate("headline", cut, "<title>"));
        }

        if (best is null && shown is not null) best = new Sourced<string>(shown, "<h1>", 0.5);
        if (best is null || best.Value != shown) block = -1;
        return (best, block, others);
    }

    /// <summary>The block most like a shown headline, and how much: agreement with what the head of the page announces counts most.</summary>
    private static (int Block, double Score) BestShown(Page page, string title, List<(string Text, string Basis)> announced, int firstBodyBlock)
    {
        var looseTitle = ReadableText.Loose(title);
        var loose = announced.ConvertAll(a => ReadableText.Loose(a.Text));
        var best = -1;
        var bestScore = double.MinValue;
        for (var b = 0; b < page.Blocks.Length; b++)
        {
            var block = page.Blocks[b];
            ref readonly var node = ref page.Nodes[block.Node];
            var mark = page.MarkOf(block);
            var heading = Tags.IsHeading(node.Tag);
            if (block.Length > Longest || (!heading && mark != Mark.Headline && node.Own != Mark.Headline)) continue;
            var text = ReadableText.Loose(block.Text);
            if (text.Length == 0 || HeadingParts.IsBeside(page, b)) continue;
            var score = node.Tag switch { Tag.H1 => 1.5, Tag.H2 => 0.5, Tag.H3 => 0.2, _ => 0 };
            if (mark == Mark.Headline || node.Own == Mark.Headline) score += 0.5;
            if (loose.Contains(text)) score += 2;
            else if (looseTitle.Length > 0 && looseTitle.Contains(text, StringComparison.Ordinal)) score += Math.Min(2, 4.0 * text.Length / looseTitle.Length);
            else if (text.Length > 15 && loose.Exists(l => l.Contains(text, StringComparison.Ordinal) || text.Contains(l, StringComparison.Ordinal) && l.Length > 15)) score += 1.5;
            else score += Shared(text, looseTitle);
            if (mark is Mark.Navigation or Mark.Sidebar or Mark.Footer or Mark.Related or Mark.Comments or Mark.Cookies or Mark.Advertisement or Mark.Hidden or Mark.Newsletter) score -= 2;
            if (firstBodyBlock >= 0) score -= b > firstBodyBlock + 3 ? 1 : Math.Min(0.5, Math.Max(0, firstBodyBlock - b) * 0.01);
            if (text.IndexOf(' ', StringComparison.Ordinal) < 0) score -= 0.7;
            if (score > bestScore) (best, bestScore) = (b, score);
        }

        return (best, bestScore);
    }

    /// <summary>Share of the first text's words that the second has.</summary>
    private static double Shared(string text, string other)
    {
        var words = text.Split(' ');
        var known = new HashSet<string>(other.Split(' '), StringComparer.Ordinal);
        var shared = 0;
        foreach (var word in words)
        {
            if (word.Length > 2 && known.Contains(word)) shared++;
        }

        return (double)shared / words.Length;
    }

    /// <summary>A title without the outlet's name behind (or before) a separator.</summary>
    internal static string WithoutOutlet(string title, string? outlet, string? longer, string? siteName)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0) continue;
            var tail = title[(at + separator.Length)..].Trim();
            var head = title[..at].Trim();
            if (IsName(tail, outlet) || IsName(tail, siteName)) return WithoutOutlet(head, outlet, longer, siteName);
            var first = title.IndexOf(separator, StringComparison.Ordinal);
            var opening = title[..first].Trim();
            if (IsName(opening, outlet) || IsName(opening, siteName)) return title[(first + separator.Length)..].Trim();
            if (longer is null && head.Length >= tail.Length * 2 && head.Contains(' ', StringComparison.Ordinal) && tail.Split(' ').Length <= 4 && separator is " | " or " - " or " – " or " — ")
                return head;
        }

        return title.Trim();
    }

    private static bool IsName(string part, string? name)
    {
        if (name is null) return false;
        var a = ReadableText.Loose(part).Replace(" ", string.Empty, StringComparison.Ordinal);
        var b = ReadableText.Loose(name).Replace(" ", string.Empty, StringComparison.Ordinal);
        return a.Length > 0 && b.Length > 0 && (a == b || (b.Length > 3 && a.StartsWith(b, StringComparison.Ordinal)) || (a.Length > 3 && b.StartsWith(a, StringComparison.Ordinal)));
    }
}
