using Crosscheck.Language;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Quantities;

/// <summary>Reads figures off the atoms of a text, left to right; each atom is looked at a bounded number of times.</summary>
internal sealed partial class FigureReader(FigureLexicon lexicon, SyntaxLayer syntax, List<Atom> atoms, TextSpan[] calendar)
{
    /// <summary>From here on a word that names coins and other things alike means money.</summary>
    private const decimal SmallestSum = 100;

    private readonly string _text = syntax.Text.Value;
    private int _nextCalendar;

    /// <summary>How many atoms were looked at.</summary>
    public long Looks { get; private set; }

    public List<Figure> Read()
    {
        var figures = new List<Figure>();
        for (var i = 0; i < atoms.Count;)
        {
            if (atoms[i].Word is null && atoms[i].Classes == 0)
            {
                i++;
                continue;
            }

            var read = FigureAt(i);
            if (read is null)
            {
                i++;
                continue;
            }

            foreach (var figure in read) figures.Add(figure);
            i = Math.Max(i + 1, read[^1].End);
        }

        return figures;
    }

    private Figure[]? FigureAt(int at)
    {
        var atom = atoms[at];
        if (atom.Is(NumberClass.NUM)) return NumberAt(at);
        if (atom.Is(NumberClass.FRAC)) return Has(at + 1, lexicon.Of) || UnitAt(at + 1, false) is not null ? One(Finish(at, at + 1, (decimal)atom.Number, "fraction", true)) : null;
        if (atom.Is(NumberClass.ORD) && RankAt(at) is { } rank) return One(rank);
        if ((Has(at, lexicon.Article) || Has(at, lexicon.Another)) && at + 1 < atoms.Count) return AfterArticle(at);
        if (Has(at, lexicon.FractionWord) && Word(at).Equals("half", StringComparison.OrdinalIgnoreCase)) return Half(at);
        if (Has(at, lexicon.FractionWord) && Has(at - 1, lexicon.Portion) && Has(at + 1, lexicon.Of) && !IsDate(at))
        {
            return One(Finish(at, at + 1, (decimal)AtomLexicon.Number(atom.Word!.ValueIn(lexicon.FractionWord)!), "fraction", true));
        }

        if (Has(at, lexicon.Multiple)) return Multiple(at);
        if (Has(at, lexicon.VagueTens) || Has(at, lexicon.Vague) || Has(at, lexicon.VaguePlural)) return VagueAt(at, at);
        return null;
    }

    private Figure[]? NumberAt(int at)
    {
        if (IsDate(at) || IsLabel(at) || IsTitle(at)) return null;
        var number = (decimal)Math.Clamp(atoms[at].Number, 0, 1e27);
        var end = at + 1;
        var sign = lexicon.Signs.Before(_text, atoms[at].Start);
        number = Scaled(number, ref end, sign is not null);
        if (Fraction(at, end, number) is { } fraction) return One(fraction);
        if (Range(at, end, number, sign?.Code) is { } range) return range;
        if (sign is not null) return One(Finish(at, end, number, "money:" + sign.Value.Code, false, sign.Value.Start));
        var unit = UnitAt(end, _text[atoms[at].Start] is >= '0' and <= '9');
        if (unit is null && lexicon.Signs.After(_text, atoms[end - 1].End) is { } after && IsDigits(at))
        {
            while (end < atoms.Count && atoms[end].End <= after.End) end++;
            return One(Finish(at, end, number, "money:" + after.Code, true));
        }

        if (unit is null && number >= SmallestSum && Has(end, lexicon.Pounds) && atoms[end].Word!.ValueIn(lexicon.Pounds) is "XXX") unit = ("money:XXX", end + 1, 1);
        if (Has(end, lexicon.Digits)) return One(VagueFigure(at, end + 1, "money:USD"));
        if ((unit is null || Has(end, lexicon.Point)) && IsBareOne(at, number)) return null;
        if (unit is null && !Counts(at, end)) return null;
        return One(unit is null ? Finish(at, end, number, AgeUnit(at, end, number) ?? "count", false) : WithUnit(at, unit.Value, number));
    }

    private Figure WithUnit(int at, (string Unit, int End, decimal Factor) unit, decimal number) =>
        Finish(at, unit.End, number * unit.Factor, unit.Unit, true);

