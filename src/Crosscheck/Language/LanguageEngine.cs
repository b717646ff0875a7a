using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Language;

/// <summary>Tokens, sentences and, in a covered language, tags, lemmas and dependencies of a text. Thread-safe.</summary>
public sealed class LanguageEngine
{
    private readonly EncoderPass _english;

    private LanguageEngine(EncoderPass english) => _english = english;

    /// <param name="modelFolder">Folder of the trained weights; this room's are in its folders <c>encoder</c> and <c>language</c>.</param>
    /// <exception cref="InvalidOperationException">Weights are missing or damaged.</exception>
    public static LanguageEngine Load(string modelFolder) => new(EncoderPass.Load(modelFolder));

    /// <summary>The encoder, for a head of another room.</summary>
    internal EncoderPass Encoder => _english;

    /// <param name="text">The text of one part of an article.</param>
    /// <param name="language">ISO 639-1 code, or null when unknown.</param>
    /// <param name="blocks">Ranges that no sentence crosses, in order; empty means the whole text is one.</param>
    public SyntaxLayer Read(SourceText text, string? language, ImmutableArray<TextSpan> blocks)
    {
        var bare = Tokenize(text, language, blocks, out var opensBlock);
        return language == "en" && !bare.Tokens.IsEmpty ? _english.Run(bare, opensBlock) : bare;
    }

    /// <summary>The layers above tokens and sentences that are already known.</summary>
    internal SyntaxLayer Annotate(SourceText text, string? language, ImmutableArray<Token> tokens, ImmutableArray<Sentence> sentences)
    {
        var bare = new SyntaxLayer(text, language, tokens, sentences);
        return language == "en" && !tokens.IsEmpty ? _english.Run(bare, []) : bare;
    }

    /// <summary>Tokens, and sentences as their marks and lines show them.</summary>
    /// <param name="opensBlock">For each sentence whether it opens a block.</param>
    /// <inheritdoc cref="Read"/>
    internal static SyntaxLayer Tokenize(SourceText text, string? language, ImmutableArray<TextSpan> blocks, out bool[] opensBlock)
    {
        var tokenizer = language == "en" ? Tokenizer.English : Tokenizer.General;
        var tokens = new List<Token>((text.Length / 5) + 4);
        var sentences = new List<Sentence>((text.Length / 100) + 1);
        var opens = new List<bool>(sentences.Capacity);
        var value = text.Value.AsSpan();
        foreach (var block in Ranges(text, blocks))
        {
            var first = tokens.Count;
            tokenizer.Tokenize(value, block, tokens);
            SentenceSplitter.Split(value, tokens, first, sentences);
            while (opens.Count < sentences.Count) opens.Add(sentences[opens.Count].FirstToken == first);
        }

        opensBlock = [.. opens];
        return new SyntaxLayer(text, language, [.. tokens], [.. sentences]);
    }

    /// <summary>The blocks and what lies between them, so that no character is lost.</summary>
    private static IEnumerable<TextSpan> Ranges(SourceText text, ImmutableArray<TextSpan> blocks)
    {
        var at = 0;
        foreach (var block in blocks.IsDefault ? [] : blocks)
        {
            var end = Math.Min(block.End, text.Length);
            var start = Math.Max(block.Start, at);
            if (start >= end) continue;
            if (start > at) yield return new TextSpan(at, start);
            yield return new TextSpan(start, end);
            at = end;
        }

        if (at < text.Length) yield return new TextSpan(at, text.Length);
    }
}
