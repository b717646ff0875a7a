using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>Where a figure stands in its sentence, in tokens.</summary>
/// <param name="First">Its first token.</param>
/// <param name="After">The token after it, a hyphen skipped.</param>
/// <param name="Stop">One past its last token.</param>
/// <param name="Begin">The sentence's first token.</param>
/// <param name="End">One past the sentence's last.</param>
internal readonly record struct FigurePlace(int First, int Stop, int After, int Begin, int End);

/// <summary>What the sentence says a figure of, where no noun phrase follows it: its subject, the noun before "of", the name before a comma, the sides of a race.</summary>
internal sealed class FigureSetting(PhraseTokens tokens, NounPhrases phrases)
{
    private const int LongestPhrase = 8;
    private const int Climb = 12;
    private const int Reach = 40;
    private const int LongestName = 6;
    private const int SetReach = 15;

    private SyntaxLayer Syntax => tokens.Syntax;

    /// <summary>"a loss of $916 million", "unemployment at 5 percent": what stands before "of" or "at"; not how far it went ("an average of").</summary>
    public TextSpan? MeasuredBefore(in FigurePlace place)
    {
        var token = PlusMinus(place.First) is var sign and >= 0 ? sign : place.First;
        if (token < place.Begin + 2 || tokens.Form(token - 1) is not ("of" or "at")) return null;
        var limit = Math.Max(place.Begin, token - LongestPhrase);
        var last = token - 2;
        if (last < limit || !tokens.IsNounLike(last) || tokens.InCalendar(last) || tokens.Is(last, PhraseRole.Extent)) return null;
        var first = last;
        while (first > limit && IsPhraseWord(first - 1)) first--;
        return Syntax.Span(first, last + 1);
    }

    /// <summary>"The margin of error was plus or minus 4 points": the margin.</summary>
    public TextSpan? Margin(in FigurePlace place)
    {
        if (PlusMinus(place.First) < 0) return null;
        for (var i = place.First - 1; i >= Math.Max(place.Begin, place.First - Reach); i--)
        {
            if (tokens.Is(i, PhraseRole.Margin)) return phrases.At(i, place.First);
        }

        return null;
    }

    /// <summary>"puts the death toll at 50": the toll.</summary>
    public TextSpan? Set(in FigurePlace place)
    {
        var at = place.First - 1;
        while (at > place.Begin && at > place.First - 4 && tokens.Tag(at) is "DT" or "JJ") at--;
        if (tokens.Form(at) is not "at") return null;
        for (var i = at - 1; i >= Math.Max(place.Begin, at - SetReach); i--)
        {
            if (tokens.Is(i, PhraseRole.Sets) && phrases.At(i + 1, at) is { } set && Syntax.TokensIn(set).First <= i + 3) return set;
        }

        return null;
    }

    /// <summary>"Missouri had the fewest delegates — 71 in all": the noun before the dash.</summary>
    public TextSpan? BeforeDash(in FigurePlace place)
    {
        var last = place.First - 2;
        return last >= place.Begin && tokens.IsDash(last + 1) && tokens.Tag(last) is "NNS" ? phrases.Around(last) : null;
    }

    /// <summary>"households making $100,000", "a college that costs $100,000", "the number, $25,000,": the noun just before.</summary>
    public TextSpan? JustBefore(in FigurePlace place)
    {
        var last = place.First - 2;
        if (tokens.Form(last + 1) is "," && tokens.Form(place.Stop) is ",") return last >= place.Begin && tokens.IsNoun(last) ? phrases.Around(last) : null;
        // "products worth $60 billion", "a deal that is worth $1.5 billion"
        var worth = tokens.Form(last + 1) is "worth";
        if (worth && tokens.Tag(last) is "VBZ" or "VBP" or "VBD" && tokens.Tag(last - 1) is "WDT" or "WP") last -= 2;
        else if (tokens.Tag(last + 1) is "VBZ" or "VBP" or "VBD" && tokens.Tag(last) is "WDT" or "WP") last--;
        else if (!worth && tokens.Tag(last + 1) is not "VBG") return null;
        return last >= place.Begin && tokens.IsNoun(last) ? phrases.Around(last) : null;
    }

    /// <summary>"people between the ages of 18 and 29": those of the age.</summary>
    public TextSpan? OfAge(in FigurePlace place)
    {
        var last = tokens.IsDash(place.First - 1) ? place.First - 2 : place.First - 1;
        return last >= place.Begin && tokens.IsNoun(last) ? phrases.Around(last) : null;
    }

    /// <summary>The name before an age: "Tom Young, 30,".</summary>
    public TextSpan? Apposition(in FigurePlace place)
    {
        var comma = place.First - 1;
        if (comma < 1 || tokens.Form(comma) is not ",") return null;
        var first = comma;
        while (first > Math.Max(place.Begin, place.First - LongestName) && tokens.IsCapital(first - 1)) first--;
        return first < comma ? Syntax.Span(first, comma) : null;
    }

