using System.Text;
using Crosscheck.Language;

namespace Crosscheck.Training.Language.Identification;

/// <summary>Texts of languages with two scripts, from the one they have more of into the other; in lower case, as identification reads them.</summary>
internal static class Transliteration
{
    private const string SerbianCyrillic = "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш";
    private const string SerbianLatin = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š";

    // The longer come first: "sh" is one letter, and "yo'" is й and ў.
    private const string UzbekLatin = "yo' yo‘ yoʻ o' o‘ oʻ g' g‘ gʻ sh ch ya yo yu ye ' ’ ʼ a b d e f g h i j k l m n o p q r s t u v x y z";
    private const string UzbekCyrillic = "йў йў йў ў ў ў ғ ғ ғ ш ч я ё ю е ъ ъ ъ а б д е ф г ҳ и ж к л м н о п қ р с т у в х й з";

    /// <summary>Null for a language that is written in one script alone.</summary>
    public static Func<string, string>? Into(string language, Script script) => (language, script) switch
    {
        ("sr", Script.Latin) => Rewriter(SerbianCyrillic, SerbianLatin),
        ("uz", Script.Cyrillic) => Rewriter(UzbekLatin, UzbekCyrillic),
        _ => null,
    };

    private static Func<string, string> Rewriter(string from, string to)
    {
        var pairs = from.Split(' ').Zip(to.Split(' ')).ToArray();
        return text =>
        {
            text = text.ToLowerInvariant();
            var written = new StringBuilder(text.Length);
            for (var i = 0; i < text.Length;)
            {
                var pair = Array.Find(pairs, p => string.CompareOrdinal(text, i, p.First, 0, p.First.Length) == 0);
                // An Uzbek word that begins with e is written with э.
                if (pair.First == "e" && (i == 0 || !char.IsLetter(text[i - 1]))) pair.Second = "э";
                written.Append(pair.First is null ? text[i].ToString() : pair.Second);
                i += pair.First?.Length ?? 1;
            }

            return written.ToString();
        };
    }
}
