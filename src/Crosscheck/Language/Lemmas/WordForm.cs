using Crosscheck.Learning;

namespace Crosscheck.Language.Lemmas;

/// <summary>One spelling for what differs without meaning: case, digits, kinds of apostrophe and quotation mark.</summary>
internal static class WordForm
{
    /// <summary>Writes the normal form; returns its length, at most the shorter of the two.</summary>
    public static int Normalize(ReadOnlySpan<char> form, Span<char> to)
    {
        var length = Math.Min(form.Length, to.Length);
        for (var i = 0; i < length; i++)
        {
            var c = form[i];
            to[i] = c switch
            {
                >= 'a' and <= 'z' => c,
                >= 'A' and <= 'Z' => (char)(c | 0x20),
                >= '0' and <= '9' => '0',
                '’' or '‘' or '`' when form.Length > 1 => '\'',
                < '\u0080' => c,
                _ => char.ToLowerInvariant(c),
            };
        }

        return length;
    }

    /// <summary>Hash of the pattern of character kinds, runs written once after the second.</summary>
    public static uint Shape(ReadOnlySpan<char> form)
    {
        Span<char> shape = stackalloc char[12];
        var length = 0;
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsAsciiDigit(c) ? '0' : c;
            if (length >= 2 && shape[length - 1] == kind && shape[length - 2] == kind) continue;
            if (length == shape.Length) break;
            shape[length++] = kind;
        }

        return FeatureHash.OfText(shape[..length]);
    }
}
