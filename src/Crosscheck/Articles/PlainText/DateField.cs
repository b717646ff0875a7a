using System.Collections.Frozen;
using Crosscheck.Articles.Dates;
using Crosscheck.Text;

namespace Crosscheck.Articles.PlainText;

/// <summary>A publication date that a crawler or a page set at the head of a text: <c>date 2025-03-24</c>, <c>Published: 24 March 2025, 08:15</c>.</summary>
/// <param name="Span">Label and date.</param>
/// <param name="Changed">Whether the label speaks of the last change.</param>
/// <param name="Labelled">Whether a label stands before the date.</param>
internal sealed record DateField(TextSpan Span, PublishedAt At, bool Changed, bool Labelled)
{
    private const int LongestLabel = 30;

    private static readonly FrozenSet<string> Published = EmbeddedLexicon.Lines("Articles/Lexicon/date-labels.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Updated = EmbeddedLexicon.Lines("Articles/Lexicon/update-labels.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The field at the start of a paragraph: alone in it, or labelled and followed by text; else null.</summary>
    public static DateField? Read(string value, TextSpan paragraph)
    {
        var start = paragraph.Start;
        var limit = Math.Min(paragraph.End, start + LongestLabel);
        if (DateReader.ReadAt(value, start, paragraph.End) is { } bare) return IsAlone(value, paragraph, bare.Span.End) ? new DateField(paragraph, bare.At, false, false) : null;
        for (var i = start; i < limit; i++)
        {
            if (value[i] is not (' ' or ':' or '\t' or '\u00A0')) continue;
            var label = value.AsSpan(start, i - start).TrimEnd(" :");
            var changed = Updated.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label);
            if (!changed && !Published.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label)) continue;
            var at = i;
            while (at < paragraph.End && value[at] is ' ' or ':' or '\t' or '\u00A0') at++;
            if (DateReader.ReadAt(value, at, paragraph.End) is not { } date) continue;
            // "Published March 3, 2025 in London, the report says" is a sentence; a field is followed by nothing or by a capital.
            var next = date.Span.End;
            while (next < paragraph.End && (char.IsWhiteSpace(value[next]) || value[next] is ',' or '|' or '.' or ';' or '-' or '\u2013' or '\u2022')) next++;
            if (next < paragraph.End && char.IsLower(value[next])) continue;
            while (next > date.Span.End && char.IsWhiteSpace(value[next - 1])) next--;
            return new DateField(new TextSpan(start, next), date.At, changed, true);
        }

        return null;
    }

    private static bool IsAlone(string value, TextSpan paragraph, int end)
    {
        var rest = value.AsSpan(end, paragraph.End - end).Trim(" .,|\u2022\u2013-\t");
        return rest.Length < 8 && !rest.Contains(' ');
    }
}
