using System.Collections.Concurrent;
using System.Collections.Immutable;
using Crosscheck.Language.Encoding;
using Crosscheck.Language.Heads;
using Crosscheck.Language.Lemmas;
using Crosscheck.Language.Pieces;
using Crosscheck.Learning;

namespace Crosscheck.Language;

/// <summary>
/// One pass of the encoder over an English text and what its heads make of it: sentences, tags, lemmas, dependencies, name scores, cues with the
/// words of their sources and contents, sentence vectors.
/// Reads the text in batches of windows, so memory does not hold more states than one batch. Thread-safe: each caller borrows a work space.
/// </summary>
internal sealed class EncoderPass
{
    /// <summary>Pieces that the heads see at once, about.</summary>
    private const int BatchPieces = 512;

    private readonly Vocabulary _vocabulary;
    private readonly Encoder _encoder;
    private readonly TagHead _tags;
    private readonly DependencyHead _dependencies;
    private readonly CueHead _cues;
    private readonly VectorHead _vectors;
    private readonly Lemmatizer _lemmatizer;
    private readonly SentenceOpenings _openings;
    private readonly int _windowLimit;
    private readonly ConcurrentBag<Workspace> _spaces = [];

    private EncoderPass(SafeTensors file, SafeTensors vectors, Vocabulary vocabulary, Lemmatizer lemmatizer)
    {
        _vocabulary = vocabulary;
        var precision = file.Metadata.GetValueOrDefault("precision") == "byte" ? Precision.Byte : Precision.Single;
        _encoder = Encoder.Load(file, "encoder.", precision);
        _tags = TagHead.Load(file);
        _dependencies = DependencyHead.Load(file);
        _cues = CueHead.Load(file, precision);
        _vectors = VectorHead.Load(vectors, _encoder.Shape);
        _openings = SentenceOpenings.Read(file);
        _lemmatizer = lemmatizer;
        if (vocabulary.Count != _encoder.Shape.Vocabulary) throw file.Broken();
        _windowLimit = file.Size("window");
    }

    private sealed class Workspace(Vocabulary vocabulary, CueHead cues)
    {
        public PieceSequence Sequence { get; } = new();

        public WordPiece WordPiece { get; } = new(vocabulary);

        public EncoderSpace Encoder { get; } = new();

        public WordBatch Batch { get; } = new();

        public DependencyHead.Space Dependencies { get; } = new();

        public CueHead.Space Cues { get; } = new(cues);

        public List<int> Pieces { get; } = [];

        public List<byte> Cases { get; } = [];

        public List<int> WindowEnds { get; } = [];

        public float[] TagScores = [];
        public float[] CueOdds = [];
    }

    /// <param name="modelFolder">Folder of the trained weights.</param>
    /// <exception cref="InvalidOperationException">A file is missing or broken.</exception>
    public static EncoderPass Load(string modelFolder)
    {
        var folder = Path.Combine(modelFolder, "encoder");
        var vocabulary = Task.Run(() => Vocabulary.Load(Path.Combine(folder, "vocab.txt")));
        var lemmatizer = Task.Run(() => Lemmatizer.Load(Path.Combine(modelFolder, "language")));
        var file = SafeTensors.Open(Path.Combine(folder, "encoder.safetensors"));
        using var vectors = SafeTensors.Open(Path.Combine(folder, "vectors.safetensors"));
        return new EncoderPass(file, vectors, vocabulary.GetAwaiter().GetResult(), lemmatizer.GetAwaiter().GetResult());
    }

    /// <param name="bare">Tokens, and where sentences seem to begin and end.</param>
    /// <param name="opensBlock">For each of them whether it opens a block and so surely begins there; empty: all sentences stay as they are.</param>
    public SyntaxLayer Run(SyntaxLayer bare, ReadOnlySpan<bool> opensBlock)
    {
        if (!_spaces.TryTake(out var space)) space = new Workspace(_vocabulary, _cues);
        var draft = new SyntaxDraft(bare, opensBlock, _tags.Names.Length, _encoder.Shape);
        space.Sequence.Fill(bare.Text.Value, bare.Tokens.AsSpan(), space.WordPiece, _vocabulary);
        var windows = Windows.Cut(bare.Sentences.AsSpan(), opensBlock, space.Sequence.Starts, _windowLimit);
        for (var next = 0; next < windows.Count;)
        {
            next = Encode(space.Sequence, windows, next, space);
            Read(draft, space);
            _vectors.Project(draft.Vectors, space.Batch.Product);
        }

        var vectors = _vectors.Finish(draft.Vectors, space.Batch.Product);
        _spaces.Add(space);
        return Finish(draft, bare, vectors);
    }

    /// <summary>The vocabulary that <see cref="Look"/> expects.</summary>
    public Vocabulary Vocabulary => _vocabulary;

    /// <summary>Encodes one window, whatever sentences it holds, for a head that is not of this room.</summary>
    /// <param name="read">Reads the words' states, which stand for as long as it runs.</param>
    /// <exception cref="ArgumentException">The window has more pieces than the encoder reads at once.</exception>
    public T Look<T>(PieceSequence window, Func<WordBatch, T> read)
    {
        if (window.Pieces.Length > _windowLimit) throw new ArgumentException("The window is too long.", nameof(window));
        if (!_spaces.TryTake(out var space)) space = new Workspace(_vocabulary, _cues);
        Encode(window, [new PieceWindow(0, window.Starts.Length - 1)], 0, space);
        var result = read(space.Batch);
        _spaces.Add(space);
        return result;
    }