    /// <summary>"2-to-1", "$5 to $10 million", "between 40 and 80 percent", "18- to 24-year-old".</summary>
    private Figure[]? Range(int at, int end, decimal low, string? sign)
    {
        var ages = AgesBefore(at);
        var between = Has((ages ?? at) - 1 - SignAtoms(at), lexicon.Between);
        var next = end;
        var lowUnit = "";
        if (UnitAt(next, true) is { Unit: "percent" } percent && (between || !Has(percent.End, lexicon.To)))
        {
            next = percent.End;
            lowUnit = "percent";
        }

        var dashes = 0;
        var hyphenFirst = IsDash(next);
        if (hyphenFirst)
        {
            next++;
            dashes++;
        }

        var joined = Has(next, lexicon.To) && !Has(next, lexicon.Dash) || (between && Has(next, lexicon.And)) || (!hyphenFirst && Has(next, lexicon.Or) && sign is null);
        if (joined) next++;
        if (joined && IsDash(next))
        {
            next++;
            dashes++;
        }

        if (!joined && dashes == 0) return null;
        if (lexicon.Modifiers.Before(atoms, _text, next + 2) is { } inner && inner.Length == 2 && next + 2 < atoms.Count) next += 2;
        var signEnd = next;
        while (signEnd < atoms.Count && signEnd < next + 3 && !atoms[signEnd].Is(NumberClass.NUM)) signEnd++;
        var highSign = signEnd < atoms.Count && signEnd > next ? lexicon.Signs.Before(_text, atoms[signEnd].Start)?.Code : null;
        if (signEnd > next && highSign is null) return null;
        next = signEnd;
        if (next >= atoms.Count || !atoms[next].Is(NumberClass.NUM)) return null;
        var high = (decimal)Math.Clamp(atoms[next].Number, 0, 1e27);
        var afterHigh = next + 1;
        var own = high;
        high = Scaled(high, ref afterHigh, sign is not null || highSign is not null);
        if (hyphenFirst && joined && IsDash(next - 1) && Has(afterHigh, lexicon.Measure)) return Votes(at, next, afterHigh, low, high);
        if (sign is not null || highSign is not null)
        {
            if (sign is null || (At(at - 1 - SignAtoms(at), lexicon.From) && highSign is not null)) return null;
            low *= Shared(next, end, high, own, low);
            return low < high ? One(Ranged(at, afterHigh, low, high, "money:" + sign, between, lexicon.Signs.Before(_text, atoms[at].Start)?.Start)) : null;
        }

        var unit = UnitAt(afterHigh, true);
        if (At(at - 1, lexicon.From) && lowUnit.Length > 0) return null;
        low *= Shared(next, end, high, own, low);
        if (!between && unit is null && !joined && !IsPluralNoun(afterHigh)) return low <= 200 && high <= 200 ? Votes(at, next, afterHigh, low, high) : null;
        if (low >= high) return unit is { Unit: "percent" } && joined ? Pair(at, end, next, unit.Value.End, low, high) : null;
        if (ages is { } first && unit is null) return One(new Figure(between ? first - 1 : first, afterHigh, atoms[between ? first - 1 : first].Start, atoms[afterHigh - 1].End, null, low, high, QuantityModifier.Range, "year", Age: true));
        if (unit is null && Has(end, lexicon.Or) && low + 1 != high) return null;
        return One(unit is { } u ? Ranged(at, u.End, low * u.Factor, high * u.Factor, u.Unit, between, null) : Ranged(at, afterHigh, low, high, "count", between, null));
    }

    /// <summary>"5 to 10 million": the scale of the second number is the first one's too.</summary>
    private decimal Shared(int at, int end, decimal high, decimal own, decimal low)
    {
        if (low >= 1000 || atoms[end - 1].End - atoms[end - 1].Start > 6) return 1;
        if (high != own) return high / Math.Max(own, 1);
        var words = _text.AsSpan(atoms[at].Start, atoms[at].End - atoms[at].Start);
        var last = words[(words.LastIndexOfAny(' ', '-', '\n') + 1)..];
        return lexicon.Words.Find(last)?.ValueIn(lexicon.Words.Scale) is { } scale ? (decimal)AtomLexicon.Number(scale) : 1;
    }

    private Figure Ranged(int at, int end, decimal low, decimal high, string unit, bool between, int? start)
    {
        var first = between ? at - 1 - SignAtoms(at) : at;
        var begin = between ? atoms[first].Start : start ?? atoms[at].Start;
        var (age, stop, until) = AgeTail(end);
        return new Figure(first, until, begin, stop, null, low, high, QuantityModifier.Range, unit, IsDash(until), age);
    }

