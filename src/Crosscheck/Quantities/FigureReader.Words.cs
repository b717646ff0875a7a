using Crosscheck.Times;

namespace Crosscheck.Quantities;

/// <content>Figures in words without a number, and the modifiers around a figure.</content>
internal sealed partial class FigureReader
{
    /// <summary>From here on "over" and "under" before a number in words are no place.</summary>
    private const decimal Large = 10;

    /// <summary>Nobody writes "1,200 k".</summary>
    private const decimal ShortScaled = 1000;

    /// <summary>"a third", "another quarter", "a million", "a dozen", "a few", "an hour" (only if modified).</summary>
    private Figure[]? AfterArticle(int at)
    {
        var next = at + 1;
        if (HalfDozen(next) is { } halfDozen) return One(Amount(at, halfDozen, 6));
        if (Has(next, lexicon.FractionWord))
        {
            var word = Word(next);
            if (word.Equals("half", StringComparison.OrdinalIgnoreCase) || word[^1] == 's') return null;
            var isFraction = Has(next + 1, lexicon.Of) || Before(at) is not null || word.Equals("third", StringComparison.OrdinalIgnoreCase) || word.Equals("quarter", StringComparison.OrdinalIgnoreCase);
            if (!isFraction || IsDate(at) || (IsNoun(next + 1) && !Has(next + 1, lexicon.NotCounted))) return null;
            var part = (decimal)AtomLexicon.Number(atoms[next].Word!.ValueIn(lexicon.FractionWord)!);
            // "a quarter of a million dollars"
            if (Has(next + 1, lexicon.Of) && Has(next + 2, lexicon.Article) && ScaleAt(next + 3) is { } of) return One(Amount(at, next + 4, part * of));
            return One(Finish(at, next + 1, part, "fraction", true));
        }

        if (Word(next).Equals("couple", StringComparison.OrdinalIgnoreCase) || Word(next).Equals("handful", StringComparison.OrdinalIgnoreCase) || Word(next).Equals("few", StringComparison.OrdinalIgnoreCase))
        {
            if (ScaleAt(next + 1) is not null) return VagueAt(at, next + 1);
            return VagueAt(at, next);
        }

        if (ScaleAt(next) is { } scale && !IsDash(next + 1) && !Word(next).Equals("k", StringComparison.OrdinalIgnoreCase)) return One(Amount(at, next + 1, scale));
        if (Has(next, lexicon.Dozen)) return One(Amount(at, next + 1, 12));
        if (Has(next, lexicon.TimeUnit) && Before(at) is { } && UnitAt(next, false) is { } unit) return One(Finish(at, unit.End, unit.Factor, unit.Unit, true));
        return null;
    }

    /// <summary>One past "half-dozen" or "half dozen" at an atom, or null.</summary>
    private int? HalfDozen(int at)
    {
        if (!Word(at).Equals("half", StringComparison.OrdinalIgnoreCase)) return null;
        var dozen = IsDash(at + 1) ? at + 2 : at + 1;
        return Has(dozen, lexicon.Dozen) ? dozen + 1 : null;
    }

    private Figure[]? Half(int at)
    {
        if (HalfDozen(at) is { } halfDozen) return One(Amount(at, halfDozen, 6));
        if (Has(at + 1, lexicon.Article) && ScaleAt(at + 2) is { } scale) return One(Amount(at, at + 3, scale / 2));
        if (Has(at + 1, lexicon.Article) && Has(at + 2, lexicon.Dozen)) return One(Amount(at, at + 3, 6));
        if (Has(at + 1, lexicon.Article) && Has(at + 2, lexicon.TimeUnit) && UnitAt(at + 2, false) is { } unit) return One(Finish(at, unit.End, 0.5m, unit.Unit, true));
        if (at > 0 && (Has(at - 1, lexicon.Article) || atoms[at - 1].Is(NumberClass.ORD) || IsDash(at - 1)) || IsDash(at + 1) || IsDate(at)) return null;
        var ofSomething = Word(at + 1).Equals("of", StringComparison.OrdinalIgnoreCase) || Word(at + 1).Equals("the", StringComparison.OrdinalIgnoreCase) || IsNoun(at + 1);
        return ofSomething ? One(Finish(at, at + 1, 0.5m, "fraction", true)) : null;
    }

