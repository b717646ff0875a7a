using System.Collections.Immutable;
using Crosscheck.Actors;
using Crosscheck.Articles;
using Crosscheck.Attributions;
using Crosscheck.Diagnostics;
using Crosscheck.Events;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Quantities;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Analysis;

/// <summary>Runs the layers over an article in their order. Immutable once built; any number of threads may share it.</summary>
public sealed class Analyzer
{
    /// <summary>Languages that the language layers cover.</summary>
    public static ImmutableHashSet<string> CoveredLanguages { get; } = ["en"];

    private readonly ImmutableArray<LayerStep> _steps;
    private readonly AnalyzerOptions _options;

    private readonly Lazy<LanguageEngine> _language;

    private Analyzer(Lazy<LanguageEngine> language, ImmutableArray<LayerStep> steps, AnalyzerOptions options)
    {
        _language = language;
        _steps = steps;
        _options = options;
    }

    /// <summary>The language engine, for other stages to share.</summary>
    public LanguageEngine Language => _language.Value;

    /// <param name="modelFolder">Folder of the trained weights.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static Analyzer Build(string modelFolder, AnalyzerOptions? options = null)
    {
        options ??= new AnalyzerOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxWords, nameof(options));

        var language = new Lazy<LanguageEngine>(() => LanguageEngine.Load(modelFolder));
        var times = new Lazy<TimeTagger>(TimeTagger.Load);
        var attributions = new Lazy<AttributionFinder>(() => AttributionFinder.Load(modelFolder));
        var quantities = new Lazy<QuantityFinder>(QuantityFinder.Load);
        var events = new Lazy<EventFinder>(() => EventFinder.Load(modelFolder));
        var actors = new Lazy<ActorResolver>(ActorResolver.Load);
        var steps = Wanted(options.Layers, CheckOrder(
        [
            new("syntax", Layers.None, Layers.Syntax, AnyLanguage: true, () => _ = language.Value, d => Each(d, p => p.Syntax = language.Value.Read(p.Text, d.Article.Language?.Value, p.Blocks))),
            new("names", Layers.Syntax, Layers.Names, AnyLanguage: false, null, d => Each(d, p => p.Names = NameFinder.Find(p.Syntax))),
            new("times", Layers.Syntax, Layers.Times, AnyLanguage: false, () => _ = times.Value, d => Each(d, p => p.Times = times.Value.Find(p.Syntax, ReferenceOf(d.Article)))),
            new("attributions", Layers.Syntax | Layers.Names | Layers.Times, Layers.Attributions, AnyLanguage: false, () => _ = attributions.Value, d => Each(d, p => p.Attributions = attributions.Value.Find(p.Syntax, p.Names, p.Times))),
            new("quantities", Layers.Syntax | Layers.Times | Layers.Attributions, Layers.Quantities, AnyLanguage: true, () => _ = quantities.Value, d => Each(d, p => p.Quantities = quantities.Value.Find(p.Syntax, p.Times, p.Attributions))),
            new("events", Layers.Syntax | Layers.Names | Layers.Times | Layers.Attributions, Layers.Events, AnyLanguage: false, () => _ = events.Value, d => Each(d, p => p.Events = events.Value.Find(p.Syntax, p.Names, p.Times, p.Attributions))),
            new("actors", Layers.Names | Layers.Attributions | Layers.Quantities | Layers.Events, Layers.Actors, AnyLanguage: true, () => _ = actors.Value, d => d.Actors = actors.Value.Resolve(
                [.. d.Parts.Select(p => new NamedPart(p.Part, p.Syntax, p.Names, p.Attributions, p.Quantities, p.Events))], d.Article.Outlet?.Value)),
        ]));

