using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using Crosscheck.Language;

namespace Crosscheck.Times;

/// <summary>The day (and time) that relative expressions count from.</summary>
/// <param name="Day">Null when the page gave none; values relative to it are then null with a reason.</param>
/// <param name="Inferred">Worked out from another article; marked on every value that rests on it.</param>
public sealed record TimeReference(DateOnly? Day, TimeOnly? Time = null, bool Inferred = false)
{
    public static TimeReference Unknown { get; } = new((DateOnly?)null);
}

/// <summary>
/// Finds and values times as TIMEX3 (ISO-TimeML): rules of each language as data, read by a matcher that does bounded work at each word;
/// values are computed in the order of the text. In a language without rules, dates in figures are found by English ones. Thread-safe.
/// </summary>
public sealed class TimeTagger
{
    private const string Fallback = "en";

    private readonly FrozenDictionary<string, Rules> _languages;

    private TimeTagger(FrozenDictionary<string, Rules> languages) => _languages = languages;

    /// <exception cref="InvalidOperationException">The program lacks its rule files.</exception>
    public static TimeTagger Load() =>
        new(Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Select(n => n.Split('/'))
            .Where(p => p is ["Times", "Lexicon", _, "rules.txt"])
            .ToFrozenDictionary(p => p[2], p => new Rules(p[2]), StringComparer.Ordinal));

    /// <summary>Times in order of the text; none overlap. Values that rest on an unknown day are null with a reason.</summary>
    public ImmutableArray<TimeExpression> Find(SyntaxLayer syntax, TimeReference reference) => Find(syntax, reference, out _);

    /// <param name="tries">How many rules were tried: the work done, which stays in step with the length of the text.</param>
    internal ImmutableArray<TimeExpression> Find(SyntaxLayer syntax, TimeReference reference, out long tries)
    {
        tries = 0;
        if (syntax.Text.Length == 0) return [];
        if (!_languages.TryGetValue(syntax.Language ?? Fallback, out var rules)) rules = _languages[Fallback];
        var atoms = rules.Atoms.Read(syntax);
        var candidates = rules.Matcher.Find(syntax, atoms, out tries);
        var resolver = new TimeResolver(syntax, reference, rules.Tenses);
        var times = ImmutableArray.CreateBuilder<TimeExpression>(candidates.Count);
        foreach (var candidate in candidates) times.Add(resolver.Resolve(candidate));
        return times.DrainToImmutable();
    }

    private sealed class Rules
    {
        public Rules(string language)
        {
            var lexicon = new AtomLexicon([$"Times/Lexicon/{language}/words.tsv", $"Times/Lexicon/{language}/numbers.tsv"]);
            Matcher = new TimeMatcher(language, lexicon);
            Atoms = new AtomReader(lexicon);
            Tenses = new TenseReader(language);
        }

        public AtomReader Atoms { get; }

        public TimeMatcher Matcher { get; }

        public TenseReader Tenses { get; }
    }
}
