using System.Collections.Immutable;
using System.Globalization;
using Crosscheck.Analysis;

namespace Crosscheck.Stories;

/// <summary>Which kind of term: what may be compared across languages (names, figures, dates) is kept apart from words.</summary>
internal enum TermKind
{
    Word,
    Name,
    Figure,
    Date,
}

/// <summary>A term of an article with how often it occurs; the headline and the beginning count double.</summary>
internal readonly record struct SketchTerm(ulong Hash, TermKind Kind, float Count);

/// <summary>What an article is clustered by: small, and made without a tagger so that every language has one.</summary>
public sealed class ArticleSketch
{
    /// <summary>Words of a text that are looked at: a story shows itself early.</summary>
    private const int MaxWords = 1500;

    private const int LeadCharacters = 400;

    private ArticleSketch(string? language, DateOnly? day, ImmutableArray<SketchTerm> terms, int words)
    {
        (Language, Day, Terms, Words) = (language, day, terms, words);
    }

    public string? Language { get; }

    /// <summary>Day of publication, where the page gives one.</summary>
    public DateOnly? Day { get; }

    /// <summary>Words that were looked at.</summary>
    public int Words { get; }

    /// <summary>Sorted by hash, each once.</summary>
    internal ImmutableArray<SketchTerm> Terms { get; }

    public static ArticleSketch Of(AnalyzedArticle article) =>
        Of(article.Article.Headline?.Value, article.Article.Body.Value, article.Article.Language?.Value, article.Article.Published?.Value.Day);

    /// <param name="day">Day of publication, or null.</param>
    public static ArticleSketch Of(string? headline, string body, string? language, DateOnly? day)
    {
        var counts = new Dictionary<ulong, (TermKind Kind, float Count)>();
        var words = 0;
        if (headline is not null) words += Collect(headline, 2, headlineCase: true, counts, MaxWords);
        var lead = Math.Min(LeadCharacters, body.Length);
        words += Collect(body, 1, headlineCase: false, counts, MaxWords);
        Collect(body[..lead], 1, headlineCase: false, counts, MaxWords);
        var terms = counts.Select(c => new SketchTerm(c.Key, c.Value.Kind, c.Value.Count)).ToArray();
        Array.Sort(terms, (x, y) => x.Hash.CompareTo(y.Hash));
        return new ArticleSketch(language, day, [.. terms], words);
    }

    private static int Collect(string text, float weight, bool headlineCase, Dictionary<ulong, (TermKind Kind, float Count)> counts, int limit)
    {
        var words = WordScanner.Scan(text);
        var count = Math.Min(words.Count, limit);
        for (var i = 0; i < count; i++)
        {
            var span = words[i].Span;
            var form = text.AsSpan(span.Start, span.Length);
            if (DateAt(text, words, i, count) is { } date)
            {
                Add(counts, date, TermKind.Date, weight);
                continue;
            }

            if (char.IsAsciiDigit(form[0]))
            {
                // Grouped thousands are one figure, whatever mark groups them.
                var last = i;
                var digits = form.ToString();
                while (last + 1 < count && words[last + 1].Span is { Length: 3 } next && next.Start == words[last].Span.End + 1
                       && text[next.Start - 1] is '.' or ',' && IsDigits(text.AsSpan(words[last + 1].Span.Start, 3)) && digits.Length < 16)
                {
                    last++;
                    digits += text.Substring(words[last].Span.Start, 3);
                }

                if (digits.Length > 1) Add(counts, WordScanner.HashOf("#" + digits), TermKind.Figure, weight);
                i = last;
                continue;
            }

            if (form.Length < 2 || StoryLexicon.FunctionWords.Contains(words[i].Hash)) continue;
            var name = !headlineCase && char.IsUpper(form[0]) && (!OpensSentence(text, span.Start) || (form.Length > 1 && IsUpper(form)));
            Add(counts, WordScanner.HashOf(Stem(form)), TermKind.Word, weight);
            if (name) Add(counts, WordScanner.HashOf("@" + form.ToString()), TermKind.Name, weight);
        }

        return count;
    }

    private static void Add(Dictionary<ulong, (TermKind Kind, float Count)> counts, ulong hash, TermKind kind, float weight)
    {
        var count = counts.TryGetValue(hash, out var known) ? known.Count : 0;
        counts[hash] = (kind, count + weight);
    }

    /// <summary>A term for a day said in full, in either order of day and month ("March 1, 2008", "1 maart 2008", "1 de marzo de 2008").</summary>
    private static ulong? DateAt(string text, List<ScannedWord> words, int i, int count)
    {
        if (!StoryLexicon.Months.TryGetValue(words[i].Hash, out var month)) return null;
        int? day = null, year = null;
        for (var k = Math.Max(0, i - 2); k < Math.Min(count, i + 4); k++)
        {
            var form = text.AsSpan(words[k].Span.Start, words[k].Span.Length);
            if (form.Length is < 1 or > 4 || !char.IsAsciiDigit(form[0])) continue;
            if (!int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            if (number is >= 1 and <= 31 && form.Length <= 2) day ??= number;
            else if (number is >= 1800 and <= 2100 && k > i) year ??= number;
        }

        return day is null ? null : WordScanner.HashOf(FormattableString.Invariant($"~{year}-{month}-{day}"));
    }

    private static bool OpensSentence(string text, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (text[i] is '\n') return true;
            if (char.IsWhiteSpace(text[i]) || text[i] is '"' or '“' or '”' or '\'' or '‘' or '’' or '«' or '(' or '—' or '–') continue;
            return text[i] is '.' or '!' or '?' or ':' or '…';
        }

        return true;
    }

    private static bool IsUpper(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
        {
            if (!char.IsUpper(c)) return false;
        }

        return true;
    }

    private static bool IsDigits(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
        {
            if (!char.IsAsciiDigit(c)) return false;
        }

        return true;
    }

    /// <summary>Cuts the commonest English endings (Harman's S stemmer with -ed and -ing); harmless elsewhere.</summary>
    internal static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ies", "ed", "es", "s"])
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return word[..^ending.Length];
        }

        return word;
    }
}
