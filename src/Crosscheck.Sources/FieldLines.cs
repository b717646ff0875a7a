using System.Globalization;
using System.Text;

namespace Crosscheck.Sources;

/// <summary>Named fields, as WARC records, HTTP messages and MIME parts begin with them; names in any case, the first of a name counts.</summary>
internal sealed class FieldLines
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public string? this[string name] => _values.GetValueOrDefault(name);

    public int Count => _values.Count;

    /// <summary>Reads fields up to an empty line; a line that begins with white space goes on with the field before.</summary>
    /// <param name="end">Where the content begins; the end of the bytes when there is no empty line.</param>
    public static FieldLines Read(ReadOnlySpan<byte> bytes, out int end)
    {
        var fields = new FieldLines();
        string? name = null;
        var at = 0;
        while (at < bytes.Length)
        {
            var length = bytes[at..].IndexOf((byte)'\n');
            var line = length < 0 ? bytes[at..] : bytes.Slice(at, length);
            at += length < 0 ? line.Length : length + 1;
            line = line.TrimEnd((byte)'\r');
            if (line.IsEmpty) break;
            if (line[0] is (byte)' ' or (byte)'\t')
            {
                if (name is not null) fields._values[name] += " " + Text(line);
                continue;
            }

            var colon = line.IndexOf((byte)':');
            if (colon <= 0) continue;
            name = Text(line[..colon]);
            if (!fields._values.TryAdd(name, Text(line[(colon + 1)..]))) name = null;
        }

        end = at;
        return fields;
    }

    public long? Number(string name) =>
        long.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes).Trim();
}
