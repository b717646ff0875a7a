using System.Runtime.InteropServices;
using Crosscheck.Learning;

namespace Crosscheck.Names;

/// <summary>What the tagger knows of one token before it looks at its neighbours.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Word
{
    /// <summary>Stands before a sentence's first and after its last token.</summary>
    public static readonly Word Edge = new() { Lower = 0xED6E, Shape = 1 };

    public uint Lower;
    public uint Shape;
    public uint LongShape;
    public uint Prefix2;
    public uint Prefix3;
    public uint Prefix4;
    public uint Suffix2;
    public uint Suffix3;
    public uint Suffix4;
    public Casing Casing;
    public NameWord Class;

    /// <summary>Known phrases that cover it: low bits as their first token, high bits as a later one.</summary>
    public int Known;

    /// <summary>What other places of the document show.</summary>
    public int Evidence;

    public static Word Of(ReadOnlySpan<char> form, ReadOnlySpan<char> lower, Casing casing) => new()
    {
        Lower = Normalised(lower),
        Shape = ShapeOf(form, 1, casing),
        LongShape = ShapeOf(form, 4, casing),
        Prefix2 = FeatureHash.OfText(lower[..Math.Min(2, lower.Length)]),
        Prefix3 = FeatureHash.OfText(lower[..Math.Min(3, lower.Length)]),
        Prefix4 = FeatureHash.OfText(lower[..Math.Min(4, lower.Length)]),
        Suffix2 = FeatureHash.OfText(lower[Math.Max(0, lower.Length - 2)..]),
        Suffix3 = FeatureHash.OfText(lower[Math.Max(0, lower.Length - 3)..]),
        Suffix4 = FeatureHash.OfText(lower[Math.Max(0, lower.Length - 4)..]),
        Casing = casing,
        Class = Gazetteer.Word(lower),
    };

    /// <summary>Digits count as one digit, and every kind of quotation mark as one.</summary>
    private static uint Normalised(ReadOnlySpan<char> lower)
    {
        if (lower.Length <= 2 && lower[0] is '"' or '“' or '”' or '«' or '»' or '„' || lower is "``" or "''") return 0x22;
        if (lower[0] is '\'' or '’' or '‘' && lower.Length <= 3)
        {
            Span<char> straight = stackalloc char[3];
            lower.CopyTo(straight);
            straight[0] = '\'';
            return FeatureHash.OfText(straight[..lower.Length]);
        }

        if (lower.IndexOfAnyInRange('0', '9') < 0) return FeatureHash.OfText(lower);
        Span<char> digits = stackalloc char[lower.Length];
        for (var i = 0; i < lower.Length; i++) digits[i] = char.IsAsciiDigit(lower[i]) ? '0' : lower[i];
        return FeatureHash.OfText(digits);
    }

    /// <summary>Kinds of characters, runs cut to <paramref name="longest"/>; in a sentence all upper or lower case letters are alike.</summary>
    private static uint ShapeOf(ReadOnlySpan<char> form, int longest, Casing casing)
    {
        Span<char> shape = stackalloc char[24];
        var length = 0;
        var run = 0;
        var last = '\0';
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : c is '’' ? '\'' : c is '“' or '”' ? '"' : c;
            if (casing is Casing.Upper or Casing.Lower && kind is 'X' or 'x') kind = 'l';
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run > longest) continue;
            if (length == shape.Length) break;
            shape[length++] = kind;
        }

        return FeatureHash.OfText(shape[..length]) | 2;
    }
}
