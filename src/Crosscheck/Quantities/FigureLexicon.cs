using Crosscheck.Times;

namespace Crosscheck.Quantities;

/// <summary>
/// The words around figures of one language. Each property is the bit of a class of <c>figures.tsv</c>, <c>units.tsv</c> or <c>numbers.tsv</c>,
/// so that one look at an atom answers for several classes.
/// </summary>
internal sealed class FigureLexicon
{
    private const string Folder = "Quantities/Lexicon/";

    public FigureLexicon(string language)
    {
        Words = new AtomLexicon([$"Times/Lexicon/{language}/numbers.tsv", $"{Folder}{language}/units.tsv", $"{Folder}{language}/figures.tsv"]);
        Modifiers = new ModifierPhrases($"{Folder}{language}/modifiers.tsv");
        Roles = new PhraseWords($"{Folder}{language}/phrases.tsv");
        Percent = Words.Bit("PERCENT");
        Percentage = Words.Bit("PERCENTAGE");
        Point = Words.Bit("POINT");
        TimeUnit = Words.Bit("TIMEUNIT");
        Measure = Words.Bit("MEASURE");
        Power = Words.Bit("POWER");
        Money = Words.Bit("MONEY");
        Pounds = Words.Bit("POUNDS");
        Nation = Words.Bit("NATION");
        Vague = Words.Bit("VAGUE");
        VagueTens = Words.Bit("VAGUETENS");
        VaguePlural = Words.Bit("VAGUEPLURAL");
        FractionWord = Words.Bit("FRACTIONWORD");
        Multiple = Words.Bit("MULTIPLE");
        Times = Words.Bit("TIMES");
        Fold = Words.Bit("FOLD");
        Dozen = Words.Bit("DOZEN");
        Superlative = Words.Bit("SUPERLATIVE");
        Article = Words.Bit("ARTICLE");
        Another = Words.Bit("ANOTHER");
        Between = Words.Bit("BETWEEN");
        From = Words.Bit("FROM");
        To = Words.Bit("TO");
        And = Words.Bit("AND");
        Or = Words.Bit("OR");
        Of = Words.Bit("OF");
        Out = Words.Bit("OUT");
        Dash = Words.Bit("DASH");
        Per = Words.Bit("PER");
        Each = Words.Bit("EACH");
        PerWord = Words.Bit("PERWORD");
        Old = Words.Bit("OLD");
        Aged = Words.Bit("AGED");
        Turns = Words.Bit("TURNS");
        Only = Words.Bit("ONLY");
        Label = Words.Bit("LABEL");
        Change = Words.Bit("CHANGE");
        NotCounted = Words.Bit("NOTCOUNTED");
        ShortScale = Words.Bit("SHORTSCALE");
        More = Words.Bit("MORE");
        Portion = Words.Bit("PORTION");
        Digits = Words.Bit("DIGITS");
        Recent = Words.Bit("RECENT");
    }

    public AtomLexicon Words { get; }

    public ModifierPhrases Modifiers { get; }

    public PhraseWords Roles { get; }

    public CurrencySigns Signs { get; } = new(Folder + "currencies.tsv");

    public ulong Percent { get; }

    public ulong Percentage { get; }

    public ulong Point { get; }

    public ulong TimeUnit { get; }

    public ulong Measure { get; }

    public ulong Power { get; }

    public ulong Money { get; }

    public ulong Pounds { get; }

    public ulong Nation { get; }

    public ulong Vague { get; }

    public ulong VagueTens { get; }

    public ulong VaguePlural { get; }

    public ulong FractionWord { get; }

    public ulong Multiple { get; }

    public ulong Times { get; }

    public ulong Fold { get; }

    public ulong Dozen { get; }

    public ulong Superlative { get; }

    public ulong Article { get; }

    public ulong Another { get; }

    public ulong Between { get; }

    public ulong From { get; }

    public ulong To { get; }

    public ulong And { get; }

    public ulong Or { get; }

    public ulong Of { get; }

    public ulong Out { get; }

    public ulong Dash { get; }

    public ulong Per { get; }

    public ulong Each { get; }

    public ulong PerWord { get; }

    public ulong Old { get; }

    public ulong Aged { get; }

    public ulong Turns { get; }

    public ulong Only { get; }

    public ulong Label { get; }

    public ulong Change { get; }

    public ulong NotCounted { get; }

    public ulong ShortScale { get; }

    public ulong More { get; }

    public ulong Portion { get; }

    public ulong Digits { get; }

    public ulong Recent { get; }
}
