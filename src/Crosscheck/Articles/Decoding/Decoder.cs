using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using Crosscheck.Diagnostics;
using Crosscheck.Text;

namespace Crosscheck.Articles.Decoding;

/// <summary>
/// From bytes to characters, in the order of the HTML standard: a byte order mark, what the carrier says, what the page says in its first
/// 1024 bytes, then valid UTF-8, then what the bytes look like. A label that claims UTF-8 over bytes that are mostly not is not believed,
/// nor is one that claims a single-byte encoding over text that is valid UTF-8 beyond chance.
/// </summary>
public static class Decoder
{
    private const char Replacement = '\uFFFD';

    /// <param name="bytes">The document as received.</param>
    /// <param name="charset">What the carrier says, or null.</param>
    /// <param name="markup">Whether a <c>meta</c> in the text may name the encoding.</param>
    /// <param name="path">For the diagnostics.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? charset, bool markup, string path)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var (name, skip) = Choose(bytes, charset, markup, path, diagnostics);
        var content = bytes[skip..];
        var text = EncodingLabels.Get(name).GetString(content);
        Report(text, content, name, skip, path, diagnostics);
        return new DecodedText(text, name, diagnostics.ToImmutable());
    }

    private static (string Name, int Skip) Choose(
        ReadOnlySpan<byte> bytes, string? charset, bool markup, string path, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return ("utf-8", 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return ("utf-16le", 2);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return ("utf-16be", 2);
        var valid = Utf8.IsValid(bytes);
        var label = EncodingLabels.Canonical(charset);
        if (label is null && markup)
        {
            label = EncodingLabels.Canonical(MetaPrescan.Label(bytes));
            if (label is "utf-16le" or "utf-16be") label = "utf-8"; // a meta in UTF-16 could not have been read
        }

        if (EncodingGuess.Utf16(bytes) is { } wide) return (wide, 0);
        if (label is "utf-8" or null)
        {
            if (valid) return ("utf-8", 0);
            if (BrokenShare(bytes) < 0.2) return ("utf-8", 0);
            var guess = EncodingGuess.SingleByte(bytes);
            diagnostics.Add(new Diagnostic(
                DiagnosticCode.EncodingGuessed, Severity.Note, path, null,
                label is null ? $"No encoding is named and the bytes are no UTF-8: read as {guess}." : $"UTF-8 is named but the bytes are not: read as {guess}."));
            return (guess, 0);
        }

        if (valid && IsSingleByte(label) && bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF))
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticCode.EncodingGuessed, Severity.Note, path, null, $"{label} is named but every sequence is valid UTF-8: read as utf-8."));
            return ("utf-8", 0);
        }

        return (label, 0);
    }

    private static bool IsSingleByte(string name) => name.StartsWith("windows-", StringComparison.Ordinal) || name.StartsWith("iso-8859", StringComparison.Ordinal);

    /// <summary>Share of the high bytes' sequences that are no UTF-8, over the first megabyte.</summary>
    private static double BrokenShare(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes[..Math.Min(bytes.Length, 1 << 20)];
        int broken = 0, whole = 0;
        while (rest.Length > 0)
        {
            if (rest[0] < 0x80)
            {
                rest = rest[1..];
                continue;
            }

            if (Rune.DecodeFromUtf8(rest, out _, out var used) == System.Buffers.OperationStatus.Done) whole++;
            else broken++;
            rest = rest[Math.Max(1, used)..];
        }

        return broken == 0 ? 0 : (double)broken / (broken + whole);
    }

    private static void Report(
        string text, ReadOnlySpan<byte> content, string name, int skipped, string path, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticCode.NulCharacters, Severity.Warning, path, new TextSpan(nul, nul + 1), $"{text.AsSpan().Count('\0')} NUL characters, the first at {nul}."));
        }

        var first = text.IndexOf(Replacement, StringComparison.Ordinal);
        if (first < 0) return;
        if (name == "utf-8" && Utf8.IsValid(content)) return; // the page itself holds U+FFFD
        var before = EncodingLabels.Get(name).GetByteCount(text.AsSpan(0, first)) + skipped;
        diagnostics.Add(new Diagnostic(
            DiagnosticCode.EncodingReplaced,
            Severity.Warning,
            path,
            new TextSpan(first, first + 1),
            $"{text.AsSpan().Count(Replacement)} characters could not be read as {name}; the first at byte {before}."));
    }
}
