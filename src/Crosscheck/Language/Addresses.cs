using System.Buffers;

namespace Crosscheck.Language;

/// <summary>Web and mail addresses, which are one token whatever marks they hold.</summary>
internal static class Addresses
{
    /// <summary>Marks that no address holds.</summary>
    private static readonly SearchValues<char> Closing = SearchValues.Create("\"<>”»{}|");

    /// <summary>The end of the address that starts at an offset of a run without white space, or the offset itself.</summary>
    public static int End(ReadOnlySpan<char> text, int start, int end)
    {
        var run = text[start..end];
        if (IsWeb(run)) return start + WithoutClosingMarks(run);
        return MailEnd(run) is var mail && mail > 0 ? start + mail : start;
    }

    private static bool IsWeb(ReadOnlySpan<char> run) =>
        (run.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && run.Length > 5)
        || Scheme(run, "http://") || Scheme(run, "https://") || Scheme(run, "ftp://") || Scheme(run, "mailto:");

    private static bool Scheme(ReadOnlySpan<char> run, string scheme) =>
        run.Length > scheme.Length && run.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);

    private static int WithoutClosingMarks(ReadOnlySpan<char> run)
    {
        var end = run.Length;
        var quote = run.IndexOfAny(Closing);
        if (quote > 0) end = quote;
        while (end > 0 && run[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or ']') end--;
        while (end > 0 && run[end - 1] == ')' && !run[..end].Contains('(')) end--;
        while (end > 0 && run[end - 1] is '.' or ',' or ';' or ':') end--;
        return end;
    }

    /// <summary>Length of a mail address at the run's start, or 0.</summary>
    private static int MailEnd(ReadOnlySpan<char> run)
    {
        var at = 0;
        while (at < run.Length && (char.IsAsciiLetterOrDigit(run[at]) || run[at] is '.' or '_' or '-' or '+' or '%')) at++;
        if (at == 0 || at + 1 >= run.Length || run[at] != '@') return 0;
        var end = at + 1;
        while (end < run.Length && (char.IsAsciiLetterOrDigit(run[end]) || run[end] is '.' or '-')) end++;
        while (end > at + 1 && run[end - 1] is '.' or '-') end--;
        return end > at + 1 ? end : 0;
    }
}
