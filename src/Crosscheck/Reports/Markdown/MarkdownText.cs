using System.Text;
using Crosscheck.Reports.Html;

namespace Crosscheck.Reports.Markdown;

/// <summary>A page's words as Markdown text: on one line, and nothing in them can become markup.</summary>
internal static class MarkdownText
{
    public static string Of(string text)
    {
        var line = Wording.OneLine(text);
        var escaped = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '$' || (c == '#' && i == 0) || (c is '-' or '+' && i == 0)
                || (c is '.' or ')' && i > 0 && Numbered(line, i)))
            {
                escaped.Append('\\');
            }

            escaped.Append(c == '&' ? "&amp;" : char.IsControl(c) ? "\uFFFD" : c.ToString());
        }

        return escaped.ToString();
    }

    /// <summary>Whether the line so far is a number, so that this mark would make it a list.</summary>
    private static bool Numbered(string line, int end) => end <= 9 && !line.AsSpan(0, end).ContainsAnyExceptInRange('0', '9');
}
