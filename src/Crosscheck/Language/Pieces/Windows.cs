using Crosscheck.Text;

namespace Crosscheck.Language.Pieces;

/// <summary>Tokens that the encoder reads together.</summary>
internal readonly record struct PieceWindow(int FirstToken, int EndToken);

/// <summary>
/// Cuts a text's sentences into windows: as many whole sentences as the limit holds; a sentence that is longer than a window by itself is cut between
/// tokens. Cut by the text alone, so that the result for a text does not depend on what else is read.
/// </summary>
internal static class Windows
{
    /// <param name="starts">First piece of each token, and one entry more.</param>
    /// <param name="limit">Pieces in a window at most, its opening and closing piece left out.</param>
    public static List<PieceWindow> Cut(ReadOnlySpan<Sentence> sentences, ReadOnlySpan<int> starts, int limit)
    {
        var windows = new List<PieceWindow>();
        var first = -1;
        var end = -1;
        void Close()
        {
            if (first >= 0) windows.Add(new PieceWindow(first, end));
            first = -1;
        }

        foreach (var sentence in sentences)
        {
            var size = starts[sentence.EndToken] - starts[sentence.FirstToken];
            if (first >= 0 && starts[sentence.EndToken] - starts[first] > limit) Close();
            if (size > limit)
            {
                Parts(sentence, starts, limit, windows);
                continue;
            }

            if (first < 0) first = sentence.FirstToken;
            end = sentence.EndToken;
        }

        Close();
        return windows;
    }

    private static void Parts(Sentence sentence, ReadOnlySpan<int> starts, int limit, List<PieceWindow> windows)
    {
        var first = sentence.FirstToken;
        for (var i = first + 1; i <= sentence.EndToken; i++)
        {
            if (i < sentence.EndToken && starts[i + 1] - starts[first] <= limit) continue;
            windows.Add(new PieceWindow(first, i));
            first = i;
        }
    }
}
