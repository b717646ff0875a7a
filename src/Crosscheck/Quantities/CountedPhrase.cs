using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>
/// The noun phrase that a figure counts, with the words that restrict it ("children with acute malnutrition"): from the dependencies where there
/// are any, else from the tags, else from the words.
/// </summary>
internal sealed class CountedPhrase(FigureLexicon lexicon, SyntaxLayer syntax, ImmutableArray<TextSpan> calendar)
{
    private const int LongestPhrase = 8;
    private const int LongestRestriction = 7;
    private const int LongestClause = 4;
    private const int Climb = 12;
    private const int SubjectReach = 40;
    private const int LongestName = 6;

    private readonly string _text = syntax.Text.Value;

    /// <param name="figure">The figure asked about.</param>
    /// <param name="carried">What the shares of the paragraph are shares of.</param>
    /// <param name="before">What the figure before it in its sentence counts.</param>
    public TextSpan? Of(Figure figure, TextSpan? carried, TextSpan? before)
    {
        var (_, token) = syntax.TokensIn(new TextSpan(figure.Start, figure.Stop));
        if (token == 0) return null;
        var sentence = syntax.SentenceAt(figure.Start);
        if (sentence < 0) return null;
        var end = Math.Max(syntax.Sentences[sentence].EndToken, token);
        while (token < end && Form(token) is "-" or "–") token++;
        if (figure.Age && !figure.Glued && Apposition(figure, sentence) is { } person) return person;
        if (figure.Unit == "year" && token < end && Form(token) is "," && Apposition(figure, sentence) is { } named) return named;
        if (figure.Unit is "count" or "score" or "vote")
        {
            // "three-judge panel": what the hyphen ties to the figure; in "two-way race" that is no thing.
            if (figure.Glued && token < end && char.IsLetter(_text[syntax.Tokens[token].Start]) && token > 0 && Form(token - 1) is "-" or "–" && Form(token) is not ("way" or "fold" or "part"))
            {
                return syntax.Tokens[token].Span;
            }

            if (token < end && Form(token) is "of" && Phrase(token + 1, end) is { } of) return of;
            if (token + 1 < end && Form(token) is "of" && Is(token + 1, "part")) return Phrase(token + 2, end) ?? syntax.Tokens[token + 1].Span;
            if ((token >= end || !Is(token, "persons")) && MeasuredBefore(figure, sentence) is { } all && Is(syntax.TokensIn(all).End - 1, "whole")) return all;
            if (Phrase(token, end) is { } things) return things;
            if (figure.Unit != "count") return null;
            // "killed 12 people and abducted 251": the object's noun is the one before; who did it is not counted.
            if (IsObject(figure)) return before;
            return MeasuredBefore(figure, sentence) ?? Subject(figure, sentence);
        }

        var isTime = lexicon.Words.Find(figure.Unit) is { } unit && (unit.Classes & lexicon.TimeUnit) != 0;
        if (isTime) return figure.Glued || figure.Age || Hyphened(figure) ? Phrase(token, end) : null;
        if (figure.Unit is "percent" && before is not null && IsAgainst(figure)) return before;
        if (figure.Unit is "percent" or "fraction" && carried is not null && Bracketed(figure)) return carried;
        if (token < end && IsRate(token)) return MeasuredBefore(figure, sentence) ?? (figure.Unit == "percent" ? carried : null) ?? Subject(figure, sentence);
        if (token < end && Form(token) is "of" or "among" && Phrase(token + 1, end) is { } whole) return whole;
        if (token < end && Phrase(token, end) is { } next) return Inside(next, end) ?? (figure.Unit == "percent" && carried is not null && IsShare(next) ? carried : next);
        if (MeasuredBefore(figure, sentence) is { } measured) return measured;
        if (figure.Unit is "percent" or "fraction")
        {
            if (SecondOfPair(figure) && Other(figure, sentence) is { } other) return other;
            return carried ?? Subject(figure, sentence);
        }

        if (token < end && Form(token) is "in" or "for" && !InCalendar(token + 1) && Phrase(token + 1, end) is { } part) return part;
        return Subject(figure, sentence);
    }

    /// <summary>The group of "among likely voters" in a sentence, which its shares are shares of.</summary>
    public TextSpan? Group(int sentence)
    {
        if (sentence < 0) return null;
        var (first, end) = (syntax.Sentences[sentence].FirstToken, syntax.Sentences[sentence].EndToken);
        for (var i = first; i < Math.Min(end, first + SubjectReach); i++)
        {
            if (Form(i) is "among" or "Among") return Phrase(i + 1, end);
        }

        return null;
    }

