using Crosscheck.Attributions;
using Crosscheck.Claims;
using Crosscheck.Reports.Html;
using Crosscheck.Stories;

namespace Crosscheck.Reports.Markdown;

internal sealed class MarkdownReport(Dossier dossier, TextWriter output)
{
    private static readonly Standing[] Order = [Standing.Disputed, Standing.Corroborated, Standing.SingleOrigin, Standing.Unconfirmed, Standing.Updated];

    private readonly DossierView _view = new(dossier);

    public void Write()
    {
        foreach (var story in StoryList.Ordered(dossier)) Story(story);
        foreach (var article in _view.Loose) Line($"- In no story: {Source(article)}");
        NotRead();
        Line($"_Crosscheck {dossier.Version}. It says who says so, and on what; it never says what is true._");
    }

    private void Story(DossierStory story)
    {
        Line($"# {MarkdownText.Of(StoryList.Title(story))}");
        Line();
        foreach (var id in story.Articles)
        {
            var article = _view.Article(id);
            Line($"- {Source(article)}: {MarkdownText.Of(_view.Title(article))}{(article.Analyzed ? string.Empty : " — **not analysed**")}");
        }

        foreach (var origin in story.Origins.Where(o => o.Kind != OriginKind.Own && o.Articles.Length > 1))
        {
            Line($"- One origin, {Wording.Of(origin.Kind)} {MarkdownText.Of(origin.Name)}: {Outlets(origin.Articles)}");
        }

        Line();
        foreach (var standing in Order) Claims(Wording.Of(standing), SummarySection.Ranked(story, standing));
        Claims("Explanations and opinions", SummarySection.Interpretations(story));
        Refusals(story);
        Voices(story);
        Figures(story);
    }

    private void Claims(string heading, List<DossierClaim> claims)
    {
        if (claims.Count == 0) return;
        Line("## " + heading);
        Line();
        foreach (var claim in claims)
        {
            var origins = claim.Origins.Select(o => _view.Origin(o)?.Name).OfType<string>().Select(MarkdownText.Of).ToList();
            var kind = claim.Kind == ClaimKind.Fact ? string.Empty : $" _({Wording.Of(claim.Kind)})_";
            Line($"- **{MarkdownText.Of(Wording.Clause(claim.Text))}**{kind}{(origins.Count > 0 ? $" — asserted by {Wording.List(origins)}" : string.Empty)} `{claim.Id}`");
            foreach (var occurrence in claim.Occurrences)
            {
                var article = _view.Article(occurrence.Article);
                var sentence = DossierView.SentenceSpan(article, occurrence.In, occurrence.Sentence, occurrence.Span);
                Line($"  - {MarkdownText.Of(_view.VoiceOf(occurrence))} ({Wording.Of(occurrence.Stance)}): {Quoted(DossierView.Words(article, occurrence.In, sentence))} "
                    + $"({Source(article)}, {occurrence.In ?? "text"} {sentence.Start}–{sentence.End})");
            }

            foreach (var conflict in claim.Conflicts)
            {
                Line($"  - {Wording.Of(conflict.Kind)}: {MarkdownText.Of(conflict.Note)}{(conflict.Resolution == ConflictResolution.Update ? " (update)" : string.Empty)}");
            }

            foreach (var left in claim.LeftOutBy) Line($"  - Not found in {Source(_view.Article(left.Article))}: {MarkdownText.Of(left.Basis)}");
        }

        Line();
    }

    private void Refusals(DossierStory story)
    {
        var lines = story.Articles.Select(_view.Article)
            .SelectMany(a => a.Attributions.Where(q => q.Act is SpeechAct.Denies or SpeechAct.Declines or SpeechAct.Silent).Select(q => (Article: a, Attribution: q))).ToList();
        if (lines.Count == 0) return;
        Line("## Denies, declines or is silent");
        Line();
        foreach (var (article, attribution) in lines) Line($"- {MarkdownText.Of(AttributionSection.Sentence(_view, article, attribution))} ({Source(article)})");
        Line();
    }

    private void Voices(DossierStory story)
    {
        var groups = VoiceGroups.Of(_view, story);
        if (groups.Count == 0) return;
        Line("## Who says what");
        Line();
        foreach (var group in groups)
        {
            Line($"- **{MarkdownText.Of(Wording.Capital(_view.Speaker(group.First.Article, group.First.Attribution)))}**");
            foreach (var saying in group.Sayings)
            {
                var several = saying.Wordings.Count > 1;
                if (several) Line($"  - On one point, in {saying.Wordings.Count} wordings:");
                foreach (var wording in saying.Wordings)
                {
                    var sentence = MarkdownText.Of(AttributionSection.Sentence(_view, wording[0].Article, wording[0].Attribution));
                    Line($"{(several ? "    " : "  ")}- {sentence} ({string.Join("; ", wording.Select(s => Source(s.Article)).Distinct(StringComparer.Ordinal))})");
                }
            }
        }

        Line();
    }

    private void Figures(DossierStory story)
    {
        var figures = story.Articles.Select(_view.Article).SelectMany(a => a.Quantities.Select(q => (Article: a, Quantity: q))).ToList();
        if (figures.Count == 0) return;
        Line("## Figures");
        Line();
        Line("| Figure | Counted | As of | Voice | Where |");
        Line("| --- | --- | --- | --- | --- |");
        foreach (var (article, quantity) in figures)
        {
            var counted = quantity.Counted is { } c ? DossierView.Words(article, quantity.In, c) : "not said";
            var voice = _view.Actor(quantity.SaidBy)?.Name ?? (quantity.SaidBySpan is { } s ? DossierView.Words(article, quantity.In, s) : _view.Outlet(article));
            Line($"| {MarkdownText.Of($"{Wording.Value(quantity)} {Wording.Unit(quantity)}".TrimEnd())}{(quantity.DerivedFrom is null ? string.Empty : " (derived)")} | {MarkdownText.Of(counted)} "
                + $"| {(quantity.AsOf is { } asOf ? MarkdownText.Of(Wording.Time(asOf)) : "not said")} | {MarkdownText.Of(voice)} | {Source(article)} |");
        }

        Line();
    }

    private void NotRead()
    {
        if (dossier.Diagnostics.IsEmpty) return;
        Line("# Not read or not analysed");
        Line();
        foreach (var diagnostic in dossier.Diagnostics)
        {
            var where = diagnostic.Document is { } d ? _view.Document(d).Paths[0] : diagnostic.Path ?? "the run";
            Line($"- {MarkdownText.Of(where)}: {MarkdownText.Of(diagnostic.Message)} ({diagnostic.Code})");
        }

        Line();
    }

    private string Outlets(IEnumerable<string> articles) => Wording.List([.. articles.Select(a => MarkdownText.Of(_view.Outlet(_view.Article(a)))).Distinct()]);

    /// <summary>Outlet and day, as a link where the page has an address that a browser would open.</summary>
    private string Source(DossierArticle article)
    {
        var words = MarkdownText.Of($"{_view.Outlet(article)}, {DossierView.DateOf(article)}");
        var url = article.Url ?? _view.Document(article.Document).Url;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? $"[{words}](<{uri.AbsoluteUri.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>)"
            : words;
    }

    /// <summary>In quotation marks that differ from those in it.</summary>
    private static string Quoted(string words) => words.AsSpan().IndexOfAny('"', '“', '”') >= 0 ? $"‘{MarkdownText.Of(words)}’" : $"“{MarkdownText.Of(words)}”";

    private void Line(string text = "") => output.WriteLine(text);
}
