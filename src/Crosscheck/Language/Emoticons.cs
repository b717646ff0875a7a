namespace Crosscheck.Language;

/// <summary>Faces made of marks: <c>:-)</c>.</summary>
internal static class Emoticons
{
    /// <summary>The end of the face that starts at an offset, or the offset itself.</summary>
    public static int End(ReadOnlySpan<char> text, int at, int end)
    {
        if (text[at] is '<' && at + 1 < end && text[at + 1] == '3') return at + 2;
        if (text[at] is not (':' or ';' or '=')) return at;
        var i = at + 1;
        if (i < end && text[i] is '-' or '\'' or 'o') i++;
        if (i >= end || text[i] is not (')' or '(' or 'D' or 'P' or 'p' or '/' or '\\' or '|' or ']' or '[' or '*')) return at;
        var mouth = text[i];
        while (i < end && text[i] == mouth) i++;
        return i < end && char.IsLetterOrDigit(text[i]) ? at : i;
    }
}
