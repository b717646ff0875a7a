using Crosscheck.Language.Encoding;

namespace Crosscheck.Language.Heads;

/// <summary>
/// The encoded words of some windows that follow each other in a text: what a head reads. A word's state is that of its first piece. One object a thread,
/// filled again for each batch.
/// </summary>
internal sealed class WordBatch
{
    /// <summary>Tokens of the text that the batch holds, without a gap.</summary>
    public int FirstToken { get; set; }

    public int Count { get; set; }

    public int EndToken => FirstToken + Count;

    /// <summary>States of the words, as the kernels read them.</summary>
    public Sheet States { get; } = new();

    /// <summary>States of all pieces, row after row, opening and closing pieces of the windows included.</summary>
    public float[] Pieces { get; set; } = [];

    /// <summary>States of all pieces below the last layer: [layers, pieces, width], the embedding's first.</summary>
    public float[] Below { get; set; } = [];

    /// <summary>Rows in <see cref="Pieces"/>.</summary>
    public int PieceCount { get; set; }

    /// <summary>Row in <see cref="Pieces"/> of each word's first piece, and behind them one more entry for each word: the row after its last one.</summary>
    public List<(int First, int End)> Rows { get; } = [];

    /// <summary>Index in the batch of the words that open a window.</summary>
    public List<int> WindowStarts { get; } = [];

    public ProductSpace Product { get; } = new();
}
