using System.Collections.Immutable;
using System.Text;
using Crosscheck.Actors;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Attributions;
using Crosscheck.Claims;
using Crosscheck.Events;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Quantities;
using Crosscheck.Stories;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Tests.Claims;

/// <summary>Says who says what in an invented article: words of its body.</summary>
internal sealed record Says(string? Source, string Cue, string Content, SpeechAct Act = SpeechAct.Asserts, bool Named = true, bool Hedged = false);

/// <summary>A figure of an invented article: its words and what it counts.</summary>
internal sealed record Counts(string Figure, decimal Value, string Counted, QuantityModifier Modifier = QuantityModifier.Exact);

/// <summary>An event of an invented article: its trigger, and the named actor that takes part.</summary>
internal sealed record Happens(string Trigger, string Actor, string? Type = null);

/// <summary>Invented articles with the layers that the ledger reads, made by hand so that the test rests on no model but the ledger's own.</summary>
internal static class InventedStory
{
    private static readonly Lazy<LedgerKeeper> Keeper = new(() => LedgerKeeper.Load(Path.Combine(AppContext.BaseDirectory, "models")));

    public static (StoryLedger Ledger, Story Story) Keep(params AnalyzedArticle[] articles)
    {
        var all = articles.ToImmutableArray();
        var grouping = new StoryGrouper(TimeTagger.Load(), OutletRegister.Empty).Group(all);
        var story = Assert(grouping);
        return (Keeper.Value.Keep(story, grouping, all), story);
    }

    public static AnalyzedArticle Article(string outlet, string? day, string body, Says[]? says = null, Counts[]? counts = null, string? time = null, NoticeKind? notice = null, Happens[]? events = null, Block[]? blocks = null)
    {
        var text = new SourceText(body);
        var syntax = Syntax(text);
        var names = new List<ResolvedMention>();
        var actors = new List<Actor>();
        var attributions = new List<Attribution>();
        var speakers = new List<AttributionActors>();
        foreach (var said in says ?? [])
        {
            int? actor = null;
            if (said.Source is { } source)
            {
                actor = actors.FindIndex(a => a.Name == source);
                if (actor < 0)
                {
                    actor = actors.Count;
                    actors.Add(new Actor(source, EntityType.Person, [], []));
                }

                if (said.Named) names.Add(new ResolvedMention(new Mention(At(body, source), EntityType.Person, MentionForm.Name, 1), actor));
            }

            attributions.Add(new Attribution(
                said.Source is null ? [] : [At(body, said.Source)], [At(body, said.Cue)], said.Content.Length == 0 ? [] : [At(body, said.Content)],
                AttributionKind.Indirect, said.Act, said.Hedged, null, null, null, 0.9));
            speakers.Add(new AttributionActors(actor, null));
        }

        var happenings = new List<(NewsEvent Event, EventActors Actors)>();
        foreach (var happens in events ?? [])
        {
            if (!body.Contains(happens.Trigger, StringComparison.Ordinal) || !body.Contains(happens.Actor, StringComparison.Ordinal)) continue;
            var actor = actors.FindIndex(a => a.Name == happens.Actor);
            if (actor < 0)
            {
                actor = actors.Count;
                actors.Add(new Actor(happens.Actor, EntityType.Organization, [], []));
                names.Add(new ResolvedMention(new Mention(At(body, happens.Actor), EntityType.Organization, MentionForm.Name, 1), actor));
            }

            var trigger = new NewsEvent(At(body, happens.Trigger), null, null, happens.Type, null, null, null, Factuality.Happened, null, null, null, 0.9);
            happenings.Add((trigger, new EventActors(null, actor)));
        }

        var quantities = (counts ?? []).Select(c =>
        {
            var figure = At(body, c.Figure + " " + c.Counted);
            return new Quantity(
                new TextSpan(figure.Start, figure.Start + c.Figure.Length), c.Value, null, null, c.Modifier, "count", null,
                new TextSpan(figure.End - c.Counted.Length, figure.End), null, null, null, null, 0.9);
        }).ToImmutableArray();
        var article = new Article
        {
            DocumentSpan = text.Whole,
            Body = text,
            Outlet = new Sourced<string>(outlet, "test", 1),
            Published = day is null ? null : new Sourced<PublishedAt>(new PublishedAt(DateOnly.Parse(day), time is null ? null : TimeOnly.Parse(time), TimeSpan.Zero), "test", 1),
            Language = new Sourced<string>("en", "test", 1),
            Blocks = [.. blocks ?? []],
            Notices = notice is { } kind ? [new Notice(kind, new TextSpan(0, 0), "notice")] : [],
        };
        var document = new RawDocument([$"{outlet}.txt"], Encoding.UTF8.GetBytes(body), text.Sha256, DocumentFormat.PlainText, GivenMetadata.None);
        var part = new AnalyzedText(
            TextPart.Body, syntax, [.. names.Select(n => n.Mention)], [], quantities, [.. attributions], [.. happenings.Select(h => h.Event)],
            new PartActors([.. names], [.. speakers], [.. happenings.Select(h => h.Actors)], [.. quantities.Select(_ => (int?)null)]));
        return new AnalyzedArticle(article, document, [part], [.. actors], Covered: true, NotCoveredReason: null, body.Length, []);
    }

    private static Story Assert(Grouping grouping) => Xunit.Assert.Single(grouping.Stories);

    private static TextSpan At(string body, string words)
    {
        var start = body.IndexOf(words, StringComparison.Ordinal);
        Xunit.Assert.True(start >= 0, $"'{words}' is not in the body");
        return new TextSpan(start, start + words.Length);
    }

    /// <summary>Words at white space and sentences at full stops; no tags.</summary>
    private static SyntaxLayer Syntax(SourceText text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        int first = 0, at = 0;
        while (at < text.Length)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
            if (at > start) tokens.Add(new Token(new TextSpan(start, at)));
            if (tokens.Count > first && (at == text.Length || text[at - 1] is '.' or '?'))
            {
                sentences.Add(new Sentence(new TextSpan(tokens[first].Start, tokens[^1].End), first, tokens.Count));
                first = tokens.Count;
            }
        }

        return new SyntaxLayer(text, "en", tokens.ToImmutable(), sentences.ToImmutable());
    }
}