    private Figure[]? Multiple(int at)
    {
        if (Tag(at) is { } tag && tag.StartsWith("NN", StringComparison.Ordinal)) return null;
        if (Word(at + 1).Equals("down", StringComparison.OrdinalIgnoreCase)) return null;
        var value = (decimal)AtomLexicon.Number(atoms[at].Word!.ValueIn(lexicon.Multiple)!);
        if (Word(at).Equals("twice", StringComparison.OrdinalIgnoreCase))
        {
            // "twice a week" and "met twice" are no measure; "twice the rate", "twice as many" are.
            var follows = Word(at + 1);
            if (!follows.Equals("the", StringComparison.OrdinalIgnoreCase) && !follows.Equals("as", StringComparison.OrdinalIgnoreCase)
                && !follows.Equals("what", StringComparison.OrdinalIgnoreCase) && !follows.Equals("that", StringComparison.OrdinalIgnoreCase)) return null;
        }

        return One(Finish(at, at + 1, value, "times", true));
    }

    /// <summary>"several", "dozens", "tens of thousands", "billions of dollars", "a few weeks".</summary>
    private Figure[]? VagueAt(int first, int at)
    {
        if (IsDate(at) && !Has(at + 1, lexicon.TimeUnit)) return null;
        var end = at + 1;
        decimal? low = null;
        if (Has(at, lexicon.VagueTens) && Word(end).Equals("of", StringComparison.OrdinalIgnoreCase) && Has(end + 1, lexicon.VaguePlural))
        {
            low = Least(at, lexicon.VagueTens) * Least(end + 1, lexicon.VaguePlural);
            end += 2;
        }
        else if (Has(at, lexicon.Vague))
        {
            if (first == at) low = Least(at, lexicon.Vague);
        }
        else if (first == at)
        {
            return null;
        }

        var ofMoney = Word(end).Equals("of", StringComparison.OrdinalIgnoreCase) && Has(end + 1, lexicon.Money);
        if (ofMoney)
        {
            var code = atoms[end + 1].Word!.ValueIn(lexicon.Money)!;
            return One(VagueFigure(first, end + 2, "money:" + code, low));
        }

        if (UnitAt(end, false) is { } unit) return One(VagueFigure(first, unit.End, unit.Unit, low * unit.Factor));
        return One(VagueFigure(first, end, "count", low));
    }

    private decimal Least(int at, ulong of) => (decimal)AtomLexicon.Number(atoms[at].Word!.ValueIn(of)!);

    private Figure VagueFigure(int first, int end, string unit, decimal? low = null)
    {
        var (start, begin) = (first, atoms[first].Start);
        return new Figure(start, end, begin, atoms[end - 1].End, null, low, null, QuantityModifier.Vague, unit);
    }

    /// <summary>An amount of things or money in words: "half a million dollars".</summary>
    private Figure Amount(int at, int end, decimal value) =>
        UnitAt(end, false) is { } unit && unit.Unit.StartsWith("money", StringComparison.Ordinal)
            ? Finish(at, unit.End, value * unit.Factor, unit.Unit, true)
            : UnitAt(end, false) is { } measure ? Finish(at, measure.End, value * measure.Factor, measure.Unit, true) : Finish(at, end, value, "count", false);

