using Crosscheck.Language;
using Crosscheck.Language.Pieces;
using Crosscheck.Text;

namespace Crosscheck.Articles.Seams;

/// <summary>The words around a place, as the encoder reads them: some before it and some after it, whatever lines and sentences they stand in.</summary>
internal sealed class SeamWindow(Vocabulary vocabulary)
{
    /// <summary>Word pieces on either side of the place, at most.</summary>
    public const int Side = 80;

    // Enough characters for that many pieces of ordinary text.
    private const int SideCharacters = 700;

    private readonly WordPiece _wordPiece = new(vocabulary);
    private readonly List<Token> _before = [];
    private readonly List<Token> _tokens = [];

    /// <summary>The window's pieces, without an opening and a closing one.</summary>
    public PieceSequence Pieces { get; } = new();

    /// <summary>Number of the first word after the place.</summary>
    public int Place { get; private set; }

    /// <summary>Fills the window anew.</summary>
    /// <param name="offset">The place, in UTF-16 code units.</param>
    public void Fill(string text, TextSpan range, int offset)
    {
        _before.Clear();
        _tokens.Clear();
        Tokenizer.English.Tokenize(text, new TextSpan(Math.Max(range.Start, offset - SideCharacters), offset), _before);
        Tokenizer.English.Tokenize(text, new TextSpan(offset, Math.Min(range.End, offset + SideCharacters)), _tokens);
        Pieces.Fill(text, Together(_before), _wordPiece, vocabulary);
        var first = 0;
        while (first < _before.Count && Pieces.Starts[^1] - Pieces.Starts[first] > Side) first++;
        _before.RemoveRange(0, first);
        Place = _before.Count;
        Pieces.Fill(text, Together(_tokens), _wordPiece, vocabulary);
        var end = _tokens.Count;
        while (end > 1 && Pieces.Starts[end] > Side) end--;
        _before.AddRange(Together(_tokens)[..end]);
        Pieces.Fill(text, Together(_before), _wordPiece, vocabulary);
    }

    private static ReadOnlySpan<Token> Together(List<Token> tokens) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens);
}