    /// <summary>"5 percent support among black voters": a share of the voters.</summary>
    private TextSpan? Inside(TextSpan phrase, int end)
    {
        var (_, after) = syntax.TokensIn(phrase);
        if (after < end && Form(after) is "of" or "among") return Phrase(after + 1, end);
        return null;
    }

    /// <summary>"a loss of $916 million", "the margin of error of 4 points": what stands before "of".</summary>
    private TextSpan? MeasuredBefore(Figure figure, int sentence)
    {
        var (token, _) = syntax.TokensIn(new TextSpan(figure.Start, figure.Stop));
        if (token > 3 && Form(token - 1) is "minus" && Form(token - 3) is "plus") token -= 3;
        if (token < 2 || Form(token - 1) is not ("of" or "at")) return null;
        var limit = Math.Max(syntax.Sentences[sentence].FirstToken, token - LongestPhrase);
        var last = token - 2;
        if (last < limit || !IsNounLike(last)) return null;
        var first = last;
        while (first > limit && IsPhraseWord(first - 1)) first--;
        return syntax.Span(first, last + 1);
    }

    /// <summary>", up 80 percent from the month before": what changed is what the figure before counts.</summary>
    private bool IsAgainst(Figure figure)
    {
        var (token, _) = syntax.TokensIn(new TextSpan(figure.Start, figure.Stop));
        return token > 1 && Form(token - 1) is "up" or "down" && Form(token - 2) is "," or "(" or "–" or "—" or "-" or "--";
    }

    /// <summary>A bare figure that is the object of a verb in the active.</summary>
    private bool IsObject(Figure figure)
    {
        if (!syntax.HasDependencies || syntax.Relations.Length == 0) return false;
        var (token, stop) = syntax.TokensIn(new TextSpan(figure.Start, figure.Stop));
        for (var i = token; i < stop; i++)
        {
            if (syntax.Heads[i] is not (var verb and >= 0) || verb >= token || syntax.Upos[verb] is not PartOfSpeech.Verb) continue;
            if (syntax.Relations[i] is "obj" || (verb == token - 1 && syntax.Relations[i] is "obl")) return true;
        }

        return false;
    }

    /// <summary>Whether a word is of one kind of those that stand around what is counted.</summary>
    private bool Is(int token, string kind) => lexicon.Words.Find(Form(token))?.ValueIn(lexicon.Counted) == kind;

    private bool IsNounLike(int token) =>
        syntax.HasTags && syntax.Xpos.Length > 0 ? Tag(token).StartsWith("NN", StringComparison.Ordinal) : char.IsLetter(_text[syntax.Tokens[token].Start]) && Form(token).Length > 2;

    private bool IsPhraseWord(int token) =>
        syntax.HasTags && syntax.Xpos.Length > 0
            ? Tag(token) is "NN" or "NNS" or "NNP" or "NNPS" or "JJ" or "POS" || (Form(token) is "of" && Tag(token - 1).StartsWith("NN", StringComparison.Ordinal))
            : Form(token) is "of" || (Form(token).Length > 3 && char.IsLower(_text[syntax.Tokens[token].Start]) && !IsSmall(token));

    private bool IsSmall(int token) => lexicon.Words.Find(syntax.Form(token)) is { } word && (word.Classes & lexicon.NotCounted) != 0;

    /// <summary>"leads Trump by 46 percent to 42 percent": the second share is the other one's.</summary>
    private bool SecondOfPair(Figure figure)
    {
        var (token, _) = syntax.TokensIn(new TextSpan(figure.Start, figure.Stop));
        return token > 2 && Form(token - 1) is "to" && Form(token - 2) is "percent" or "%";
    }

    private TextSpan? Other(Figure figure, int sentence)
    {
        if (!syntax.HasDependencies || syntax.Relations.Length == 0) return null;
        var (token, stop) = syntax.TokensIn(new TextSpan(figure.Start, figure.Stop));
        var at = token < stop ? token : -1;
        for (var step = 0; step < Climb && at >= 0; step++)
        {
            if (syntax.Upos[at] is PartOfSpeech.Verb)
            {
                for (var i = at + 1; i < Math.Min(token, at + SubjectReach); i++)
                {
                    if (Tag(i).StartsWith("NN", StringComparison.Ordinal) && !IsUnit(i)) return NounAt(i);
                }
            }

            at = syntax.Heads[at];
        }

        return null;
    }

