using System.Collections.Immutable;
using Crosscheck.Articles.Captions;
using Crosscheck.Articles.Notices;
using Crosscheck.Text;

namespace Crosscheck.Articles.PlainText;

/// <summary>Tells the blocks of one story apart: what stands over it, the body, what stands under it.</summary>
internal sealed class StoryReader
{
    // A credit closes captions; a longer paragraph that closes with brackets is text.
    private const int LongestCaption = 450;
    private const int LongestFooter = 200;
    private const int HeadBlocks = 25;
    private const int SignOffBlocks = 6;

    private readonly SourceText _document;
    private readonly ImmutableArray<PageBlock> _blocks;
    private readonly StoryParts _parts;
    private bool _signedOff;

    /// <summary>Index of the block that says that the text ends.</summary>
    private int _end = int.MaxValue;

    private StoryReader(SourceText document, ImmutableArray<PageBlock> blocks)
    {
        _document = document;
        _blocks = blocks;
        _parts = new StoryParts(document);
    }

    public static StoryParts Read(SourceText document, ImmutableArray<PageBlock> blocks)
    {
        var reader = new StoryReader(document, blocks);
        reader.ReadAll(plain: false);
        if (reader._parts.Body.Count > 0) return reader._parts;
        // Nothing was left over: then the first thought was wrong, and the lines are the text.
        reader = new StoryReader(document, blocks);
        reader.ReadAll(plain: true);
        return reader._parts;
    }

    private void ReadAll(bool plain)
    {
        var first = plain ? 0 : ReadHead();
        var last = plain ? _blocks.Length : TailStart(first);
        for (var i = first; i < _blocks.Length; i++)
        {
            var span = _blocks[i].Span;
            if (i >= last && i > _end) ReadAfterEnd(span);
            else if (i >= last) _parts.Cut(FurnitureKind.Related, span);
            else if (plain) _parts.Body.Add((BlockKind.Paragraph, span));
            else ReadBodyBlock(i, i == first, last);
        }
    }

    /// <summary>Reads what stands over the body; the index of the body's first block.</summary>
    private int ReadHead()
    {
        var i = 0;
        for (; i < _blocks.Length && i < HeadBlocks; i++)
        {
            var span = _blocks[i].Span;
            var line = _document[span];
            if (DateField.Read(_document.Value, span) is { } date)
            {
                KeepDate(date);
                if (date.Span.End == span.End) continue;
                // A date glued before the first sentence: the rest is the body's first paragraph.
                break;
            }

            if (WidgetTexts.KindOf(line) is { } kind) _parts.Cut(kind, span);
            else if (_parts.IsHeadlineAgain(span)) _parts.Cut(FurnitureKind.RepeatedHeadline, span);
            else if (IsCaption(i)) _parts.AddCaption(span);
            else if (Byline.Read(line) is { } byline) KeepByline(byline, span);
            else if (NoticeFinder.Read(_document.Slice(new TextSpan(span.Start, Math.Min(span.End, span.Start + 4001)))) is { IsWhole: true } reading && i + 1 < _blocks.Length) _parts.AddNotices(reading.Notices, span.Start);
            else if (i + 1 < _blocks.Length && WireLines.IsService(line)) _parts.Cut(FurnitureKind.Boilerplate, span);
            else if (_parts.Headline is null && IsMasthead(i)) _parts.Cut(FurnitureKind.Navigation, span);
            else if (_parts.Headline is null && IsHeadline(i)) _parts.Headline = span;
            else break;
        }

        return i;
    }

    /// <summary>A name over the menu at the page's top: short, and the next line is a menu.</summary>
    private bool IsMasthead(int i) =>
        i + 1 < _blocks.Length && _blocks[i].Span.Length < 50 && WidgetTexts.KindOf(_document[_blocks[i + 1].Span]) is FurnitureKind.Navigation;