    /// <summary>A vote or score: two figures of their own.</summary>
    private Figure[] Votes(int at, int second, int end, decimal a, decimal b)
    {
        var unit = Word(end).Equals("vote", StringComparison.OrdinalIgnoreCase) || Word(end + 1).Equals("vote", StringComparison.OrdinalIgnoreCase) ? "vote" : "score";
        return
        [
            new Figure(at, at + 1, atoms[at].Start, atoms[at].End, a, null, null, QuantityModifier.Exact, unit),
            new Figure(second, second + 1, atoms[second].Start, atoms[second].End, b, null, null, QuantityModifier.Exact, unit),
        ];
    }

    /// <summary>"beat him 46 to 40 percent": two shares, the unit said once.</summary>
    private Figure[] Pair(int at, int end, int second, int stop, decimal a, decimal b) =>
    [
        new Figure(at, end, atoms[at].Start, atoms[end - 1].End, a, null, null, QuantityModifier.Exact, "percent"),
        new Figure(second, stop, atoms[second].Start, atoms[stop - 1].End, b, null, null, QuantityModifier.Exact, "percent"),
    ];

    /// <summary>The first atom of "ages", "the ages of" before a number, or null.</summary>
    private int? AgesBefore(int at)
    {
        var first = Word(at - 1).Equals("of", StringComparison.OrdinalIgnoreCase) ? at - 2 : at - 1;
        if (!Has(first, lexicon.Aged)) return null;
        return Word(first - 1).Equals("the", StringComparison.OrdinalIgnoreCase) ? first - 1 : first;
    }

    /// <summary>"two-thirds", "eight of 10", "one in five", "three out of four".</summary>
    private Figure? Fraction(int at, int end, decimal number)
    {
        var word = IsDash(end) ? end + 1 : end;
        if (Has(word, lexicon.FractionWord) && number is >= 1 and < 20 && !Word(word).Equals("half", StringComparison.OrdinalIgnoreCase)
            && !Has(word + 1, lexicon.TimeUnit) && !(Word(word).Equals("quarters", StringComparison.OrdinalIgnoreCase) && !IsDash(end) && !Has(word + 1, lexicon.Of)))
        {
            var part = (decimal)AtomLexicon.Number(atoms[word].Word!.ValueIn(lexicon.FractionWord)!);
            return Finish(at, word + 1, decimal.Round(number / decimal.Round(1 / part), 4), "fraction", true);
        }

        var of = Has(end, lexicon.Out) ? end + 1 : end;
        if (number == 1 && of == end && Word(of).Equals("of", StringComparison.OrdinalIgnoreCase)) return null;
        // "six of the past seven"
        if (Has(of, lexicon.Of) && Word(of + 1).Equals("the", StringComparison.OrdinalIgnoreCase) && Has(of + 2, lexicon.Recent)) of += 2;
        if (!Has(of, lexicon.Of | lexicon.Recent) || of + 1 >= atoms.Count || !atoms[of + 1].Is(NumberClass.NUM) || IsDate(of + 1)) return null;
        var whole = (decimal)atoms[of + 1].Number;
        if (number >= whole || whole is < 2 or > 1000 || (whole > 100 && of == end) || number != Math.Floor(number) || whole != Math.Floor(whole)) return null;
        if (UnitAt(of + 2, true) is not null || lexicon.Signs.Before(_text, atoms[of + 1].Start) is not null) return null;
        return Finish(at, of + 2, number / whole, "fraction", true);
    }

    private Figure? RankAt(int at)
    {
        var next = IsDash(at + 1) ? at + 2 : at + 1;
        var isRank = Has(next, lexicon.Superlative) && (IsDash(at + 1) || Word(at).Equals("second", StringComparison.OrdinalIgnoreCase) || Has(next, lexicon.Superlative));
        // "172nd out of 187"
        isRank |= Has(at + 1, lexicon.Out) && Has(at + 2, lexicon.Of) && at + 3 < atoms.Count && atoms[at + 3].Is(NumberClass.NUM);
        isRank |= Word(at + 1).Equals("only", StringComparison.OrdinalIgnoreCase) && Word(at + 2).Equals("to", StringComparison.OrdinalIgnoreCase);
        if (!isRank) return null;
        var value = double.IsNaN(atoms[at].Number) ? AtomLexicon.Number(atoms[at].Word!.ValueIn(Atom.Bit(NumberClass.ORD))!) : atoms[at].Number;
        var end = Has(next, lexicon.Superlative) ? next + 1 : at + 1;
        return new Figure(at, end, atoms[at].Start, atoms[end - 1].End, (decimal)value, null, null, QuantityModifier.Exact, "rank");
    }

    private Figure[] One(Figure figure) => [figure];
}
