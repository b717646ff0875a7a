using System.Collections.Concurrent;
using System.Collections.Immutable;
using Crosscheck.Language.Parsing;
using Crosscheck.Language.Tagging;
using Crosscheck.Learning;
using Crosscheck.Text;

namespace Crosscheck.Language;

/// <summary>Tags, parses and lemmatizes the sentences of an English text. Thread-safe: each caller borrows a work space.</summary>
internal sealed class SyntaxPass(Tagger tagger, Parser parser, UniversalTagger universal, Lemmatizer lemmatizer)
{
    private readonly uint[] _tagHashes = [.. tagger.Tags.Select(t => FeatureHash.OfText(t))];
    private readonly uint[] _relationHashes = [.. parser.Relations.Select(r => FeatureHash.OfText(r))];
    private readonly ConcurrentBag<Workspace> _spaces = [];

    private sealed class Workspace
    {
        public SentenceWords Words { get; } = new();

        public Parser.Workspace Parser { get; } = new();

        public uint[] TagHashes { get; set; } = new uint[64];
    }

    /// <param name="folder">Folder of the language weights.</param>
    /// <exception cref="InvalidOperationException">A file is missing or broken.</exception>
    public static SyntaxPass Load(string folder)
    {
        // The parser's weights are most of what is loaded, so they are read beside the rest.
        var parser = Task.Run(() => Parser.Load(folder));
        return new SyntaxPass(Tagger.Load(folder), parser.GetAwaiter().GetResult(), UniversalTagger.Load(folder), Lemmatizer.Load(folder));
    }

    public SyntaxLayer Run(SourceText text, string? language, ImmutableArray<Token> tokens, ImmutableArray<Sentence> sentences)
    {
        if (!_spaces.TryTake(out var space)) space = new Workspace();
        var tags = new byte[tokens.Length];
        var heads = new int[tokens.Length];
        var relations = new byte[tokens.Length];
        var upos = new PartOfSpeech[tokens.Length];
        foreach (var sentence in sentences) Sentence(text, tokens, sentence, tags, heads, relations, upos, space);
        _spaces.Add(space);

        var xpos = new string[tokens.Length];
        var lemmas = new string[tokens.Length];
        var relationNames = new string[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            xpos[i] = tagger.Tags[tags[i]];
            relationNames[i] = parser.Relations[relations[i]];
            lemmas[i] = lemmatizer.Lemma(text[tokens[i].Span], xpos[i]);
        }

        return new SyntaxLayer(text, language, tokens, sentences, [.. upos], [.. xpos], [.. lemmas], [.. heads], [.. relationNames]);
    }

    private void Sentence(
        SourceText text, ImmutableArray<Token> tokens, Sentence sentence, byte[] tags, int[] heads, byte[] relations, PartOfSpeech[] upos, Workspace space)
    {
        var (first, count) = (sentence.FirstToken, sentence.TokenCount);
        space.Words.Fill(text.Value, tokens.AsSpan(first, count), tagger.Dictionary);
        var own = tags.AsSpan(first, count);
        tagger.Tag(space.Words, own);
        parser.Parse(space.Words, own, heads.AsSpan(first, count), relations.AsSpan(first, count), space.Parser);

        if (space.TagHashes.Length < count) space.TagHashes = new uint[count * 2];
        var hashes = space.TagHashes.AsSpan(0, count);
        for (var i = 0; i < count; i++) hashes[i] = _tagHashes[own[i]];
        for (var i = 0; i < count; i++)
        {
            upos[first + i] = universal.Tag(space.Words.Lower, hashes, i, _relationHashes[relations[first + i]]);
            if (heads[first + i] != SyntaxLayer.Root) heads[first + i] += first;
        }
    }
}
