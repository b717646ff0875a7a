using System.Collections;
using System.Collections.Immutable;
using Crosscheck.Language.Encoding;
using Crosscheck.Language.Heads;
using Crosscheck.Text;

namespace Crosscheck.Language;

/// <summary>What an <see cref="EncoderPass"/> fills in, batch by batch, in the order of the text.</summary>
internal sealed class SyntaxDraft
{
    private readonly BitArray _proposed;
    private readonly BitArray _sure;
    private readonly bool _keeps;
    private readonly List<int> _openings = [];

    /// <summary>Root of the sentence read last, as a token.</summary>
    private int _root;

    /// <param name="bare">Tokens, and where sentences seem to begin.</param>
    /// <param name="opensBlock">For each sentence whether it surely begins there; empty: all do, in one block.</param>
    public SyntaxDraft(SyntaxLayer bare, ReadOnlySpan<bool> opensBlock, int nameLabels, EncoderShape shape)
    {
        var (tokens, sentences) = (bare.Tokens, bare.Sentences);
        Tokens = tokens;
        _keeps = opensBlock.IsEmpty;
        _proposed = new BitArray(tokens.Length);
        _sure = new BitArray(tokens.Length);
        var blocks = new int[sentences.Length];
        var paragraphs = new int[tokens.Length];
        for (var i = 0; i < sentences.Length; i++)
        {
            blocks[i] = (i > 0 ? blocks[i - 1] : 0) + (!_keeps && opensBlock[i] ? 1 : 0);
            if (sentences[i].TokenCount == 0) continue;
            paragraphs.AsSpan(sentences[i].FirstToken, sentences[i].TokenCount).Fill(blocks[i]);
            _proposed[sentences[i].FirstToken] = true;
            _sure[sentences[i].FirstToken] = _keeps || opensBlock[i];
        }

        Upos = new PartOfSpeech[tokens.Length];
        Xpos = new string[tokens.Length];
        Heads = new int[tokens.Length];
        Relations = new byte[tokens.Length];
        NameScores = new float[tokens.Length * nameLabels];
        Vectors = new VectorHead.Sums(shape);
        Places = new WordPlaces(new int[tokens.Length], paragraphs, new QuotationMap(bare, blocks).OfTokens);
    }

    public ImmutableArray<Token> Tokens { get; }

    public PartOfSpeech[] Upos { get; }

    public string[] Xpos { get; }

    public int[] Heads { get; }

    public byte[] Relations { get; }

    public float[] NameScores { get; }

    public VectorHead.Sums Vectors { get; }

    public WordPlaces Places { get; }

    public List<CueReading> Cues { get; } = [];

    /// <summary>Whether a sentence may begin with a token at all.</summary>
    /// <param name="surely">Whether it must.</param>
    public bool MayOpen(int token, out bool surely)
    {
        surely = _sure[token] || token == 0;
        return surely || !_keeps;
    }

    /// <summary>Whether the splitter lets a sentence begin here.</summary>
    public bool Proposed(int token) => _proposed[token];

    public void Open(int token) => _openings.Add(token);

    /// <summary>A token whose sentence is decided stands in the one opened last.</summary>
    public void Place(int token) => Places.Sentence[token] = _openings.Count;

    /// <summary>The sentences, or parts of them, that a batch holds; a part ends with its window.</summary>
    public IEnumerable<(int First, int End)> Parts(WordBatch batch)
    {
        var first = batch.FirstToken;
        var opening = ~_openings.BinarySearch(first) is var at and >= 0 ? at : _openings.BinarySearch(first) + 1;
        var window = 1;
        while (first < batch.EndToken)
        {
            var end = batch.EndToken;
            if (opening < _openings.Count) end = Math.Min(end, _openings[opening]);
            while (window < batch.WindowStarts.Count && batch.FirstToken + batch.WindowStarts[window] <= first) window++;
            if (window < batch.WindowStarts.Count) end = Math.Min(end, batch.FirstToken + batch.WindowStarts[window]);
            yield return (first, end);
            if (opening < _openings.Count && _openings[opening] == end) opening++;
            first = end;
        }
    }

    /// <summary>Turns heads counted from a part's first token into tokens, and hangs a later part of a sentence on the root of its first.</summary>
    public void Join(int first, int end, byte relation)
    {
        var opens = _openings.BinarySearch(first) >= 0;
        for (var i = first; i < end; i++)
        {
            if (Heads[i] >= 0)
            {
                Heads[i] += first;
            }
            else if (opens)
            {
                Heads[i] = SyntaxLayer.Root;
                _root = i;
            }
            else
            {
                Heads[i] = _root;
                Relations[i] = relation;
            }
        }
    }

    /// <summary>Adds a part's states to its sentence's vector.</summary>
    public void AddStates(WordBatch batch, int first, int end)
    {
        if (_openings.BinarySearch(first) >= 0) Vectors.Open();
        Vectors.Add(batch, batch.Rows[first - batch.FirstToken].First, batch.Rows[end - 1 - batch.FirstToken].End);
    }

    public ImmutableArray<Sentence> Sentences()
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>(_openings.Count);
        for (var i = 0; i < _openings.Count; i++)
        {
            var (first, end) = (_openings[i], i + 1 < _openings.Count ? _openings[i + 1] : Tokens.Length);
            sentences.Add(new Sentence(new TextSpan(Tokens[first].Start, Tokens[end - 1].End), first, end));
        }

        return sentences.MoveToImmutable();
    }
}