    private bool IsHeadline(int i)
    {
        if (i + 1 >= _blocks.Length) return false;
        var span = _blocks[i].Span;
        if (Dateline.At(_document.Value, span) is not null) return false;
        var next = _blocks[i + 1].Span;
        if (HeadlineForm.Fits(_document.Value, span))
        {
            if (IsRepeatedSoon(i)) return true;
            // Lists and verse are short lines too: over a story stands something longer, or a line of its head.
            return next.Length > span.Length || IsHeadMaterial(i + 1) || (i + 2 < _blocks.Length && _blocks[i + 2].Span.Length > span.Length);
        }

        return HeadlineForm.FitsWithFullStop(_document.Value, span) && next.Length > span.Length;
    }

    private bool IsHeadMaterial(int i)
    {
        var span = _blocks[i].Span;
        return CaptionParser.LooksLikeCaption(_document[span]) || Byline.Read(_document[span]) is not null || WidgetTexts.KindOf(_document[span]) is not null
            || Dateline.At(_document.Value, span) is not null || DateField.Read(_document.Value, span) is { } date && date.Span.End == span.End;
    }

    /// <summary>A caption by its credit, by standing there again, or by being printed twice in a row.</summary>
    private bool IsCaption(int i)
    {
        var span = _blocks[i].Span;
        if (span.Length > LongestCaption) return false;
        if (_parts.IsKnownCaption(span)) return true;
        if (CaptionParser.LooksLikeCaption(_document[span])) return i + 1 < _blocks.Length;
        return i + 1 < _blocks.Length && _parts.Headline is not null && span.Length > 30 && _document[span].SequenceEqual(_document[_blocks[i + 1].Span]);
    }

    private bool IsRepeatedSoon(int i)
    {
        for (var j = i + 1; j < Math.Min(_blocks.Length, i + 12); j++)
        {
            if (_document[_blocks[i].Span].SequenceEqual(_document[_blocks[j].Span])) return true;
        }

        return false;
    }

    private void ReadBodyBlock(int i, bool first, int last)
    {
        var span = _blocks[i].Span;
        if (first)
        {
            foreach (var cut in (TextSpan?[])[_parts.Published?.Span, _parts.Changed?.Span])
            {
                if (cut is { } date && date.Start == span.Start && date.End < span.End) span = TrimStart(new TextSpan(date.End, span.End));
            }
        }

        var line = _document[span];
        if (WidgetTexts.KindOf(line) is { } kind)
        {
            _parts.Cut(kind, span);
            return;
        }

        if (_parts.IsHeadlineAgain(span))
        {
            _parts.Cut(FurnitureKind.RepeatedHeadline, span);
            return;
        }

        if (!first && ReadSignOff(i, span, last)) return;

        if (i + 1 < last && span.Length <= LongestCaption && (_parts.IsKnownCaption(span) || (!first && CaptionParser.LooksLikeCaption(line))))
        {
            _parts.AddCaption(span);
            return;
        }

        if (span.Length < 90 && Byline.Read(line) is { } byline && (_parts.Body.Count == 0 || i + 1 == last))
        {
            KeepByline(byline, span);
            return;
        }

        if (DateField.Read(_document.Value, span) is { } field && field.Span == span && (field.Labelled || i + 1 == last))
        {
            KeepDate(field);
            return;
        }

        ReadText(i, span, last);
    }

    private void ReadAfterEnd(TextSpan span)
    {
        if (WireLines.Stamp(_document[span]) is { } stamp) KeepDate(new DateField(span, stamp, Changed: false, Labelled: true));
        else if (span.Length <= 4000 && NoticeFinder.Read(_document.Slice(span)) is { IsWhole: true } reading) _parts.AddNotices(reading.Notices, span.Start);
        else _parts.Cut(FurnitureKind.Boilerplate, span);
    }

