using Crosscheck.Text;

namespace Crosscheck.Language.Pieces;

/// <summary>Tokens that the encoder reads together.</summary>
internal readonly record struct PieceWindow(int FirstToken, int EndToken);

/// <summary>
/// Cuts a text's sentences into windows: as many whole blocks as the limit holds; a block that is longer than a window goes on sentence by sentence, and a
/// sentence that is longer by itself is cut between tokens. Cut by the text alone, so that the result for a text does not depend on what else is read.
/// </summary>
internal static class Windows
{
    /// <param name="opensBlock">For each sentence whether a block begins with it; empty: the text is one block.</param>
    /// <param name="starts">First piece of each token, and one entry more.</param>
    /// <param name="limit">Pieces in a window at most, its opening and closing piece left out.</param>
    public static List<PieceWindow> Cut(ReadOnlySpan<Sentence> sentences, ReadOnlySpan<bool> opensBlock, ReadOnlySpan<int> starts, int limit)
    {
        var windows = new List<PieceWindow>();
        var first = -1;
        var end = -1;
        void Close()
        {
            if (first >= 0) windows.Add(new PieceWindow(first, end));
            first = -1;
        }

        for (var i = 0; i < sentences.Length; i++)
        {
            var sentence = sentences[i];
            if (sentence.TokenCount == 0) continue;
            var opens = !opensBlock.IsEmpty && opensBlock[i];
            var whole = opens ? BlockEnd(sentences, opensBlock, i) : sentence.EndToken;
            var fits = first >= 0 && starts[whole] - starts[first] <= limit;
            if (first >= 0 && !fits && (opens || starts[sentence.EndToken] - starts[first] > limit)) Close();
            if (starts[sentence.EndToken] - starts[sentence.FirstToken] > limit)
            {
                Close();
                Parts(sentence, starts, limit, windows);
                continue;
            }

            if (first < 0) first = sentence.FirstToken;
            end = sentence.EndToken;
        }

        Close();
        return windows;
    }

    /// <summary>The token behind the block that a sentence opens.</summary>
    private static int BlockEnd(ReadOnlySpan<Sentence> sentences, ReadOnlySpan<bool> opensBlock, int opening)
    {
        var last = opening;
        while (last + 1 < sentences.Length && !opensBlock[last + 1]) last++;
        return sentences[last].EndToken;
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
