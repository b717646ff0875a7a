namespace Crosscheck.Articles.Html.Parsing;

/// <summary>Finds names in the source without copying them: an open hash table over a name's length, first, middle and last letter; ASCII letters match in either case.</summary>
internal sealed class NameTable
{
    private const int Bits = 10;
    private const uint Multiplier = 0x9E3779B1;
    private readonly string?[] _names = new string?[1 << Bits];
    private readonly byte[] _values = new byte[1 << Bits];
    private readonly int _longest;

    /// <param name="names">Lower-case names with their values, none of them 0.</param>
    public NameTable(IEnumerable<(string Name, byte Value)> names)
    {
        foreach (var (name, value) in names)
        {
            var slot = Slot(name);
            while (_names[slot] is not null) slot = Next(slot);
            _names[slot] = name;
            _values[slot] = value;
            _longest = Math.Max(_longest, name.Length);
        }
    }

    /// <summary>The value of a name, or 0.</summary>
    public byte Find(ReadOnlySpan<char> name)
    {
        if (name.Length - 1u >= (uint)_longest) return 0;
        for (var slot = Slot(name); _names[slot] is { } known; slot = Next(slot))
        {
            if (AreEqual(name, known)) return _values[slot];
        }

        return 0;
    }

    /// <summary>Whether a name is another, which is in lower case.</summary>
    public static bool AreEqual(ReadOnlySpan<char> name, ReadOnlySpan<char> lower)
    {
        if (name.Length != lower.Length) return false;
        for (var i = 0; i < lower.Length; i++)
        {
            var c = name[i];
            if (c != lower[i] && !(char.IsAsciiLetterUpper(c) && (char)(c | 0x20) == lower[i])) return false;
        }

        return true;
    }

    private static int Slot(ReadOnlySpan<char> name)
    {
        var key = (uint)(name.Length | ((name[0] & 31) << 5) | ((name[^1] & 31) << 10) | ((name[name.Length / 2] & 31) << 15));
        return (int)((key * Multiplier) >> (32 - Bits));
    }

    private static int Next(int slot) => (slot + 1) & ((1 << Bits) - 1);
}