    /// <summary>Under a text stands who sent it and when.</summary>
    private bool ReadSignOff(int i, TextSpan span, int last)
    {
        if (i + SignOffBlocks < last) return false;
        var line = _document[span];
        if (WireLines.Stamp(line) is { } stamp) KeepDate(new DateField(span, stamp, Changed: false, Labelled: true));
        else if (WireLines.IsSignOff(line)) _parts.Cut(FurnitureKind.Boilerplate, span);
        else return false;
        return true;
    }

    private void ReadText(int i, TextSpan span, int last)
    {
        var reading = span.Length <= 4000 ? NoticeFinder.Read(_document.Slice(span)) : new NoticeReading([], new TextSpan(0, span.Length));
        // In the middle of a story only a whole paragraph is a notice; at its edges sentences are too.
        var edge = i + 3 >= last || _parts.Body.Count == 0;
        if (reading.IsWhole || (edge && reading.Notices.Length > 0))
        {
            _parts.AddNotices(reading.Notices, span.Start);
            _signedOff |= _parts.Body.Count > 0 && 2 * i > last && reading.Notices.Any(n => n.Kind == NoticeKind.Wire);
            if (reading.Rest.IsEmpty) return;
            span = reading.Rest.Shift(span.Start);
        }

        // Under the agency's last line stands what the outlet prints under every page.
        if (_signedOff && span.Length < LongestFooter)
        {
            _parts.Cut(FurnitureKind.Boilerplate, span);
            return;
        }

        if (_parts.Body.Count == 0 && Dateline.At(_document.Value, span) is { } dateline && dateline.Span.End < span.End)
        {
            _parts.Cut(FurnitureKind.Dateline, dateline.Span);
            if (dateline.Agency is { } agency) _parts.AddAgencies(Articles.Agencies.In(agency));
            span = TrimStart(new TextSpan(dateline.Span.End, span.End));
            if (span.IsEmpty) return;
        }

        _parts.Body.Add((KindOf(i, span, last), span));
    }

    private BlockKind KindOf(int i, TextSpan span, int last)
    {
        if (ListMarks.Length(_document.Value, span) > 0) return BlockKind.ListItem;
        var inside = _parts.Body.Count > 0 && i + 1 < last;
        return inside && HeadlineForm.FitsSubheading(_document.Value, span) && _blocks[i + 1].Span.Length > span.Length ? BlockKind.Subheading : BlockKind.Paragraph;
    }

    /// <summary>The first block of what stands under a story: boxes of links after a line such as "Related stories", to the end.</summary>
    private int TailStart(int first)
    {
        for (var i = first + 1; i < _blocks.Length; i++)
        {
            // Such a line between two halves only divides them.
            if (!WireLines.IsEnd(_document[_blocks[i].Span]) || _blocks[^1].Span.End - _blocks[i].Span.End > _blocks[i].Span.Start - _blocks[first].Span.Start) continue;
            _end = i - 1;
            return i;
        }

        for (var i = _blocks.Length - 1; i > first; i--)
        {
            var line = _document[_blocks[i].Span];
            var kind = WidgetTexts.KindOf(line);
            if (kind is FurnitureKind.Related or FurnitureKind.Comments or FurnitureKind.Newsletter && i + 1 < _blocks.Length && line.Length < 40) return i + 1;
            if (kind is null && (line.Length > 160 || line[^1] == '.')) break;
        }

        return _blocks.Length;
    }

    private void KeepDate(DateField date)
    {
        _parts.Cut(FurnitureKind.DateField, date.Span);
        if (date.Changed) _parts.Changed ??= date;
        else _parts.Published ??= date;
    }

    private void KeepByline(Byline byline, TextSpan span)
    {
        _parts.Cut(FurnitureKind.Byline, span);
        _parts.Authors.AddRange(byline.Authors);
        _parts.AddAgencies(byline.Agencies);
    }

    private TextSpan TrimStart(TextSpan span)
    {
        var start = span.Start;
        while (start < span.End && char.IsWhiteSpace(_document[start])) start++;
        return new TextSpan(start, span.End);
    }
}
