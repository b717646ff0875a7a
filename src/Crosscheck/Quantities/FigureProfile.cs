using Crosscheck.Language;

namespace Crosscheck.Quantities;

/// <summary>What stands around a figure, as two figures are compared by it: words, names, other numbers, states, years.</summary>
internal sealed class FigureProfile
{
    private const int Window = 8;
    private const int NameReach = 12;
    private const int LongestStem = 5;
    private const int MaxSentence = 200;

    private readonly SyntaxLayer _syntax;

    public FigureProfile(FigureInText figure)
    {
        _syntax = figure.Syntax;
        Quantity = figure.Quantity;
        (First, End) = _syntax.TokensIn(Quantity.Span);
        var sentence = _syntax.SentenceAt(Quantity.Span.Start);
        (Begin, Stop) = sentence < 0 ? (First, End) : (_syntax.Sentences[sentence].FirstToken, Math.Min(_syntax.Sentences[sentence].EndToken, _syntax.Sentences[sentence].FirstToken + MaxSentence));
        Near = Stems(Math.Max(Begin, First - Window), Math.Min(Stop, End + Window));
        Sentence = Stems(Begin, Stop);
        var (counted, countedEnd) = Quantity.Counted is { } span ? _syntax.TokensIn(span) : (0, 0);
        Counted = Stems(counted, countedEnd);
        Head = countedEnd > counted ? Stem(_syntax.Form(countedEnd - 1)) : null;
        State = sentence < 0 ? null : FigureKinds.StateNear(_syntax, Quantity, _syntax.Sentences[sentence].Span);
        Names = [];
        Numbers = [];
        Years = [];
        Fill();
        Name = NearestName();
        IsMore = First > Begin && Has(First - 1, "another", "additional", "further") || (End < Stop && Has(End, "more", "other", "others", "additional")) || (First > Begin && Has(First - 1, "other"));
    }

    public Quantity Quantity { get; }

    public HashSet<string> Near { get; }

    public HashSet<string> Sentence { get; }

    public HashSet<string> Counted { get; }

    /// <summary>Stem or kind of the last word of what is counted.</summary>
    public string? Head { get; }

    /// <summary>What became of those counted.</summary>
    public string? State { get; }

    public HashSet<string> Names { get; }

    /// <summary>The name that stands nearest, most often whose figure it is.</summary>
    public string? Name { get; }

    /// <summary>The other numbers of the sentence.</summary>
    public HashSet<decimal> Numbers { get; }

    public HashSet<int> Years { get; }

    /// <summary>Told beside another figure: "two others", "another 40".</summary>
    public bool IsMore { get; }

    private int First { get; }

    private int End { get; }

    private int Begin { get; }

    private int Stop { get; }

    private void Fill()
    {
        for (var i = Begin; i < Stop; i++)
        {
            var form = _syntax.Form(i);
            if (i > Begin && form.Length > 2 && char.IsUpper(form[0])) Names.Add(form.ToString());
            if (i >= First && i < End) continue;
            if (Numerals.Value(form) is not { } number) continue;
            if (i + 1 < Stop && Numerals.Scale(_syntax.Form(i + 1)) is { } scale && number < scale) number *= scale;
            if (number is > 1900 and < 2060 && number == Math.Floor(number)) Years.Add((int)number);
            else Numbers.Add(number);
        }
    }

    private string? NearestName()
    {
        for (var step = 1; step <= NameReach; step++)
        {
            if (First - step > Begin && NameAt(First - step) is { } before) return before;
            if (End + step - 1 < Stop && step * 2 <= NameReach && NameAt(End + step - 1) is { } after) return after;
        }

        return First > Begin ? NameAt(Begin) : null;
    }

    private string? NameAt(int token)
    {
        if (_syntax.HasTags && _syntax.Xpos.Length > token && _syntax.Xpos[token] is not ("NNP" or "NNPS")) return null;
        var form = _syntax.Form(token);
        return form.Length > 2 && char.IsUpper(form[0]) ? form.ToString() : null;
    }

    private bool Has(int token, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (_syntax.Form(token).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>Beginnings of the words of four letters and more, casualties and the like under one name.</summary>
    private HashSet<string> Stems(int first, int end)
    {
        var stems = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = first; i < end; i++)
        {
            if (Stem(_syntax.Form(i)) is { } stem) stems.Add(stem);
        }

        return stems;
    }

    private static string? Stem(ReadOnlySpan<char> form) =>
        FigureKinds.Of(form) ?? (form.Length >= 4 && char.IsLetter(form[0]) ? form[..Math.Min(form.Length, LongestStem)].ToString() : null);
}
