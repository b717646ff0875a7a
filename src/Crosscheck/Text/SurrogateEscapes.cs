using System.Numerics;

namespace Crosscheck.Text;

/// <summary>
/// Escapes of JSON (RFC 8259, section 7) that name half of a surrogate pair alone, as cut strings have them: the library that reads JSON throws where it meets one, in
/// a value or in a name.
/// </summary>
public static class SurrogateEscapes
{
    private const int Length = 6;

    /// <summary>The JSON with each lone half replaced by the escape of U+FFFD, of the same length, so that offsets stay.</summary>
    public static string Mend(string json) => Mended<char>(json) is { } mended ? new string(mended) : json;

    /// <summary>The same for JSON in UTF-8.</summary>
    public static ReadOnlyMemory<byte> Mend(ReadOnlyMemory<byte> json) => Mended(json.Span) ?? json;

    /// <summary>Null where nothing is to mend.</summary>
    private static T[]? Mended<T>(ReadOnlySpan<T> json)
        where T : unmanaged, IBinaryInteger<T>
    {
        T[]? mended = null;
        var escape = T.CreateTruncating('\\');
        for (var at = json.IndexOf(escape); at >= 0 && at + 1 < json.Length;)
        {
            var unit = UnitAt(json, at);
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(UnitAt(json, at + Length)))
            {
                at += 2 * Length;
            }
            else if (char.IsSurrogate(unit))
            {
                mended ??= json.ToArray();
                for (var i = 2; i < Length; i++) mended[at + i] = T.CreateTruncating("\\ufffd"[i]);
                at += Length;
            }
            else
            {
                at += 2;
            }

            if (at >= json.Length) break;
            var next = json[at..].IndexOf(escape);
            at = next < 0 ? next : at + next;
        }

        return mended;
    }

    /// <summary>The code unit that an escape names; NUL where none stands.</summary>
    private static char UnitAt<T>(ReadOnlySpan<T> json, int at)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (at + Length > json.Length || json[at] != T.CreateTruncating('\\') || json[at + 1] != T.CreateTruncating('u')) return '\0';
        var unit = 0;
        for (var i = at + 2; i < at + Length; i++)
        {
            var c = (char)ushort.CreateTruncating(json[i]);
            if (!char.IsAsciiHexDigit(c)) return '\0';
            unit = (unit << 4) | (char.IsAsciiDigit(c) ? c - '0' : (c | ' ') - 'a' + 10);
        }

        return (char)unit;
    }
}
