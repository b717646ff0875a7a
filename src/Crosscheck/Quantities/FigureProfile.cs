using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>What stands around a figure, as two figures are compared by it: words, names, other numbers, states, years.</summary>
internal sealed class FigureProfile
{
    private const int Window = 8;
    private const int NameReach = 12;
    private const int MaxSentence = 200;
    private const int MaxBeside = 12;

    private readonly SyntaxLayer _syntax;

    public FigureProfile(FigureInText figure)
    {
        _syntax = figure.Syntax;
        Quantity = figure.Quantity;
        (First, End) = _syntax.TokensIn(Quantity.Span);
        var sentence = _syntax.SentenceAt(Quantity.Span.Start);
        (Begin, Stop) = sentence < 0 ? (First, End) : (_syntax.Sentences[sentence].FirstToken, Math.Min(_syntax.Sentences[sentence].EndToken, _syntax.Sentences[sentence].FirstToken + MaxSentence));
        Near = Words(Math.Max(Begin, First - Window), Math.Min(Stop, End + Window));
        Sentence = Words(Begin, Stop);
        var (counted, countedEnd) = Quantity.Counted is { } span ? _syntax.TokensIn(span) : (0, 0);
        Beside = sentence < 0 ? [] : OfSentence(figure, _syntax.Sentences[sentence].Span);
        var (from, to) = (Math.Max(Begin, First - Window), Math.Min(Stop, End + Window));
        foreach (var other in Beside)
        {
            var (otherFirst, otherEnd) = _syntax.TokensIn(other.Span);
            if (otherEnd <= First) from = Math.Max(from, otherEnd);
            if (otherFirst >= End) to = Math.Min(to, otherFirst);
        }

        Own = from < to ? Words(from, to) : [];
        Counted = Words(counted, countedEnd);
        Head = countedEnd > counted ? FigureWords.Concept(_syntax, countedEnd - 1) : null;
        Clause = new FigureClause(_syntax, Quantity);
        AsOf = Quantity.AsOf is { } time ? Times(time) : [];
        SentenceIndex = sentence;
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

    public FigureClause Clause { get; }

    /// <summary>The other figures of the sentence.</summary>
    public List<Quantity> Beside { get; }

    /// <summary>The words near it that no other figure stands between.</summary>
    public HashSet<string> Own { get; }

    /// <summary>The words of the time that the figure holds for.</summary>
    public HashSet<string> AsOf { get; }

    /// <summary>Index of its sentence in the layer; -1 before the first.</summary>
    public int SentenceIndex { get; }

    public SyntaxLayer Syntax => _syntax;

    /// <summary>Kind or lemma of the last word of what is counted.</summary>
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

    private HashSet<string> Words(int first, int end)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = first; i < end; i++)
        {
            if (FigureWords.Content(_syntax, i) is { } word) words.Add(word);
        }

        return words;
    }

    /// <summary>The other figures of the sentence, some of them where there are many.</summary>
    private List<Quantity> OfSentence(FigureInText figure, TextSpan sentence)
    {
        var beside = new List<Quantity>();
        for (var i = figure.FirstEndingAfter(sentence.Start); i < figure.Others && beside.Count < MaxBeside; i++)
        {
            var other = figure.All[i];
            if (other.DerivedFrom is not null || other.Span.Start >= sentence.End) break;
            if (other.Span != Quantity.Span) beside.Add(other);
        }

        return beside;
    }

    private HashSet<string> Times(TextSpan span)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (first, end) = _syntax.TokensIn(span);
        for (var i = first; i < end; i++) words.Add(_syntax.Form(i).ToString());
        return words;
    }
}
