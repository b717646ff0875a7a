using Crosscheck.Text;

namespace Crosscheck.Language;

/// <summary>Where contractions and possessives part: <c>do|n't</c>, <c>it|'s</c>, <c>y'|all</c>.</summary>
internal static class Apostrophes
{
    /// <summary>Whether letters are one that stands behind an apostrophe as a word of its own.</summary>
    public static bool IsSuffix(ReadOnlySpan<char> letters) =>
        letters.Equals("s", StringComparison.OrdinalIgnoreCase) || letters.Equals("m", StringComparison.OrdinalIgnoreCase)
        || letters.Equals("d", StringComparison.OrdinalIgnoreCase) || letters.Equals("re", StringComparison.OrdinalIgnoreCase)
        || letters.Equals("ve", StringComparison.OrdinalIgnoreCase) || letters.Equals("ll", StringComparison.OrdinalIgnoreCase);

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`';

    /// <summary>Adds a word's tokens.</summary>
    public static void Split(ReadOnlySpan<char> text, int start, int end, List<Token> tokens)
    {
        // From the end: "shouldn't've" has two.
        Span<int> cuts = stackalloc int[3];
        var count = 0;
        var last = end;
        while (count < cuts.Length && CutBefore(text, start, last) is var cut && cut > start)
        {
            cuts[count++] = cut;
            last = cut;
        }

        var at = start;
        for (var i = count - 1; i >= 0; i--)
        {
            tokens.Add(new Token(new TextSpan(at, cuts[i])));
            at = cuts[i];
        }

        tokens.Add(new Token(new TextSpan(at, end)));
    }

    /// <summary>Where the last part of a word begins, or -1.</summary>
    private static int CutBefore(ReadOnlySpan<char> text, int start, int end)
    {
        var from = Math.Max(start, end - 4);
        var mark = -1;
        for (var i = end - 1; i >= from; i--)
        {
            if (IsApostrophe(text[i]))
            {
                mark = i;
                break;
            }
        }

        if (mark <= start) return -1;
        var letters = text[(mark + 1)..end];
        if (letters.Equals("t", StringComparison.OrdinalIgnoreCase) && text[mark - 1] is 'n' or 'N') return mark - 1 > start ? mark - 1 : -1;
        if (IsSuffix(letters)) return mark;
        if (letters.Equals("all", StringComparison.OrdinalIgnoreCase) && mark == start + 1 && text[start] is 'y' or 'Y') return mark + 1;
        return -1;
    }
}