    /// <summary>Puts the modifiers around a figure and gives it its bounds.</summary>
    private Figure Finish(int at, int end, decimal value, string unit, bool hasUnit, int? signStart = null)
    {
        var first = at;
        if (signStart is { } sign)
        {
            while (first > 0 && atoms[first - 1].Start >= sign) first--;
        }

        var begin = signStart ?? atoms[at].Start;
        var modifier = QuantityModifier.Exact;
        var (age, stop, until) = unit == "year" ? AgeTail(end) : (false, atoms[end - 1].End, end);
        // "under age 45"; "chosen over three others" has no modifier.
        var front = unit == "year" && !hasUnit && Has(first - 1, lexicon.Aged) && Before(first - 1) is not null ? first - 1 : first;
        age |= unit == "year" && !hasUnit;
        if (Before(front) is { } before && !(before.OfPlace && unit == "count" && value < Large && !IsDigits(at)))
        {
            modifier = before.Modifier;
            first = front - before.Length;
            begin = atoms[first].Start;
        }

        else if (Has(front - 1, lexicon.More) && Before(Has(front - 2, lexicon.Article) ? front - 2 : front - 1) is { OfPlace: false } ahead)
        {
            // "roughly another 150", "about an additional 40"
            modifier = ahead.Modifier;
            first = (Has(front - 2, lexicon.Article) ? front - 2 : front - 1) - ahead.Length;
            begin = atoms[first].Start;
        }

        if (lexicon.Modifiers.After(atoms, _text, until) is { } after)
        {
            modifier = after.Modifier;
            until += after.Length;
            stop = atoms[until - 1].End;
            if (unit == "count" && lexicon.Roles.Has(Word(until - 1), PhraseRole.Age)) (unit, age) = ("year", true);
        }

        // A plain count ends with its number, a hyphen ties it to the noun.
        var glued = !hasUnit && until < atoms.Count && IsDash(until) && atoms[until].Start == stop;
        var (low, high) = modifier switch
        {
            QuantityModifier.MoreThan or QuantityModifier.AtLeast => ((decimal?)value, (decimal?)null),
            QuantityModifier.LessThan or QuantityModifier.AtMost or QuantityModifier.UpTo => (null, value),
            _ => ((decimal?)null, (decimal?)null),
        };
        return new Figure(first, until, begin, stop, value, low, high, modifier, unit, glued || (until < atoms.Count && IsDash(until) && atoms[until].Start == stop), age);
    }

    private (bool Age, int Stop, int End) AgeTail(int end)
    {
        var at = IsDash(end) ? end + 1 : end;
        return Has(at, lexicon.Old) ? (true, atoms[at].End, at + 1) : (false, atoms[end - 1].End, end);
    }

    private ModifierPhrase? Before(int at) => lexicon.Modifiers.Before(atoms, _text, at);

    /// <summary>"2.5" with "bn", "million" ... after it.</summary>
    private decimal Scaled(decimal number, ref int end, bool money)
    {
        if (end >= atoms.Count || number > 1_000_000_000_000m) return number;
        if (Has(end, lexicon.Dozen) && number < 100)
        {
            end++;
            return number * 12;
        }

        // "90,000 K-1 visas": no scale.
        if ((Has(end, lexicon.ShortScale) && (number < ShortScaled || atoms[end].Start == atoms[end - 1].End)) || (money && atoms[end].Start == atoms[end - 1].End && Word(end) is "m" or "b" or "M" or "B" or "K"))
        {
            var scale = Has(end, lexicon.ShortScale) ? (decimal)AtomLexicon.Number(atoms[end].Word!.ValueIn(lexicon.ShortScale)!) : Word(end)[0] is 'b' or 'B' ? 1_000_000_000m : Word(end)[0] == 'K' ? 1000m : 1_000_000m;
            end++;
            return number * scale;
        }

        // "$500-million"
        if (IsDash(end) && ScaleAt(end + 1) is { } hyphened)
        {
            end += 2;
            return number * hyphened;
        }

        return number;
    }

    private decimal? ScaleAt(int at) =>
        Has(at, lexicon.Words.Scale) ? (decimal)AtomLexicon.Number(atoms[at].Word!.ValueIn(lexicon.Words.Scale)!) : null;

