namespace Crosscheck.Names;

/// <summary>How a sentence uses capitals; in a headline they tell nothing of names.</summary>
internal enum Casing : byte
{
    Normal,
    Title,
    Upper,
    Lower,
}

/// <summary>Tells the casing of a sentence from its words.</summary>
internal static class SentenceCasing
{
    public static Casing Of(NameTokens tokens, int first, int end)
    {
        int letters = 0, capital = 0, upper = 0, longWords = 0, longCapital = 0;
        for (var i = first; i < end; i++)
        {
            var form = tokens[i];
            if (!char.IsLetter(form[0])) continue;
            letters++;
            var isCapital = char.IsUpper(form[0]);
            if (isCapital) capital++;
            if (form.Length > 1 && !form.ContainsAnyInRange('a', 'z')) upper++;
            if (form.Length < 4) continue;
            longWords++;
            if (isCapital) longCapital++;
        }

        if (letters >= 3 && capital == 0) return Casing.Lower;
        if (letters >= 3 && upper * 10 >= letters * 7) return Casing.Upper;
        return longWords >= 3 && longCapital * 10 >= longWords * 8 ? Casing.Title : Casing.Normal;
    }
}
