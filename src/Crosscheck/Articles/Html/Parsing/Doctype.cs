namespace Crosscheck.Articles.Html.Parsing;

/// <summary>Whether a document type puts a page in quirks mode, where a table does not close a paragraph (section 13.2.6.4.1).</summary>
internal static class Doctype
{
    private static readonly string[] QuirksPrefixes =
    [
        "+//Silmaril//dtd html Pro v0r11 19970101//", "-//AS//DTD HTML 3.0 asWedit + extensions//", "-//AdvaSoft Ltd//DTD HTML 3.0 asWedit + extensions//",
        "-//IETF//DTD HTML 2.0 Level 1//", "-//IETF//DTD HTML 2.0 Level 2//", "-//IETF//DTD HTML 2.0 Strict Level 1//", "-//IETF//DTD HTML 2.0 Strict Level 2//",
        "-//IETF//DTD HTML 2.0 Strict//", "-//IETF//DTD HTML 2.0//", "-//IETF//DTD HTML 2.1E//", "-//IETF//DTD HTML 3.0//", "-//IETF//DTD HTML 3.2 Final//", "-//IETF//DTD HTML 3.2//",
        "-//IETF//DTD HTML 3//", "-//IETF//DTD HTML Level 0//", "-//IETF//DTD HTML Level 1//", "-//IETF//DTD HTML Level 2//", "-//IETF//DTD HTML Level 3//",
        "-//IETF//DTD HTML Strict Level 0//", "-//IETF//DTD HTML Strict Level 1//", "-//IETF//DTD HTML Strict Level 2//", "-//IETF//DTD HTML Strict Level 3//",
        "-//IETF//DTD HTML Strict//", "-//IETF//DTD HTML//", "-//Metrius//DTD Metrius Presentational//", "-//Microsoft//DTD Internet Explorer 2.0 HTML Strict//",
        "-//Microsoft//DTD Internet Explorer 2.0 HTML//", "-//Microsoft//DTD Internet Explorer 2.0 Tables//", "-//Microsoft//DTD Internet Explorer 3.0 HTML Strict//",
        "-//Microsoft//DTD Internet Explorer 3.0 HTML//", "-//Microsoft//DTD Internet Explorer 3.0 Tables//", "-//Netscape Comm. Corp.//DTD HTML//",
        "-//Netscape Comm. Corp.//DTD Strict HTML//", "-//O'Reilly and Associates//DTD HTML 2.0//", "-//O'Reilly and Associates//DTD HTML Extended 1.0//",
        "-//O'Reilly and Associates//DTD HTML Extended Relaxed 1.0//", "-//SQ//DTD HTML 2.0 HoTMetaL + extensions//",
        "-//SoftQuad Software//DTD HoTMetaL PRO 6.0::19990601::extensions to HTML 4.0//", "-//SoftQuad//DTD HoTMetaL PRO 4.0::19971010::extensions to HTML 4.0//",
        "-//Spyglass//DTD HTML 2.0 Extended//", "-//Sun Microsystems Corp.//DTD HotJava HTML//", "-//Sun Microsystems Corp.//DTD HotJava Strict HTML//", "-//W3C//DTD HTML 3 1995-03-24//",
        "-//W3C//DTD HTML 3.2 Draft//", "-//W3C//DTD HTML 3.2 Final//", "-//W3C//DTD HTML 3.2//", "-//W3C//DTD HTML 3.2S Draft//", "-//W3C//DTD HTML 4.0 Frameset//",
        "-//W3C//DTD HTML 4.0 Transitional//", "-//W3C//DTD HTML Experimental 19960712//", "-//W3C//DTD HTML Experimental 970421//", "-//W3C//DTD W3 HTML//", "-//W3O//DTD W3 HTML 3.0//",
        "-//WebTechs//DTD Mozilla HTML 2.0//", "-//WebTechs//DTD Mozilla HTML//",
    ];

    /// <param name="doctype">The whole token, from its bracket on.</param>
    public static bool MeansQuirks(ReadOnlySpan<char> doctype)
    {
        // It has a public identifier, a system identifier, both or neither; a quote left open runs to the end.
        var rest = doctype["<!doctype".Length..];
        if (rest is not [.., '>']) return true;
        rest = rest[..^1].TrimStart();
        var nameEnd = rest.IndexOfAny(" \t\n\r\f");
        if (!(nameEnd < 0 ? rest : rest[..nameEnd]).Equals("html", StringComparison.OrdinalIgnoreCase)) return true;
        rest = nameEnd < 0 ? [] : rest[nameEnd..].TrimStart();
        if (rest.IsEmpty) return false;
        var isPublic = rest.StartsWith("public", StringComparison.OrdinalIgnoreCase);
        if (!isPublic && !rest.StartsWith("system", StringComparison.OrdinalIgnoreCase)) return true;
        rest = rest["public".Length..];
        ReadOnlySpan<char> name = [];
        if (isPublic)
        {
            if (!Quoted(ref rest, out name)) return true;
            if (IsQuirksName(name)) return true;
        }

        var hasSystem = Quoted(ref rest, out var system);
        if (!hasSystem) return !isPublic || !rest.IsEmpty || name.StartsWith("-//W3C//DTD HTML 4.01 Frameset//", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("-//W3C//DTD HTML 4.01 Transitional//", StringComparison.OrdinalIgnoreCase);
        return system.Equals("http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsQuirksName(ReadOnlySpan<char> name)
    {
        if (name.Equals("-//W3O//DTD W3 HTML Strict 3.0//EN//", StringComparison.OrdinalIgnoreCase) || name.Equals("-/W3C/DTD HTML 4.0 Transitional/EN", StringComparison.OrdinalIgnoreCase)
            || name.Equals("HTML", StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var prefix in QuirksPrefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>Takes a quoted string off the beginning; false where none stands there or it is left open.</summary>
    private static bool Quoted(scoped ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> value)
    {
        value = [];
        rest = rest.TrimStart();
        if (rest is not ['"' or '\'', ..]) return false;
        var close = rest[1..].IndexOf(rest[0]);
        if (close < 0) return false;
        value = rest.Slice(1, close);
        rest = rest[(close + 2)..].TrimStart();
        return true;
    }
}