    /// <summary>Vectors of runs of words, as sentences have them; only while <see cref="Look"/> reads.</summary>
    /// <param name="runs">First word and end of each.</param>
    public SentenceVectors Vectors(WordBatch batch, ReadOnlySpan<TokenRange> runs)
    {
        var sums = new VectorHead.Sums(_encoder.Shape);
        foreach (var (first, end) in runs)
        {
            sums.Open();
            if (end > first) sums.Add(batch, batch.Rows[first].First, batch.Rows[end - 1].End);
        }

        return _vectors.Finish(sums, batch.Product);
    }

    /// <summary>Encodes some windows; returns the index of the first one left.</summary>
    private int Encode(PieceSequence sequence, List<PieceWindow> windows, int next, Workspace space)
    {
        var batch = space.Batch;
        space.Pieces.Clear();
        space.Cases.Clear();
        space.WindowEnds.Clear();
        batch.Rows.Clear();
        batch.WindowStarts.Clear();
        batch.FirstToken = windows[next].FirstToken;
        var starts = sequence.Starts;
        do
        {
            var (first, end) = (windows[next].FirstToken, windows[next].EndToken);
            batch.WindowStarts.Add(batch.Rows.Count);
            Mark(_vocabulary.Opening, space);
            var shift = space.Pieces.Count - starts[first];
            for (var token = first; token < end; token++) batch.Rows.Add((starts[token] + shift, starts[token + 1] + shift));
            space.Pieces.AddRange(sequence.Pieces[starts[first]..starts[end]]);
            space.Cases.AddRange(sequence.Cases[starts[first]..starts[end]]);
            Mark(_vocabulary.Closing, space);
            space.WindowEnds.Add(space.Pieces.Count);
            next++;
        }
        while (next < windows.Count && space.Pieces.Count + starts[windows[next].EndToken] - starts[windows[next].FirstToken] <= BatchPieces);

        batch.Count = batch.Rows.Count;
        var width = _encoder.Shape.Width;
        batch.PieceCount = space.Pieces.Count;
        if (batch.Pieces.Length < batch.PieceCount * width)
        {
            batch.Pieces = new float[batch.PieceCount * width];
            batch.Below = new float[_encoder.Shape.Layers * batch.Pieces.Length];
        }

        _encoder.Run(Span(space.Pieces), Span(space.Cases), Span(space.WindowEnds), batch.Pieces, batch.Below, space.Encoder);
        batch.States.Resize(width, batch.Count);
        for (var word = 0; word < batch.Count; word++) batch.States.SetPiece(word, batch.Pieces.AsSpan(batch.Rows[word].First * width, width));
        return next;
    }

    private static void Mark(int piece, Workspace space)
    {
        space.Pieces.Add(piece);
        space.Cases.Add((byte)LetterCase.None);
    }

    /// <summary>Lets the heads read a batch.</summary>
    private void Read(SyntaxDraft draft, Workspace space)
    {
        var batch = space.Batch;
        _tags.Apply(batch, ref space.TagScores);
        _dependencies.Prepare(batch, space.Dependencies);
        if (space.CueOdds.Length < batch.Count) space.CueOdds = new float[batch.Count];
        for (var word = 0; word < batch.Count; word++)
        {
            var token = batch.FirstToken + word;
            var row = _tags.Row(space.TagScores, word);
            draft.Xpos[token] = row.Xpos;
            draft.Upos[token] = row.Upos;
            row.Names.CopyTo(draft.NameScores.AsSpan(token * row.Names.Length));
            var opensWindow = batch.WindowStarts.BinarySearch(word) >= 0;
            if (draft.MayOpen(token, out var surely) && (surely || (opensWindow ? draft.Proposed(token) : _openings.Opens(row.Opens, draft.Proposed(token)))))
            {
                draft.Open(token);
            }

            draft.Place(token);
            space.CueOdds[word] = row.Cue;
        }

        foreach (var (first, end) in draft.Parts(batch))
        {
            var heads = draft.Heads.AsSpan(first, end - first);
            var relations = draft.Relations.AsSpan(first, end - first);
            _dependencies.Parse(batch, first - batch.FirstToken, heads, relations, space.Dependencies);
            draft.Join(first, end, (byte)_dependencies.Relations.IndexOf("parataxis"));
            draft.AddStates(batch, first, end);
        }

        _cues.Read(batch, space.CueOdds.AsSpan(0, batch.Count), draft.Places, draft.Cues, space.Cues);
    }

    private SyntaxLayer Finish(SyntaxDraft draft, SyntaxLayer bare, SentenceVectors vectors)
    {
        var (text, tokens) = (bare.Text, bare.Tokens);
        var lemmas = new string[tokens.Length];
        var relations = new string[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            lemmas[i] = _lemmatizer.Lemma(text[tokens[i].Span], draft.Xpos[i]);
            relations[i] = _dependencies.Relations[draft.Relations[i]];
        }

        return new SyntaxLayer(text, bare.Language, tokens, draft.Sentences(), [.. draft.Upos], [.. draft.Xpos], [.. lemmas], [.. draft.Heads], [.. relations])
        {
            Names = new NameScores(_tags.Names, draft.NameScores),
            Cues = [.. draft.Cues],
            Vectors = vectors,
        };
    }

    private static Span<T> Span<T>(List<T> list) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list);
}
