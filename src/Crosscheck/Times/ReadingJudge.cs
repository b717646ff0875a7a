using Crosscheck.Language;

namespace Crosscheck.Times;

/// <summary>Says whether a word that may be something else ("may", "march", "second", "fall", 1,990 as "1990") is a time where it stands.</summary>
internal sealed class ReadingJudge(SyntaxLayer syntax, AtomLexicon lexicon)
{
    private readonly string _text = syntax.Text.Value;

    public bool Accepts(List<Atom> atoms, int first, int end)
    {
        var atom = atoms[first];
        if (IsAge(atoms, first, end)) return false;
        if (end - first > 1) return end - first > 2 || !IsModalMonth(atoms, first);
        if (atom.Is(NumberClass.YEAR)) return IsYear(atoms, first);
        if (atom.Word is null) return true;
        if (Tag(atom) is { } tag && (tag[0] == 'V' || tag == "MD") && (atom.Classes & lexicon.Risky) != 0) return false;
        if ((atom.Classes & lexicon.Risky) == 0) return true;
        if (atom.Word.ValueIn(lexicon.Risky) == "2") return _text[atom.End - 1] == '.';
        return char.IsUpper(_text[atom.Start]) && IsRiskyName(atoms, first);
    }

    /// <summary>"in his early 30s".</summary>
    private bool IsAge(List<Atom> atoms, int first, int end) =>
        first > 0 && atoms[end - 1].Is(NumberClass.DECADE) && char.IsAsciiDigit(_text[atoms[end - 1].Start]) && atoms[end - 1].Number < 100 && (atoms[first - 1].Classes & lexicon.Owner) != 0;

    /// <summary>"may 10" with a small letter is a verb and a number.</summary>
    private bool IsModalMonth(List<Atom> atoms, int first) =>
        (atoms[first].Classes & lexicon.Risky) != 0 && char.IsLower(_text[atoms[first].Start]) && atoms[first].Candidate < 0;

    private bool IsRiskyName(List<Atom> atoms, int at)
    {
        var atom = atoms[at];
        if (Tag(atom) is { } tag && tag is not ("NNP" or "NN" or "NNPS")) return false;
        if (at == 0) return false;
        var before = atoms[at - 1];
        var startsSentence = before.End - before.Start == 1 && _text[before.Start] is '.' or '!' or '?' or '"' or '“' or '”' or '\n';
        if (startsSentence) return false;
        // "in May", "by March", "last Sunday", "of May": a small word before a capital one.
        return char.IsLower(_text[before.Start]) || char.IsDigit(_text[before.Start]) || _text[before.Start] is ',' or '(';
    }

    /// <summary>A bare number of four figures: a year unless it counts something.</summary>
    private bool IsYear(List<Atom> atoms, int at)
    {
        var atom = atoms[at];
        if (atom.Number is < 1400 or > 2100) return false;
        if (at > 0 && atoms[at - 1].End == atom.Start && _text[atoms[at - 1].Start] is not ('(' or '-' or '–' or '\'' or '"' or '“' or '/' or '—' or '[')) return false;
        if (at + 1 == atoms.Count) return true;
        var next = atoms[at + 1];
        if (next.Start == atom.End && _text[next.Start] is '-' or '/' && at + 2 < atoms.Count && atoms[at + 2].Start == next.End
            && char.IsDigit(_text[atoms[at + 2].Start]) && !atoms[at + 2].Is(NumberClass.YEAR)) return false;
        if (next.Start == atom.End && char.IsLetterOrDigit(_text[next.Start])) return false;
        if (Tag(next) is { } tag) return tag != "NNS" || atom.Number is >= 1900 and < 2060 && IsAfterPreposition(atoms, at);
        return !IsPluralLooking(next);
    }

    private bool IsAfterPreposition(List<Atom> atoms, int at) => at > 0 && Tag(atoms[at - 1]) is "IN";

    private bool IsPluralLooking(in Atom atom) =>
        atom.End - atom.Start > 4 && char.IsLower(_text[atom.Start]) && _text[atom.End - 1] == 's' && _text[atom.End - 2] != 's';

    private string? Tag(in Atom atom) => syntax.HasTags && atom.Token >= 0 && syntax.Xpos.Length > atom.Token ? NullIfEmpty(syntax.Xpos[atom.Token]) : null;

    private static string? NullIfEmpty(string? tag) => string.IsNullOrEmpty(tag) ? null : tag;
}
