using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>The signs and letters that stand for a currency (ISO 4217) before or after an amount, in any language.</summary>
internal sealed class CurrencySigns(string file)
{
    /// <summary>Longest first, so that US$ is not read as $.</summary>
    private readonly (string Sign, string Code)[] _signs =
    [
        .. EmbeddedLexicon.Lines(file)
            .Select(l => l.Split('\t'))
            .SelectMany(p => p[1].Split(' ').Select(s => (s, p[0])))
            .OrderByDescending(s => s.s.Length),
    ];

    /// <summary>The sign that ends just before an offset (a space may stand between), or null.</summary>
    public (int Start, string Code)? Before(string text, int offset)
    {
        var end = offset > 0 && text[offset - 1] is ' ' or '\u00a0' ? offset - 1 : offset;
        foreach (var (sign, code) in _signs)
        {
            var start = end - sign.Length;
            if (start < 0 || !text.AsSpan(start, sign.Length).SequenceEqual(sign)) continue;
            if (char.IsLetter(sign[0]) && start > 0 && char.IsLetterOrDigit(text[start - 1])) continue;
            return (start, code);
        }

        return null;
    }

    /// <summary>The sign at an offset (a space may stand before it), or null.</summary>
    public (int End, string Code)? After(string text, int offset)
    {
        var start = offset < text.Length && text[offset] is ' ' or '\u00a0' ? offset + 1 : offset;
        foreach (var (sign, code) in _signs)
        {
            if (start + sign.Length > text.Length || !text.AsSpan(start, sign.Length).SequenceEqual(sign)) continue;
            var end = start + sign.Length;
            if (char.IsLetter(sign[^1]) && end < text.Length && char.IsLetterOrDigit(text[end])) continue;
            if (sign == "$" && end < text.Length && char.IsDigit(text[end])) continue;
            return (end, code);
        }

        return null;
    }
}
