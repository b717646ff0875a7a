using Crosscheck.Language;

namespace Crosscheck.Quantities;

/// <summary>What stands around a figure, as two figures are compared by it: what is counted, its state, the words near it, its clause, the other numbers.</summary>
internal sealed class FigureProfile
{
    /// <summary>Tokens to either side that are near.</summary>
    private const int Window = 8;

    /// <summary>How many tokens farther a word counts that another figure stands before.</summary>
    private const int Detour = 6;

    private readonly int _first;
    private readonly int _end;
    private HashSet<decimal>? _numbers;
    private HashSet<string>? _asOf;

    public FigureProfile(FigureInText figure)
        : this(new FigureSentence(figure), figure.Quantity)
    {
    }

    public FigureProfile(FigureSentence sentence, Quantity quantity)
    {
        Sentence = sentence;
        Quantity = quantity;
        (_first, _end) = sentence.Syntax.TokensIn(quantity.Span);
        int from = sentence.Begin, to = sentence.End;
        for (var i = _first - 1; i >= from; i--)
        {
            if (sentence.IsFigure(i)) from = i + 1;
        }

        for (var i = _end; i < to; i++)
        {
            if (sentence.IsFigure(i)) to = i;
        }

        Near = sentence.Words(_first - Window, _end + Window);
        Own = sentence.Words(Math.Max(from, _first - Window), Math.Min(to, _end + Window));
        Clause = new FigureClause(sentence, quantity);
        Counted = new HashSet<string>(StringComparer.Ordinal);
        var head = ReadCounted();
        State = quantity.Unit == "count" ? StateOf(head, from, to) : null;
    }

    public FigureSentence Sentence { get; }

    public Quantity Quantity { get; }

    /// <summary>The words near it.</summary>
    public HashSet<string> Near { get; }

    /// <summary>The words near it that no other figure stands between.</summary>
    public HashSet<string> Own { get; }

    /// <summary>The words of what is counted; those who are counted by what became of them ("12 dead") are persons.</summary>
    public HashSet<string> Counted { get; }

    /// <summary>Kind or lemma of the noun that heads what is counted.</summary>
    public string? Head { get; private set; }

    /// <summary>Persons are counted.</summary>
    public bool IsOfPersons { get; private set; }

    /// <summary>What became of those counted.</summary>
    public string? State { get; }

    public FigureClause Clause { get; }

    /// <summary>What is counted stands beside the figure, not only above it in the sentence.</summary>
    public bool NamesCounted { get; private set; }

    /// <summary>The words of the time that the figure holds for.</summary>
    public HashSet<string> AsOf => _asOf ??= Times();

    /// <summary>The other numbers of the sentence.</summary>
    public HashSet<decimal> Numbers => _numbers ??= OtherNumbers();

    /// <summary>The age of somebody.</summary>
    public bool IsAge =>
        Quantity.Unit == "year" && (Sentence.Syntax.Form(_end - 1).EndsWith("old", StringComparison.OrdinalIgnoreCase)
            || (_first > Sentence.Begin && (Sentence.Syntax.Form(_first - 1) is "aged" or "age" or "Aged")));

    /// <summary>The other figures of the sentence that have its unit.</summary>
    public IEnumerable<Quantity> Beside => Sentence.Figures.Where(f => f.Span.Start != Quantity.Span.Start && string.Equals(f.Unit, Quantity.Unit, StringComparison.Ordinal));

    /// <summary>How near two figures stand to one another by what is around them.</summary>
    public double Affinity(FigureProfile other) =>
        WordSets.Overlap(Own, other.Own) + WordSets.Overlap(Counted, other.Counted)
        + (Clause.Verb is { } verb && verb == other.Clause.Verb ? 0.3 : 0)
        + (State is not null && State == other.State ? 0.5 : 0)
        + (Head is not null && Head == other.Head ? 0.5 : 0);

    /// <summary>The head of what is counted, or -1.</summary>
    private int ReadCounted()
    {
        if (Quantity.Counted is not { } span) return -1;
        var syntax = Sentence.Syntax;
        var (first, end) = syntax.TokensIn(span);
        var head = -1;
        for (var i = first; i < end; i++)
        {
            if (i >= _first && i < _end) continue;
            if (FigureWords.Content(syntax, i) is { } word && FigureWords.Kind(syntax, i) is not { Role: KindRole.State }) Counted.Add(word);
            if (head < 0 && syntax.HasDependencies && syntax.HasTags && (syntax.Heads[i] < first || syntax.Heads[i] >= end)
                && syntax.Upos[i] is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adj or PartOfSpeech.Verb) head = i;
        }

        if (head < 0) head = end - 1;
        NamesCounted = Quantity.Unit is "count" or "percent" or "fraction" || (first >= _end ? first - _end <= 2 : end - 1 < _first && _first - end + 1 <= 2);
        var kind = FigureWords.Kind(syntax, head);
        IsOfPersons = kind is { Role: KindRole.Person or KindRole.State };
        Head = kind is { Role: KindRole.State } ? "person" : FigureWords.Concept(syntax, head);
        if (kind is { Role: KindRole.State }) Counted.Add("person");
        return head;
    }

    private string? StateOf(int head, int from, int to)
    {
        if (Clause.VerbToken >= 0 && StateAt(Clause.VerbToken) is { } verb) return verb;
        if (head >= 0 && StateAt(head) is { } counted) return counted;
        string? nearest = null;
        var least = int.MaxValue;
        for (var i = Math.Max(Sentence.Begin, _first - Window); i < Math.Min(Sentence.End, _end + Window); i++)
        {
            if (StateAt(i) is not { } state) continue;
            var distance = (i >= _end ? i - _end + 1 : _first - i) + (i < from || i >= to ? Detour : 0);
            if (distance < least) (least, nearest) = (distance, state);
        }

        return nearest;
    }

    private string? StateAt(int token) => FigureWords.Kind(Sentence.Syntax, token) is { Role: KindRole.State } kind ? kind.Kind : null;

    private HashSet<decimal> OtherNumbers()
    {
        var numbers = new HashSet<decimal>();
        var syntax = Sentence.Syntax;
        for (var i = Sentence.Begin; i < Sentence.End; i++)
        {
            if ((i >= _first && i < _end) || Numerals.Value(syntax.Form(i)) is not { } number) continue;
            if (i + 1 < Sentence.End && Numerals.Scale(syntax.Form(i + 1)) is { } scale && number < scale) number *= scale;
            if (number is not (> 1900 and < 2060) || number != Math.Floor(number)) numbers.Add(number);
        }

        return numbers;
    }

    private HashSet<string> Times()
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (Quantity.AsOf is not { } span) return words;
        var (first, end) = Sentence.Syntax.TokensIn(span);
        for (var i = first; i < end; i++) words.Add(Sentence.Syntax.Form(i).ToString());
        return words;
    }
}
