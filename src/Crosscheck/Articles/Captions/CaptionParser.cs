using Crosscheck.Articles.Dates;
using Crosscheck.Text;

namespace Crosscheck.Articles.Captions;

/// <summary>A picture's caption in its parts.</summary>
/// <param name="Text">The caption without the credit that closes it: a prefix of what was read.</param>
/// <param name="Credit">Who the picture is from, as printed, or null.</param>
/// <param name="Date">The day printed in it, as ISO 8601, or null.</param>
public sealed record CaptionParts(string Text, string? Credit, string? Date);

/// <summary>Divides captions: <c>A girl waits for food, April 24, 2025. (Reuters)</c>, <c>… Photo: Jane Doe/AFP</c>. Thread-safe.</summary>
public static class CaptionParser
{
    private const int LongestCredit = 100;
    private const int LongestBracket = 60;
    private const int LongestCaption = 700;

    private static readonly string[] CreditWords = [.. EmbeddedLexicon.Lines("Articles/Lexicon/credit-words.txt")];

    /// <summary>Reads a text that is known to be a caption.</summary>
    public static CaptionParts Parse(string caption)
    {
        var credit = CreditIn(caption);
        var text = credit is { } found ? caption[..found.Start].TrimEnd(' ', '|', '-', '\u2013', '\u2014', '/', '\u00A0') : caption.TrimEnd();
        var date = DateReader.Find(caption, new TextSpan(0, Math.Min(caption.Length, 2000)));
        return new CaptionParts(text, credit is { } c ? caption.Substring(c.Name.Start, c.Name.Length) : null, date?.At.Day.ToString("yyyy-MM-dd"));
    }

    /// <summary>Whether a line of running text is a caption by its form: it closes with a credit.</summary>
    public static bool LooksLikeCaption(ReadOnlySpan<char> line) =>
        line.Length is > 10 and <= LongestCaption && CreditIn(line.ToString()) is { Sure: true, Start: > 0 };

    private static Credit? CreditIn(string caption)
    {
        var end = caption.Length;
        while (end > 0 && (char.IsWhiteSpace(caption[end - 1]) || caption[end - 1] == '.')) end--;
        if (end == 0) return null;
        if (caption[end - 1] is ')' or ']' && Bracket(caption, end) is { } bracket) return bracket;
        if (Worded(caption, end) is { } worded) return worded;
        return Agency(caption, end);
    }

    /// <summary><c>(Reuters)</c>, <c>(AP Photo/Jane Doe)</c>, <c>[Jane Doe/Al Jazeera]</c>.</summary>
    private static Credit? Bracket(string caption, int end)
    {
        var open = caption.LastIndexOfAny(['(', '['], end - 1, Math.Min(end, LongestBracket));
        if (open < 0) return null;
        var inside = new TextSpan(open + 1, end - 1);
        var words = caption.AsSpan(inside.Start, inside.Length).Trim();
        if (words.IsEmpty) return null;
        var named = Agencies.In(words.ToString()).Count > 0;
        var looks = named || words.Contains('/') || StartsWithCreditWord(words) > 0 || words.Contains("photo", StringComparison.OrdinalIgnoreCase) || words.Contains("via ", StringComparison.Ordinal)
            || words.Contains("Images", StringComparison.Ordinal);
        // An age or a party in brackets closes sentences too.
        // An agency that nobody listed stands behind the last full stop as its initials do.
        looks |= words.Length is >= 2 and <= 6 && !words.ContainsAnyExceptInRange('A', 'Z') && caption.AsSpan(0, open).TrimEnd() is [.., '.'];
        return looks && !char.IsDigit(words[0]) ? new Credit(open, Trim(caption, inside), true) : null;
    }

    /// <summary><c>Photo: Jane Doe/AFP</c> at the end.</summary>
    private static Credit? Worded(string caption, int end)
    {
        var from = Math.Max(0, end - LongestCredit);
        foreach (var word in CreditWords)
        {
            var at = caption.LastIndexOf(word, end - 1, end - from, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (at > 0 && char.IsLetterOrDigit(caption[at - 1])) || at + word.Length >= end) continue;
            var sentence = at == 0 || caption[..at].TrimEnd() is { Length: > 0 } before && before[^1] is '.' or '|' or ')' or '\u2014' or '\u2013' or '-' or '/' or '\n' or '"' or '\u201D';
            var name = Trim(caption, new TextSpan(at + word.Length, end));
            // A name may begin small where nothing else can stand: one word alone, behind a sign, behind a stroke.
            var set = at == 0 ? word == "\u00A9" || !caption.AsSpan(name.Start, name.Length).Contains(' ') : caption[..at].TrimEnd() is [.., '|' or '/'];
            if (sentence && !name.IsEmpty && (set || char.IsUpper(caption[name.Start]) || char.IsDigit(caption[name.Start]))) return new Credit(at, name, true);
        }

        return null;
    }

    /// <summary><c>REUTERS/Jane Doe</c>, <c>Jane Doe/AFP via Getty Images</c>, <c>AP Photo/Jane Doe</c> after the last sentence.</summary>
    private static Credit? Agency(string caption, int end)
    {
        var start = end;
        while (start > 0 && caption[start - 1] is not ('.' or '\n' or '|' or '\u201D' or '"') && end - start < LongestCredit) start--;
        var name = Trim(caption, new TextSpan(start, end));
        if (name.IsEmpty || name.Length > 70) return null;
        var words = caption.Substring(name.Start, name.Length);
        if (!words.Contains('/', StringComparison.Ordinal) && !words.Contains(" via ", StringComparison.Ordinal)) return null;
        return Agencies.In(words).Count > 0 && words.Count(c => c == ' ') < 8 ? new Credit(name.Start, name, true) : null;
    }

    private static int StartsWithCreditWord(ReadOnlySpan<char> words)
    {
        foreach (var word in CreditWords)
        {
            if (words.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return word.Length;
        }

        return 0;
    }

    private static TextSpan Trim(string value, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(value[start]) || value[start] is ':' or '-')) start++;
        while (end > start && (char.IsWhiteSpace(value[end - 1]) || value[end - 1] is '.' or ',')) end--;
        return new TextSpan(start, end);
    }

    private readonly record struct Credit(int Start, TextSpan Name, bool Sure);
}
