using System.Runtime.InteropServices;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Articles.Seams;

/// <summary>One word of a page, by the number of its form.</summary>
internal readonly record struct PageWord(int Start, int End, int Form, bool Content, bool Capital);

/// <summary>
/// The words of a range of a page as numbers: forms in lower case without plural or possessive s; pairs of characters where words are not
/// divided by spaces. Content words are those that fewer than a third of all articles hold.
/// </summary>
internal sealed class PageWords
{
    private const float ContentSpread = 330;
    private const int LongestForm = 40;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numberOf;
    private readonly List<float> _spread = [];
    private readonly List<PageWord> _words;

    private readonly string _language;

    /// <param name="length">Characters of the text, by which room is made.</param>
    private PageWords(string language, int length)
    {
        _language = language;
        _words = new List<PageWord>(length / 5);
        _numberOf = new Dictionary<string, int>(length / 12, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IReadOnlyList<PageWord> Words => _words;

    public int Count => _words.Count;

    /// <summary>ISO 639-1 code.</summary>
    public string Language => _language;

    public int Forms => _spread.Count;

    public PageWord this[int index] => _words[index];

    /// <summary>Articles of 1,000 that hold the form.</summary>
    public float Spread(int form) => _spread[form];

    /// <param name="language">ISO 639-1 code of the text; null reads it from the text.</param>
    public static PageWords Read(SourceText text, TextSpan range, string? language = null)
    {
        var value = text.Value;
        var page = new PageWords(language ?? LanguageIdentifier.Identify(text[range])?.Code ?? "en", range.Length);
        var form = new char[LongestForm];
        var i = range.Start;
        while (i < range.End)
        {
            var first = LetterKinds.Of(value[i]);
            if (first == LetterKind.None)
            {
                i++;
                continue;
            }

            var start = i;
            if (IsUnspaced(value[i]))
            {
                var end = i + 1 < range.End && IsUnspaced(value[i + 1]) ? i + 2 : i + 1;
                page.Add(value.AsSpan(start, end - start), start, end, false);
                i++;
                continue;
            }

            var length = 0;
            while (i < range.End && (IsInWord(value[i]) || (IsApostrophe(value[i]) && i + 1 < range.End && char.IsLetter(value[i + 1]))))
            {
                if (length < LongestForm) form[length++] = value[i] == '\u2019' ? '\'' : char.ToLowerInvariant(value[i]);
                i++;
            }

            var cut = form.AsSpan(0, length);
            if (cut.EndsWith("'s")) cut = cut[..^2];
            if (cut.Length > 3 && cut[^1] == 's' && cut[^2] != 's') cut = cut[..^1];
            page.Add(cut, start, i, (first & LetterKind.Capital) != LetterKind.None);
        }

        return page;
    }

    /// <summary>Index of the first word that starts at or after an offset.</summary>
    public int At(int offset)
    {
        int low = 0, high = _words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_words[middle].Start < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019';

    private static bool IsInWord(char c) => LetterKinds.Of(c) != LetterKind.None && !IsUnspaced(c);

    /// <summary>Letters of scripts that put no spaces between words.</summary>
    private static bool IsUnspaced(char c) => c >= '\u0E00' && Scripts.Of(c) is Script.Han or Script.Kana or Script.Thai or Script.Lao or Script.Khmer or Script.Burmese;

    private void Add(ReadOnlySpan<char> form, int start, int end, bool capital)
    {
        if (form.IsEmpty) return;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numberOf, form, out var known);
        if (!known)
        {
            number = _spread.Count;
            // The list of spreads is English; elsewhere the frequent short words stand in for it.
            _spread.Add(_language == "en" ? WordSpread.Of(form) : FrequentWords.Contains(form, _language) ? 1000 : WordSpread.Rare);
        }

        _words.Add(new PageWord(start, end, number, _spread[number] < ContentSpread && end - start > 1, capital));
    }
}
