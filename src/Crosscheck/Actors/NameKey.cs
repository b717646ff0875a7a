using System.Text;

namespace Crosscheck.Actors;

/// <summary>
/// Spellings brought to one form, so that variants of transliteration meet: "al-Sharaa", "Al-Sharaa" and "Sharaa"; "Youssef" and "Yusuf";
/// "Zelensky" and "Zelenskyy". Keys are for comparing only and are never shown.
/// </summary>
internal static class NameKey
{
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "al", "el", "ul", "ur", "as", "ash", "ad", "an", "ar", "bin", "ben", "ibn", "bint", "abu", "abou", "von", "van", "de", "da", "di", "del", "della", "der", "den", "la", "le", "du", "dos", "das", "the", "of",
    };

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lord", "lady", "rev", "sheikh", "shaikh", "gen", "col", "maj", "capt", "lt", "sgt", "sen", "rep", "gov", "hon", "jr", "sr", "ii", "iii", "phd",
        "president", "minister", "king", "queen", "prince", "princess", "pope", "ayatollah", "imam", "senator", "governor", "general", "professor",
    };

    /// <summary>The words of a person's name that tell one from another: folded, without titles and particles; never empty for a name with a letter.</summary>
    public static string[] PersonWords(string name)
    {
        var all = Words(name);
        var kept = all.Where(w => !Titles.Contains(w)).ToArray();
        if (kept.Length == 0) kept = all;
        var telling = kept.Where((w, i) => !Particles.Contains(w) || (i == kept.Length - 1 && kept.Length == 1)).ToArray();
        return telling.Length == 0 ? kept : telling;
    }

    /// <summary>Lower-case words without diacritics, divided at white space and hyphens; apostrophes and dots fall away.</summary>
    public static string[] Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsWhiteSpace(c) || c is '-' or '‑' or '–' or '/' or ',')
            {
                if (word.Length > 0) words.Add(word.ToString());
                word.Clear();
            }
            else if (char.IsLetterOrDigit(c) || c == '&')
            {
                Folding.Append(word, c);
            }
        }

        if (word.Length > 0) words.Add(word.ToString());
        return [.. words];
    }

    /// <summary>One spelling of a folded word for the common ways to write one sound: oo, ou and u; y and i; q and k; ph and f; doubled letters.</summary>
    public static string Sound(string word)
    {
        if (word.Length < 4) return word;
        var key = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            var sound = (c, next) switch
            {
                ('o', 'u') or ('o', 'o') => 'u',
                ('e', 'e') or ('e', 'i') or ('e', 'y') or ('a', 'i') or ('a', 'y') => 'i',
                ('p', 'h') => 'f',
                ('d', 'h') => 'd',
                ('c', 'k') => 'k',
                _ => '\0',
            };
            if (sound != '\0')
            {
                i++;
            }
            else
            {
                sound = c switch { 'o' => 'u', 'y' => 'i', 'q' => 'k', 'w' => 'v', 'j' => 'i', _ => c };
                if (c == 'x')
                {
                    Push(key, 'k');
                    sound = 's';
                }
            }

            Push(key, sound);
        }

        return key.ToString();
    }

    /// <summary>Whether two sounds are spellings of one word: the same consonants and at most two vowels apart, endings for women and men kept apart.</summary>
    public static bool Close(string a, string b)
    {
        if (a == b) return true;
        if (a.Length < 4 || b.Length < 4 || Math.Abs(a.Length - b.Length) > 2 || a[0] != b[0] || (a[^1] == 'a') != (b[^1] == 'a')) return false;
        return Skeleton(a) is { Length: >= 3 } bones && bones == Skeleton(b);
    }

    /// <summary>The first letter and the consonants after it.</summary>
    private static string Skeleton(string sound) =>
        string.Concat(sound.Where((c, i) => i == 0 || c is not ('a' or 'e' or 'i' or 'o' or 'u')));

    private static void Push(StringBuilder key, char c)
    {
        if (key.Length == 0 || key[^1] != c) key.Append(c);
    }
}