    /// <summary>
    /// The two sides of "A leads B 49 percent to 41 percent", by the words: the name before the verb and the one after it. A side may be null.
    /// </summary>
    public (TextSpan? Leader, TextSpan? Rival)? Race(in FigurePlace place)
    {
        for (var i = place.First - 1; i >= Math.Max(place.Begin, place.First - Reach); i--)
        {
            if (!tokens.Is(i, PhraseRole.Lead) || tokens.Tag(i) is "IN" && tokens.Is(i - 1, PhraseRole.Lead)) continue;
            var rival = i + 1;
            while (rival < place.First && (!tokens.IsNoun(rival) || tokens.IsUnit(rival))) rival++;
            var leader = i - 1;
            while (leader >= Math.Max(place.Begin, i - LongestName) && !tokens.IsNoun(leader)) leader--;
            return (leader >= Math.Max(place.Begin, i - LongestName) ? phrases.Around(leader) : null, rival < place.First ? phrases.Around(rival) : null);
        }

        return null;
    }

    /// <summary>The group of "among likely voters": right after the figure and its pair, else the last one before it in the sentence.</summary>
    public TextSpan? Group(in FigurePlace place)
    {
        for (var i = place.Stop; i < Math.Min(place.End, place.Stop + 5); i++)
        {
            if (tokens.Is(i, PhraseRole.Group)) return Group(i, place.End);
            if (!(tokens.Form(i) is "to" or "," or "%" || tokens.IsDash(i) || tokens.Tag(i) is "CD" || tokens.IsPercent(i))) break;
        }

        for (var i = place.First - 1; i >= Math.Max(place.Begin, place.First - Reach); i--)
        {
            if (tokens.Is(i, PhraseRole.Group)) return Group(i, place.End);
        }

        return null;
    }

    /// <summary>A bare figure that is the object of a verb in the active.</summary>
    public bool IsObject(in FigurePlace place)
    {
        if (!tokens.HasTree) return false;
        for (var i = place.First; i < place.Stop; i++)
        {
            if (Syntax.Heads[i] is not (var verb and >= 0) || verb >= place.First || Syntax.Upos[verb] is not PartOfSpeech.Verb) continue;
            if (Syntax.Relations[i] is "obj" || (verb == place.First - 1 && Syntax.Relations[i] is "obl")) return true;
        }

        return false;
    }

    /// <summary>What the verb above a share or an amount is said of.</summary>
    public TextSpan? Subject(in FigurePlace place)
    {
        if (!tokens.HasTree || place.First >= place.Stop) return null;
        var at = place.First;
        for (var step = 0; step < Climb && at >= 0; step++)
        {
            // A verb, or the figure itself where it stands after "is".
            if (Syntax.Upos[at] is PartOfSpeech.Verb || (at >= place.First && at < place.Stop))
            {
                for (var i = Math.Max(place.Begin, at - Reach); i < at; i++)
                {
                    var said = Syntax.Heads[i] == at && Syntax.Relations[i].StartsWith("nsubj", StringComparison.Ordinal);
                    if (said && tokens.IsNoun(i) && tokens.IsLetter(i) && !tokens.IsUnit(i)) return Tallied(i, at) ?? phrases.Around(i);
                }

                if (Syntax.Relations[at].StartsWith("acl", StringComparison.Ordinal) && Syntax.Heads[at] is var noun and >= 0 && tokens.IsNoun(noun)) return phrases.Around(noun);
            }

            // "34 percent agree": the figure is what the clause is about.
            if (at < place.Stop && Syntax.Relations[at].StartsWith("nsubj", StringComparison.Ordinal)) return null;
            at = Syntax.Heads[at];
        }

        return null;
    }

    private TextSpan? Group(int among, int end)
    {
        if (phrases.At(among + 1, end) is not { } group) return null;
        // "likely voters in a two-way race": what is not said of the group itself.
        var (first, stop) = Syntax.TokensIn(group);
        for (var i = first + 1; i + 1 < stop; i++)
        {
            if (tokens.Form(i) is "in" && tokens.Form(i + 1) is "a" or "an") return Syntax.Span(first, i);
        }

        return group;
    }

    /// <summary>"The number of people killed has risen to": the people.</summary>
    private TextSpan? Tallied(int noun, int verb) =>
        tokens.Is(noun, PhraseRole.Tally) && noun + 2 < verb && tokens.Form(noun + 1) is "of" ? phrases.At(noun + 2, verb) : null;

    /// <summary>The token of "plus or minus" or "+/-" before a figure; -1 when there is none.</summary>
    private int PlusMinus(int first)
    {
        if (first > 2 && tokens.Form(first - 1) is "minus" && tokens.Form(first - 3) is "plus") return first - 3;
        if (first > 0 && tokens.Form(first - 1) is "±" or "+/-" or "+-") return first - 1;
        return first > 2 && tokens.Form(first - 1) is "-" && tokens.Form(first - 2) is "/" or "+/" ? tokens.Form(first - 2) is "/" ? first - 3 : first - 2 : -1;
    }

    private bool IsPhraseWord(int token) =>
        tokens.HasTags
            ? tokens.Tag(token) is "NN" or "NNS" or "NNP" or "NNPS" or "JJ" or "POS" || (tokens.Form(token) is "of" && tokens.IsNoun(token - 1))
            : tokens.Form(token) is "of" || (tokens.Form(token) is { Length: > 3 } form && char.IsLower(form[0]) && !tokens.IsSmall(token));
}
