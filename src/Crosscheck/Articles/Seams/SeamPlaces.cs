using System.Globalization;
using Crosscheck.Text;

namespace Crosscheck.Articles.Seams;

/// <summary>The starts of lines and of sentences: the places where a glued story can begin. Rough on purpose: a place too many does no harm.</summary>
internal static class SeamPlaces
{
    public static List<Seam> Find(SourceText text, TextSpan range)
    {
        var value = text.Value;
        var places = new List<Seam>();
        var i = range.Start;
        while (i < range.End && char.IsWhiteSpace(value[i])) i++;
        // Where the run of closing marks after a sentence's end began; -1 outside such a run.
        var closed = -1;
        while (i < range.End)
        {
            var c = value[i];
            if (char.IsWhiteSpace(c))
            {
                var lines = 0;
                while (i < range.End && char.IsWhiteSpace(value[i]))
                {
                    if (value[i] == '\n' || (value[i] == '\r' && (i + 1 == range.End || value[i + 1] != '\n'))) lines++;
                    i++;
                }

                if (i == range.End) break;
                if (lines > 0) places.Add(new Seam(i, lines > 1 ? SeamBreak.Paragraph : SeamBreak.Line, lines));
                else if (closed >= 0 && CanOpen(value, i) && !EndsInAbbreviation(value, range.Start, closed)) places.Add(new Seam(i, SeamBreak.Space, 0));
                closed = -1;
                continue;
            }

            if (IsFullStop(c))
            {
                closed = closed < 0 ? i : closed;
                i++;
                if (c is '\u3002' or '\uFF01' or '\uFF1F' && i < range.End && !char.IsWhiteSpace(value[i]) && !IsClosing(value[i]))
                {
                    places.Add(new Seam(i, SeamBreak.Space, 0));
                    closed = -1;
                }

                continue;
            }

            if (closed >= 0 && IsClosing(c) && !OpensHere(value, i, range.End))
            {
                i++;
                continue;
            }

            if (closed >= 0)
            {
                if (BeginsWithoutSpace(value, range, closed, i)) places.Add(new Seam(i, SeamBreak.NoSpace, 0));
                closed = -1;
            }

            i++;
        }

        return places;
    }

    internal static bool IsFullStop(char c) => c is '.' or '!' or '?' or '\u2026' or '\u3002' or '\uFF01' or '\uFF1F' or '\u061F' or '\u06D4' or '\u0964';

    /// <summary>Whether the last ink before an offset is a full stop, closing marks apart.</summary>
    internal static bool EndsSentence(string value, int from, int offset)
    {
        var i = offset - 1;
        while (i >= from && (char.IsWhiteSpace(value[i]) || IsClosing(value[i]))) i--;
        return i >= from && IsFullStop(value[i]);
    }

    internal static bool IsClosing(char c) => c is '"' or '\'' or '\u201D' or '\u2019' or '\u00BB' or ')' or ']' or '\u300D' or '\u300F';

    /// <summary>A straight quote directly before a word, with none directly after the full stop, opens the next sentence.</summary>
    private static bool OpensHere(string value, int at, int end) =>
        value[at] is '"' or '\'' && at + 1 < end && char.IsUpper(value[at + 1]) && at > 0 && IsClosing(value[at - 1]);

    private static bool CanOpen(string value, int at)
    {
        var c = value[at];
        if (char.IsUpper(c) || char.IsDigit(c)) return true;
        if (char.IsLetter(c)) return char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter;
        return c is '"' or '\u201C' or '\u2018' or '\'' or '\u00AB' or '(' or '[' or '\u2014' or '-' or '$' or '\u20AC' or '\u00A3' or '#' or '@' or '\u00BF' or '\u00A1' or '\u2022' or '\u201E';
    }

    /// <summary><c>end.The World</c>, not <c>U.S.A</c>, <c>example.Com</c> or <c>J.Smith</c>.</summary>
    private static bool BeginsWithoutSpace(string value, TextSpan range, int stop, int at)
    {
        if (value[at - 1] == '\'' || at + 1 >= range.End || stop - 2 < range.Start) return false;
        var opens = char.IsUpper(value[at]) || (value[at] is '\u201C' or '"' or '\u2018' && char.IsUpper(value[at + 1]));
        if (!opens) return false;
        var before = value[stop - 1];
        if (IsClosing(before)) return true;
        if (!char.IsLetterOrDigit(before)) return false;
        if (char.IsUpper(before)) return char.IsUpper(value[stop - 2]);
        return value[stop - 2] != '.' && (char.IsLetterOrDigit(value[stop - 2]) || value[stop - 2] is '%');
    }

    /// <summary>A single letter or a title before the full stop: <c>J. Smith</c>, <c>Mr. Smith</c>.</summary>
    private static bool EndsInAbbreviation(string value, int from, int stop)
    {
        if (value[stop] != '.' || (stop + 1 < value.Length && !char.IsWhiteSpace(value[stop + 1]))) return false;
        var start = stop;
        while (start > from && (char.IsLetter(value[start - 1]) || value[start - 1] == '.') && stop - start < 8) start--;
        return value.AsSpan(start, stop - start) switch
        {
            { Length: 1 } one => char.IsUpper(one[0]),
            "Mr" or "Mrs" or "Ms" or "Dr" or "Sen" or "Rep" or "Gov" or "Gen" or "Col" or "Lt" or "Sgt" or "Capt" or "Maj" or "Prof" or "St" or "Rev" or "No" or "vs" or "Hon" => true,
            "Jan" or "Feb" or "Mar" or "Apr" or "Jun" or "Jul" or "Aug" or "Sept" or "Sep" or "Oct" or "Nov" or "Dec" => char.IsDigit(NextInk(value, stop + 1)),
            _ => false,
        };
    }

    private static char NextInk(string value, int at)
    {
        while (at < value.Length && char.IsWhiteSpace(value[at])) at++;
        return at < value.Length ? value[at] : ' ';
    }
}
