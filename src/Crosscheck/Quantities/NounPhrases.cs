using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>
/// Noun phrases read forward from a token with the words that restrict them ("children with acute malnutrition"): by tags and, for the restriction, by
/// the tree where there is one. Each reading looks at a bounded number of tokens.
/// </summary>
internal sealed class NounPhrases(PhraseTokens tokens)
{
    private const int LongestPhrase = 8;
    private const int LongestRestriction = 7;
    private const int LongestClause = 4;
    private const int LongestName = 6;
    private const int Climb = 12;
    private const int Nesting = 3;

    /// <summary>The nouns that begin at a token, and what restricts the last of them.</summary>
    public TextSpan? At(int first, int end) => At(first, end, 0);

    private TextSpan? At(int first, int end, int depth)
    {
        if (!tokens.HasTags) return Plain(first, end, depth);
        while (first < end && (tokens.Tag(first) is "DT" or "PDT" or "PRP$" or "``" or "''" or "CD" || tokens.IsQuote(first) || tokens.Form(first) is "both")) first++;
        var (start, noun) = Nouns(first, end);
        if (noun < 0)
        {
            // "those responding": a pronoun that stands for people, with its restriction.
            var stands = first < end && first > 0 && tokens.Form(first - 1) is "those" && tokens.Tag(first) is "VBG" or "VBN" or "IN" or "WP";
            return stands ? tokens.Syntax.Span(first - 1, stands && tokens.Tag(first) is "IN" && Part(first - 1, end) is var last && last > first ? last + 1 : Math.Min(end, first + 1)) : null;
        }

        return tokens.IsTimeUnit(noun) ? null : tokens.Syntax.Span(start, Restriction(noun, end, depth) + 1);
    }

    /// <summary>The whole name or noun group around a noun: "Mrs. Clinton", "heart disease fatalities".</summary>
    public TextSpan Around(int noun)
    {
        var (first, last) = (noun, noun);
        var name = tokens.IsName(noun);
        while (first > 0 && first > noun - LongestName && Joins(first - 1, name) && !tokens.InCalendar(first - 1)) first--;
        while (last + 1 < tokens.Syntax.Tokens.Length && last < noun + LongestName && (name ? tokens.IsName(last + 1) : tokens.IsNoun(last + 1)) && !tokens.InCalendar(last + 1)) last++;
        return tokens.Syntax.Span(first, last + 1);
    }

    private bool Joins(int token, bool name) => name ? tokens.IsName(token) : tokens.Tag(token) is "NN" or "NNP" or "NNS" or "NNPS" or "JJ";

    private (int Start, int Noun) Nouns(int first, int end)
    {
        int noun = -1, start = -1;
        for (var i = first; i < Math.Min(end, first + LongestPhrase); i++)
        {
            if (tokens.InCalendar(i)) break;
            var tag = tokens.Tag(i);
            if (tokens.IsNoun(i))
            {
                if (noun < 0 && tokens.IsSmall(i)) break;
                if (start < 0) start = i;
                noun = i;
            }
            else if (noun >= 0 && (tag is "POS" or "HYPH" || (tag is "CD" && tokens.Tag(i - 1) is "POS")))
            {
                continue;
            }
            else if (Qualifies(i, tag, start, noun))
            {
                if (noun >= 0 && tag is not ("HYPH" or "AFX") && tokens.Form(i - 1) is not "-" && tokens.Tag(i - 1) is not ("POS" or "CD")) break;
                if (noun < 0 && tokens.IsSmall(i) && tag is not "CC" && !Compounds(i) && tokens.Tag(i - 1) is not ("DT" or "PRP$")) break;
                if (start < 0 && tokens.Form(i) is not "-") start = i;
            }
            else if (!tokens.IsQuote(i))
            {
                break;
            }
        }

        return (start, noun);
    }

    /// <summary>A word that may stand before a noun; a past tense there is a participle that the tagger misread ("12,000 registered voters").</summary>
    private bool Qualifies(int token, string tag, int start, int noun) =>
        tag is "JJ" or "JJR" or "JJS" or "VBN" or "HYPH" or "CD" or "RBS"
        // "46 percent backing Reyes" has a verb, "operating companies" none.
        || (tag is "VBG" && !(noun < 0 && tokens.IsName(token + 1)))
        || (tag is "AFX" or "FW" or "CC" or "," && start >= 0 && noun < 0)
        || (tag is "VBD" && noun < 0 && tokens.IsNoun(token + 1))
        || (noun < 0 && (tokens.Form(token) is "-" || Compounds(token)))
        || (tag is "RB" && noun < 0 && tokens.Tag(token + 1) is "VBN" or "JJ");

