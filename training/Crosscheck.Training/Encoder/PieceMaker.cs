using Crosscheck.Language.Pieces;
using Crosscheck.Text;

namespace Crosscheck.Training.Encoder;

/// <summary>The pieces of some tokens as the program itself makes them, with each word's letter case and first piece.</summary>
internal sealed class PieceMaker(Vocabulary vocabulary)
{
    private readonly WordPiece _wordPiece = new(vocabulary);
    private readonly PieceSequence _sequence = new();

    public (int[] Pieces, int[] Cases, int[] Words) Make(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        _sequence.Fill(text, tokens, _wordPiece, vocabulary);
        return (_sequence.Pieces.ToArray(), [.. _sequence.Cases.ToArray().Select(c => (int)c)], _sequence.Starts[..^1].ToArray());
    }
}
