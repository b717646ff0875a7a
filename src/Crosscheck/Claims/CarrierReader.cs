using System.Globalization;
using Crosscheck.Stories;

namespace Crosscheck.Claims;

/// <summary>Makes carriers of clauses and sentences. Linear in the text.</summary>
internal static class CarrierReader
{
    /// <summary>Words of a carrier that are looked at.</summary>
    private const int MaxWords = 120;

    private const int PrefixLength = 5;

    public static Carrier Read(string text, int article, int order, double position)
    {
        var scanned = WordScanner.Scan(text);
        if (scanned.Count > MaxWords) scanned.RemoveRange(MaxWords, scanned.Count - MaxWords);
        var words = new ulong[scanned.Count];
        var terms = new Dictionary<ulong, bool>();
        var sequence = new List<ulong>();
        var prefixes = new HashSet<ulong>();
        var classes = new HashSet<int>();
        var numbers = new List<decimal>();
        var calendar = new HashSet<int>();
        bool negated = false, hedged = false;
        for (var i = 0; i < scanned.Count; i++)
        {
            var span = scanned[i].Span;
            var form = text.AsSpan(span.Start, span.Length);
            var hash = words[i] = scanned[i].Hash;
            negated |= ClaimLexicon.Negations.Contains(hash) || IsShortNot(text, span.Start, span.End);
            hedged |= ClaimLexicon.Hedges.Contains(hash);
            if (StoryLexicon.Months.TryGetValue(hash, out var month) && char.IsUpper(form[0])) calendar.Add(month);
            if (DayOf(form) is { } day) calendar.Add(100 + day);
            if (char.IsAsciiDigit(form[0]) || ClaimLexicon.NumberWords.ContainsKey(hash))
            {
                i = NumberAt(text, scanned, words, i, numbers);
                continue;
            }

            if (form.Length < 2 || (StoryLexicon.FunctionWords.Contains(hash) && !ClaimLexicon.Synonyms.ContainsKey(hash))) continue;
            var stem = ClaimLexicon.StemHash(form);
            classes.UnionWith(ClaimLexicon.ClassesOf(form, stem));
            if (StoryLexicon.FunctionWords.Contains(hash)) continue;
            var name = char.IsUpper(form[0]) && i > 0;
            terms[stem] = name || terms.GetValueOrDefault(stem);
            sequence.Add(stem);
            prefixes.Add(WordScanner.HashOf(form[..Math.Min(form.Length, PrefixLength)]));
        }

        var pairs = new HashSet<ulong>();
        for (var i = 0; i + 1 < sequence.Count; i++) pairs.Add(WordScanner.Join(sequence[i], sequence[i + 1]));
        return new Carrier(
            article, order, position, words, [.. terms.OrderBy(t => t.Key).Select(t => new CarrierTerm(t.Key, t.Value))],
            Sorted(pairs), Sorted(prefixes), Sorted(classes), [.. numbers.Distinct().Order()], Sorted(calendar),
            negated, hedged, text.AsSpan().IndexOfAny('"', '“', '”') >= 0, text.Contains('?', StringComparison.Ordinal));
    }

    private static T[] Sorted<T>(HashSet<T> set)
    {
        var array = new T[set.Count];
        set.CopyTo(array);
        Array.Sort(array);
        return array;
    }

    /// <summary>"didn't": the scanner divides at the apostrophe, so a lone t after one is a negation.</summary>
    private static bool IsShortNot(string text, int start, int end) =>
        end - start == 1 && text[start] is 't' && start >= 2 && text[start - 1] is '\'' or '’' && text[start - 2] is 'n';

    private static int? DayOf(ReadOnlySpan<char> form) => form switch
    {
        "Sunday" => 0,
        "Monday" => 1,
        "Tuesday" => 2,
        "Wednesday" => 3,
        "Thursday" => 4,
        "Friday" => 5,
        "Saturday" => 6,
        _ => null,
    };

    /// <summary>Reads the number that begins at a word ("1,200", "4.2 million", "twenty-one"); gives the index of its last word.</summary>
    private static int NumberAt(string text, List<ScannedWord> scanned, ulong[] words, int first, List<decimal> numbers)
    {
        decimal value;
        var last = first;
        var form = text.AsSpan(scanned[first].Span.Start, scanned[first].Span.Length);
        if (char.IsAsciiDigit(form[0]))
        {
            var digits = new System.Text.StringBuilder().Append(form);
            while (last + 1 < scanned.Count && scanned[last + 1].Span.Start == scanned[last].Span.End + 1 && digits.Length < 20)
            {
                var next = text.AsSpan(scanned[last + 1].Span.Start, scanned[last + 1].Span.Length);
                var mark = text[scanned[last].Span.End];
                if (!char.IsAsciiDigit(next[0])) break;
                if (mark == ',' && next.Length == 3) digits.Append(next);
                else if (mark == '.' && !digits.ToString().Contains('.', StringComparison.Ordinal)) digits.Append('.').Append(next);
                else break;
                last++;
                words[last] = scanned[last].Hash;
            }

            var plain = digits.ToString().TrimEnd("stndrhmbk%".ToCharArray());
            if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)) return last;
        }
        else
        {
            value = ClaimLexicon.NumberWords[scanned[first].Hash];
            if (value < 0) value = 1;
            else if (value >= 20 && last + 1 < scanned.Count && ClaimLexicon.NumberWords.TryGetValue(scanned[last + 1].Hash, out var unit) && unit is > 0 and < 10)
            {
                value += unit;
                words[++last] = scanned[last].Hash;
            }
            else if (value == 1)
            {
                // "one" is mostly no number.
                if (last + 1 >= scanned.Count || !ClaimLexicon.NumberWords.TryGetValue(scanned[last + 1].Hash, out var times) || times > 0) return last;
            }
        }

        while (last + 1 < scanned.Count && ClaimLexicon.NumberWords.TryGetValue(scanned[last + 1].Hash, out var factor) && factor < 0 && value < 1_000_000_000)
        {
            value *= -factor;
            words[++last] = scanned[last].Hash;
        }

        numbers.Add(value);
        return last;
    }
}
