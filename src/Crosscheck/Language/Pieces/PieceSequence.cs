using Crosscheck.Text;

namespace Crosscheck.Language.Pieces;

/// <summary>
/// The pieces of a text's tokens as parallel arrays. Every token has at least one piece and at most <see cref="MostOfToken"/>: the heads read a token's first piece,
/// so the rest of an endless one would only cost time.
/// </summary>
internal sealed class PieceSequence
{
    public const int MostOfToken = 16;

    private readonly List<int> _pieces = [];
    private readonly List<byte> _cases = [];
    private readonly List<int> _starts = [];

    /// <summary>Numbers in the vocabulary.</summary>
    public ReadOnlySpan<int> Pieces => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pieces);

    /// <summary>Each piece's <see cref="LetterCase"/>: that of its token.</summary>
    public ReadOnlySpan<byte> Cases => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_cases);

    /// <summary>Index of each token's first piece, and one more entry: the number of pieces.</summary>
    public ReadOnlySpan<int> Starts => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_starts);

    /// <summary>Fills the sequence anew.</summary>
    /// <param name="longest">Code units of a token that are looked at.</param>
    public void Fill(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, WordPiece wordPiece, Vocabulary vocabulary, int longest = 400)
    {
        _pieces.Clear();
        _cases.Clear();
        _starts.Clear();
        foreach (var token in tokens)
        {
            var first = _pieces.Count;
            _starts.Add(first);
            var form = text[token.Start..Math.Min(token.End, token.Start + longest)];
            wordPiece.Encode(form, _pieces, MostOfToken);
            if (_pieces.Count == first) _pieces.Add(vocabulary.Unknown);
            var letterCase = (byte)LetterCases.Of(form);
            while (_cases.Count < _pieces.Count) _cases.Add(letterCase);
        }

        _starts.Add(_pieces.Count);
    }
}
