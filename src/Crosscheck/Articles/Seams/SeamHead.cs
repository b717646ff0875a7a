using Crosscheck.Language;
using Crosscheck.Language.Encoding;
using Crosscheck.Language.Heads;
using Crosscheck.Learning;
using Crosscheck.Text;

namespace Crosscheck.Articles.Seams;

/// <summary>
/// Whether another story begins at a place, as the encoder sees the words around it: every word's state beside the side that it stands on, one transformer
/// block, and a score of the first word after the place. Thread-safe.
/// </summary>
internal sealed class SeamHead
{
    public const string FileName = "seam-head.safetensors";

    private const int Before = 0, First = 1, After = 2;
    private const int NearWords = 30;

    private readonly EncoderPass _encoder;
    private readonly BlockShape _shape;
    private readonly DenseLayer _word;
    private readonly float[] _side;
    private readonly LayerNorm _norm;
    private readonly EncoderLayer _block;
    private readonly DenseLayer _opens;

    private SeamHead(SafeTensors file, EncoderPass encoder)
    {
        var kernel = Kernel.Best;
        _encoder = encoder;
        _shape = new BlockShape(file.Size("width"), file.Size("heads"), file.Size("feedForward"));
        _word = DenseLayer.Load(file, "word");
        _side = file.Tensor("side").Expect(3, _shape.Width).ToArray();
        _norm = LayerNorm.Load(file, "norm", _shape.Width, kernel);
        _block = EncoderLayer.Load(file, "layer.", _shape, Precision.Single, kernel);
        _opens = DenseLayer.Load(file, "opens");
        if (_word.Outputs != _shape.Width || _opens.Inputs != _shape.Width || _opens.Outputs != 1) throw file.Broken();
    }

    /// <param name="modelFolder">Folder of the trained weights.</param>
    /// <exception cref="InvalidOperationException">The weights are missing or damaged.</exception>
    public static SeamHead Load(string modelFolder, EncoderPass encoder) => new(SafeTensors.Open(Path.Combine(modelFolder, SeamFinder.Folder, FileName)), encoder);

    /// <summary>What the encoder makes of each of some offsets of a text.</summary>
    /// <param name="range">Nothing outside it is looked at.</param>
    public SeamLook[] Look(SourceText text, TextSpan range, IReadOnlyList<int> offsets)
    {
        var window = new SeamWindow(_encoder.Vocabulary);
        var space = new EncoderSpace();
        var looks = new SeamLook[offsets.Count];
        for (var i = 0; i < looks.Length; i++)
        {
            window.Fill(text.Value, range, offsets[i]);
            looks[i] = _encoder.Look(window.Pieces, words => new SeamLook(Score(words, window.Place, space), Likeness(words, window.Place, words.Count), Likeness(words, window.Place, NearWords)));
        }

        return looks;
    }

    /// <summary>Cosine of what stands before the place and after it, so many words of each.</summary>
    private float Likeness(WordBatch words, int place, int reach)
    {
        var vectors = _encoder.Vectors(words, [new TokenRange(Math.Max(0, place - reach), place), new TokenRange(place, Math.Min(words.Count, place + reach))]);
        return SentenceVectors.Likeness(vectors[0], vectors[1]);
    }

    private float Score(WordBatch words, int place, EncoderSpace space)
    {
        var (width, hidden) = (_shape.Width, space.Hidden);
        _word.Apply(words.States, words.Product.Output);
        var rows = new float[words.Count * width];
        words.Product.Output.CopyTo(rows);
        hidden.Resize(width, words.Count);
        for (var word = 0; word < words.Count; word++)
        {
            var side = _side.AsSpan((word < place ? Before : word == place ? First : After) * width, width);
            var row = rows.AsSpan(word * width, width);
            for (var k = 0; k < row.Length; k++) row[k] += side[k];
            hidden.SetPiece(word, row);
        }

        for (var word = words.Count; word < hidden.Panels * Sheet.Lanes; word++) hidden.ClearPiece(word);
        _norm.Apply(hidden);
        _block.Apply([words.Count], space);
        _opens.Apply(hidden, words.Product.Output);
        words.Product.Output.CopyTo(rows.AsSpan(0, words.Count));
        return rows[place];
    }
}
