using System.Security.Cryptography;
using System.Text;

namespace Crosscheck.Text;

/// <summary>An immutable text that offsets refer to. No stage alters it; whatever is normalised is another value.</summary>
public sealed class SourceText(string value)
{
    public static SourceText Empty { get; } = new(string.Empty);

    private readonly Lazy<string> _sha256 = new(() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value))));

    public string Value { get; } = value;

    public int Length => Value.Length;

    /// <summary>Lower-case hexadecimal SHA-256 of the text as UTF-8 (an unpaired surrogate counts as U+FFFD).</summary>
    public string Sha256 => _sha256.Value;

    public char this[int offset] => Value[offset];

    public ReadOnlySpan<char> this[TextSpan span] => Value.AsSpan(span.Start, span.Length);

    public TextSpan Whole => new(0, Value.Length);

    /// <summary>The exact words at a range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the text.</exception>
    public string Slice(TextSpan span) => Value.Substring(span.Start, span.Length);

    /// <summary>The range without the white space at its edges; empty (at its start) when it holds nothing else.</summary>
    public TextSpan Trim(TextSpan span)
    {
        var start = span.Start;
        var end = span.End;
        while (start < end && char.IsWhiteSpace(Value[start])) start++;
        while (end > start && char.IsWhiteSpace(Value[end - 1])) end--;
        return new TextSpan(start, end);
    }

    public override string ToString() => Value;
}
