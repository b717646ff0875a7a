using Crosscheck.Language;

namespace Crosscheck.Quantities;

/// <summary>The sentence around a figure as its figures are compared: the words between them, each under its kind or lemma, and the verb that each word hangs on.</summary>
internal sealed class FigureSentence
{
    /// <summary>Tokens to either side of the figure that are looked at.</summary>
    private const int Reach = 100;

    private const int MaxFigures = 13;
    private const int Climb = 12;

    private readonly string?[] _words;
    private readonly bool[] _isFigure;

    public FigureSentence(FigureInText figure)
    {
        Syntax = figure.Syntax;
        Index = Syntax.SentenceAt(figure.Quantity.Span.Start);
        var (first, end) = Syntax.TokensIn(figure.Quantity.Span);
        var (begin, stop) = Index < 0 ? (first, end) : (Syntax.Sentences[Index].FirstToken, Syntax.Sentences[Index].EndToken);
        (Begin, End) = (Math.Max(begin, first - Reach), Math.Max(end, Math.Min(stop, end + Reach)));
        Figures = Within(figure);
        _isFigure = new bool[Math.Max(0, End - Begin)];
        foreach (var told in Figures)
        {
            var (from, to) = Syntax.TokensIn(told.Span);
            for (var i = Math.Max(from, Begin); i < Math.Min(to, End); i++) _isFigure[i - Begin] = true;
        }

        _words = new string?[_isFigure.Length];
        for (var i = 0; i < _words.Length; i++) _words[i] = _isFigure[i] ? null : FigureWords.Content(Syntax, Begin + i);
    }

    public SyntaxLayer Syntax { get; }

    /// <summary>Index of the sentence in the layer; -1 before the first.</summary>
    public int Index { get; }

    /// <summary>First token looked at.</summary>
    public int Begin { get; }

    /// <summary>One past the last token looked at.</summary>
    public int End { get; }

    /// <summary>The figures of the sentence, the one asked about among them; some of them where there are many.</summary>
    public List<Quantity> Figures { get; }

    /// <summary>What a token says, or null for a figure and for what says nothing.</summary>
    public string? Word(int token) => token < Begin || token >= End ? null : _words[token - Begin];

    public bool IsFigure(int token) => token >= Begin && token < End && _isFigure[token - Begin];

    /// <summary>What the tokens of a range say.</summary>
    public HashSet<string> Words(int from, int to)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = Math.Max(from, Begin); i < Math.Min(to, End); i++)
        {
            if (_words[i - Begin] is { } word) words.Add(word);
        }

        return words;
    }

    /// <summary>The nearest verb at or above a token in the tree, else the root.</summary>
    public int VerbAbove(int token)
    {
        for (var step = 0; step < Climb && Syntax.Upos[token] is not PartOfSpeech.Verb && Syntax.Heads[token] >= 0; step++) token = Syntax.Heads[token];
        return token;
    }

    private List<Quantity> Within(FigureInText figure)
    {
        var found = new List<Quantity> { figure.Quantity };
        if (Index < 0) return found;
        var end = Syntax.Sentences[Index].Span.End;
        for (var i = figure.FirstEndingAfter(Syntax.Tokens[Begin].Start); i < figure.Others && found.Count < MaxFigures; i++)
        {
            var other = figure.All[i];
            if (other.DerivedFrom is not null || other.Span.Start >= end) break;
            if (other.Span.Start != figure.Quantity.Span.Start) found.Add(other);
        }

        return found;
    }
}
