using System.Collections.Immutable;
using System.Text.Json;
using Crosscheck.Attributions;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Eval.Tasks;

/// <summary>A text with the layers that attributions and events rest on.</summary>
internal sealed record ReadBody(SyntaxLayer Syntax, ImmutableArray<Mention> Names, ImmutableArray<TimeExpression> Times, ImmutableArray<Attribution> Attributions);

/// <summary>Runs the stages up to attributions on a bare English text whose lines are its paragraphs, as the analyzer runs them on a body.</summary>
internal sealed class BodyReader
{
    private readonly LanguageEngine _language = LanguageEngine.Load(ModelFolder);
    private readonly TimeTagger _times = TimeTagger.Load();
    private readonly AttributionFinder _attributions = AttributionFinder.Load(ModelFolder);

    public static string ModelFolder => Path.Combine(AppContext.BaseDirectory, "models");

    public static BodyReader Load() => new();

    /// <param name="item">With <c>text</c>, and <c>date</c> (ISO 8601 day) where known.</param>
    public ReadBody Read(JsonElement item)
    {
        var day = item.TryGetProperty("date", out var date) && DateOnly.TryParse(date.GetString(), out var d) ? d : (DateOnly?)null;
        return Read(item.GetProperty("text").GetString() ?? string.Empty, day);
    }

    public ReadBody Read(string text, DateOnly? day)
    {
        var syntax = Syntax(_language, text);
        var names = NameFinder.Find(syntax);
        var times = _times.Find(syntax, new TimeReference(day));
        return new ReadBody(syntax, names, times, _attributions.Find(syntax, names, times));
    }

    public static SyntaxLayer Syntax(LanguageEngine language, string text)
    {
        var blocks = ImmutableArray.CreateBuilder<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) blocks.Add(new TextSpan(start, end));
            start = end + 1;
        }

        return language.Read(new SourceText(text), "en", blocks.ToImmutable());
    }
}
