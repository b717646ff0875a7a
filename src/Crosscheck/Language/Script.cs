namespace Crosscheck.Language;

/// <summary>Writing systems that news is written in.</summary>
internal enum Script
{
    None, Latin, Cyrillic, Greek, Armenian, Hebrew, Arabic, Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam,
    Sinhala, Thai, Lao, Tibetan, Burmese, Georgian, Ethiopic, Khmer, Thaana, Kana, Han, Hangul,
}

internal static class Scripts
{
    /// <summary>Last code unit of each block and the script it holds (Unicode 16, Blocks.txt); blocks without letters of news are None.</summary>
    private static readonly (char Last, Script Script)[] Blocks =
    [
        ('\u0040', Script.None), ('\u024F', Script.Latin), ('\u036F', Script.None), ('\u03FF', Script.Greek), ('\u052F', Script.Cyrillic),
        ('\u058F', Script.Armenian), ('\u05FF', Script.Hebrew), ('\u06FF', Script.Arabic), ('\u074F', Script.None), ('\u077F', Script.Arabic),
        ('\u07BF', Script.Thaana), ('\u086F', Script.None), ('\u08FF', Script.Arabic), ('\u097F', Script.Devanagari), ('\u09FF', Script.Bengali),
        ('\u0A7F', Script.Gurmukhi), ('\u0AFF', Script.Gujarati), ('\u0B7F', Script.Oriya), ('\u0BFF', Script.Tamil), ('\u0C7F', Script.Telugu),
        ('\u0CFF', Script.Kannada), ('\u0D7F', Script.Malayalam), ('\u0DFF', Script.Sinhala), ('\u0E7F', Script.Thai), ('\u0EFF', Script.Lao),
        ('\u0FFF', Script.Tibetan), ('\u109F', Script.Burmese), ('\u10FF', Script.Georgian), ('\u11FF', Script.Hangul), ('\u139F', Script.Ethiopic),
        ('\u177F', Script.None), ('\u17FF', Script.Khmer), ('\u1DFF', Script.None), ('\u1EFF', Script.Latin), ('\u1FFF', Script.Greek),
        ('\u303F', Script.None), ('\u30FF', Script.Kana), ('\u33FF', Script.None), ('\u9FFF', Script.Han), ('\uABFF', Script.None),
        ('\uD7FF', Script.Hangul), ('\uF8FF', Script.None), ('\uFAFF', Script.Han), ('\uFB4F', Script.Hebrew), ('\uFDFF', Script.Arabic),
        ('\uFE6F', Script.None), ('\uFEFE', Script.Arabic), ('\uFF65', Script.None), ('\uFF9F', Script.Kana), ('\uFFFF', Script.None),
    ];

    // Below this every block begins at a multiple of sixteen.
    private const char FirstUneven = '\uFE00';

    private static readonly Script[] BySixteen = [.. Enumerable.Range(0, FirstUneven >> 4).Select(i => Search((char)(i << 4)))];

    public static Script Of(char c)
    {
        if (c < '\u0080') return char.IsAsciiLetter(c) ? Script.Latin : Script.None;
        if (c <= '\u024F') return char.IsLetter(c) ? Script.Latin : Script.None;
        return c < FirstUneven ? BySixteen[c >> 4] : Search(c);
    }

    private static Script Search(char c)
    {
        int low = 0, high = Blocks.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Blocks[middle].Last < c) low = middle + 1;
            else high = middle;
        }

        return Blocks[low].Script;
    }

    /// <summary>The languages that have a script to themselves.</summary>
    public static IEnumerable<string> OnlyLanguages => Enum.GetValues<Script>().Select(OnlyLanguage).OfType<string>();

    /// <summary>The language of a script that only one language of news uses, or null.</summary>
    public static string? OnlyLanguage(Script script) => script switch
    {
        Script.Greek => "el",
        Script.Armenian => "hy",
        Script.Gurmukhi => "pa",
        Script.Gujarati => "gu",
        Script.Oriya => "or",
        Script.Tamil => "ta",
        Script.Telugu => "te",
        Script.Kannada => "kn",
        Script.Malayalam => "ml",
        Script.Sinhala => "si",
        Script.Thai => "th",
        Script.Lao => "lo",
        Script.Burmese => "my",
        Script.Georgian => "ka",
        Script.Khmer => "km",
        Script.Thaana => "dv",
        Script.Han => "zh",
        Script.Kana => "ja",
        Script.Hangul => "ko",
        _ => null,
    };
}
