using System.Collections.Frozen;
using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Language;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Quantities;

/// <summary>
/// Finds figures and what they count, as the project's guide for labelling has it: exact, modified, vague and ranged numbers, shares, money,
/// measures, ranks and multiples. Works on figures in digits in any language; the words of number are English so far. Thread-safe.
/// </summary>
public sealed class QuantityFinder
{
    private const string Fallback = "en";

    private readonly FrozenDictionary<string, (FigureLexicon Lexicon, AtomReader Atoms)> _languages;

    private QuantityFinder(FrozenDictionary<string, (FigureLexicon Lexicon, AtomReader Atoms)> languages) => _languages = languages;

    /// <exception cref="InvalidOperationException">The program lacks its word lists.</exception>
    public static QuantityFinder Load()
    {
        var lexicon = new FigureLexicon(Fallback);
        return new QuantityFinder(new Dictionary<string, (FigureLexicon, AtomReader)> { [Fallback] = (lexicon, new AtomReader(lexicon.Words)) }.ToFrozenDictionary());
    }

    /// <summary>
    /// Quantities in order of the text; those derived from a change (<see cref="Quantity.DerivedFrom"/>) come last. A figure inside a date is none.
    /// </summary>
    public ImmutableArray<Quantity> Find(SyntaxLayer syntax, ImmutableArray<TimeExpression> times, ImmutableArray<Attribution> attributions) =>
        Find(syntax, times, attributions, out _);

    /// <param name="looks">How often a word was looked at: the work done, which stays in step with the length of the text.</param>
    internal ImmutableArray<Quantity> Find(SyntaxLayer syntax, ImmutableArray<TimeExpression> times, ImmutableArray<Attribution> attributions, out long looks)
    {
        looks = 0;
        if (syntax.Text.Length == 0) return [];
        if (times.IsDefault) times = [];
        if (attributions.IsDefault) attributions = [];
        var (lexicon, atomReader) = _languages.GetValueOrDefault(syntax.Language ?? Fallback, _languages[Fallback]);
        var atoms = atomReader.Read(syntax);
        ImmutableArray<TextSpan> calendar = [.. times.Where(t => t.Type is TimeType.Date or TimeType.Time).Select(t => t.Span)];
        var reader = new FigureReader(lexicon, syntax, atoms, [.. calendar]);
        var figures = reader.Read();
        looks = reader.Looks;
        if (figures.Count == 0) return [];

        var tokens = new PhraseTokens(lexicon, syntax, calendar);
        var phrases = new CountedPhrase(lexicon, tokens);
        var context = new FigureContext(lexicon, syntax, atoms, times, attributions);
        var quantities = ImmutableArray.CreateBuilder<Quantity>(figures.Count);
        TextSpan? carried = null;
        CountedFigure? before = null;
        var sentence = -1;
        foreach (var figure in figures)
        {
            var span = new TextSpan(figure.Start, figure.Stop);
            var at = syntax.SentenceAt(figure.Start);
            if (at != sentence)
            {
                if (sentence < 0 || at < 0 || NewParagraph(syntax, sentence, at)) carried = null;
                sentence = at;
                before = null;
            }

            var counted = phrases.Of(figure, carried, before);
            if (figure.Unit is "percent" or "fraction") carried = counted ?? carried;
            else if (counted is not null) before = new CountedFigure(figure, counted);
            quantities.Add(new Quantity(
                span, figure.Value, figure.Low, figure.High, figure.Modifier, figure.Unit, context.Per(figure, counted), counted,
                context.AsOf(figure), context.SaidBy(figure), context.Change(figure), null, counted is null ? 0.75 : 0.8));
        }

        looks += tokens.Looks;
        DerivedFigures.Add(quantities, syntax.Text);
        return quantities.DrainToImmutable();
    }

    private static bool NewParagraph(SyntaxLayer syntax, int from, int to)
    {
        if (to - from > 2) return true;
        var between = syntax.Text.Value.AsSpan(syntax.Sentences[from].Span.End, Math.Max(0, syntax.Sentences[to].Span.Start - syntax.Sentences[from].Span.End));
        return between.Contains('\n');
    }
}
