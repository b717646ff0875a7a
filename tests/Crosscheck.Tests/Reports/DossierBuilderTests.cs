using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Diagnostics;
using Crosscheck.Reports;
using Crosscheck.Stories;
using Xunit;

namespace Crosscheck.Tests.Reports;

public sealed class DossierBuilderTests
{
    private static readonly Dossier Sample = DossierBuilder.Build(SampleFindings.Build());

    [Fact]
    public void Identifiers_run_on_across_the_articles()
    {
        Assert.Equal(["a1", "a2", "a3", "a4", "a5", "a6"], Sample.Articles.Select(a => a.Id));
        var attributions = Sample.Articles.SelectMany(a => a.Attributions).Select(q => q.Id).ToList();
        Assert.Equal(Enumerable.Range(1, attributions.Count).Select(n => $"q{n}"), attributions);
        Assert.Equal(Sample.Stories.SelectMany(s => s.Claims).Select((_, i) => $"c{i + 1}"), Sample.Stories.SelectMany(s => s.Claims).Select(c => c.Id));
    }

    [Fact]
    public void Every_reference_finds_its_item()
    {
        var ids = Sample.Documents.Select(d => d.Id).Concat(Sample.Articles.Select(a => a.Id)).Concat(Sample.Actors.Select(p => p.Id))
            .Concat(Sample.Stories.Select(s => s.Id)).Concat(Sample.Stories.SelectMany(s => s.Origins).Select(o => o.Id))
            .Concat(Sample.Stories.SelectMany(s => s.Claims).Select(c => c.Id)).Concat(Sample.Articles.SelectMany(a => a.Attributions).Select(q => q.Id))
            .Concat(Sample.Articles.SelectMany(a => a.Events).Select(e => e.Id)).Concat(Sample.Articles.SelectMany(a => a.Quantities).Select(n => n.Id)).ToHashSet();
        var used = Sample.Articles.Select(a => a.Document)
            .Concat(Sample.Articles.SelectMany(a => a.Mentions).Select(m => m.Actor).OfType<string>())
            .Concat(Sample.Articles.SelectMany(a => a.Quantities).SelectMany(n => new[] { n.SaidBy, n.DerivedFrom }).OfType<string>())
            .Concat(Sample.Articles.SelectMany(a => a.Events).SelectMany(e => new[] { e.Actor, e.Recipient, e.Attribution }).OfType<string>())
            .Concat(Sample.Stories.SelectMany(s => s.Articles))
            .Concat(Sample.Stories.SelectMany(s => s.Claims).SelectMany(c => c.Occurrences).SelectMany(o => new[] { o.Article, o.Origin, o.Speaker, o.Attribution }).OfType<string>())
            .Concat(Sample.Stories.SelectMany(s => s.Timeline).SelectMany(t => new[] { t.Event, t.Claim, t.Article }).OfType<string>());
        Assert.All(used, id => Assert.Contains(id, ids));
    }

    [Fact]
    public void An_article_without_a_printed_date_takes_the_inferred_one_and_its_times_say_so()
    {
        var gazette = Sample.Articles[5];
        Assert.True(gazette.Published is { Inferred: true, Value: "2031-05-14" });
        Assert.True(gazette.Times[0] is { Inferred: true, Value: "2031-05-14" });
        Assert.Equal("2031-05-14", gazette.Events[0].Time);
        Assert.Equal("2031-05-14", gazette.Quantities[0].AsOf);
    }

    [Fact]
    public void A_figure_names_the_actor_who_gave_it_and_what_it_was_computed_from()
    {
        Assert.Equal("p1", Sample.Articles[0].Quantities[0].SaidBy);
        var derived = Sample.Articles[5].Quantities[4];
        Assert.Equal(Sample.Articles[5].Quantities[2].Id, derived.DerivedFrom);
    }

    [Fact]
    public void Only_origins_that_assert_a_claim_stand_behind_it()
    {
        var warned = Sample.Stories[0].Claims[3];
        Assert.Equal(Sample.Stories[0].Origins[4].Id, Assert.Single(warned.Origins));
    }

    [Fact]
    public void Every_diagnostic_is_told_once_with_its_document()
    {
        Assert.Single(Sample.Diagnostics, d => d is { Code: DiagnosticCode.LanguageNotCovered, Document: "d4" });
        Assert.Single(Sample.Diagnostics, d => d is { Code: DiagnosticCode.InputNotFound, Document: null, Path: "pages/missing.html" });
    }

    [Fact]
    public void Findings_that_were_grouped_into_nothing_still_give_a_dossier()
    {
        var findings = SampleFindings.Build();
        ImmutableArray<AnalyzedArticle> articles = findings.Articles;
        var dossier = DossierBuilder.Build(findings with
        {
            Grouping = new Grouping([], [], [.. articles.Select(a => ImmutableArray.CreateRange(a.Actors.Select(_ => 0)))], []),
            Ledgers = [],
        });
        Assert.Equal(6, dossier.Articles.Length);
        Assert.All(dossier.Articles.SelectMany(a => a.Attributions), q => Assert.NotNull(q.SpeakerReason));
    }
}
