using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Language;

/// <summary>
/// Cuts text into words and marks: for English as the Universal Dependencies treebanks EWT and GUM do (<c>do|n't</c>, <c>well|-|known</c>,
/// <c>$|5</c>), for other languages at changes between letters, digits and marks. Tokens come in order, never overlap, and
/// together hold every character but white space. Linear in the length of the text.
/// </summary>
internal sealed class Tokenizer
{
    /// <summary>A longer run without space is cut, so that no token is longer than this.</summary>
    internal const int LongestToken = 512;

    private static readonly FrozenDictionary<string, string> Contractions = WordLists.Pairs("Language/Lexicon/contractions.tsv");
    private static readonly FrozenSet<string> Prefixes = WordLists.Words("Language/Lexicon/hyphen-prefixes.txt");
    private static readonly FrozenSet<string> DottedEndings = WordLists.Words("Language/Lexicon/dotted-endings.txt");
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ContractionOf = Contractions.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsPrefix = Prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsDottedEnding = DottedEndings.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly bool _english;

    private Tokenizer(bool english) => _english = english;

    public static Tokenizer English { get; } = new(true);

    /// <summary>For any other language.</summary>
    public static Tokenizer General { get; } = new(false);

    /// <summary>Adds the tokens of a range of the text.</summary>
    public void Tokenize(ReadOnlySpan<char> text, TextSpan range, List<Token> tokens)
    {
        var at = range.Start;
        while (at < range.End)
        {
            var (kind, length) = CharacterKinds.At(text, at);
            if (kind == CharacterKind.Space)
            {
                at += length;
                continue;
            }

            var end = at + length;
            while (end < range.End && end - at < LongestToken)
            {
                var (next, nextLength) = CharacterKinds.At(text, end);
                if (next == CharacterKind.Space) break;
                end = Math.Min(end + nextLength, range.End);
            }

            Chunk(text, at, end, tokens);
            at = end;
        }
    }

    /// <summary>A run without white space.</summary>
    private void Chunk(ReadOnlySpan<char> text, int start, int end, List<Token> tokens)
    {
        var at = start;
        while (at < end)
        {
            var (kind, length) = CharacterKinds.At(text, at);
            var next = kind switch
            {
                CharacterKind.Letter or CharacterKind.Digit => Word(text, at, end, tokens),
                CharacterKind.Ideograph => Marks(text, at + length, end),
                _ => Mark(text, start, at, end),
            };
            next = Math.Min(next, end);
            if (tokens.Count == 0 || tokens[^1].End <= at) tokens.Add(new Token(new TextSpan(at, next)));
            at = next;
        }
    }

    /// <summary>The end of the token that begins with a mark or symbol.</summary>
    private static int Mark(ReadOnlySpan<char> text, int start, int at, int end)
    {
        var c = text[at];
        if (at == start && Emoticons.End(text, at, end) is var face && face > at) return face;
        if (c is '#' or '@' && at + 1 < end && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '_'))
        {
            var tag = at + 1;
            while (tag < end && (char.IsLetterOrDigit(text[tag]) || text[tag] == '_')) tag++;
            return tag;
        }

        if (c is '\'' or '’' && at + 1 < end)
        {
            // 's after a quotation mark, 'em, '90s
            var rest = text[(at + 1)..end];
            var letters = 0;
            while (letters < rest.Length && char.IsLetterOrDigit(rest[letters])) letters++;
            var word = rest[..letters];
            if (word.Length > 0 && char.IsAsciiDigit(word[0]) && word.Length <= 3 && (word.Length >= 2 || at > start)) return at + 1 + letters;
            if (word is "em" or "til" or "cause" or "tis" or "twas" or "n") return at + 1 + letters;
            if (at > start && Apostrophes.IsSuffix(word)) return at + 1 + letters;
        }

        if (c is '.' or '-' or '!' or '?' or '*' or '=' or '~' or '_' or '+' or '<' or '>' or '#' or '^')
        {
            var run = at + 1;
            while (run < end && (text[run] == c || (c is '!' or '?' && text[run] is '!' or '?'))) run++;
            // A decimal without its zero.
            if (c == '.' && run == at + 1 && at == start && run < end && char.IsAsciiDigit(text[run]))
            {
                while (run < end && char.IsAsciiDigit(text[run])) run++;
            }

            return run;
        }

        if (c is '…' or '—' or '–')
        {
            var run = at + 1;
            while (run < end && text[run] == c) run++;
            return run;
        }

