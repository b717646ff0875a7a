using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>A figure of the same sentence and what it counts.</summary>
internal readonly record struct CountedFigure(Figure Figure, TextSpan? Counted);

/// <summary>
/// What a figure counts or measures, with the words that restrict it: the noun phrase after it, else what the sentence says it of. A count, a share,
/// a length of time and an amount look in different places.
/// </summary>
internal sealed class CountedPhrase(FigureLexicon lexicon, PhraseTokens tokens)
{
    private const int AgainstReach = 4;

    private readonly NounPhrases _phrases = new(tokens);
    private readonly FigureSetting _setting = new(tokens, new NounPhrases(tokens));

    /// <param name="figure">The figure asked about.</param>
    /// <param name="carried">What the shares of the paragraph are shares of.</param>
    /// <param name="before">The figure before it in its sentence.</param>
    public TextSpan? Of(Figure figure, TextSpan? carried, CountedFigure? before)
    {
        if (Place(figure) is not { } place) return null;
        if (figure.Age && !figure.Glued && _setting.Apposition(place) is { } person) return person;
        if (figure.Age && !figure.Glued && _phrases.At(place.After, place.End) is null) return _setting.OfAge(place) ?? _setting.Subject(place);
        if (figure.Unit == "year" && tokens.Form(place.After) is "," && _setting.Apposition(place) is { } named) return named;
        return figure.Unit switch
        {
            "count" or "score" or "vote" => Things(figure, place, before),
            "percent" or "fraction" => Share(figure, place, carried, before),
            _ when lexicon.Words.Find(figure.Unit) is { } unit && (unit.Classes & lexicon.TimeUnit) != 0 => Length(figure, place),
            _ => Amount(figure, place, before),
        };
    }

    private FigurePlace? Place(Figure figure)
    {
        var (first, stop) = tokens.Syntax.TokensIn(new TextSpan(figure.Start, figure.Stop));
        var sentence = tokens.Syntax.SentenceAt(figure.Start);
        if (stop == 0 || sentence < 0) return null;
        var end = Math.Max(tokens.Syntax.Sentences[sentence].EndToken, stop);
        var after = stop;
        while (after < end && tokens.Form(after) is "-" or "–") after++;
        return new FigurePlace(first, stop, after, tokens.Syntax.Sentences[sentence].FirstToken, end);
    }

    private TextSpan? Things(Figure figure, in FigurePlace place, CountedFigure? before)
    {
        var (next, end) = (place.After, place.End);
        // "three-judge panel": what the hyphen ties to the figure; in "two-way race" that is no thing.
        if (figure.Glued && next < end && next > place.Stop && tokens.IsLetter(next) && !tokens.Is(next, PhraseRole.Manner)) return tokens.Syntax.Tokens[next].Span;
        if (tokens.Form(next) is "of" && _phrases.At(next + 1, end) is { } of) return of;
        if (tokens.Form(next) is "of" && tokens.Is(next + 1, PhraseRole.Part)) return _phrases.At(next + 2, end) ?? tokens.Syntax.Tokens[next + 1].Span;
        if ((next >= end || !tokens.Is(next, PhraseRole.Persons)) && _setting.MeasuredBefore(place) is { } all && tokens.Is(tokens.Syntax.TokensIn(all).End - 1, PhraseRole.Whole)) return all;
        if (next < end && tokens.Is(next, PhraseRole.State) && !tokens.IsNoun(next + 1)) return tokens.Syntax.Tokens[next].Span;
        if (_phrases.At(next, end) is { } things) return things;
        if (figure.Unit != "count") return null;
        if (before?.Counted is { } other && (HeldAgainst(place) || IsFormer(place))) return other;
        // "killed 12 people and abducted 251": the object's noun is the one before; who did it is not counted.
        if (_setting.IsObject(place)) return before?.Counted;
        return _setting.MeasuredBefore(place) ?? _setting.Set(place) ?? _setting.BeforeDash(place) ?? _setting.Subject(place);
    }

    /// <summary>A length of time counts nothing unless it is said of something: "a six-year term", "30 years of law".</summary>
    private TextSpan? Length(Figure figure, in FigurePlace place)
    {
        if (figure.Glued || figure.Age || Hyphened(figure)) return _phrases.At(place.After, place.End);
        return tokens.Form(place.After) is "of" ? _phrases.At(place.After + 1, place.End) : null;
    }

    private TextSpan? Share(Figure figure, in FigurePlace place, TextSpan? carried, CountedFigure? before)
    {
        var (next, end) = (place.After, place.End);
        if (figure.Unit is "percent" && before?.Counted is { } changed && IsAgainst(place)) return changed;
        if (carried is not null && tokens.Bracketed(figure)) return carried;
        if (Pair(place) is var side && side != 0) return _setting.Group(place) ?? Side(place, side) ?? carried ?? _setting.Subject(place);
        if (IsRate(next, end)) return _setting.MeasuredBefore(place) ?? carried ?? _setting.Subject(place);
        if (tokens.Form(next) is "of" or "among" && _phrases.At(next + 1, end) is { } whole) return whole;
        if (carried is not null && tokens.Is(place.First - 1, PhraseRole.Another)) return carried;
        if (IsMoved(place) && _setting.Subject(place) is { } moved) return moved;
        if (next < end && _phrases.At(next, end) is { } thing) return Changed(thing, end) ?? Inside(thing, end) ?? (carried is not null && IsTold(thing) ? carried : thing);
        return _setting.MeasuredBefore(place) ?? _setting.Set(place) ?? _setting.Margin(place) ?? _setting.Group(place) ?? carried ?? _setting.Subject(place);
    }

