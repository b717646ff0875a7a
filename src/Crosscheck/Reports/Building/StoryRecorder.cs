using System.Collections.Immutable;
using Crosscheck.Claims;
using Crosscheck.Stories;
using Crosscheck.Text;

namespace Crosscheck.Reports.Building;

/// <summary>Records the stories with their origins, copies, claims and time line.</summary>
internal static class StoryRecorder
{
    public static ImmutableArray<DossierStory> Record(
        Findings findings, ImmutableArray<DossierArticle> articles, ImmutableArray<ArticleIds> ids, Numbering numbers)
    {
        var stories = findings.Grouping.Stories;
        ImmutableArray<string> storyIds = [.. stories.Select(_ => numbers.Story())];
        var records = ImmutableArray.CreateBuilder<DossierStory>(stories.Length);
        for (var i = 0; i < stories.Length; i++)
        {
            var story = stories[i];
            ImmutableArray<string> origins = [.. story.Origins.Select(_ => numbers.Origin())];
            var ledger = i < findings.Ledgers.Length ? findings.Ledgers[i] : new StoryLedger([], []);
            ImmutableArray<string> claims = [.. ledger.Claims.Select(_ => numbers.Claim())];
            records.Add(new DossierStory(
                storyIds[i],
                story.Title,
                Ids(story.Articles, articles),
                story.Follows is { } f && f >= 0 && f < storyIds.Length ? storyIds[f] : null,
                [.. story.Origins.Select((o, n) => Origin(o, origins[n], findings, articles))],
                [.. story.Copies.Select(c => new DossierCopy(articles[c.A].Id, articles[c.B].Id, c.Relation, Measured.Probability(c.Score), c.Passages))],
                [.. ledger.Claims.Select((c, n) => Claim(c, claims[n], claims, origins, findings, ids))],
                [.. ledger.Timeline.Select(t => Entry(t, claims, ids)).OfType<DossierTimelineEntry>()]));
        }

        return records.ToImmutable();
    }

    private static DossierOrigin Origin(Origin origin, string id, Findings findings, ImmutableArray<DossierArticle> articles) => new(
        id, origin.Kind, origin.Name, ActorIndex.Id(findings.Grouping, origin.Actor), Ids(origin.Articles, articles),
        [.. origin.Evidence.Select(e => Evidence(e, findings, articles))]);

    private static DossierEvidence Evidence(OriginEvidence evidence, Findings findings, ImmutableArray<DossierArticle> articles)
    {
        var analyzed = findings.Articles[evidence.Article];
        var source = evidence.InDocument ? DecodedOf(findings, analyzed.Document.Sha256, analyzed.Document.Path) : analyzed.Article.Body;
        var words = source is not null && evidence.Span.End <= source.Length ? source.Slice(evidence.Span) : string.Empty;
        return new DossierEvidence(
            articles[evidence.Article].Id,
            evidence.InDocument ? null : evidence.Span,
            evidence.InDocument ? "it stands on the page outside the text" : null,
            evidence.InDocument ? evidence.Span : null,
            words);
    }

    private static SourceText? DecodedOf(Findings findings, string sha256, string path)
    {
        foreach (var document in findings.Documents)
        {
            if (document.Raw.Sha256 == sha256 && document.Raw.Path == path) return document.Decoded;
        }

        return null;
    }

    private static DossierClaim Claim(
        Claim claim, string id, ImmutableArray<string> claims, ImmutableArray<string> origins, Findings findings, ImmutableArray<ArticleIds> ids)
    {
        string? OriginId(int index) => index >= 0 && index < origins.Length ? origins[index] : null;
        return new DossierClaim(
            id, claim.Text, claim.Kind,
            [.. claim.Alternatives.Where(a => a >= 0 && a < claims.Length).Select(a => claims[a])],
            claim.Standing, Measured.Probability(claim.Confidence),
            [.. claim.Occurrences.Where(o => o.Firm).Select(o => o.Origin).Distinct().Order().Select(OriginId).OfType<string>()],
            [.. claim.Occurrences.Select(o => Occurrence(o, OriginId(o.Origin), findings, ids))],
            [.. claim.Conflicts.Select(c => new DossierConflict(c.Kind, c.A, c.B, c.Resolution, c.Note, Measured.Probability(c.Confidence)))],
            [.. claim.LeftOutBy.Select(l => new DossierLeftOut(ids[l.Article].Article, l.Basis))]);
    }

    private static DossierOccurrence Occurrence(Occurrence occurrence, string? origin, Findings findings, ImmutableArray<ArticleIds> ids)
    {
        var speaker = ActorIndex.Id(findings.Grouping, occurrence.Speaker);
        return new DossierOccurrence(
            ids[occurrence.Article].Article, occurrence.Part.Label, occurrence.Span, occurrence.Sentence, origin,
            occurrence.Attributed ? Voice.Attributed : Voice.Narrated,
            speaker, speaker is not null ? null : occurrence.Attributed ? "the source could not be told or is not named" : "told in the outlet's own words",
            ids[occurrence.Article].Of(occurrence.Part)?.Attribution(occurrence.Attribution),
            occurrence.Stance, occurrence.Firm, Measured.Probability(occurrence.Confidence));
    }

    private static DossierTimelineEntry? Entry(TimelineEntry entry, ImmutableArray<string> claims, ImmutableArray<ArticleIds> ids)
    {
        if (ids[entry.Article].Of(entry.Part)?.Event(entry.Event) is not { } found) return null;
        return new DossierTimelineEntry(
            entry.Time, found, ids[entry.Article].Article, entry.Claim is { } c && c >= 0 && c < claims.Length ? claims[c] : null);
    }

    private static ImmutableArray<string> Ids(ImmutableArray<int> indices, ImmutableArray<DossierArticle> articles) => [.. indices.Select(i => articles[i].Id)];
}
