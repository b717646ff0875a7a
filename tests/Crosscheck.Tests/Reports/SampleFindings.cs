using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Attributions;
using Crosscheck.Claims;
using Crosscheck.Diagnostics;
using Crosscheck.Events;
using Crosscheck.Names;
using Crosscheck.Quantities;
using Crosscheck.Reports;
using Crosscheck.Stories;
using Crosscheck.Text;

namespace Crosscheck.Tests.Reports;

/// <summary>
/// What a run would find on invented pages: a depot explodes, three outlets and a wire give tolls that differ, the operator denies
/// a warning, the authority declines, a ministry is silent; one article is in Arabic; one page is hostile.
/// </summary>
internal static class SampleFindings
{
    private const int Vell = 0, Castan = 1, Port = 2, Ministry = 3, Residents = 4, Orvane = 5;

    public static Findings Build()
    {
        ImmutableArray<SamplePage> pages = [HarbourPost(), NorthernLedger(), DailyQuill(), AlMarsa(), Hostile(), ValeGazette()];
        var finished = pages.Select(p => p.Finish()).ToImmutableArray();
        var articles = finished.Select(f => f.Analyzed).ToImmutableArray();
        return new Findings(
            [.. finished.Select(f => f.Document)],
            articles,
            Group(pages, articles),
            [Ledger(pages), new StoryLedger([], [])],
            [
                new Diagnostic(DiagnosticCode.InputNotFound, Severity.Error, "pages/missing.html", null, "No such file. The other inputs were read."),
                new Diagnostic(DiagnosticCode.NoPublicationDate, Severity.Note, "pages/gazette.txt", new TextSpan(0, 10), "The page prints no date of publication."),
            ],
            ImmutableSortedDictionary<string, string>.Empty.Add("language/tagger.bin", new string('a', 64)).Add("names/names.bin", new string('b', 64)));
    }

    private static SamplePage HarbourPost()
    {
        var page = new SamplePage(
            "pages/harbour.txt",
            "Grain depot blast kills at least 12 in Orvane",
            "At least 12 people were killed on Sunday when a grain depot exploded in the port of Orvane, the regional fire chief, Mara Vell, said.|“We had warned the operator twice about the dust,” Vell told The Harbour Post.",
            "Castan Grain, which runs the depot, denied that it had received any warning.|The port authority declined to say when the depot was last inspected.",
            "About 340 people were moved to a school on Monday.|Some 40 percent of the port is closed.")
        { Outlet = "The Harbour Post", Published = "2031-05-12", Url = "https://harbourpost.example/orvane-depot" };
        var vell = page.Actor("Mara Vell", EntityType.Person, "the regional fire chief", "Vell");
        var castan = page.Actor("Castan Grain", EntityType.Organization);
        var port = page.Actor("The port authority", EntityType.Organization);
        var orvane = page.Actor("Orvane", EntityType.Location);
        page.Name("Orvane", EntityType.Location, orvane).Name("the regional fire chief", EntityType.Person, vell, MentionForm.Nominal)
            .Name("Mara Vell", EntityType.Person, vell).Name("Castan Grain", EntityType.Organization, castan)
            .Name("The port authority", EntityType.Organization, port, MentionForm.Nominal)
            .Name("The Harbour Post", EntityType.Organization, null);
        page.Time("Sunday", "2031-05-11").Time("Monday", "2031-05-12");
        page.Quantity("At least 12 people", 12, "people", vell, "Mara Vell", "Sunday", QuantityModifier.AtLeast, low: 12)
            .Quantity("About 340 people", 340, "people", modifier: QuantityModifier.About, asOf: "Monday")
            .Quantity("Some 40 percent", 40, "the port", modifier: QuantityModifier.About, unit: "percent");
        var said = page.Said("the regional fire chief, Mara Vell", "said",
            "At least 12 people were killed on Sunday when a grain depot exploded in the port of Orvane", SpeechAct.Asserts, vell);
        page.Said("Vell", "told", "“We had warned the operator twice about the dust,”", SpeechAct.Asserts, vell, AttributionKind.Direct, addressee: "The Harbour Post");
        page.Said("Castan Grain, which runs the depot", "denied", "that it had received any warning", SpeechAct.Denies, castan);
        page.Said("The port authority", "declined to say", "when the depot was last inspected", SpeechAct.Declines, port);
        page.Event("exploded", "ACCIDENT", null, Factuality.Happened, time: 0, place: "Orvane", attribution: said);
        page.Event("moved", "AID", "073", Factuality.Happened, time: 1);
        page.Caption("Smoke over the port of Orvane on Sunday evening.", "Meridian Press");
        page.Cut(FurnitureKind.RepeatedHeadline, "Grain depot blast kills at least 12 in Orvane!").Cut(FurnitureKind.Related, "Read also: Ten harbours seen from above");
        return page;
    }

