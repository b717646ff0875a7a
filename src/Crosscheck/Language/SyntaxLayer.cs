using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Language;

/// <summary>
/// Tokens, sentences, tags, lemmas and dependencies of one text, as parallel arrays indexed by token.
/// In a language that the tagger does not cover, <see cref="HasTags"/> is false and the tag arrays are empty.
/// </summary>
public sealed class SyntaxLayer
{
    /// <summary>Head of a sentence's root.</summary>
    public const int Root = -1;

    private DependencyIndex? _dependencies;

    public SyntaxLayer(
        SourceText text,
        string? language,
        ImmutableArray<Token> tokens,
        ImmutableArray<Sentence> sentences,
        ImmutableArray<PartOfSpeech> upos = default,
        ImmutableArray<string> xpos = default,
        ImmutableArray<string> lemmas = default,
        ImmutableArray<int> heads = default,
        ImmutableArray<string> relations = default)
    {
        Text = text;
        Language = language;
        Tokens = tokens;
        Sentences = sentences;
        Upos = upos.IsDefault ? [] : upos;
        Xpos = xpos.IsDefault ? [] : xpos;
        Lemmas = lemmas.IsDefault ? [] : lemmas;
        Heads = heads.IsDefault ? [] : heads;
        Relations = relations.IsDefault ? [] : relations;
        foreach (var length in (ReadOnlySpan<int>)[Upos.Length, Xpos.Length, Lemmas.Length, Heads.Length, Relations.Length])
        {
            if (length != 0 && length != tokens.Length) throw new ArgumentException("Tag arrays and tokens differ in length.");
        }
    }

    public SourceText Text { get; }

    /// <summary>ISO 639-1 code, or null when unknown.</summary>
    public string? Language { get; }

    public ImmutableArray<Token> Tokens { get; }

    public ImmutableArray<Sentence> Sentences { get; }

    public ImmutableArray<PartOfSpeech> Upos { get; }

    /// <summary>Penn Treebank tags.</summary>
    public ImmutableArray<string> Xpos { get; }

    public ImmutableArray<string> Lemmas { get; }

    /// <summary>Index (in <see cref="Tokens"/>, of the whole text) of each token's head, or <see cref="Root"/>.</summary>
    public ImmutableArray<int> Heads { get; }

    /// <summary>UD v2 relation to the head, with subtype: <c>nsubj:pass</c>.</summary>
    public ImmutableArray<string> Relations { get; }

    /// <summary>A vector for each sentence, or null where the language is not covered.</summary>
    public SentenceVectors? Vectors { get; init; }

    /// <summary>What the pass leaves for the stage that finds names, or null where the language is not covered.</summary>
    internal NameScores? Names { get; init; }

    /// <summary>What the pass leaves for the stage that finds who says what, in the order of the text; empty where the language is not covered.</summary>
    internal ImmutableArray<CueReading> Cues { get; init; } = [];

    public bool HasTags => Upos.Length == Tokens.Length && Tokens.Length > 0;

    public bool HasDependencies => Heads.Length == Tokens.Length && Tokens.Length > 0;

    /// <summary>Children and subtrees, made when first asked for.</summary>
    /// <exception cref="InvalidOperationException">The layer has no dependencies.</exception>
    public DependencyIndex Dependencies => HasDependencies
        ? LazyInitializer.EnsureInitialized(ref _dependencies, () => new DependencyIndex(Heads))
        : throw new InvalidOperationException("The layer has no dependencies: ask HasDependencies first.");

    public ReadOnlySpan<char> Form(int token) => Text[Tokens[token].Span];

    /// <summary>The exact words from one token up to, not including, another.</summary>
    public TextSpan Span(int firstToken, int endToken) =>
        endToken <= firstToken
            ? throw new ArgumentOutOfRangeException(nameof(endToken), endToken, "A span of tokens holds at least one.")
            : new TextSpan(Tokens[firstToken].Start, Tokens[endToken - 1].End);

    /// <summary>Index of the sentence that holds an offset (or the last one that starts before it); -1 before the first.</summary>
    public int SentenceAt(int offset)
    {
        int low = 0, high = Sentences.Length - 1, found = -1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Sentences[middle].Span.Start <= offset)
            {
                found = middle;
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return found;
    }

    /// <summary>Half-open range of the tokens that share a code unit with a span.</summary>
    public (int First, int End) TokensIn(TextSpan span)
    {
        var first = LowerBound(span.Start);
        if (first > 0 && Tokens[first - 1].End > span.Start) first--;
        var end = first;
        while (end < Tokens.Length && Tokens[end].Start < span.End) end++;
        return (first, end);
    }

    /// <summary>Index of the first token that starts at or after an offset.</summary>
    private int LowerBound(int offset)
    {
        int low = 0, high = Tokens.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Start < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
