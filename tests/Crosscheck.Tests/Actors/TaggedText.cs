using System.Collections.Immutable;
using Crosscheck.Actors;
using Crosscheck.Attributions;
using Crosscheck.Language;

namespace Crosscheck.Tests.Actors;

/// <summary>
/// Text with names marked as in <see cref="NamedText"/> and a tag after each other word: D determiner, N noun, M plural noun, A adjective, V verb, I preposition,
/// O pronoun, S possessive, T punctuation; a star after a word makes it the subject of the next verb, and "{...}" is a source of speech.
/// </summary>
internal static class TaggedText
{
    public static ActorLayer Resolve(string marked) => ActorResolver.Load().Resolve([Part(marked)], "Harbour Post");

    public static NamedPart Part(string marked)
    {
        var sources = ImmutableArray.CreateBuilder<Attribution>();
        var upos = ImmutableArray.CreateBuilder<PartOfSpeech>();
        var xpos = ImmutableArray.CreateBuilder<string>();
        var subjects = new List<int>();
        var words = new System.Text.StringBuilder();
        var sourceFirst = -1;
        var sourceRanges = new List<(int First, int End)>();
        foreach (var line in marked.Split('\n'))
        {
            var open = false;
            foreach (var raw in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var word = raw;
                if (word[0] == '{')
                {
                    sourceFirst = upos.Count;
                    word = word[1..];
                }

                var ends = word[^1] == '}';
                if (ends) word = word[..^1];
                if (word[^1] == '*')
                {
                    subjects.Add(upos.Count);
                    word = word[..^1];
                }

                open |= word.StartsWith('[');
                var slash = word.LastIndexOf('/');
                var tag = open || slash < 0 ? 'P' : word[^1];
                if (!open && slash >= 0) word = word[..slash];
                if (word.EndsWith(']')) open = false;
                upos.Add(Upos(tag));
                xpos.Add(tag == 'M' ? "NNS" : tag == 'P' ? "NNP" : "NN");
                words.Append(word).Append(' ');
                if (ends) sourceRanges.Add((sourceFirst, upos.Count));
            }

            words.Append('\n');
        }

        var named = NamedText.Part(words.ToString());
        var tokens = named.Syntax.Tokens;
        var heads = new int[tokens.Length];
        var relations = new string[tokens.Length];
        Array.Fill(relations, "dep");
        for (var s = 0; s < named.Syntax.Sentences.Length; s++)
        {
            var sentence = named.Syntax.Sentences[s];
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++) heads[i] = i == sentence.FirstToken ? SyntaxLayer.Root : sentence.FirstToken;
        }

        foreach (var subject in subjects)
        {
            relations[subject] = "nsubj";
            var verb = subject;
            while (verb < tokens.Length - 1 && upos[verb] != PartOfSpeech.Verb) verb++;
            heads[subject] = verb;
        }

        var lemmas = tokens.Select(t => named.Syntax.Text.Slice(t.Span).ToLowerInvariant()).ToImmutableArray();
        var syntax = new SyntaxLayer(
            named.Syntax.Text, "en", tokens, named.Syntax.Sentences, upos.ToImmutable(), xpos.ToImmutable(), lemmas, [.. heads], [.. relations]);
        foreach (var (first, end) in sourceRanges)
        {
            sources.Add(new Attribution([syntax.Span(first, end)], [], [], AttributionKind.Indirect, SpeechAct.Asserts, false, null, null, null, 1));
        }

        return named with { Syntax = syntax, Attributions = sources.ToImmutable() };
    }

    private static PartOfSpeech Upos(char tag) => tag switch
    {
        'D' => PartOfSpeech.Det,
        'N' or 'M' => PartOfSpeech.Noun,
        'A' => PartOfSpeech.Adj,
        'V' => PartOfSpeech.Verb,
        'I' => PartOfSpeech.Adp,
        'O' => PartOfSpeech.Pron,
        'S' => PartOfSpeech.Part,
        'T' => PartOfSpeech.Punct,
        _ => PartOfSpeech.ProperNoun,
    };
}
