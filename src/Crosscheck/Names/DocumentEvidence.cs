namespace Crosscheck.Names;

/// <summary>
/// What the whole document shows of a word: whether it stands capitalised where nothing but a name would, whether in lower case,
/// after an honorific or given name, or before a word of organisations. It carries evidence from a clear place to an unclear one.
/// </summary>
internal static class DocumentEvidence
{
    private const int CapitalInside = 1;
    private const int LowerInside = 2;
    private const int AfterHonorific = 4;
    private const int AfterGivenName = 8;
    private const int BeforeOrganization = 16;
    private const int AfterIn = 32;
    private const int BeforeSpeech = 64;
    private const int InBrackets = 128;

    public static void Mark(NameTokens tokens, Word[] words)
    {
        var seen = new Dictionary<uint, int>(words.Length / 2 + 1);
        foreach (var (first, end) in tokens.Sentences)
        {
            for (var i = first; i < end; i++)
            {
                var shown = ShownAt(tokens, words, i, first, end);
                if (shown != 0) seen[words[i].Lower] = seen.GetValueOrDefault(words[i].Lower) | shown;
            }
        }

        for (var i = 0; i < words.Length; i++) words[i].Evidence = seen.GetValueOrDefault(words[i].Lower);
    }

    private static int ShownAt(NameTokens tokens, Word[] words, int i, int first, int end)
    {
        if (words[i].Casing != Casing.Normal || i == first || !char.IsLetter(tokens[i][0])) return 0;
        if (!char.IsUpper(tokens[i][0])) return LowerInside;
        var shown = tokens[i - 1] is "." or ":" or "\"" or "“" or "?" or "!" ? 0 : CapitalInside;
        if ((words[i - 1].Class & NameWord.Honorific) != NameWord.None) shown |= AfterHonorific;
        if ((words[i - 1].Known & (int)KnownName.GivenName) != 0 && char.IsUpper(tokens[i - 1][0])) shown |= AfterGivenName;
        if (tokens[i - 1] is "in" or "from" or "at" or "near") shown |= AfterIn;
        if (i + 1 < end)
        {
            if ((words[i + 1].Class & NameWord.Organization) != NameWord.None && char.IsUpper(tokens[i + 1][0])) shown |= BeforeOrganization;
            if (tokens[i + 1] is "said" or "says" or "told" or "added") shown |= BeforeSpeech;
            if (tokens[i - 1] is "(" && tokens[i + 1] is ")") shown |= InBrackets;
        }

        return shown;
    }
}
