using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Crosscheck.Actors;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Attributions;
using Crosscheck.Diagnostics;
using Crosscheck.Events;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Quantities;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Tests.Reports;

/// <summary>An invented page whose layers are marked by quoting the words they stand on.</summary>
internal sealed class SamplePage
{
    private readonly List<Block> _blocks = [];
    private readonly List<Sentence> _sentences = [];
    private readonly List<Token> _tokens = [];
    private readonly List<ResolvedMention> _mentions = [];
    private readonly List<TimeExpression> _times = [];
    private readonly List<(Quantity Quantity, int? Speaker)> _quantities = [];
    private readonly List<(Attribution Attribution, AttributionActors Who)> _attributions = [];
    private readonly List<(NewsEvent Event, EventActors Who)> _events = [];
    private readonly List<Actor> _actors = [];
    private readonly List<Notice> _notices = [];
    private readonly List<Furniture> _furniture = [];
    private readonly List<Caption> _captions = [];
    private readonly StringBuilder _decoded = new();
    private readonly string _path;
    private readonly string? _headline;
    private readonly TextSpan? _headlineSpan;

    /// <param name="paragraphs">Sentences of each paragraph, parted by <c>|</c>.</param>
    public SamplePage(string path, string? headline, params string[] paragraphs)
    {
        _path = path;
        _headline = headline;
        if (headline is not null)
        {
            _headlineSpan = new TextSpan(0, headline.Length);
            _decoded.Append(headline).Append('\n');
        }

        var body = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            if (body.Length > 0) body.Append("\n\n");
            var start = body.Length;
            foreach (var sentence in paragraph.Split('|'))
            {
                if (body.Length > start) body.Append(' ');
                AddSentence(body.Length, sentence);
                body.Append(sentence);
            }

            _blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(start, body.Length), new TextSpan(start, body.Length).Shift(_decoded.Length)));
        }

        Text = body.ToString();
        _decoded.Append(Text).Append('\n');
    }

    public string Text { get; }

    public string? Outlet { get; init; }

    public string? Published { get; init; }

    public string? Url { get; init; }

    public string Language { get; init; } = "en";

    private void AddSentence(int start, string sentence)
    {
        var first = _tokens.Count;
        var at = 0;
        foreach (var word in sentence.Split(' '))
        {
            if (word.Length > 0) _tokens.Add(new Token(new TextSpan(start + at, start + at + word.Length)));
            at += word.Length + 1;
        }

        _sentences.Add(new Sentence(new TextSpan(start, start + sentence.Length), first, _tokens.Count));
    }

    public TextSpan At(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return start >= 0 ? new TextSpan(start, start + words.Length) : throw new ArgumentException($"'{words}' is not in {_path}.");
    }

    public int SentenceOf(string words)
    {
        var at = At(words).Start;
        return _sentences.FindIndex(s => s.Span.Contains(at));
    }

    public int Actor(string name, EntityType type, string? role = null, params string[] aliases)
    {
        _actors.Add(new Actor(name, type, [.. aliases], role is null ? [] : [new ActorRole(role, TextPart.Body, At(role))]));
        return _actors.Count - 1;
    }

    public SamplePage Name(string words, EntityType type, int? actor, MentionForm form = MentionForm.Name)
    {
        _mentions.Add(new ResolvedMention(new Mention(At(words), type, form, 0.95), actor));
        return this;
    }

    public SamplePage Time(string words, string? value, TimeAnchor anchor = TimeAnchor.Publication, string? reason = null)
    {
        _times.Add(new TimeExpression(At(words), TimeType.Date, value, anchor, null, 0.9, reason));
        return this;
    }

    public SamplePage Quantity(
        string words, decimal? value, string? counted, int? speaker = null, string? saidBy = null, string? asOf = null,
        QuantityModifier modifier = QuantityModifier.Exact, decimal? low = null, decimal? high = null, string unit = "count",
        QuantityChange? change = null, int? derivedFrom = null)
    {
        _quantities.Add((new Quantity(
            At(words), value, low, high, modifier, unit, null, counted is null ? null : At(counted), asOf is null ? null : At(asOf),
            saidBy is null ? null : At(saidBy), change, derivedFrom, 0.88), speaker));
        return this;
    }

    public int Said(
        string? source, string cue, string content, SpeechAct act, int? speaker, AttributionKind kind = AttributionKind.Indirect, bool hedged = false,
        string? addressee = null, int? addresseeActor = null)
    {
        _attributions.Add((new Attribution(
            source is null ? [] : [At(source)], [At(cue)], [At(content)], kind, act, hedged, addressee is null ? null : At(addressee), null, null, 0.91),
            new AttributionActors(speaker, addresseeActor)));
        return _attributions.Count - 1;
    }

    public int Event(
        string trigger, string? type, string? cameo, Factuality factuality, int? actor = null, int? recipient = null, int? time = null,
        string? place = null, int? attribution = null)
    {
        _events.Add((new NewsEvent(
            At(trigger), null, null, type, type is null ? "the word fits no type" : null, null, cameo, factuality, time, place is null ? null : At(place),
            attribution, 0.72), new EventActors(actor, recipient)));
        return _events.Count - 1;
    }

    public SamplePage Notice(NoticeKind kind, string text, string? names = null)
    {
        _notices.Add(new Notice(kind, Print(text), text, names));
        return this;
    }

    public SamplePage Cut(FurnitureKind kind, string text)
    {
        _furniture.Add(new Furniture(kind, Print(text), text));
        return this;
    }

    public SamplePage Caption(string text, string? credit)
    {
        _captions.Add(new Caption(text, credit, null, Print(text)));
        return this;
    }

    /// <summary>Where a printed notice stands in the decoded document.</summary>
    public TextSpan InDocument(string text)
    {
        var start = _decoded.ToString().IndexOf(text, StringComparison.Ordinal);
        return new TextSpan(start, start + text.Length);
    }

    private TextSpan Print(string text)
    {
        var span = new TextSpan(_decoded.Length, _decoded.Length + text.Length);
        _decoded.Append(text).Append('\n');
        return span;
    }

    public (ReadDocument Document, AnalyzedArticle Analyzed) Finish()
    {
        var decoded = new SourceText(_decoded.ToString());
        var bytes = Encoding.UTF8.GetBytes(decoded.Value);
        var raw = new RawDocument([_path], bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), DocumentFormat.PlainText, GivenMetadata.None);
        var covered = Language == "en";
        var reason = covered ? null : $"Articles in {Languages.NameOf(Language)} are read, dated and compared for copies; their language layers are empty.";
        var page = new Article
        {
            DocumentSpan = decoded.Whole,
            Body = new SourceText(Text),
            Blocks = [.. _blocks],
            Headline = _headline is null ? null : new Sourced<string>(_headline, "first line", 0.9),
            HeadlineSpan = _headlineSpan,
            Outlet = Outlet is null ? null : new Sourced<string>(Outlet, "site name", 0.95),
            Published = Published is null ? null : new Sourced<PublishedAt>(new PublishedAt(DateOnly.Parse(Published)), "date field before the text", 0.97),
            Url = Url,
            Language = new Sourced<string>(Language, "the text", 0.99),
            Captions = [.. _captions],
            Notices = [.. _notices],
            Furniture = [.. _furniture],
        };
        var document = new ReadDocument(raw, "utf-8", "text/plain", decoded, [page], []);
        ImmutableArray<Diagnostic> diagnostics = covered
            ? []
            : [new Diagnostic(DiagnosticCode.LanguageNotCovered, Severity.Note, _path, page.DocumentSpan, reason!)];
        var parts = ImmutableArray.CreateBuilder<AnalyzedText>();
        parts.Add(new AnalyzedText(
            TextPart.Body, new SyntaxLayer(page.Body, Language, [.. _tokens], [.. _sentences]),
            [.. _mentions.Where(m => m.Mention.Form == MentionForm.Name).Select(m => m.Mention)], [.. _times], [.. _quantities.Select(q => q.Quantity)],
            [.. _attributions.Select(a => a.Attribution)], [.. _events.Select(e => e.Event)],
            new PartActors([.. _mentions], [.. _attributions.Select(a => a.Who)], [.. _events.Select(e => e.Who)], [.. _quantities.Select(q => q.Speaker)])));
        if (_headline is not null) parts.Add(Bare(TextPart.Headline, _headline));
        for (var i = 0; i < _captions.Count; i++) parts.Add(Bare(TextPart.Caption(i), _captions[i].Text));
        return (document, new AnalyzedArticle(page, raw, parts.ToImmutable(), [.. _actors], covered, reason, Text.Length, diagnostics));
    }

    private AnalyzedText Bare(TextPart part, string text) => new(
        part,
        new SyntaxLayer(new SourceText(text), Language, [new Token(new TextSpan(0, text.Length))], [new Sentence(new TextSpan(0, text.Length), 0, 1)]),
        [], [], [], [], [], new PartActors([], [], [], []));
}
