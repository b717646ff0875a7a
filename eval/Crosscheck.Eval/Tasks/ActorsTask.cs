using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Crosscheck.Actors;
using Crosscheck.Eval.Formats;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Text;

namespace Crosscheck.Eval.Tasks;

/// <summary>
/// Who is meant: names, nominals and pronouns of CoNLL-U documents as [first token, end token, actor, form], tokens counted through the document.
/// Only words and sentence ends of the input are used. Scored against GUM's coreference by eval/score_actors.py.
/// </summary>
internal static class ActorsTask
{
    public static EvalTask Task { get; } = new("actors", "CoNLL-U documents in, mentions and the actors they mean out (.jsonl)", Run);

    private static string Models => Path.Combine(AppContext.BaseDirectory, "models");

    private static Tally Run(string input, string output, int threads)
    {
        var language = LanguageEngine.Load(Models);
        var resolver = ActorResolver.Load();
        using var writer = Lines.Create(output);
        var items = 0;
        long words = 0;
        foreach (var (line, count) in Lines.Map(Documents(input), threads, d => Predict(d, language, resolver)))
        {
            writer.WriteLine(line);
            items++;
            words += count;
        }

        return new Tally(items, words);
    }

    private static IEnumerable<List<Conllu.Block>> Documents(string input)
    {
        var document = new List<Conllu.Block>();
        foreach (var block in Conllu.Read(input))
        {
            if (block.Opens && document.Count > 0)
            {
                yield return document;
                document = [];
            }

            document.Add(block);
        }

        if (document.Count > 0) yield return document;
    }

    private static (string Line, long Words) Predict(List<Conllu.Block> document, LanguageEngine language, ActorResolver resolver)
    {
        var text = new StringBuilder();
        var starts = new List<int>();
        var blocks = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var block in document)
        {
            var start = text.Length;
            foreach (var word in block.Words)
            {
                starts.Add(text.Length);
                text.Append(word[1]);
                if (!word[9].Contains("SpaceAfter=No", StringComparison.Ordinal)) text.Append(' ');
            }

            blocks.Add(new TextSpan(start, text.Length));
            text.Append('\n');
        }

        var syntax = language.Read(new SourceText(text.ToString()), "en", blocks.ToImmutable());
        var layer = resolver.Resolve([new NamedPart(TextPart.Body, syntax, NameFinder.Find(syntax), [], [], [])], null);
        var id = document[0].Comments.FirstOrDefault(c => c.StartsWith("# newdoc id = ", StringComparison.Ordinal))?["# newdoc id = ".Length..];
        var mentions = layer.Parts[0].Mentions.Select(m => new object?[] { TokenAt(starts, m.Mention.Span.Start), TokenAt(starts, m.Mention.Span.End - 1) + 1, m.Actor, m.Mention.Form.ToString() });
        return (JsonSerializer.Serialize(new { id, actors = layer.Actors.Select(a => a.Name), mentions }), starts.Count);
    }

    private static int TokenAt(List<int> starts, int offset)
    {
        var found = starts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }
}
