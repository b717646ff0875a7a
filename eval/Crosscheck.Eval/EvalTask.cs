namespace Crosscheck.Eval;

/// <summary>What a task read: for the closing line.</summary>
public readonly record struct Tally(int Items, long Words)
{
    /// <summary>White-space words of a text.</summary>
    public static long WordsIn(ReadOnlySpan<char> text)
    {
        long words = 0;
        var inside = false;
        foreach (var c in text)
        {
            var space = char.IsWhiteSpace(c);
            if (!space && !inside) words++;
            inside = !space;
        }

        return words;
    }
}

/// <summary>Runs the program's own stages on a data file and writes what the scorer of the task reads. Never reads a gold field.</summary>
/// <param name="Run">From (input path, output path, threads).</param>
public sealed record EvalTask(string Name, string About, Func<string, string, int, Tally> Run);