    private static SamplePage NorthernLedger()
    {
        var page = new SamplePage(
            "pages/ledger.txt",
            "Orvane explosion: 15 dead, inspectors to arrive",
            "Fifteen people died in Sunday's explosion at the Castan Grain depot, the interior ministry said on Tuesday.|Inspectors will arrive on Wednesday.",
            "The ministry has remained silent about earlier warnings.|Residents allege that the depot had been overfilled for weeks.")
        { Outlet = "Northern Ledger", Published = "2031-05-13", Url = "https://www.northernledger.example/a?id=7&x=\"1\"" };
        MinistryLayers(page);
        var residents = page.Actor("Residents", EntityType.Group);
        page.Name("Residents", EntityType.Group, residents, MentionForm.Nominal);
        page.Said("Residents", "allege", "that the depot had been overfilled for weeks", SpeechAct.Alleges, residents);
        page.Notice(NoticeKind.Wire, "With reporting by Meridian Press", "Meridian Press");
        page.Cut(FurnitureKind.Newsletter, "Subscribe to the Ledger’s morning letter");
        return page;
    }

    private static SamplePage DailyQuill()
    {
        var page = new SamplePage(
            "pages/quill.txt",
            "Fifteen dead in depot blast",
            "Fifteen people died in Sunday's explosion at the Castan Grain depot, the interior ministry said on Tuesday.|Inspectors will arrive on Wednesday.",
            "The ministry has remained silent about earlier warnings.")
        { Outlet = "Daily Quill", Published = "2031-05-13" };
        MinistryLayers(page);
        page.Notice(NoticeKind.Wire, "(Meridian Press)", "Meridian Press");
        return page;
    }

    private static void MinistryLayers(SamplePage page)
    {
        var ministry = page.Actor("the interior ministry", EntityType.Organization, null, "The ministry");
        var castan = page.Actor("Castan Grain", EntityType.Organization);
        page.Name("Castan Grain", EntityType.Organization, castan).Name("the interior ministry", EntityType.Organization, ministry, MentionForm.Nominal)
            .Name("The ministry", EntityType.Organization, ministry, MentionForm.Nominal);
        page.Time("Sunday", "2031-05-11").Time("Tuesday", "2031-05-13").Time("Wednesday", "2031-05-14");
        page.Quantity("Fifteen people", 15, "people", ministry, "the interior ministry", "Tuesday");
        var said = page.Said("the interior ministry", "said", "Fifteen people died in Sunday's explosion at the Castan Grain depot", SpeechAct.Asserts, ministry);
        page.Said("The ministry", "has remained silent", "about earlier warnings", SpeechAct.Silent, ministry);
        page.Event("explosion", "ACCIDENT", null, Factuality.Happened, time: 0, attribution: said);
        page.Event("arrive", null, null, Factuality.Planned, time: 2);
    }

    private static SamplePage AlMarsa() =>
        new("pages/marsa.txt", "انفجار مستودع حبوب في ميناء أورفاني", "قتل عدد من الأشخاص في انفجار مستودع حبوب يوم الأحد.|وقالت السلطات إن التحقيق بدأ.")
        { Outlet = "Al-Marsa", Published = "2031-05-13", Language = "ar" };

    private static SamplePage Hostile() =>
        new("pages/hostile.html", "<script>document.title='owned'</script> & a \"headline\"",
            "A body with </p><script>document.title='owned'</script> and <img src=x onerror=alert(1)> and a right-to-left \u202Eoverride.")
        { Outlet = "\"><svg onload=alert(1)>", Published = "2031-05-13", Url = "javascript:alert(1)" };

