using System.Globalization;

namespace Crosscheck.Text;

/// <summary>
/// Escapes of JSON (RFC 8259, section 7) that name half of a surrogate pair alone, as cut strings have them: the library that reads JSON throws where it meets one, in
/// a value or in a name.
/// </summary>
public static class SurrogateEscapes
{
    private const int Length = 6;

    /// <summary>The JSON with each lone half replaced by the escape of U+FFFD, of the same length, so that offsets stay.</summary>
    public static string Mend(string json)
    {
        char[]? mended = null;
        for (var at = json.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at + 1 < json.Length; at = json.IndexOf('\\', at))
        {
            var unit = UnitAt(json, at);
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(UnitAt(json, at + Length)))
            {
                at += 2 * Length;
            }
            else if (char.IsSurrogate(unit))
            {
                mended ??= json.ToCharArray();
                "\\ufffd".CopyTo(0, mended, at, Length);
                at += Length;
            }
            else
            {
                at += 2;
            }

            if (at >= json.Length) break;
        }

        return mended is null ? json : new string(mended);
    }

    /// <summary>The code unit that an escape names; NUL where none stands.</summary>
    private static char UnitAt(string json, int at) =>
        at + Length <= json.Length && json[at] == '\\' && json[at + 1] == 'u' && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : '\0';
}