    /// <summary>The nouns that begin at a token, and what restricts the last of them.</summary>
    private TextSpan? Phrase(int first, int end)
    {
        if (!syntax.HasTags || syntax.Xpos.Length == 0) return PlainPhrase(first, end);
        while (first < end && Tag(first) is "DT" or "PDT" or "PRP$" or "``" or "''" or "CD" || (first < end && IsQuote(first))) first++;
        int noun = -1, start = -1;
        for (var i = first; i < Math.Min(end, first + LongestPhrase); i++)
        {
            if (InCalendar(i)) break;
            var tag = Tag(i);
            if (tag.StartsWith("NN", StringComparison.Ordinal))
            {
                if (start < 0) start = i;
                noun = i;
            }
            else if (noun >= 0 && (tag is "POS" or "HYPH" || (tag is "CD" && Tag(i - 1) is "POS")))
            {
                continue;
            }
            else if (tag is "JJ" or "JJR" or "JJS" or "VBN" or "VBG" or "HYPH" or "CD" or "RBS" || (tag is "AFX" or "FW" or "CC" or "," && start >= 0 && noun < 0) || (noun < 0 && Form(i) is "-") || (tag is "RB" && noun < 0 && Tag(i + 1) is "VBN" or "JJ"))
            {
                if (noun >= 0 && tag is not ("HYPH" or "AFX") && Form(i - 1) is not "-" && Tag(i - 1) is not ("POS" or "CD")) break;
                if (noun < 0 && IsSmall(i)) break;
                if (start < 0) start = i;
            }
            else if (IsQuote(i))
            {
                continue;
            }
            else
            {
                break;
            }
        }

        if (noun < 0)
        {
            // "those responding": a pronoun that stands for people, with its restriction.
            if (first < end && first > 0 && Form(first - 1) is "those" && Tag(first) is "VBG" or "VBN" or "IN" or "WP") return syntax.Span(first - 1, Math.Min(end, first + 1));
            return null;
        }

        if (lexicon.Words.Find(Form(noun)) is { } unit && (unit.Classes & lexicon.TimeUnit) != 0) return null;
        var last = Restriction(noun, end);
        return syntax.Span(start, last + 1);
    }

    /// <summary>The last token of what restricts a noun: an "of" phrase, or what the dependencies hang on it.</summary>
    private int Restriction(int noun, int end)
    {
        var next = noun + 1;
        if (next >= end) return noun;
        if (syntax.HasDependencies)
        {
            var last = noun;
            var clause = Tag(next) is "VBG" or "VBN" && Form(next) is not "including";
            if (!clause && Form(next) is not ("of" or "with" or "in" or "among" or "without")) return noun;
            var limit = clause ? LongestClause : LongestRestriction;
            for (var i = next; i < Math.Min(end, next + limit + 1); i++)
            {
                if (InCalendar(i) || !Hangs(i, noun)) break;
                last = i;
            }

            if (last - noun > limit) return clause ? noun : OfPhrase(noun, end);

            // A phrase cut at its limit is none: keep the noun. Nor does one end in a small word.
            while (last > noun && !Tag(last).StartsWith("NN", StringComparison.Ordinal) && Tag(last) is not ("VBN" or "VBG" or "CD" or "JJ")) last--;
            return last;
        }

        return OfPhrase(noun, end);
    }

    private int OfPhrase(int noun, int end) =>
        noun + 2 < end && Form(noun + 1) is "of" && Phrase(noun + 2, end) is { } of && syntax.TokensIn(of) is var (_, stop) && stop - noun <= LongestRestriction + 1 ? stop - 1 : noun;

    /// <summary>"a year", "every three months": how often, not what.</summary>
    private bool IsRate(int token) => Form(token) is "a" or "an" or "per" or "each" or "every";

    private bool IsShare(TextSpan phrase) => lexicon.Words.Find(_text.AsSpan(phrase.Start, phrase.Length)) is { } word && (word.Classes & lexicon.Share) != 0;

    private bool IsUnit(int token) => lexicon.Words.Find(Form(token)) is { } word && (word.Classes & (lexicon.Percent | lexicon.Point | lexicon.TimeUnit)) != 0;

    /// <summary>"half of her support (44 percent)".</summary>
    private bool Bracketed(Figure figure) => figure.Start > 0 && _text[figure.Start - 1] == '(';

    /// <summary>"eight-year scheme": the figure stands as an adjective.</summary>
    private bool Hyphened(Figure figure) => _text.AsSpan(figure.Start, figure.Stop - figure.Start).Contains('-') && figure.Modifier is not QuantityModifier.Range;

    private bool Hangs(int token, int noun)
    {
        var at = token;
        for (var step = 0; step < Climb && at >= 0; step++)
        {
            var head = syntax.Heads[at];
            if (head == noun) return syntax.Relations.Length == 0 || !IsLoose(syntax.Relations[at]);
            if (head <= noun) return false;
            at = head;
        }

        return false;
    }

