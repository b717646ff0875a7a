using System.Collections.Immutable;
using Crosscheck.Articles.Captions;
using Crosscheck.Articles.Seams;
using Crosscheck.Diagnostics;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Articles.PlainText;

/// <summary>
/// Cuts a page that came as plain text into its stories, and each story into headline, date field, byline, dateline, captions, notices, furniture and
/// body. Every character that is no white space is found again in one of these. Thread-safe.
/// </summary>
public sealed class PlainTextReader
{
    private readonly SeamFinder _seams;

    private PlainTextReader(SeamFinder seams) => _seams = seams;

    /// <param name="engine">Whose encoder looks at the places where another story may begin; null: one is loaded from the folder when it is first needed.</param>
    /// <exception cref="InvalidOperationException">The folder lacks this stage's weights.</exception>
    public static PlainTextReader Load(string modelFolder, LanguageEngine? engine = null) =>
        new(SeamFinder.Load(modelFolder, engine is null ? new Lazy<LanguageEngine>(() => LanguageEngine.Load(modelFolder)) : new Lazy<LanguageEngine>(engine)));

    /// <param name="decoded">The page.</param>
    /// <param name="path">Of the document, for diagnostics.</param>
    /// <returns>The stories in the page's order; none for a page without ink.</returns>
    public ImmutableArray<Article> Read(SourceText decoded, GivenMetadata given, string path, List<Diagnostic> diagnostics)
    {
        var blocks = PageLines.Read(decoded, decoded.Whole);
        if (blocks.IsEmpty)
        {
            diagnostics.Add(new Diagnostic(DiagnosticCode.NoArticle, Severity.Warning, path, null, "The text is empty: there is no article to read."));
            return [];
        }

        var starts = Starts(decoded, blocks);
        var stories = new List<(TextSpan Span, StoryParts Parts)>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var span = new TextSpan(starts[i], i + 1 < starts.Count ? starts[i + 1] : decoded.Length);
            stories.Add((span, StoryReader.Read(decoded, PageLines.Read(decoded, span))));
        }

        return StoryWriter.Write(decoded, given, path, stories, diagnostics);
    }

    /// <summary>Offsets at which stories begin, the first at the page's start.</summary>
    private List<int> Starts(SourceText decoded, ImmutableArray<PageBlock> blocks)
    {
        var starts = new List<int> { 0 };
        var sure = StoryStarts.Find(decoded, blocks).Union(WireLines.StartsAfterEnds(decoded, blocks)).Order().ToList();
        var from = 0;
        for (var k = 0; k <= sure.Count; k++)
        {
            var to = k < sure.Count ? sure[k] : blocks.Length;
            if (to > from) AddSeams(decoded, blocks.AsSpan()[from..to].ToImmutableArray(), starts);
            // What stands before the first headline of the page belongs to its story, unless it is a story's text.
            if (k < sure.Count && to > 0 && !(starts.Count == 1 && IsOnlyHead(decoded, blocks, to))) starts.Add(blocks[to].Span.Start);
            from = to;
        }

        return starts;
    }

    private static bool IsOnlyHead(SourceText decoded, ImmutableArray<PageBlock> blocks, int end)
    {
        for (var i = 0; i < end; i++)
        {
            var span = blocks[i].Span;
            if (span.Length > 200 || SeamPlaces.EndsSentence(decoded.Value, span.Start, span.End)) return false;
        }

        return end < 6;
    }

    /// <summary>The seams within the body of what looks like one story.</summary>
    private void AddSeams(SourceText decoded, ImmutableArray<PageBlock> blocks, List<int> starts)
    {
        var body = StoryReader.Read(decoded, blocks).Body;
        if (body.Count == 0) return;
        var range = new TextSpan(body[0].Span.Start, body[^1].Span.End);
        foreach (var cut in _seams.Find(decoded, range)) starts.Add(HeadStart(decoded, blocks, cut, range.Start));
    }

    /// <summary>No story ends with a headline, byline or caption: lines of a head directly before a cut belong to the story after it.</summary>
    private static int HeadStart(SourceText decoded, ImmutableArray<PageBlock> blocks, int cut, int first)
    {
        var i = 0;
        while (i < blocks.Length && blocks[i].Span.Start < cut) i++;
        if (i >= blocks.Length || blocks[i].Span.Start != cut) return cut;
        for (var moved = 0; moved < 4 && i > 0 && blocks[i - 1].Span.Start > first; moved++)
        {
            var before = blocks[i - 1].Span;
            var line = decoded[before];
            var headline = HeadlineForm.Fits(decoded.Value, before) && WidgetTexts.KindOf(line) is null;
            if (!headline && Byline.Read(line) is null && (DateField.Read(decoded.Value, before) is not { } date || date.Span != before) && !CaptionParser.LooksLikeCaption(line)) break;
            i--;
        }

        return blocks[i].Span.Start;
    }
}