    private static SamplePage ValeGazette()
    {
        var page = new SamplePage(
            "pages/gazette.txt",
            "Valley mourns as toll climbs",
            "Seventeen people have now died, fire chief Mara Vell said on Wednesday.|A hospital source said the figure was 14.",
            "Forty tons of grain burned, up 25 percent from the first estimate.|The cause could be dust or arson.")
        { Outlet = "The Vale Gazette" };
        var vell = page.Actor("Mara Vell", EntityType.Person, "fire chief");
        page.Name("Mara Vell", EntityType.Person, vell).Name("A hospital source", EntityType.Person, null, MentionForm.Nominal);
        page.Time("Wednesday", null, reason: "The page gives no date of publication to count from.");
        page.Quantity("Seventeen people", 17, "people", vell, "fire chief Mara Vell", "Wednesday")
            .Quantity("14", 14, null, saidBy: "A hospital source")
            .Quantity("Forty tons", 40, "grain", unit: "ton")
            .Quantity("up 25 percent", 25, "grain", unit: "percent", change: new QuantityChange(ChangeDirection.Up, page.At("the first estimate")))
            .Quantity("up 25 percent", 32, "grain", unit: "ton", derivedFrom: 2, modifier: QuantityModifier.About);
        page.Said("fire chief Mara Vell", "said on Wednesday", "Seventeen people have now died", SpeechAct.Asserts, vell);
        page.Said("A hospital source", "said", "the figure was 14", SpeechAct.Asserts, null, hedged: true);
        page.Event("died", "ACCIDENT", null, Factuality.Happened, time: 0, attribution: 0);
        return page;
    }

    private static Grouping Group(ImmutableArray<SamplePage> pages, ImmutableArray<AnalyzedArticle> articles)
    {
        var wednesday = articles[5].Body.Times[0] with { Value = "2031-05-14", ValueReason = null, Inferred = true };
        var credit = "With reporting by Meridian Press";
        ImmutableArray<Origin> origins =
        [
            new(OriginKind.Own, "The Harbour Post", [0], []),
            new(OriginKind.Wire, "Meridian Press", [1, 2], [new OriginEvidence(1, pages[1].InDocument(credit), InDocument: true), new OriginEvidence(2, pages[2].InDocument("(Meridian Press)"), InDocument: true)]),
            new(OriginKind.Own, "The Vale Gazette", [5], []),
            new(OriginKind.Own, "Al-Marsa", [3], []),
            new(OriginKind.Voice, "Mara Vell", [0, 5], [new OriginEvidence(0, pages[0].At("the regional fire chief, Mara Vell"), InDocument: false)], Vell),
            new(OriginKind.Voice, "the interior ministry", [1, 2], [new OriginEvidence(1, pages[1].At("the interior ministry"), InDocument: false)], Ministry),
            new(OriginKind.Voice, "Castan Grain", [0], [new OriginEvidence(0, pages[0].At("Castan Grain, which runs the depot"), InDocument: false)], Castan),
        ];
        var shared = "Fifteen people died in Sunday's explosion at the Castan Grain depot, the interior ministry said on Tuesday. Inspectors will arrive on Wednesday.";
        return new Grouping(
            [
                new Story("Grain depot blast in Orvane", [0, 1, 2, 3, 5], null, origins,
                    [new Copy(1, 2, CopyRelation.Contained, 0.98, [new SharedPassage(pages[1].At(shared), pages[2].At(shared))]), new Copy(0, 1, CopyRelation.Independent, 0.04, [])]),
                new Story("<script>document.title='owned'</script> & a \"headline\"", [4], 0, [new Origin(OriginKind.Own, "\"><svg onload=alert(1)>", [4], [])], []),
            ],
            [
                new CorpusActor("Mara Vell", EntityType.Person, ["Vell"], [new CorpusRole("regional fire chief", [0]), new CorpusRole("fire chief", [5])]),
                new CorpusActor("Castan Grain", EntityType.Organization, [], [new CorpusRole("which runs the depot", [0])]),
                new CorpusActor("the port authority", EntityType.Organization, [], []),
                new CorpusActor("the interior ministry", EntityType.Organization, ["The ministry"], []),
                new CorpusActor("Residents", EntityType.Group, [], []),
                new CorpusActor("Orvane", EntityType.Location, [], []),
            ],
            [[Vell, Castan, Port, Orvane], [Ministry, Castan, Residents], [Ministry, Castan], [], [], [Vell]],
            [null, null, null, null, null, new InferredDate(new DateOnly(2031, 5, 14), "follows the tolls of 12 and 13 May in two companions", 0.7, [[wednesday], [], []])]);
    }

