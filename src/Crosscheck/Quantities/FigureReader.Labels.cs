using Crosscheck.Times;

namespace Crosscheck.Quantities;

/// <content>Numbers that are no figures: parts of dates, names, labels and codes.</content>
internal sealed partial class FigureReader
{
    private const int LongestName = 4;
    private const int TitleReach = 40;

    /// <summary>Part of a date or time of day, and no length of time in it ("three days ago" holds one).</summary>
    private bool IsDate(int at)
    {
        var (start, end) = (atoms[at].Start, atoms[at].End);
        while (_nextCalendar > 0 && calendar[_nextCalendar - 1].End > start) _nextCalendar--;
        while (_nextCalendar < calendar.Length && calendar[_nextCalendar].End <= start) _nextCalendar++;
        if (_nextCalendar >= calendar.Length || calendar[_nextCalendar].Start >= end) return false;
        var next = IsDash(at + 1) ? at + 2 : at + 1;
        var joined = Has(next, lexicon.To) || Has(next, lexicon.Or);
        return !(Has(next, lexicon.TimeUnit) || (joined && Has(next + 2, lexicon.TimeUnit)));
    }

    /// <summary>"one" as a pronoun or article.</summary>
    private bool IsBareOne(int at, decimal number) => number is 1 or 0 && !IsDigits(at) && Before(at) is null && !(number == 1 && Has(at - 1, lexicon.Only) && IsNoun(at + 1));

    private string? AgeUnit(int at, int end, decimal number)
    {
        if (number is < 1 or > 119 || number != Math.Floor(number) || at < 2) return null;
        if (Has(at - 1, lexicon.Aged)) return "year";
        if (Has(at - 1, lexicon.Turns) && IsDigits(at) && !IsNoun(end)) return "year";
        if (Word(at - 1) is not "," || end >= atoms.Count || Word(end) is not ("," or "." or ")")) return null;
        return char.IsUpper(_text[atoms[at - 2].Start]) && IsDigits(at) ? "year" : null;
    }

    /// <summary>Whether a bare number can be a count: no label, no part of a name or code, no list number.</summary>
    private bool Counts(int at, int end)
    {
        var atom = atoms[at];
        // "the top-two primary"
        if (!IsDigits(at)) return !(atom.Start > 1 && _text[atom.Start - 1] == '-' && char.IsLetter(_text[atom.Start - 2]));
        if (atom.Is(NumberClass.YEAR) && atom.Number is > 1900 and < 2060 && Before(at) is null) return false;
        var before = atom.Start > 0 ? _text[atom.Start - 1] : ' ';
        var after = atoms[end - 1].End < _text.Length ? _text[atoms[end - 1].End] : ' ';
        if (char.IsLetter(before) || before is '/' or '#' or '_' or '.' or ':' || char.IsLetter(after) || after is '/' or '_' or ':') return false;
        if (before is '"' && atom.Start > 1 && _text[atom.Start - 2] == '=') return false;
        if (IsDash(end) && end + 2 < atoms.Count && atoms[end].Start == atoms[end - 1].End && atoms[end + 1].Start == atoms[end].End && atoms[end + 1].Is(NumberClass.NUM) && IsDash(end + 2)) return false;
        if (before == '-' && at > 1 && (char.IsUpper(_text[atoms[at - 2].Start]) || atoms[at - 2].Is(NumberClass.NUM))) return false;
        if (after is ')' && before is not '(' && at > 0 && LineStart(at)) return false;
        return !(LineStart(at) && after is '.');
    }

    /// <summary>"the movie 13 Hours": a unit with a capital, where the words of the sentence have none.</summary>
    private bool IsTitle(int at)
    {
        var unit = at + 1;
        if (!IsDigits(at) || !Has(unit, lexicon.TimeUnit) || !char.IsUpper(_text[atoms[unit].Start]) || syntax.SentenceAt(atoms[at].Start) is not (var index and >= 0)) return false;
        var sentence = syntax.Sentences[index];
        int capital = 0, words = 0;
        for (var i = sentence.FirstToken + 1; i < Math.Min(sentence.EndToken, sentence.FirstToken + TitleReach); i++)
        {
            if (syntax.Tokens[i].Span.Length <= LongestName || !char.IsLetter(_text[syntax.Tokens[i].Start])) continue;
            words++;
            if (char.IsUpper(_text[syntax.Tokens[i].Start])) capital++;
        }

        return capital * 4 < words * 3;
    }

    private bool LineStart(int at) => atoms[at].Start == 0 || _text[atoms[at].Start - 1] == '\n';

    /// <summary>"Boeing 737", "Section 8", "No. 10": a capital word or a label before digits, and no counted noun after.</summary>
    private bool IsLabel(int at)
    {
        if (at == 0 || !IsDigits(at)) return false;
        var before = at - 1;
        if (Word(before) is "." && before > 0 && atoms[before].Start == atoms[before - 1].End) before--;
        if (atoms[before].Start < atoms[at].Start - 12 - LongestName && atoms[before].End < atoms[at].Start - 1) return false;
        if (UnitAt(at + 1, true) is not null || lexicon.Signs.Before(_text, atoms[at].Start) is not null) return false;
        if (lexicon.Modifiers.Before(atoms, _text, at) is not null || lexicon.Modifiers.After(atoms, _text, at + 1) is { Length: > 1 }) return false;
        if (Has(before, lexicon.Label) && (char.IsUpper(_text[atoms[before].Start]) || !IsNoun(at + 1))) return true;
        if (!char.IsUpper(_text[atoms[before].Start]) || !char.IsLetter(_text[atoms[before].Start])) return false;
        // "Guccifer 2.0": a version, whatever follows.
        if (Word(at).EndsWith(".0", StringComparison.Ordinal)) return true;
        var startsSentence = before == 0 || Word(before - 1) is "." or "\n" or "?" or "!" || _text[atoms[before - 1].Start] is '“' or '"' or '\n';
        return !startsSentence && !IsNoun(at + 1);
    }
}
