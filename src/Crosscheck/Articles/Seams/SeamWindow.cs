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
    private readonly List<Token> _tokens = [];
    private readonly List<Token> _after = [];

    /// <summary>The window's pieces, without an opening and a closing one.</summary>
    public PieceSequence Pieces { get; } = new();

    /// <summary>Number of the first word after the place.</summary>
    public int Place { get; private set; }

    /// <summary>Fills the window anew.</summary>
    /// <param name="offset">The place, in UTF-16 code units: where ink stands.</param>
    public void Fill(string text, TextSpan range, int offset)
    {
        _tokens.Clear();
        _after.Clear();
        // However many blank lines stand before the place, there are words before them.
        var end = offset;
        while (end > range.Start && char.IsWhiteSpace(text[end - 1])) end--;
        Tokenizer.English.Tokenize(text, new TextSpan(Math.Max(range.Start, end - SideCharacters), end), _tokens);
        Tokenizer.English.Tokenize(text, new TextSpan(offset, Math.Min(range.End, offset + SideCharacters)), _after);
        Pieces.Fill(text, Together(_tokens), _wordPiece, vocabulary);
        var first = 0;
        while (first < _tokens.Count && Pieces.Starts[^1] - Pieces.Starts[first] > Side) first++;
        _tokens.RemoveRange(0, first);
        Place = _tokens.Count;
        Pieces.Fill(text, Together(_after), _wordPiece, vocabulary);
        var kept = _after.Count;
        while (kept > 1 && Pieces.Starts[kept] > Side) kept--;
        _tokens.AddRange(Together(_after)[..kept]);
        Pieces.Fill(text, Together(_tokens), _wordPiece, vocabulary);
    }

    private static ReadOnlySpan<Token> Together(List<Token> tokens) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens);
}