        // Weights are read side by side: a short run spends most of its time here. What is missing is said now, not at the first article.
        Task.WhenAll(steps.Where(s => s.Load is not null).Select(s => Task.Run(s.Load!))).GetAwaiter().GetResult();
        return new Analyzer(language, steps, options);
    }

    /// <summary>The steps that give what is wanted, and those that they need.</summary>
    private static ImmutableArray<LayerStep> Wanted(Layers wanted, ImmutableArray<LayerStep> steps)
    {
        foreach (var step in steps.Reverse())
        {
            if ((step.Gives & wanted) != Layers.None) wanted |= step.Needs;
        }

        return [.. steps.Where(s => (s.Gives & wanted) != Layers.None)];
    }

    /// <summary>Each step's needs must be given by an earlier one; a wrong order is a bug of the build, so it throws.</summary>
    internal static ImmutableArray<LayerStep> CheckOrder(ImmutableArray<LayerStep> steps)
    {
        var given = Layers.None;
        foreach (var step in steps)
        {
            if ((step.Needs & ~given) is var missing && missing != Layers.None)
            {
                throw new InvalidOperationException($"Step '{step.Name}' needs {missing}, which no earlier step gives.");
            }

            given |= step.Gives;
        }

        return steps;
    }

    public AnalyzedArticle Analyze(Article article, RawDocument document) => Analyze(article, document, null);

    /// <param name="after">Told the name of each step when it is done, for those who measure.</param>
    internal AnalyzedArticle Analyze(Article article, RawDocument document, Action<string>? after)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var end = EndOfWords(article.Body.Value, _options.MaxWords);
        if (end < article.Body.Length)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticCode.ArticleTruncated, Severity.Warning, document.Path, article.DocumentSpan,
                $"The article is longer than {_options.MaxWords} words: the text after offset {end} is kept but was not analysed. Raise --max-words to analyse it."));
        }

        var notCovered = NotCovered(article);
        if (notCovered is not null)
        {
            diagnostics.Add(new Diagnostic(DiagnosticCode.LanguageNotCovered, Severity.Note, document.Path, article.DocumentSpan, notCovered));
        }

        var draft = new Draft(article, PartsOf(article, end));
        foreach (var step in _steps)
        {
            if (notCovered is null || step.AnyLanguage) step.Run(draft);
            after?.Invoke(step.Name);
        }

        var actors = draft.Actors ?? new ActorLayer([], [.. draft.Parts.Select(_ => PartActors.None)]);
        return new AnalyzedArticle(
            article, document, [.. draft.Parts.Select((p, i) => p.Finish(actors.Parts[i]))], actors.Actors,
            notCovered is null, notCovered, end, diagnostics.ToImmutable());
    }

    private static void Each(Draft draft, Action<DraftPart> run)
    {
        foreach (var part in draft.Parts) run(part);
    }

    private static string? NotCovered(Article article) => article.Language switch
    {
        null => "The language could not be told, so names, attributions and the other language layers are empty.",
        { Value: var code } when !CoveredLanguages.Contains(code) => $"Articles in {Languages.NameOf(code)} are read, dated and compared for copies; their language layers are empty.",
        _ => null,
    };

    private static TimeReference ReferenceOf(Article article) =>
        article.Published is { Value: var at } ? new TimeReference(at.Day, at.Time) : TimeReference.Unknown;

    private static ImmutableArray<DraftPart> PartsOf(Article article, int end)
    {
        var parts = ImmutableArray.CreateBuilder<DraftPart>();
        var body = end < article.Body.Length ? new SourceText(article.Body.Value[..end]) : article.Body;
        parts.Add(new DraftPart(TextPart.Body, body, BlocksOf(article, body)));
        if (article.Headline is { } headline) parts.Add(new DraftPart(TextPart.Headline, new SourceText(headline.Value), []));
        for (var i = 0; i < article.Captions.Length; i++)
        {
            parts.Add(new DraftPart(TextPart.Caption(i), new SourceText(article.Captions[i].Text), []));
        }

        return parts.ToImmutable();
    }

    /// <summary>The body's blocks; a dateline is no part of the sentence behind it.</summary>
    private static ImmutableArray<TextSpan> BlocksOf(Article article, SourceText body)
    {
        var blocks = article.Blocks.Select(b => b.Span.Intersect(body.Whole)).OfType<TextSpan>().ToList();
        if (article.Dateline is { } dateline && blocks.FindIndex(b => b.Contains(dateline) && dateline.End < b.End) is var i and >= 0)
        {
            blocks.Insert(i + 1, new TextSpan(dateline.End, blocks[i].End));
            blocks[i] = new TextSpan(blocks[i].Start, dateline.End);
        }

        return [.. blocks];
    }

    /// <summary>Offset just after the last of the first <paramref name="limit"/> white-space words.</summary>
    private static int EndOfWords(string text, int limit)
    {
        var words = 0;
        var inside = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                if (inside && words == limit) return i;
                inside = false;
            }
            else if (!inside)
            {
                inside = true;
                words++;
            }
        }

        return text.Length;
    }
}
