using Crosscheck.Text;

namespace Crosscheck.Articles;

/// <summary>The place, agency and dash that open a report: <c>KYIV, March 3 (Reuters) -</c>, <c>WASHINGTON —</c>.</summary>
/// <param name="Span">From the place to the end of the dash.</param>
/// <param name="Agency">What stands in brackets, or null.</param>
internal sealed record Dateline(TextSpan Span, string? Agency)
{
    private const int Longest = 90;

    /// <summary>The dateline at the start of a paragraph, or null.</summary>
    public static Dateline? At(string value, TextSpan paragraph)
    {
        var end = Math.Min(paragraph.End, paragraph.Start + Longest);
        var (dash, afterDash) = Dash(value, paragraph.Start, end);
        if (dash < 0) return null;
        var head = value.AsSpan(paragraph.Start, dash - paragraph.Start).TrimEnd();
        if (head.Length < 3) return null;
        string? agency = null;
        if (head[^1] == ')')
        {
            var open = head.LastIndexOf('(');
            if (open < 2) return null;
            agency = head[(open + 1)..^1].Trim().ToString();
            head = head[..open].TrimEnd();
            if (agency.Length is 0 or > 40 || (!char.IsUpper(agency[0]) && Articles.Agencies.NameOf(agency) is null)) return null;
            return LooksLikePlace(head, capitals: false) ? new Dateline(new TextSpan(paragraph.Start, afterDash), agency) : null;
        }

        return LooksLikePlace(head, capitals: true) ? new Dateline(new TextSpan(paragraph.Start, afterDash), null) : null;
    }

    /// <summary>The first dash between spaces, a long dash, or two hyphens; where it stands and where the text goes on.</summary>
    private static (int Dash, int After) Dash(string value, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var c = value[i];
            if (c is '\n' or '\r') return (-1, -1);
            var after = i;
            while (after < end && value[after] is '-' or '\u2013' or '\u2014' or '\u2015') after++;
            if (after == i) continue;
            var single = after == i + 1 && c is '-' or '\u2013';
            var spaced = i > start && value[i - 1] is ' ' or '\u00A0' or ')' && after < value.Length && char.IsWhiteSpace(value[after]);
            if (!single || spaced) return after < end ? (i, after) : (-1, -1);
        }

        return (-1, -1);
    }

    /// <summary>Words with capitals, at most eight, dates among them; with no agency to confirm it the first word must be all capitals.</summary>
    private static bool LooksLikePlace(ReadOnlySpan<char> head, bool capitals)
    {
        var words = 0;
        foreach (var range in head.SplitAny(" ,/\u00A0"))
        {
            var word = head[range].Trim(".:;\u201C\u201D\"");
            if (word.IsEmpty) continue;
            words++;
            if (words > 9) return false;
            if (words == 1)
            {
                if (!char.IsUpper(word[0])) return false;
                if (capitals && (word.Length < 3 || !AllCapitals(word))) return false;
                continue;
            }

            if (!char.IsUpper(word[0]) && !char.IsDigit(word[0]) && word.Length > 3) return false;
        }

        return words > 0;
    }

    private static bool AllCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLower(c)) return false;
        }

        return char.IsUpper(word[0]);
    }
}
