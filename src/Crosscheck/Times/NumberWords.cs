namespace Crosscheck.Times;

/// <summary>Joins the words of a number into one atom: "two hundred and fifty", "twenty-five", "2.5 million", "nineteen ninety-four".</summary>
internal static class NumberWords
{
    private const int LongestPhrase = 16;

    public static List<Atom> Join(List<Atom> atoms, AtomLexicon lexicon, string text)
    {
        var joined = new List<Atom>(atoms.Count);
        for (var i = 0; i < atoms.Count;)
        {
            var atom = atoms[i];
            if ((atom.Classes & (lexicon.Cardinal | Atom.Bit(NumberClass.NUM))) == 0)
            {
                joined.Add(atom);
                i++;
                continue;
            }

            var (number, end) = ReadPhrase(atoms, i, lexicon, text);
            joined.Add(number);
            i = end;
        }

        return joined;
    }

    private static (Atom Number, int End) ReadPhrase(List<Atom> atoms, int first, AtomLexicon lexicon, string text)
    {
        var atom = atoms[first];
        var inWords = (atom.Classes & lexicon.Cardinal) != 0;
        double total = 0, current = inWords ? AtomLexicon.Number(atom.Word!.ValueIn(lexicon.Cardinal)!) : atom.Number;
        var last = current;
        var end = first + 1;
        var year = false;
        var limit = Math.Min(atoms.Count, first + LongestPhrase);
        while (end < limit)
        {
            var next = end;
            var hyphen = IsMark(atoms[next], text, '-') && atoms[next].Start == atoms[next - 1].End;
            if (hyphen) next++;
            else if ((atoms[next].Classes & lexicon.And) != 0 && (total > 0 || current >= 100)) next++;
            if (next >= limit) break;
            var word = atoms[next];
            if (word.Word is null) break;
            if (inWords && (word.Classes & lexicon.Cardinal) != 0)
            {
                var value = AtomLexicon.Number(word.Word.ValueIn(lexicon.Cardinal)!);
                if (last is >= 20 and < 100 && value is > 0 and < 10 && last % 10 == 0) current += value;
                else if (last is 100 or 1000 or 1e6 or 1e9 && value < 100) current += value;
                else if (!year && total == 0 && current is >= 13 and <= 20 && value >= 10 && last == current)
                {
                    current = (current * 100) + value;
                    year = true;
                }
                else break;
                last = value;
            }
            else if ((word.Classes & lexicon.Scale) != 0)
            {
                var scale = AtomLexicon.Number(word.Word.ValueIn(lexicon.Scale)!);
                if (scale == 100 && current is > 0 and < 100 && inWords) current *= 100;
                else if (scale >= 1000 && current > 0)
                {
                    total += current * scale;
                    current = 0;
                }
                else break;
                last = scale;
            }
            else if (inWords && hyphen && word.Is(NumberClass.ORD) && !double.IsNaN(last) && last is >= 20 and < 100 && last % 10 == 0
                && word.Word.ValueIn(Atom.Bit(NumberClass.ORD)) is { } ordinal && AtomLexicon.Number(ordinal) < 10)
            {
                current += AtomLexicon.Number(ordinal);
                return (new Atom(atom.Start, word.End, atom.Token, null, Atom.Bit(NumberClass.ORD), total + current), next + 1);
            }
            else break;
            end = next + 1;
        }

        if (end == first + 1 && !inWords) return (atom, end);
        var sum = total + current;
        var classes = Atom.Bit(NumberClass.NUM);
        if (year || (inWords && sum is >= 1900 and < 2100)) classes |= Atom.Bit(NumberClass.YEAR);
        if (inWords && sum is >= 1 and <= 12) classes |= Atom.Bit(NumberClass.HOUR);
        return (new Atom(atom.Start, atoms[end - 1].End, atom.Token, atom.Word is { } w && end == first + 1 ? w : null, classes, sum), end);
    }

    private static bool IsMark(Atom atom, string text, char mark) => atom.End - atom.Start == 1 && text[atom.Start] == mark;
}
