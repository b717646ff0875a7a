using System.Collections.Immutable;
using Crosscheck.Articles.Captions;
using Crosscheck.Articles.Notices;
using Crosscheck.Text;

namespace Crosscheck.Articles.PlainText;

/// <summary>The parts of one story as they are told apart, block by block.</summary>
internal sealed class StoryParts(SourceText document)
{
    private const double SameText = 0.85;
    private const int CaptionsLookedAt = 10;

    public TextSpan? Headline { get; set; }

    public DateField? Published { get; set; }

    public DateField? Changed { get; set; }

    public List<(BlockKind Kind, TextSpan Span)> Body { get; } = [];

    public List<Caption> Captions { get; } = [];

    public List<Notice> Notices { get; } = [];

    public List<Furniture> Furniture { get; } = [];

    public List<string> Authors { get; } = [];

    public List<string> Agencies { get; } = [];

    public void Cut(FurnitureKind kind, TextSpan span) => Furniture.Add(new Furniture(kind, span, document.Slice(span)));

    public void AddCaption(TextSpan span)
    {
        if (IsKnownCaption(span))
        {
            Cut(FurnitureKind.RepeatedCaption, span);
            return;
        }

        var parts = CaptionParser.Parse(document.Slice(span));
        // The agency of a picture is not the agency of the text.
        Captions.Add(new Caption(parts.Text, parts.Credit, parts.Date, span));
    }

    /// <summary>Whether a caption says the same, in nearly the same words.</summary>
    public bool IsKnownCaption(TextSpan span)
    {
        // A repeat stands near its first printing; looking further costs too much on a page of thousands.
        for (var i = Captions.Count - 1; i >= Math.Max(0, Captions.Count - CaptionsLookedAt); i--)
        {
            if (Likeness.Of(document[Captions[i].DocumentSpan], document[span]) >= SameText) return true;
        }

        return false;
    }

    public bool IsHeadlineAgain(TextSpan span) => Headline is { } headline && Likeness.Of(document[headline], document[span]) >= SameText;

    public void AddNotices(IEnumerable<NoticeSentence> sentences, int offset)
    {
        foreach (var sentence in sentences)
        {
            var span = sentence.Span.Shift(offset);
            Notices.Add(new Notice(sentence.Kind, span, document.Slice(span), sentence.Names));
            if (sentence is { Kind: NoticeKind.Wire, Names: { } names }) AddAgencies(Articles.Agencies.In(names));
        }
    }

    public void AddAgencies(IEnumerable<string> agencies)
    {
        foreach (var agency in agencies)
        {
            if (!Agencies.Contains(agency)) Agencies.Add(agency);
        }
    }

    public ImmutableArray<Furniture> FurnitureInOrder() => [.. Furniture.OrderBy(f => f.DocumentSpan)];
}
