using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Language;

/// <summary>
/// Groups the tokens of one block into sentences: at full stops, question and exclamation marks with the quotation marks and brackets that
/// close after them, at empty lines, and after short lines. No sentence has more than <see cref="LongestSentence"/> tokens.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>Tokens of a sentence at most; a longer run is cut after its last strong mark.</summary>
    public const int LongestSentence = 400;

    /// <summary>A line shorter than this that ends without a mark is a heading or a list's item, not a wrapped line (UTF-16 units).</summary>
    private const int ShortLine = 50;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers =
        WordLists.Words("Language/Lexicon/sentence-openers.txt").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the sentences of the tokens from <paramref name="first"/> on.</summary>
    public static void Split(ReadOnlySpan<char> text, List<Token> tokens, int first, List<Sentence> sentences)
    {
        var start = first;
        var i = first;
        while (i < tokens.Count)
        {
            var end = EndsAfter(text, tokens, start, i);
            if (end > i)
            {
                Add(tokens, start, end, sentences);
                start = end;
                i = end;
                continue;
            }

            i++;
            if (i - start == LongestSentence)
            {
                var cut = CutOf(text, tokens, start, i);
                Add(tokens, start, cut, sentences);
                start = cut;
            }
        }

        if (start < tokens.Count) Add(tokens, start, tokens.Count, sentences);
    }

    private static void Add(List<Token> tokens, int start, int end, List<Sentence> sentences) =>
        sentences.Add(new Sentence(new TextSpan(tokens[start].Start, tokens[end - 1].End), start, end));

    /// <summary>The end of the sentence if one ends at this token (closing marks included), else the token's own index.</summary>
    private static int EndsAfter(ReadOnlySpan<char> text, List<Token> tokens, int start, int i)
    {
        var form = text[tokens[i].Start..tokens[i].End];
        var terminal = TerminalOf(form);
        if (terminal == Terminal.None) return i + 1 < tokens.Count && LineEnds(text, tokens, start, i) ? i + 1 : i;

        var end = i + 1;
        if (terminal != Terminal.Abbreviation || !Attached(tokens, i)) end = Closed(text, tokens, i + 1);
        if (end >= tokens.Count || end - start >= LongestSentence) return i;
        if (terminal == Terminal.Ideographic) return end;
        var gap = text[tokens[end - 1].End..tokens[end].Start];
        if (IsParagraph(gap)) return end;
        var next = text[tokens[end].Start..tokens[end].End];
        if (gap.IsEmpty && !(terminal == Terminal.Stop && form.Length == 1 && char.IsUpper(next[0]) && next.Length > 1)) return i;
        if (terminal == Terminal.Abbreviation) return OpensAfterAbbreviation(form, next, gap) ? end : i;
        if (char.IsLower(next[0])) return end == i + 1 && OpensInLowerCase(text, tokens, i, next) ? end : i;
        return Opens(text, tokens, end) ? end : i;
    }

    private enum Terminal
    {
        None,
        Stop,

        /// <summary>A word whose full stop may also be the sentence's.</summary>
        Abbreviation,

        /// <summary>A mark that ends a sentence whatever follows, as in Chinese.</summary>
        Ideographic,
    }

    private static Terminal TerminalOf(ReadOnlySpan<char> form)
    {
        var last = form[^1];
        if (last is '。' or '！' or '？' or '｡' or '।' or '॥' or '۔') return Terminal.Ideographic;
        if (last is '؟' or '…' or '!' or '?') return char.IsLetterOrDigit(form[0]) ? Terminal.None : Terminal.Stop;
        if (last != '.') return Terminal.None;
        return form[0] == '.' ? Terminal.Stop : Terminal.Abbreviation;
    }

    /// <summary>Whether the next token follows without a space.</summary>
    private static bool Attached(List<Token> tokens, int i) => i + 1 < tokens.Count && tokens[i + 1].Start == tokens[i].End;

    /// <summary>Steps over closing quotation marks and brackets, and further stops, that stand directly after a stop.</summary>
    private static int Closed(ReadOnlySpan<char> text, List<Token> tokens, int end)
    {
        while (end < tokens.Count)
        {
            var form = text[tokens[end].Start..tokens[end].End];
            var first = form[0];
            var attached = tokens[end].Start == tokens[end - 1].End;
            var closes = first is ')' or ']' or '}' or '”' or '’' or '»' or '.' or '!' or '?' or '…' or '」' or '』'
                || (first is '"' or '\'' && form.Length == 1 && !(end + 1 < tokens.Count && tokens[end + 1].Start == tokens[end].End && char.IsLetterOrDigit(text[tokens[end + 1].Start])));
            if (attached && first == '[' && IsCitation(text, tokens, end))
            {
                end += 3;
                continue;
            }

            if (!closes || !attached || char.IsLetterOrDigit(form[^1])) break;
            end++;
        }

        return end;
    }

    /// <summary>"[28]" directly behind a stop belongs to the sentence before.</summary>
    private static bool IsCitation(ReadOnlySpan<char> text, List<Token> tokens, int i) =>
        i + 2 < tokens.Count && tokens[i + 1].Span.Length <= 4 && char.IsAsciiDigit(text[tokens[i + 1].Start])
        && tokens[i + 2].Span.Length == 1 && text[tokens[i + 2].Start] == ']' && tokens[i + 2].End - tokens[i].Start <= 6;

    /// <summary>Careless text goes on in lower case after a stop: believed of a whole word before it and a usual opener behind it.</summary>
    private static bool OpensInLowerCase(ReadOnlySpan<char> text, List<Token> tokens, int i, ReadOnlySpan<char> next)
    {
        if (!Openers.Contains(next[..Math.Min(next.Length, 16)])) return false;
        if (text[tokens[i].Start] != '.') return true;
        if (tokens[i].Span.Length > 1 || i == 0) return false;
        var before = tokens[i - 1];
        return before.Span.Length >= 4 && char.IsLower(text[before.End - 1]);
    }

    private static bool IsParagraph(ReadOnlySpan<char> gap)
    {
        var lines = 0;
        foreach (var c in gap)
        {
            if (c is '\u2029' or '\f') return true;
            if (c == '\n') lines++;
        }

        return lines > 1;
    }

    private static bool HasNewLine(ReadOnlySpan<char> gap) => gap.IndexOfAny('\n', '\r', '\u2028') >= 0;

    /// <summary>Whether a line break without a mark before it ends the sentence.</summary>
    private static bool LineEnds(ReadOnlySpan<char> text, List<Token> tokens, int start, int i)
    {
        var gap = text[tokens[i].End..tokens[i + 1].Start];
        if (gap.IsEmpty || !HasNewLine(gap)) return false;
        if (IsParagraph(gap)) return true;
        var next = text[tokens[i + 1].Start];
        if (next is '•' or '·' or '*' or '‣' or '▪') return true;
        var length = 0;
        for (var at = tokens[i].End; at > tokens[start].Start && length < ShortLine && text[at - 1] is not ('\n' or '\r'); at--) length++;
        return length < ShortLine && !char.IsLower(next);
    }

    private static bool Opens(ReadOnlySpan<char> text, List<Token> tokens, int i)
    {
        var c = text[tokens[i].Start];
        if (char.IsLower(c)) return false;
        // "(laughs)" after a stop: look at the word behind the mark.
        if (c is '(' or '[' or '"' or '\'' or '“' or '‘' or '«' && i + 1 < tokens.Count) return !char.IsLower(text[tokens[i + 1].Start]);
        return c is not (',' or ';' or ':' or ')' or ']' or '”' or '’');
    }

    private static bool OpensAfterAbbreviation(ReadOnlySpan<char> form, ReadOnlySpan<char> next, ReadOnlySpan<char> gap)
    {
        if (next[0] is '“' or '"' or '•') return Abbreviations.KindOf(form[..^1]) == Abbreviations.Kind.Word && !gap.IsEmpty && next[0] != '"';
        if (!char.IsUpper(next[0])) return false;
        var kind = Abbreviations.KindOf(form[..^1]);
        if (kind is Abbreviations.Kind.Title or Abbreviations.Kind.Number) return false;
        if (HasNewLine(gap)) return true;
        if (next.Length > 16 || (next.Length == 1 && kind == Abbreviations.Kind.Initial)) return false;
        Span<char> lower = stackalloc char[16];
        next.ToLowerInvariant(lower);
        return Openers.Contains(lower[..next.Length]);
    }

    /// <summary>Where to cut a run that is too long: after its last semicolon, dash, comma or line in its second half, else at its end.</summary>
    private static int CutOf(ReadOnlySpan<char> text, List<Token> tokens, int start, int end)
    {
        var best = end;
        var strength = 0;
        for (var i = end - 1; i >= start + (LongestSentence / 2); i--)
        {
            var form = text[tokens[i].Start..tokens[i].End];
            var here = HasNewLine(text[tokens[i].End..(i + 1 < tokens.Count ? tokens[i + 1].Start : tokens[i].End)]) ? 4
                : form[0] switch { ';' => 3, ':' or '—' or '–' => 2, ',' => 1, _ => 0 };
            if (here <= strength) continue;
            strength = here;
            best = i + 1;
        }

        return best;
    }
}
