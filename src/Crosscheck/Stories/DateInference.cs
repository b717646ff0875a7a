using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Crosscheck.Analysis;
using Crosscheck.Language;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Stories;

/// <summary>
/// Infers the day of an undated article, only from what is printed: the weekday that it names together with a date printed in its own
/// caption, or with a dated article of its story that tells the same happening. The basis says which; without evidence there is no date.
/// </summary>
internal sealed class DateInference(TimeTagger times)
{
    /// <summary>Terms that two sentences must share to tell one happening.</summary>
    private const int LeastShared = 4;

    private static readonly FrozenDictionary<string, DayOfWeek> Weekdays = StoryLexicon.Rows("weekday_names.tsv")
        .Select(row => row.Split('\t')).ToFrozenDictionary(c => c[1], c => (DayOfWeek)int.Parse(c[0], CultureInfo.InvariantCulture));

    /// <param name="name">How an article is called in a basis.</param>
    public InferredDate? Infer(int article, ImmutableArray<int> story, ImmutableArray<AnalyzedArticle> articles, Func<int, string> name)
    {
        if (articles[article].Article.Published is not null || !articles[article].Covered) return null;
        var weekday = FirstWeekday(articles[article].Body);
        var found = FromCaption(articles[article], weekday) ?? FromCompanions(article, weekday, story, articles, name);
        if (found is not { } date) return null;
        var reference = new TimeReference(date.Day, Inferred: true);
        return new InferredDate(date.Day, date.Basis, date.Confidence, [.. articles[article].Parts.Select(p => times.Find(p.Syntax, reference))]);
    }

    private static (DateOnly Day, string Basis, double Confidence)? FromCaption(AnalyzedArticle article, Weekday? weekday)
    {
        DateOnly? latest = null;
        for (var i = 1; i < article.Parts.Length; i++)
        {
            if (article.Parts[i].Part.Kind != TextPartKind.Caption) continue;
            foreach (var time in article.Parts[i].Times)
            {
                if (time.Anchor == TimeAnchor.None && DayOf(time) is { } day && (latest is null || day > latest)) latest = day;
            }
        }

        if (latest is not { } caption) return null;
        var printed = caption.ToString("yyyy-MM-dd");
        if (weekday is not { } named) return (caption, $"not before {printed}, the day of its picture caption", 0.4);
        var inferred = caption;
        while (inferred.DayOfWeek != named.Day) inferred = inferred.AddDays(1);
        return inferred == caption
            ? (inferred, $"its \"{named.Day}\" is the weekday of {printed}, the day of its picture caption", 0.75)
            : (inferred, $"its \"{named.Day}\" taken as the first one after {printed}, the day of its picture caption", 0.5);
    }

    private static (DateOnly Day, string Basis, double Confidence)? FromCompanions(
        int article, Weekday? weekday, ImmutableArray<int> story, ImmutableArray<AnalyzedArticle> articles, Func<int, string> name)
    {
        if (weekday is not { } named) return null;
        var terms = TermsOf(articles[article].Body, named.Sentence);
        (DateOnly Day, string Basis, double Confidence)? best = null;
        foreach (var other in story)
        {
            if (other == article || articles[other].Article.Published is not { Value: var published }) continue;
            var body = articles[other].Body;
            var (sentence, shared) = MostAlike(body, terms);
            if (shared < LeastShared) continue;
            var span = body.Syntax.Sentences[sentence].Span;
            foreach (var time in body.Times)
            {
                // The companion dates the happening itself and the weekdays agree.
                if (!span.Contains(time.Span) || DayOf(time) is not { } day || day.DayOfWeek != named.Day || day > published.Day) continue;
                Keep(day, $"its \"{named.Day}\" is {day:yyyy-MM-dd}, when {name(other)} dates the same happening", 0.75);
            }

            var last = published.Day;
            while (last.DayOfWeek != named.Day) last = last.AddDays(-1);
            Keep(last, $"its \"{named.Day}\" taken as the last one up to {published.Day:yyyy-MM-dd}, when {name(other)} reported the same happening", 0.55);
        }

        return best;

        void Keep(DateOnly day, string basis, double confidence)
        {
            if (best is null || confidence > best.Value.Confidence || (confidence == best.Value.Confidence && day < best.Value.Day)) best = (day, basis, confidence);
        }
    }

    private readonly record struct Weekday(DayOfWeek Day, int Sentence);

    /// <summary>The first weekday that stands alone ("on Thursday"): one said with "last" or "next" counts from elsewhere.</summary>
    private static Weekday? FirstWeekday(AnalyzedText body)
    {
        var syntax = body.Syntax;
        for (var s = 0; s < syntax.Sentences.Length; s++)
        {
            for (var t = syntax.Sentences[s].FirstToken; t < syntax.Sentences[s].EndToken; t++)
            {
                if (!Weekdays.TryGetValue(syntax.Form(t).ToString(), out var day)) continue;
                var before = t > 0 ? syntax.Form(t - 1) : default;
                if (before is "last" or "next" or "every" or "each" or "Last" or "Next" or "Every") continue;
                if (IsDated(syntax, t + 1)) continue;
                return new Weekday(day, s);
            }
        }

        return null;
    }

    /// <summary>A month or a number follows, perhaps after a comma: "Thursday, March 20", "Thursday the 20th".</summary>
    private static bool IsDated(SyntaxLayer syntax, int token)
    {
        for (var t = token; t < syntax.Tokens.Length && t < token + 2; t++)
        {
            var form = syntax.Form(t);
            if (char.IsAsciiDigit(form[0]) || StoryLexicon.Months.ContainsKey(WordScanner.HashOf(form))) return true;
            if (form is not ("," or "the")) return false;
        }

        return false;
    }

    private static DateOnly? DayOf(TimeExpression time) =>
        time.Type is TimeType.Date or TimeType.Time && time.Value is { Length: >= 10 } value
        && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static HashSet<ulong> TermsOf(AnalyzedText part, int sentence)
    {
        var terms = new HashSet<ulong>();
        var text = part.Text.Slice(part.Syntax.Sentences[sentence].Span);
        foreach (var word in WordScanner.Scan(text))
        {
            if (word.Span.Length > 1 && !StoryLexicon.FunctionWords.Contains(word.Hash)) terms.Add(WordScanner.HashOf(ArticleSketch.Stem(text.AsSpan(word.Span.Start, word.Span.Length))));
        }

        return terms;
    }

    private static (int Sentence, int Shared) MostAlike(AnalyzedText body, HashSet<ulong> terms)
    {
        int best = -1, most = 0;
        for (var s = 0; s < body.Syntax.Sentences.Length; s++)
        {
            var shared = TermsOf(body, s).Count(terms.Contains);
            if (shared > most) (best, most) = (s, shared);
        }

        return (best, most);
    }
}
