using Crosscheck.Language;

namespace Crosscheck.Quantities;

/// <summary>What the tree says of a figure: how the phrase that carries it stands to the rest, the verb above it, the words of that verb's clause and its subject.</summary>
internal sealed class FigureClause
{
    private const int MaxSteps = 8;
    private const int MaxGap = 3;
    private const int SubjectSteps = 4;
    private const int SubjectReach = 8;
    private const int SubjectDepth = 6;

    private static readonly HashSet<string> Nothing = [];

    private readonly FigureSentence _sentence;
    private readonly int _above = -1;
    private HashSet<string>? _words;
    private HashSet<string>? _subject;

    public FigureClause(FigureSentence sentence, Quantity quantity)
    {
        _sentence = sentence;
        var syntax = sentence.Syntax;
        var (first, end) = syntax.TokensIn(quantity.Span);
        if (!syntax.HasDependencies || !syntax.HasTags || end <= first) return;
        var at = Top(syntax, quantity, first, end);
        Relation = syntax.Relations[at];
        var above = at;
        for (var step = 0; step < MaxSteps && syntax.Heads[above] >= 0; step++)
        {
            above = syntax.Heads[above];
            if (syntax.Upos[above] is not PartOfSpeech.Verb) continue;
            VerbToken = above;
            Verb = FigureWords.Content(syntax, above);
            break;
        }

        _above = sentence.VerbAbove(above);
    }

    /// <summary>The verb that the figure hangs on, as a kind or lemma; null where there is none, or one that says nothing.</summary>
    public string? Verb { get; }

    /// <summary>Token of the verb that the figure hangs on; -1 where there is none.</summary>
    public int VerbToken { get; } = -1;

    /// <summary>The words that hang on the same verb.</summary>
    public HashSet<string> Words => _words ??= _above < 0 ? Nothing : Clause(_above);

    /// <summary>The words of the verb's subject, its own or that of the verb which it continues.</summary>
    public HashSet<string> Subject => _subject ??= _above < 0 ? Nothing : SubjectOf(_above);

    /// <summary>How what is counted stands to the rest: <c>obj</c>, <c>nsubj:pass</c>.</summary>
    public string? Relation { get; }

    /// <summary>The token of the figure and what it counts, where both stand together, whose head lies outside; else the figure's last.</summary>
    private static int Top(SyntaxLayer syntax, Quantity quantity, int first, int end)
    {
        var (from, to) = quantity.Counted is { } counted ? syntax.TokensIn(counted) : (0, 0);
        var together = to > from && from - end < MaxGap && first - to < MaxGap;
        for (var i = from; together && i < to; i++)
        {
            if (!Inside(syntax.Heads[i])) return i;
        }

        for (var i = first; i < end; i++)
        {
            if (!Inside(syntax.Heads[i])) return i;
        }

        return end - 1;

        bool Inside(int token) => (token >= first && token < end) || (together && token >= from && token < to);
    }

    private HashSet<string> Clause(int verb)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = _sentence.Begin; i < _sentence.End; i++)
        {
            if (_sentence.Word(i) is { } word && _sentence.VerbAbove(i) == verb) words.Add(word);
        }

        return words;
    }

    private HashSet<string> SubjectOf(int verb)
    {
        var syntax = _sentence.Syntax;
        for (var step = 0; step < SubjectSteps; step++)
        {
            for (var i = _sentence.Begin; i < _sentence.End; i++)
            {
                if (syntax.Heads[i] == verb && syntax.Relations[i].StartsWith("nsubj", StringComparison.Ordinal)) return Under(i);
            }

            if (syntax.Heads[verb] < 0 || syntax.Relations[verb] is not ("conj" or "xcomp" or "advcl" or "parataxis" or "ccomp")) break;
            verb = syntax.Heads[verb];
        }

        return Nothing;
    }

    private HashSet<string> Under(int subject)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = subject - SubjectReach + 1; i < subject + SubjectReach; i++)
        {
            if (_sentence.Word(i) is { } word && Hangs(i, subject)) words.Add(word);
        }

        return words;
    }

    private bool Hangs(int token, int on)
    {
        for (var step = 0; step < SubjectDepth && token >= 0; step++)
        {
            if (token == on) return true;
            token = _sentence.Syntax.Heads[token];
        }

        return false;
    }
}
