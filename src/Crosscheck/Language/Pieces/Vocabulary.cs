namespace Crosscheck.Language.Pieces;

/// <summary>The encoder's word pieces by number (BERT's <c>vocab.txt</c>: one piece a line, <c>##</c> before a piece that goes on a word). Thread-safe.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _openings;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _continuations;

    private Vocabulary(IReadOnlyList<string> pieces)
    {
        var openings = new Dictionary<string, int>(pieces.Count, StringComparer.Ordinal);
        var continuations = new Dictionary<string, int>(pieces.Count / 4, StringComparer.Ordinal);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].StartsWith("##", StringComparison.Ordinal) && pieces[i].Length > 2) continuations[pieces[i][2..]] = i;
            else openings[pieces[i]] = i;
        }

        Count = pieces.Count;
        _openings = openings.GetAlternateLookup<ReadOnlySpan<char>>();
        _continuations = continuations.GetAlternateLookup<ReadOnlySpan<char>>();
        Unknown = openings["[UNK]"];
        Opening = openings["[CLS]"];
        Closing = openings["[SEP]"];
    }

    public int Count { get; }

    /// <summary>Stands for a word that the pieces cannot spell.</summary>
    public int Unknown { get; }

    /// <summary>Opens a window.</summary>
    public int Opening { get; }

    /// <summary>Closes a window.</summary>
    public int Closing { get; }

    /// <exception cref="InvalidOperationException">The file cannot be read or is no vocabulary.</exception>
    public static Vocabulary Load(string path)
    {
        try
        {
            return new Vocabulary(File.ReadAllLines(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or KeyNotFoundException)
        {
            throw new InvalidOperationException($"The vocabulary at '{path}' cannot be read: the install is broken.", e);
        }
    }

    /// <summary>Number of a piece, or -1.</summary>
    /// <param name="opens">Whether the piece opens its word.</param>
    public int Find(ReadOnlySpan<char> piece, bool opens) =>
        (opens ? _openings : _continuations).TryGetValue(piece, out var number) ? number : -1;
}