        if (c < 128) return at + 1;
        var (kind, length) = CharacterKinds.At(text, at);
        return kind == CharacterKind.Symbol ? Emoji(text, at, end) : Marks(text, at + length, end);
    }

    /// <summary>The end of combining marks after an offset.</summary>
    private static int Marks(ReadOnlySpan<char> text, int at, int end)
    {
        while (at < end)
        {
            var (kind, length) = CharacterKinds.At(text, at);
            if (kind != CharacterKind.Mark) break;
            at += length;
        }

        return at;
    }

    /// <summary>One picture: symbols joined by U+200D, or two regional indicators, with their marks.</summary>
    private static int Emoji(ReadOnlySpan<char> text, int at, int end)
    {
        var flag = IsRegional(text, at, end);
        var next = Marks(text, at + CharacterKinds.At(text, at).Length, end);
        if (flag && IsRegional(text, next, end)) return Marks(text, next + 2, end);
        while (next < end && text[next - 1] == '\u200D' && CharacterKinds.At(text, next) is (CharacterKind.Symbol, var length)) next = Marks(text, next + length, end);
        return next;
    }

    private static bool IsRegional(ReadOnlySpan<char> text, int at, int end) =>
        at + 1 < end && text[at] == '\uD83C' && text[at + 1] is >= '\uDDE6' and <= '\uDDFF';

    /// <summary>Adds the tokens of a word with the marks inside it; returns its end.</summary>
    private int Word(ReadOnlySpan<char> text, int start, int end, List<Token> tokens)
    {
        if (Addresses.End(text, start, end) is var address && address > start)
        {
            tokens.Add(new Token(new TextSpan(start, address)));
            return address;
        }

        var at = Alphanumerics(text, start, end);
        while (at < end && Joins(text, start, at, end)) at = Alphanumerics(text, at + 1, end);
        if (!_english)
        {
            tokens.Add(new Token(new TextSpan(start, at)));
            return at;
        }

        if (at < end && text[at] == '.' && Abbreviations.TakesFullStop(text, start, at)) at++;
        else if (at + 1 == end && text[at] == '+' && char.IsAsciiDigit(text[at - 1])) at++;
        Split(text, start, at, tokens);
        return at;
    }

    private static int Alphanumerics(ReadOnlySpan<char> text, int at, int end)
    {
        while (at < end)
        {
            if (text[at] < 128)
            {
                if (!char.IsAsciiLetterOrDigit(text[at])) return at;
                at++;
                continue;
            }

            var (kind, length) = CharacterKinds.At(text, at);
            if (kind is not (CharacterKind.Letter or CharacterKind.Digit or CharacterKind.Mark)) return at;
            at += length;
        }

        return Math.Min(at, end);
    }

    /// <summary>Whether the mark at an offset, inside a word that starts at <paramref name="start"/>, holds the word together.</summary>
    private bool Joins(ReadOnlySpan<char> text, int start, int at, int end)
    {
        if (at + 1 >= end) return false;
        char before = text[at - 1], after = text[at + 1];
        if (!char.IsLetterOrDigit(after) && !(char.IsSurrogate(after) && CharacterKinds.At(text, at + 1).Kind == CharacterKind.Letter)) return false;
        switch (text[at])
        {
            case '.':
                return char.IsAsciiDigit(after) ? char.IsAsciiLetterOrDigit(before) : DotJoins(text, start, at, end);
            case ',':
                return char.IsAsciiDigit(before) && char.IsAsciiDigit(after);
            case ':' or '/':
                return char.IsAsciiDigit(before) && char.IsAsciiDigit(after) && !SlashListsYears(text, at, end);
            case '\'' or '’' or 'ʼ' or '`':
                return char.IsLetter(after) || char.IsAsciiDigit(before);
            case '&':
                return char.IsAsciiLetter(before) && char.IsAsciiLetter(after) && at - start <= 2;
            case '_':
                return true;
            case '-' or '‑':
                return !_english || Hyphens.Join(text, start, at, end, IsPrefix);
            default:
                return false;
        }
    }

    private static bool SlashListsYears(ReadOnlySpan<char> text, int at, int end) =>
        text[at] == '/' && at >= 4 && char.IsAsciiDigit(text[at - 4]) && char.IsAsciiDigit(text[at - 3]) && char.IsAsciiDigit(text[at - 2])
        && !(at + 2 < end && text[at + 2] == '/');

    /// <summary>A full stop between letters: of an abbreviation or a host name, or one after which a space was forgotten.</summary>
    private static bool DotJoins(ReadOnlySpan<char> text, int start, int at, int end)
    {
        var before = at;
        while (before > start && char.IsLetterOrDigit(text[before - 1])) before--;
        var after = at + 1;
        while (after < end && char.IsLetterOrDigit(text[after])) after++;
        if (at - before == 1 && after - at == 2) return true;
        if (at - before == 1 && (before == start || text[before - 1] == '.') && char.IsUpper(text[before])) return after - at <= 3 && char.IsUpper(text[at + 1]) && !(after - at == 3 && char.IsLower(text[at + 2]) && before == start);
        Span<char> ending = stackalloc char[8];
        var length = after - at - 1;
        if (length > ending.Length) return false;
        text.Slice(at + 1, length).ToLowerInvariant(ending);
        if (text.Slice(before, at - before) is "Ph" or "ph") return length == 1;
        if (text[start..end].Count('.') > 1 && char.IsLower(text[at + 1]) && char.IsLower(text[before])) return true;
        return IsDottedEnding.Contains(ending[..length]) && (char.IsLower(text[at + 1]) || char.IsUpper(text[at - 1]) || length > 2);
    }

    /// <summary>Cuts contractions and possessives off a word.</summary>
    private static void Split(ReadOnlySpan<char> text, int start, int end, List<Token> tokens)
    {
        var word = text[start..end];
        if (word.Length is >= 2 and <= 8)
        {
            Span<char> lower = stackalloc char[8];
            word.ToLowerInvariant(lower);
            if (ContractionOf.TryGetValue(lower[..word.Length], out var parts))
            {
                var at = start;
                foreach (var digit in parts)
                {
                    if (digit == ' ') continue;
                    tokens.Add(new Token(new TextSpan(at, at + digit - '0')));
                    at += digit - '0';
                }

                return;
            }
        }

        Apostrophes.Split(text, start, end, tokens);
    }
}