    /// <summary>Money, measures, points, multiples and ranks.</summary>
    private TextSpan? Amount(Figure figure, in FigurePlace place, CountedFigure? before)
    {
        var (next, end) = (place.After, place.End);
        if (before is { Counted: { } other } && before.Value.Figure.Unit == figure.Unit && HeldAgainst(place)) return other;
        if (IsRate(next, end)) return _setting.MeasuredBefore(place) ?? _setting.Subject(place);
        if (tokens.Form(next) is "of" or "among" && _phrases.At(next + 1, end) is { } whole) return whole;
        if (next < end && _phrases.At(next, end) is { } thing) return Changed(thing, end) ?? (figure.Unit == "percentage-point" ? null : Inside(thing, end)) ?? thing;
        if ((_setting.MeasuredBefore(place) ?? _setting.Set(place) ?? _setting.Margin(place)) is { } measured) return measured;
        if (tokens.Form(next) is "in" or "for" && !tokens.InCalendar(next + 1) && _phrases.At(next + 1, end) is { } part) return part;
        if (figure.Unit == "percentage-point" && tokens.Form(place.First - 1) is "by" or "of" && _setting.Race(place) is { Leader: { } leader }) return leader;
        return _setting.JustBefore(place) ?? _setting.Subject(place);
    }

    /// <summary>Which of two shares of a race a figure is ("49 percent to 41 percent"): 1 or 2, 0 for neither.</summary>
    private int Pair(in FigurePlace place)
    {
        var next = place.Stop;
        if (tokens.Form(next) is "to" && tokens.Tag(next + 1) is "CD" && (tokens.IsPercent(next + 2) || tokens.Form(next + 2) is "%")) return 1;
        if (place.First < 3 || tokens.Form(place.First - 1) is not "to") return 0;
        return tokens.IsPercent(place.First - 2) || tokens.Tag(place.First - 2) is "CD" ? 2 : 0;
    }

    private TextSpan? Side(in FigurePlace place, int side)
    {
        if (_setting.Race(place) is not { } race) return null;
        return side == 1 ? race.Leader : race.Rival ?? (tokens.Form(place.Stop) is "over" ? _phrases.At(place.Stop + 1, place.End) : null);
    }

    /// <summary>"5 percent support among black voters": a share of the voters.</summary>
    private TextSpan? Inside(TextSpan phrase, int end)
    {
        var (_, after) = tokens.Syntax.TokensIn(phrase);
        return after < end && tokens.Form(after) is "of" or "among" ? _phrases.At(after + 1, end) : null;
    }

    /// <summary>", up 80 percent from the month before": what changed is what the figure before counts.</summary>
    private bool IsAgainst(in FigurePlace place) =>
        place.First > 1 && tokens.Form(place.First - 1) is "up" or "down" && (tokens.Form(place.First - 2) is "," or "(" || tokens.IsDash(place.First - 2));

    /// <summary>"has gone down 10 percent", "rose by 5 percent": what moved is what the clause is about.</summary>
    private bool IsMoved(in FigurePlace place)
    {
        var at = tokens.Form(place.First - 1) is "by" ? place.First - 2 : place.First - 1;
        return at > place.Begin && (tokens.Form(at) is "up" or "down" ? tokens.Tag(at - 1).StartsWith("VB", StringComparison.Ordinal) : tokens.Tag(at) is "VBD" or "VBN" && tokens.Is(at, PhraseRole.Moves));
    }

    /// <summary>"160 guards, up from 90 last year".</summary>
    private bool IsFormer(in FigurePlace place) => tokens.Form(place.First - 1) is "from" && tokens.Form(place.First - 2) is "up" or "down";

    /// <summary>"compared with females' $93,000".</summary>
    private bool HeldAgainst(in FigurePlace place)
    {
        for (var i = place.First - 1; i >= Math.Max(place.Begin, place.First - AgainstReach); i--)
        {
            if (tokens.Is(i, PhraseRole.Against)) return true;
        }

        return false;
    }

    private bool IsRate(int token, int end) => token < end && tokens.Is(token, PhraseRole.Rate);

    /// <summary>The phrase tells the share again ("42 percent support") or names who got it, not what it is of.</summary>
    private bool IsTold(TextSpan phrase)
    {
        var (first, end) = tokens.Syntax.TokensIn(phrase);
        return end - first == 1 && (tokens.Is(first, PhraseRole.Share | PhraseRole.Change) || tokens.IsName(first));
    }

    /// <summary>"a 10 percent drop in sales": the sales.</summary>
    private TextSpan? Changed(TextSpan phrase, int end)
    {
        var (first, after) = tokens.Syntax.TokensIn(phrase);
        var noun = tokens.Tag(first) is "JJ" ? first + 1 : first;
        if (!tokens.Is(noun, PhraseRole.Change)) return null;
        var name = after - noun > 1 ? noun + 1 : after;
        return name < end && tokens.Form(name) is "in" or "of" && !tokens.InCalendar(name + 1) ? _phrases.At(name + 1, end) : null;
    }

    /// <summary>"eight-year scheme": the figure stands as an adjective.</summary>
    private bool Hyphened(Figure figure) =>
        tokens.Syntax.Text.Value.AsSpan(figure.Start, figure.Stop - figure.Start).Contains('-') && figure.Modifier is not QuantityModifier.Range;
}