    /// <summary>"in-person interviews": a small word that a hyphen ties to the next one.</summary>
    private bool Compounds(int token) =>
        tokens.IsLetter(token) && tokens.Form(token + 1) is "-" && tokens.IsLetter(token + 2)
        && tokens.Syntax.Tokens[token].End == tokens.Syntax.Tokens[token + 1].Start && tokens.Syntax.Tokens[token + 1].End == tokens.Syntax.Tokens[token + 2].Start;

    /// <summary>The last token of what restricts a noun: an age, an "of" phrase, or what the dependencies hang on it.</summary>
    private int Restriction(int noun, int end, int depth)
    {
        var next = noun + 1;
        if (next >= end) return noun;
        if (Age(next, end) is { } age) return age;
        if (!tokens.HasTree) return OfPhrase(noun, end, depth);
        var clause = tokens.Tag(next) is "VBG" or "VBN" && tokens.Form(next) is not "including";
        if (!clause && !tokens.Is(next, PhraseRole.Restricts)) return noun;
        var limit = clause ? LongestClause : LongestRestriction;
        var last = noun;
        for (var i = next; i < Math.Min(end, next + limit + 1); i++)
        {
            if (tokens.InCalendar(i) || !Hangs(i, noun)) break;
            last = i;
        }

        // "malnutrition in", before a month.
        while (last > noun && tokens.Tag(last) is "IN" or "TO") last--;

        // One cut at its limit is none: its first phrase at most. Nor does one end in a small word.
        if (last - noun > limit) return clause ? noun : Part(noun, end);
        while (last > noun && !tokens.IsNoun(last) && tokens.Tag(last) is not ("VBN" or "VBG" or "CD" or "JJ")) last--;
        return last;
    }

    /// <summary>"over the senator", of "a lead over the senator in the primary": the preposition after a noun and its next nouns.</summary>
    private int Part(int noun, int end)
    {
        var first = noun + 2;
        while (first < end && tokens.Tag(first) is "DT" or "PRP$") first++;
        var (_, last) = Nouns(first, end);
        return last >= 0 && last - noun <= LongestRestriction ? last : noun;
    }

    /// <summary>"voters under age 45", "voters 45 and older".</summary>
    private int? Age(int next, int end)
    {
        var at = tokens.Form(next) is "under" or "over" or "aged" ? next + 1 : next;
        if (at > next && tokens.Form(at) is "age" or "the") at++;
        if (at >= end || tokens.Tag(at) is not "CD" || tokens.Form(at).Length > 2) return null;
        if (at + 2 < end && tokens.Form(at + 1) is "and" or "or" && tokens.Is(at + 2, PhraseRole.Age)) return at + 2;
        return at > next + 1 ? at : null;
    }

    private int OfPhrase(int noun, int end, int depth) =>
        depth < Nesting && noun + 2 < end && tokens.Form(noun + 1) is "of" && At(noun + 2, end, depth + 1) is { } of
        && tokens.Syntax.TokensIn(of) is var (_, stop) && stop - noun <= LongestRestriction + 1 ? stop - 1 : noun;

    private bool Hangs(int token, int noun)
    {
        var syntax = tokens.Syntax;
        var at = token;
        for (var step = 0; step < Climb && at >= 0; step++)
        {
            var head = syntax.Heads[at];
            if (head == noun) return !IsLoose(syntax.Relations[at]);
            if (head <= noun) return false;
            at = head;
        }

        return false;
    }

    /// <summary>Relations that add, not restrict.</summary>
    private static bool IsLoose(string relation) =>
        relation is "punct" or "conj" or "appos" or "parataxis" or "acl:relcl" or "nmod:tmod" or "obl:tmod" or "cc" or "dep" or "nmod:unmarked" or "obl:unmarked" or "nsubj";

    /// <summary>Without tags: up to three words, to the first small word or mark.</summary>
    private TextSpan? Plain(int first, int end, int depth)
    {
        const int longest = 3;
        var last = -1;
        while (first < end && (tokens.IsQuote(first) || tokens.Is(first, PhraseRole.Opens))) first++;
        for (var i = first; i < Math.Min(end, first + longest); i++)
        {
            if (tokens.InCalendar(i) || !tokens.IsLetter(i) || tokens.IsSmall(i)) break;
            last = i;
            if (tokens.Form(i) is [.., 's'] and not [.., 's', 's']) break;
        }

        return last < 0 ? null : tokens.Syntax.Span(first, Restriction(last, end, depth) + 1);
    }
}