    private static StoryLedger Ledger(ImmutableArray<SamplePage> pages)
    {
        Occurrence Says(int article, string clause, int origin, Stance stance = Stance.Asserts, int? speaker = null, int? attribution = null) => new(
            article, TextPart.Body, pages[article].At(clause), pages[article].SentenceOf(clause), origin, speaker is not null || attribution is not null, speaker, attribution, stance, 0.86,
            Firm: stance == Stance.Asserts && (attribution is null || speaker is not null));

        return new StoryLedger(
            [
                new Claim("A grain depot exploded in the port of Orvane", ClaimKind.Fact, [], Standing.Corroborated, 0.93,
                    [
                        Says(0, "a grain depot exploded in the port of Orvane", 4, speaker: Vell, attribution: 0),
                        Says(1, "Sunday's explosion at the Castan Grain depot", 5, speaker: Ministry, attribution: 0),
                        Says(2, "Sunday's explosion at the Castan Grain depot", 5, speaker: Ministry, attribution: 0),
                    ], [], []),
                new Claim("At least 12 people were killed on Sunday", ClaimKind.Fact, [], Standing.Updated, 0.81,
                    [
                        Says(0, "At least 12 people were killed on Sunday", 4, speaker: Vell, attribution: 0),
                        Says(5, "Seventeen people have now died", 4, speaker: Vell, attribution: 0),
                        Says(1, "Fifteen people died in Sunday's explosion", 5, speaker: Ministry, attribution: 0),
                        Says(2, "Fifteen people died in Sunday's explosion", 5, speaker: Ministry, attribution: 0),
                    ],
                    [new Conflict(ConflictKind.Number, 0, 1, ConflictResolution.Update, "12 on 11 May, 17 on 14 May: the same voice", 0.8)], []),
                new Claim("Seventeen people have now died", ClaimKind.Fact, [], Standing.Disputed, 0.64,
                    [
                        Says(5, "Seventeen people have now died", 4, speaker: Vell, attribution: 0),
                        Says(5, "the figure was 14", 2, Stance.Hedges, attribution: 1),
                    ],
                    [new Conflict(ConflictKind.Number, 0, 1, ConflictResolution.Disagreement, "17 against 14 people", 0.66)], []),
                new Claim("We had warned the operator twice about the dust", ClaimKind.Fact, [], Standing.Disputed, 0.9,
                    [
                        Says(0, "We had warned the operator twice about the dust", 4, speaker: Vell, attribution: 1),
                        Says(0, "that it had received any warning", 6, Stance.Denies, Castan, 2),
                        Says(1, "about earlier warnings", 5, Stance.Silent, Ministry, 1),
                        Says(2, "about earlier warnings", 5, Stance.Silent, Ministry, 1),
                    ],
                    [new Conflict(ConflictKind.Denial, 0, 1, ConflictResolution.Disagreement, "Mara Vell says it, Castan Grain denies it", 0.9)],
                    [new LeftOut(1, "published 2031-05-13, claim known since 2031-05-12; covers the explosion")]),
                new Claim("Inspectors will arrive on Wednesday", ClaimKind.Plan, [], Standing.SingleOrigin, 0.77,
                    [Says(1, "Inspectors will arrive on Wednesday", 1), Says(2, "Inspectors will arrive on Wednesday", 1)], [], []),
                new Claim("About 340 people were moved to a school on Monday", ClaimKind.Fact, [], Standing.SingleOrigin, 0.84,
                    [Says(0, "About 340 people were moved to a school on Monday", 0)], [],
                    [new LeftOut(1, "published 2031-05-13, claim known since 2031-05-12; covers the explosion")]),
                new Claim("The depot had been overfilled for weeks", ClaimKind.Fact, [], Standing.Unconfirmed, 0.71,
                    [Says(1, "the depot had been overfilled for weeks", 1, Stance.Alleges, Residents, 2)], [], []),
                new Claim("The cause could be dust", ClaimKind.Explanation, [8], Standing.SingleOrigin, 0.5, [Says(5, "The cause could be dust", 2, Stance.Hedges)], [], []),
                new Claim("or arson", ClaimKind.Explanation, [7], Standing.SingleOrigin, 0.5, [Says(5, "or arson", 2, Stance.Hedges)], [], []),
                new Claim("The port authority declined to say when the depot was last inspected", ClaimKind.Fact, [], Standing.Unconfirmed, 0.6,
                    [Says(0, "when the depot was last inspected", 0, Stance.Declines, Port, 3)], [], []),
            ],
            [
                new TimelineEntry("2031-05-11", 0, TextPart.Body, 0, 0),
                new TimelineEntry("2031-05-12", 0, TextPart.Body, 1, 5),
                new TimelineEntry("2031-05-14", 1, TextPart.Body, 1, 4),
                new TimelineEntry("2031-05-14", 5, TextPart.Body, 0, null),
            ]);
    }
}
