using System.Runtime.CompilerServices;
using Crosscheck.Learning;

namespace Crosscheck.Language.Encoding;

/// <summary>
/// What a piece starts from: the vector of its word piece, of its place in the window and of its case, added and normalised (Devlin et al. 2019, "BERT", with case
/// added, since the word pieces are lower-cased). The vectors of pieces stay in the mapped file and are read when needed.
/// </summary>
internal sealed class PieceEmbeddings
{
    private readonly EncoderShape _shape;
    private readonly Tensor _words;
    private readonly float[] _positions;
    private readonly float[] _cases;
    private readonly LayerNorm _norm;

    private PieceEmbeddings(EncoderShape shape, Tensor words, float[] positions, float[] cases, LayerNorm norm)
    {
        _shape = shape;
        _words = words;
        _positions = positions;
        _cases = cases;
        _norm = norm;
    }

    public static PieceEmbeddings Load(SafeTensors file, string prefix, EncoderShape shape, Kernel kernel) => new(
        shape,
        file.Tensor(prefix + "embeddings.word").Expect(shape.Vocabulary, shape.Width),
        file.Tensor(prefix + "embeddings.position").Expect(shape.MaxPositions, shape.Width).ToArray(),
        file.Tensor(prefix + "embeddings.case").Expect(shape.Cases, shape.Width).ToArray(),
        LayerNorm.Load(file, prefix + "embeddings.norm", shape.Width, kernel));

    /// <summary>Embeds windows packed one behind another; positions start at 0 in each.</summary>
    /// <param name="windowEnds">Where each window ends, ascending, in pieces.</param>
    /// <param name="row">Room for one vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(ReadOnlySpan<int> pieces, ReadOnlySpan<byte> cases, ReadOnlySpan<int> windowEnds, Sheet hidden, Span<float> row)
    {
        hidden.Resize(_shape.Width, pieces.Length);
        row = row[.._shape.Width];
        var piece = 0;
        foreach (var end in windowEnds)
        {
            for (var start = piece; piece < end; piece++)
            {
                _words.ReadRow(pieces[piece], row);
                var position = _positions.AsSpan((piece - start) * _shape.Width, _shape.Width);
                var mark = _cases.AsSpan(cases[piece] * _shape.Width, _shape.Width);
                for (var i = 0; i < row.Length; i++) row[i] = row[i] + position[i] + mark[i];
                hidden.SetPiece(piece, row);
            }
        }

        for (; piece < hidden.Panels * Sheet.Lanes; piece++) hidden.ClearPiece(piece);
        _norm.Apply(hidden);
    }
}
