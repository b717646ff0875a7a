using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Text;

namespace Crosscheck.Stories;

/// <summary>
/// Where each article of a story really comes from. An agency's credit beats everything; a copy has the origin of what it copies;
/// a translation of an unnamed original is "unnamed original of X"; the rest is the outlet's own. One outlet, and the outlets of one
/// owner where the user's list says so, are one origin.
/// </summary>
internal static class OriginFinder
{
    /// <summary>Origins of a story; each of its articles belongs to exactly one.</summary>
    public static ImmutableArray<Origin> Find(
        ImmutableArray<int> members, ImmutableArray<Copy> copies, ImmutableArray<AnalyzedArticle> articles, OutletRegister outlets)
    {
        var roots = members.ToDictionary(m => m, m => RootOf(articles[m], m, outlets));
        var sameText = CopyGroups(members, copies);
        foreach (var group in sameText)
        {
            var root = ShareRoot(group, roots, articles);
            foreach (var member in group) roots[member] = root with { Evidence = [.. root.Evidence, .. roots[member].Evidence.Where(e => !root.Evidence.Contains(e))] };
        }

        var origins = new List<(string Key, OriginKind Kind, string Name, List<int> Articles, List<OriginEvidence> Evidence)>();
        foreach (var member in members)
        {
            var root = roots[member];
            var at = origins.FindIndex(o => o.Key == root.Key);
            if (at < 0)
            {
                at = origins.Count;
                origins.Add((root.Key, root.Kind, root.Name, [], []));
            }

            origins[at].Articles.Add(member);
            origins[at].Evidence.AddRange(root.Evidence.Where(e => !origins[at].Evidence.Contains(e)));
        }

        return [.. origins.Select(o => new Origin(o.Kind, o.Name, [.. o.Articles], [.. o.Evidence.OrderBy(e => e.Article).ThenBy(e => e.Span)]))];
    }

    /// <summary>The name that an article's outlet is shown by.</summary>
    public static string OutletName(AnalyzedArticle article, OutletRegister outlets)
    {
        var outlet = article.Article.Outlet?.Value;
        if (outlet is null) return HostOf(article) is { } host ? outlets.Find(host)?.Name ?? host : $"unnamed outlet ({article.Document.Path})";
        return outlets.Find(outlet)?.Name ?? (HostOf(article) is { } domain ? outlets.Find(domain)?.Name : null) ?? outlet;
    }

    /// <summary>What makes two articles one origin: the owner where listed, else the outlet, else the page.</summary>
    public static string OutletKey(AnalyzedArticle article, OutletRegister outlets)
    {
        var outlet = article.Article.Outlet?.Value;
        var entry = (outlet is null ? null : outlets.Find(outlet)) ?? (HostOf(article) is { } host ? outlets.Find(host) : null);
        if (entry is not null) return "outlet:" + (entry.Owner ?? entry.Name).ToUpperInvariant();
        return outlet is not null ? "outlet:" + Bare(outlet) : HostOf(article) is { } domain ? "outlet:" + domain.ToUpperInvariant() : "page:" + article.Document.Sha256;
    }

    private sealed record Root(string Key, OriginKind Kind, string Name, ImmutableArray<OriginEvidence> Evidence);

    private static Root RootOf(AnalyzedArticle article, int index, OutletRegister outlets)
    {
        var own = article.Article.Outlet?.Value;
        foreach (var notice in article.Article.Notices)
        {
            if (notice.Kind == NoticeKind.Wire && Credited(notice, article) is { } credited && !IsOwn(credited, own))
            {
                return Wire(credited, [new OriginEvidence(index, notice.DocumentSpan, InDocument: true)]);
            }
        }

        if (Agencies.Dateline(article.Body.Text.Value) is { } dateline && !IsOwn(dateline.Name, own))
        {
            return Wire(dateline.Name, [new OriginEvidence(index, dateline.Span, InDocument: false)]);
        }

        if (article.Article.Agencies.Select(a => Agencies.InFull(a, article.Body.Text.Value)).FirstOrDefault(a => !IsOwn(a, own)) is { } agency) return Wire(agency, []);

        foreach (var notice in article.Article.Notices)
        {
            if (notice.Kind != NoticeKind.Translated) continue;
            var name = $"unnamed original of {OutletName(article, outlets)}";
            return new Root($"translation:{OutletKey(article, outlets)}", OriginKind.Translation, name, [new OriginEvidence(index, notice.DocumentSpan, InDocument: true)]);
        }

        // A signed report that quotes an agency once is still its author's; an unsigned one draws on the agency.
        foreach (var (name, span) in article.Article.Authors.Length > 0 ? [] : Agencies.ToldTo(article.Body.Text.Value))
        {
            if (!IsOwn(name, own)) return Wire(name, [new OriginEvidence(index, span, InDocument: false)]);
        }

        return new Root(OutletKey(article, outlets), OriginKind.Own, OutletName(article, outlets), []);
    }