    /// <summary>The unit at an atom, a hyphen before it skipped.</summary>
    private (string Unit, int End, decimal Factor)? UnitAt(int at, bool digits)
    {
        if (IsDash(at)) at++;
        if (at >= atoms.Count || atoms[at].Word is not { } word) return null;
        if (Has(at, lexicon.Percent)) return Has(at + 1, lexicon.Point) ? ("percentage-point", at + 2, 1) : ("percent", at + 1, 1);
        if (Word(at).Equals("per", StringComparison.OrdinalIgnoreCase) && Word(at + 1).Equals("cent", StringComparison.OrdinalIgnoreCase)) return ("percent", at + 2, 1);
        if (Has(at, lexicon.Percentage) && Has(at + 1, lexicon.Point)) return ("percentage-point", at + 2, 1);
        if (Has(at, lexicon.Point)) return (_percentages ? "percentage-point" : "point", at + 1, 1);
        if (Has(at, lexicon.Times) && !Has(at + 1, lexicon.Article) && !Has(at + 1, lexicon.Per) && (Word(at + 1).Length > 0 && IsComparison(at + 1))) return ("times", at + 1, 1);
        if (Has(at, lexicon.Fold)) return ("times", at + 1, 1);
        if (Has(at, lexicon.TimeUnit)) return (word.ValueIn(lexicon.TimeUnit)!, at + 1, 1);
        if (Has(at, lexicon.Power) && Has(at + 1, lexicon.Measure)) return ($"{word.ValueIn(lexicon.Power)}-{atoms[at + 1].Word!.ValueIn(lexicon.Measure)}", at + 2, 1);
        if (Has(at, lexicon.Nation) && Has(at + 1, lexicon.Money | lexicon.Pounds)) return ("money:" + word.ValueIn(lexicon.Nation), at + 2, 1);
        if (Has(at, lexicon.Money))
        {
            var code = word.ValueIn(lexicon.Money)!;
            var dash = code.IndexOf('-', StringComparison.Ordinal);
            return dash < 0 ? ("money:" + code, at + 1, 1) : ("money:" + code[..dash], at + 1, 0.01m);
        }

        if (Has(at, lexicon.Pounds) && word.ValueIn(lexicon.Pounds) is not "XXX") return (_sterling ? "money:GBP" : "pound", at + 1, 1);
        if (Has(at, lexicon.Measure) && (atoms[at].End - atoms[at].Start > 2 || (digits && !char.IsUpper(_text[atoms[at].Start])))) return (word.ValueIn(lexicon.Measure)!, at + 1, 1);
        return null;
    }

    private readonly bool _percentages = syntax.Text.Value.Contains("percent", StringComparison.OrdinalIgnoreCase) || syntax.Text.Value.Contains('%', StringComparison.Ordinal);

    private readonly bool _sterling = syntax.Text.Value.Contains('£', StringComparison.Ordinal);

    private bool IsComparison(int at) =>
        Word(at) is "the" or "as" or "more" or "higher" or "larger" or "greater" or "bigger" or "that" or "what" or "less" or "lower" or "its" or "their";

    private bool Has(int at, ulong classes)
    {
        Looks++;
        return at >= 0 && at < atoms.Count && (atoms[at].Classes & classes) != 0;
    }

    private bool At(int at, ulong classes) => Has(at, classes);

    private ReadOnlySpan<char> Word(int at) => at >= 0 && at < atoms.Count ? _text.AsSpan(atoms[at].Start, atoms[at].End - atoms[at].Start) : [];

    private bool IsDash(int at) => Has(at, lexicon.Dash);

    private bool IsDigits(int at) => char.IsAsciiDigit(_text[atoms[at].Start]);

    private int SignAtoms(int at)
    {
        if (lexicon.Signs.Before(_text, atoms[at].Start) is not { } sign) return 0;
        var n = 0;
        while (at - 1 - n >= 0 && atoms[at - 1 - n].Start >= sign.Start) n++;
        return n;
    }

    private string? Tag(int at) =>
        at >= 0 && at < atoms.Count && atoms[at].Token >= 0 && syntax.HasTags && syntax.Xpos.Length > 0 ? syntax.Xpos[atoms[at].Token] : null;

    private bool IsNoun(int at) => Tag(at) is { } tag ? tag.StartsWith("NN", StringComparison.Ordinal) || tag.StartsWith("JJ", StringComparison.Ordinal) : at < atoms.Count && Word(at).Length > 2 && char.IsLetter(Word(at)[0]) && !Has(at, lexicon.NotCounted);

    private bool IsPluralNoun(int at) => Tag(at) is { } tag ? tag is "NNS" or "JJ" : at < atoms.Count && Word(at).Length > 3 && Word(at)[^1] == 's';
}
