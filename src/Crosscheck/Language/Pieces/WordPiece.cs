using System.Text;

namespace Crosscheck.Language.Pieces;

/// <summary>
/// Words to pieces of the vocabulary: the longest piece first, again and again (WordPiece; Schuster and Nakajima 2012, as in BERT).
/// One object a thread: it keeps its buffers. Linear in the text but for a factor of <see cref="LongestWord"/>.
/// </summary>
internal sealed class WordPiece(Vocabulary vocabulary)
{
    /// <summary>A folded word of more code points than this is unknown as a whole, as in the reference.</summary>
    private const int LongestWord = 100;

    private readonly StringBuilder _folded = new();
    private char[] _room = new char[256];

    /// <summary>Appends the pieces of a text; nothing for one of white space, controls and marks alone.</summary>
    /// <param name="most">No more pieces than this are appended.</param>
    public void Encode(ReadOnlySpan<char> text, List<int> pieces, int most = int.MaxValue)
    {
        _folded.Clear();
        PieceFolding.Append(_folded, text);
        if (_room.Length < _folded.Length) _room = new char[_folded.Length * 2];
        _folded.CopyTo(0, _room, _folded.Length);
        var rest = _room.AsSpan(0, _folded.Length);
        var end = most == int.MaxValue ? int.MaxValue : pieces.Count + most;
        while (!rest.IsEmpty && pieces.Count < end)
        {
            var length = rest.IndexOf(PieceFolding.Divider);
            if (length < 0) length = rest.Length;
            if (length > 0) Word(rest[..length], pieces);
            rest = rest[Math.Min(length + 1, rest.Length)..];
        }

        if (pieces.Count > end) pieces.RemoveRange(end, pieces.Count - end);
    }

    private void Word(ReadOnlySpan<char> word, List<int> pieces)
    {
        if (CodePoints(word) > LongestWord)
        {
            pieces.Add(vocabulary.Unknown);
            return;
        }

        var first = pieces.Count;
        for (var start = 0; start < word.Length;)
        {
            var end = word.Length;
            var piece = -1;
            while (end > start && (piece = vocabulary.Find(word[start..end], start == 0)) < 0) end--;
            if (piece < 0)
            {
                pieces.RemoveRange(first, pieces.Count - first);
                pieces.Add(vocabulary.Unknown);
                return;
            }

            pieces.Add(piece);
            start = end;
        }
    }

    private static int CodePoints(ReadOnlySpan<char> word)
    {
        var count = word.Length;
        foreach (var c in word)
        {
            if (char.IsLowSurrogate(c)) count--;
        }

        return count;
    }
}
