using Crosscheck.Language;

namespace Crosscheck.Names;

/// <summary>The words and sentences that the name tagger reads: a view of a syntax layer, or of a training document.</summary>
internal sealed class NameTokens
{
    private readonly ReadOnlyMemory<char>[] _forms;

    public NameTokens(ReadOnlyMemory<char>[] forms, (int First, int End)[] sentences)
    {
        _forms = forms;
        Sentences = sentences;
    }

    public NameTokens(SyntaxLayer syntax)
    {
        var text = syntax.Text.Value.AsMemory();
        _forms = new ReadOnlyMemory<char>[syntax.Tokens.Length];
        for (var i = 0; i < _forms.Length; i++) _forms[i] = text.Slice(syntax.Tokens[i].Start, syntax.Tokens[i].Span.Length);
        Sentences = new (int, int)[syntax.Sentences.Length];
        for (var i = 0; i < Sentences.Length; i++) Sentences[i] = (syntax.Sentences[i].FirstToken, syntax.Sentences[i].EndToken);
    }

    public int Count => _forms.Length;

    /// <summary>Half-open ranges of tokens, in order.</summary>
    public (int First, int End)[] Sentences { get; }

    public ReadOnlySpan<char> this[int token] => _forms[token].Span;
}