    /// <summary>Relations that add, not restrict.</summary>
    private static bool IsLoose(string relation) =>
        relation is "punct" or "conj" or "appos" or "parataxis" or "acl:relcl" or "nmod:tmod" or "obl:tmod" or "cc" or "dep" or "nmod:unmarked" or "obl:unmarked" or "nsubj";

    /// <summary>Without tags: up to three words, to the first small word or mark.</summary>
    private TextSpan? PlainPhrase(int first, int end)
    {
        const int longest = 3;
        var last = -1;
        while (first < end && (IsQuote(first) || Form(first) is "the" or "a" or "an" or "its" or "their" or "his" or "her" or "our" or "all" or "both" or "these" or "those")) first++;
        for (var i = first; i < Math.Min(end, first + longest); i++)
        {
            if (InCalendar(i) || !char.IsLetter(_text[syntax.Tokens[i].Start])) break;
            if (IsSmall(i)) break;
            last = i;
            if (Form(i) is [.., 's'] and not [.., 's', 's']) break;
        }

        return last < 0 ? null : syntax.Span(first, Restriction(last, end) + 1);
    }

    /// <summary>The name before an age: "Tom Young, 30,".</summary>
    private TextSpan? Apposition(Figure figure, int sentence)
    {
        var (token, _) = syntax.TokensIn(new TextSpan(figure.Start, figure.Stop));
        if (token < 2 || Form(token - 1) is not ",") return null;
        var first = token - 1;
        while (first > Math.Max(syntax.Sentences[sentence].FirstToken, token - LongestName) && char.IsUpper(_text[syntax.Tokens[first - 1].Start])) first--;
        return first < token - 1 ? syntax.Span(first, token - 1) : null;
    }

    /// <summary>What the verb above a share or an amount is said of.</summary>
    private TextSpan? Subject(Figure figure, int sentence)
    {
        if (!syntax.HasDependencies || syntax.Relations.Length == 0) return null;
        var (token, stop) = syntax.TokensIn(new TextSpan(figure.Start, figure.Stop));
        if (token >= stop) return null;
        var at = token;
        for (var step = 0; step < Climb && at >= 0; step++)
        {
            // A verb, or the figure itself where it stands after "is".
            if (syntax.Upos[at] is PartOfSpeech.Verb || (at >= token && at < stop))
            {
                for (var i = Math.Max(syntax.Sentences[sentence].FirstToken, at - SubjectReach); i < at; i++)
                {
                    if (syntax.Heads[i] == at && syntax.Relations[i].StartsWith("nsubj", StringComparison.Ordinal) && Tag(i).StartsWith("NN", StringComparison.Ordinal) && !IsUnit(i)) return Tallied(i, at) ?? NounAt(i);
                }

                if (syntax.Relations[at].StartsWith("acl", StringComparison.Ordinal) && syntax.Heads[at] is var noun and >= 0 && Tag(noun).StartsWith("NN", StringComparison.Ordinal)) return NounAt(noun);
            }

            at = syntax.Heads[at];
        }

        return null;
    }

    /// <summary>"The number of people killed has risen to": the people.</summary>
    private TextSpan? Tallied(int noun, int verb) =>
        Is(noun, "tally") && noun + 2 < verb && Form(noun + 1) is "of" ? Phrase(noun + 2, verb) : null;

    private TextSpan NounAt(int noun)
    {
        var first = noun;
        while (first > Math.Max(0, noun - LongestName) && syntax.Heads[first - 1] == noun && Tag(first - 1) is "NN" or "NNP" or "NNS" or "NNPS" or "JJ") first--;
        return syntax.Span(first, noun + 1);
    }

    private ReadOnlySpan<char> Form(int token) => syntax.Form(token);

    private string Tag(int token) => token < syntax.Xpos.Length ? syntax.Xpos[token] ?? string.Empty : string.Empty;

    private bool IsQuote(int token) => _text[syntax.Tokens[token].Start] is '"' or '“' or '”' or '\'' or '‘' or '’' && syntax.Tokens[token].End - syntax.Tokens[token].Start == 1;

    private bool InCalendar(int token)
    {
        if (token >= syntax.Tokens.Length) return false;
        int low = 0, high = calendar.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (calendar[middle].Overlaps(syntax.Tokens[token].Span)) return true;
            if (calendar[middle].Start < syntax.Tokens[token].Start) low = middle + 1;
            else high = middle - 1;
        }

        return false;
    }
}
