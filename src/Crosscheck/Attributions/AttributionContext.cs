using Crosscheck.Language;
using Crosscheck.Learning;

namespace Crosscheck.Attributions;

/// <summary>What every step of the search reads: the layer, its tree, its quotations, and the hashes of words and tags, worked out once a text.</summary>
internal sealed class AttributionContext
{
    private readonly uint[] _lemmas;
    private readonly uint[] _tags;
    private readonly uint[] _relations;

    public AttributionContext(SyntaxLayer syntax)
    {
        Syntax = syntax;
        Tree = new DependencyTree(syntax);
        Paragraphs = ParagraphsOf(syntax);
        Quotations = new QuotationMap(syntax, Paragraphs);
        var n = syntax.Tokens.Length;
        _lemmas = new uint[n];
        _tags = new uint[n];
        _relations = new uint[n];
        Sentences = new int[n];
        for (var i = 0; i < n; i++)
        {
            _lemmas[i] = FeatureHash.OfLowerText(syntax.Lemmas.Length > 0 && syntax.Lemmas[i].Length > 0 ? syntax.Lemmas[i] : syntax.Form(i));
            _tags[i] = syntax.Xpos.Length > 0 ? FeatureHash.OfText(syntax.Xpos[i]) : 0;
            _relations[i] = syntax.Relations.Length > 0 ? FeatureHash.OfText(RelationOf(i)) : 0;
        }

        for (var s = 0; s < syntax.Sentences.Length; s++)
        {
            for (var i = syntax.Sentences[s].FirstToken; i < syntax.Sentences[s].EndToken; i++) Sentences[i] = s;
        }
    }

    public SyntaxLayer Syntax { get; }

    public DependencyTree Tree { get; }

    public QuotationMap Quotations { get; }

    /// <summary>Paragraph number of each sentence.</summary>
    public int[] Paragraphs { get; }

    /// <summary>Sentence of each token.</summary>
    public int[] Sentences { get; }

    public int Count => Syntax.Tokens.Length;

    public uint Lemma(int token) => (uint)token < (uint)_lemmas.Length ? _lemmas[token] : 1;

    public uint Tag(int token) => (uint)token < (uint)_tags.Length ? _tags[token] : 1;

    public uint Relation(int token) => (uint)token < (uint)_relations.Length ? _relations[token] : 1;

    public ReadOnlySpan<char> Xpos(int token) => Syntax.Xpos.Length > 0 ? Syntax.Xpos[token] : default;

    /// <summary>The relation without a subtype, but <c>nsubj:pass</c> and the other subtypes that change who does what stay whole.</summary>
    public ReadOnlySpan<char> RelationOf(int token)
    {
        if (Syntax.Relations.Length == 0) return default;
        var relation = Syntax.Relations[token].AsSpan();
        var colon = relation.IndexOf(':');
        if (colon < 0 || relation[colon..] is ":pass" or ":poss" or ":prt") return relation;
        return relation[..colon];
    }

    public bool IsVerb(int token) => Xpos(token) is ['V', ..];

    public bool IsNoun(int token) => Xpos(token) is ['N', ..];

    public bool IsProperNoun(int token) => Xpos(token) is "NNP" or "NNPS";

    /// <summary>Marks and brackets: a token without a letter or digit.</summary>
    public bool IsPunctuation(int token)
    {
        foreach (var c in Syntax.Form(token))
        {
            if (char.IsLetterOrDigit(c)) return false;
        }

        return true;
    }

    public TokenRange SentenceRange(int sentence) => new(Syntax.Sentences[sentence].FirstToken, Syntax.Sentences[sentence].EndToken);

    /// <summary>How many of a range's tokens stand between quotation marks.</summary>
    public int Quoted(TokenRange range)
    {
        var count = 0;
        for (var i = range.First; i < range.End; i++)
        {
            if (Quotations.At(i) >= 0) count++;
        }

        return count;
    }

    /// <summary>A new paragraph begins where a line ends between two sentences.</summary>
    private static int[] ParagraphsOf(SyntaxLayer syntax)
    {
        var paragraphs = new int[syntax.Sentences.Length];
        for (var s = 1; s < paragraphs.Length; s++)
        {
            var from = Math.Min(syntax.Sentences[s - 1].Span.End, syntax.Sentences[s].Span.Start);
            var gap = syntax.Text.Value.AsSpan(from, syntax.Sentences[s].Span.Start - from);
            paragraphs[s] = paragraphs[s - 1] + (gap.IndexOf('\n') >= 0 ? 1 : 0);
        }

        return paragraphs;
    }
}