    /// <summary>The agency of a wire credit: a listed one, the byline's or the dateline's, else whom the credit names, if that is not a reporter.</summary>
    private static string? Credited(Notice notice, AnalyzedArticle article)
    {
        var text = article.Body.Text.Value;
        if (notice.Names is { } known && Agencies.FullName(known) is { } listed) return listed;
        if (Agencies.NamedIn(notice.Text) is { } named) return named;
        if (Agencies.Dateline(text) is { } dateline) return dateline.Name;
        if (article.Article.Agencies.FirstOrDefault() is { } agency) return Agencies.InFull(agency, text);
        return notice.Names is { } names && !Agencies.NamesReporters(notice.Text) && !article.Article.Authors.Contains(names) ? Agencies.InFull(names, text) : null;
    }

    private static Root Wire(string agency, ImmutableArray<OriginEvidence> evidence) => new("outlet:" + Bare(agency), OriginKind.Wire, agency, evidence);

    /// <summary>An agency's own site is not a client of the agency.</summary>
    private static bool IsOwn(string agency, string? outlet) => outlet is not null && (Bare(agency) == Bare(outlet) || Agencies.FullName(outlet) == agency);

    /// <summary>
    /// The origin that texts of one wording share: the credited agency; else that of the article whose outlet another names;
    /// else nobody can say who wrote it first, and it is one origin of kind copy, named after the earliest article.
    /// </summary>
    private static Root ShareRoot(List<int> group, Dictionary<int, Root> roots, ImmutableArray<AnalyzedArticle> articles)
    {
        foreach (var kind in (ReadOnlySpan<OriginKind>)[OriginKind.Wire, OriginKind.Translation])
        {
            foreach (var member in group)
            {
                if (roots[member].Kind == kind) return roots[member];
            }
        }

        if (group.Select(m => roots[m].Key).Distinct(StringComparer.Ordinal).Count() == 1) return roots[group[0]];
        foreach (var member in group)
        {
            if (articles[member].Article.Outlet?.Value is not { Length: > 3 } outlet) continue;
            var evidence = group.Where(other => other != member && roots[other].Key != roots[member].Key)
                .Select(other => (other, At: articles[other].Body.Text.Value.IndexOf(outlet, StringComparison.Ordinal))).Where(x => x.At >= 0)
                .Select(x => new OriginEvidence(x.other, new TextSpan(x.At, x.At + outlet.Length), InDocument: false)).ToImmutableArray();
            if (evidence.Length > 0) return roots[member] with { Evidence = evidence };
        }

        var first = group.OrderBy(m => articles[m].Article.Published is null).ThenBy(m => articles[m].Article.Published?.Value.Day)
            .ThenBy(m => articles[m].Article.Published?.Value.Time ?? TimeOnly.MaxValue).ThenBy(m => m).First();
        return new Root("copy:" + roots[first].Key, OriginKind.Copy, roots[first].Name, []);
    }

    private static List<List<int>> CopyGroups(ImmutableArray<int> members, ImmutableArray<Copy> copies)
    {
        var parent = members.ToDictionary(m => m, m => m);
        int Find(int m)
        {
            while (parent[m] != m) m = parent[m] = parent[parent[m]];
            return m;
        }

        foreach (var copy in copies)
        {
            if (copy.Relation is CopyRelation.Identical or CopyRelation.Duplicate or CopyRelation.Contained or CopyRelation.Translated)
            {
                int a = Find(copy.A), b = Find(copy.B);
                if (a != b) parent[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        return [.. members.GroupBy(Find).Where(g => g.Count() > 1).Select(g => g.ToList())];
    }

    /// <summary>Letters and digits of a name, upper case, without a leading article.</summary>
    private static string Bare(string name)
    {
        var letters = string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return letters.Length > 5 && letters.StartsWith("THE", StringComparison.Ordinal) && name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? letters[3..] : letters;
    }

    private static string? HostOf(AnalyzedArticle article) =>
        Uri.TryCreate(article.Article.Url, UriKind.Absolute, out var url) && url.Host.Length > 0
            ? url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..] : url.Host
            : null;
}
