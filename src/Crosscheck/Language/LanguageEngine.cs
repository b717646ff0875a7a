using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Language;

/// <summary>Tokens, sentences and, in a covered language, tags, lemmas and dependencies of a text. Thread-safe.</summary>
public sealed class LanguageEngine
{
    private readonly SyntaxPass _english;

    private LanguageEngine(SyntaxPass english) => _english = english;

    /// <param name="modelFolder">Folder of the trained weights; this room's are in its folder <c>language</c>.</param>
    /// <exception cref="InvalidOperationException">Weights are missing or damaged.</exception>
    public static LanguageEngine Load(string modelFolder) => new(SyntaxPass.Load(Path.Combine(modelFolder, "language")));

    /// <param name="text">The text of one part of an article.</param>
    /// <param name="language">ISO 639-1 code, or null when unknown.</param>
    /// <param name="blocks">Ranges that no sentence crosses, in order; empty means the whole text is one.</param>
    public SyntaxLayer Read(SourceText text, string? language, ImmutableArray<TextSpan> blocks)
    {
        var tokenizer = language == "en" ? Tokenizer.English : Tokenizer.General;
        var tokens = new List<Token>((text.Length / 5) + 4);
        var sentences = new List<Sentence>((text.Length / 100) + 1);
        var value = text.Value.AsSpan();
        foreach (var block in Ranges(text, blocks))
        {
            var first = tokens.Count;
            tokenizer.Tokenize(value, block, tokens);
            SentenceSplitter.Split(value, tokens, first, sentences);
        }

        return Annotate(text, language, [.. tokens], [.. sentences]);
    }

    /// <summary>The layers above tokens that are already known.</summary>
    internal SyntaxLayer Annotate(SourceText text, string? language, ImmutableArray<Token> tokens, ImmutableArray<Sentence> sentences) =>
        language == "en" ? _english.Run(text, language, tokens, sentences) : new SyntaxLayer(text, language, tokens, sentences);

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
