using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Articles.PlainText;

/// <summary>A paragraph of a page: one line, or the lines of a paragraph wrapped at a column.</summary>
/// <param name="EmptyLinesBefore">Empty lines between it and the paragraph before.</param>
internal readonly record struct PageBlock(TextSpan Span, int EmptyLinesBefore);

/// <summary>Divides a text into paragraphs. Line ends are LF, CRLF, CR, NEL and the Unicode separators; a text wrapped at a column is seen by its lines.</summary>
internal static class PageLines
{
    private const int LongestWrappedLine = 100;
    private const int ShortestWrappedLine = 45;

    public static ImmutableArray<PageBlock> Read(SourceText text, TextSpan range)
    {
        var lines = Lines(text, range);
        return IsWrapped(text, lines) ? Join(text, lines) : lines;
    }

    private static ImmutableArray<PageBlock> Lines(SourceText text, TextSpan range)
    {
        var lines = ImmutableArray.CreateBuilder<PageBlock>();
        var value = text.Value;
        var empty = 0;
        var start = range.Start;
        while (start < range.End)
        {
            var end = start;
            while (end < range.End && !IsLineEnd(value[end])) end++;
            var line = TrimNoise(text, new TextSpan(start, end));
            if (line.IsEmpty)
            {
                empty++;
            }
            else
            {
                lines.Add(new PageBlock(line, empty));
                empty = 0;
            }

            start = end + 1;
            if (end < range.End && value[end] == '\r' && start < range.End && value[start] == '\n') start++;
        }

        return lines.ToImmutable();
    }

    /// <summary>White space, NUL and other controls, and invisible marks at the edges say nothing.</summary>
    internal static TextSpan TrimNoise(SourceText text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && IsNoise(text[start])) start++;
        while (end > start && IsNoise(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    private static bool IsNoise(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\uFEFF' or '\u200B' or '\u200E' or '\u200F' or '\u2060';

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' or '\v' or '\f';

    /// <summary>Whether most lines are of one width and stop within a sentence.</summary>
    private static bool IsWrapped(SourceText text, ImmutableArray<PageBlock> lines)
    {
        if (lines.Length < 6) return false;
        int full = 0, running = 0, tooLong = 0, followed = 0;
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            var length = lines[i].Span.Length;
            if (length > LongestWrappedLine) tooLong++;
            if (lines[i + 1].EmptyLinesBefore > 0) continue;
            followed++;
            if (length is < ShortestWrappedLine or > LongestWrappedLine) continue;
            full++;
            var last = text[lines[i].Span.End - 1];
            if (char.IsLower(text[lines[i + 1].Span.Start]) || last is ',' or '-' || char.IsLetter(last)) running++;
        }

        return tooLong * 20 < lines.Length && followed * 2 > lines.Length && full * 10 > followed * 7 && running * 10 > full * 6;
    }

    private static ImmutableArray<PageBlock> Join(SourceText text, ImmutableArray<PageBlock> lines)
    {
        var blocks = ImmutableArray.CreateBuilder<PageBlock>();
        foreach (var line in lines)
        {
            if (blocks.Count > 0 && line.EmptyLinesBefore == 0 && !StartsParagraph(text, blocks[^1].Span, line.Span))
            {
                blocks[^1] = blocks[^1] with { Span = blocks[^1].Span.Cover(line.Span) };
            }
            else
            {
                blocks.Add(line);
            }
        }

        return blocks.ToImmutable();
    }

    /// <summary>An indented line, a list mark, or a line after a short one that closed a sentence.</summary>
    private static bool StartsParagraph(SourceText text, TextSpan block, TextSpan line)
    {
        var indent = line.Start;
        while (indent > block.End && text[indent - 1] is ' ' or '\t') indent--;
        if (line.Start - indent >= 2) return true;
        return ListMarks.Length(text.Value, line) > 0;
    }
}
