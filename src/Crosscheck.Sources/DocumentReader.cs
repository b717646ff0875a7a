using System.Security.Cryptography;
using Crosscheck.Articles;
using Crosscheck.Diagnostics;

namespace Crosscheck.Sources;

/// <summary>
/// Gets documents from files, folders, globs and standard input, one at a time. What cannot be read comes as a
/// diagnostic in its place; the rest goes on. Never throws for what an input holds.
/// </summary>
public sealed class DocumentReader(SourceOptions? options = null)
{
    private readonly SourceOptions _options = options ?? new SourceOptions();

    /// <param name="inputs">Files, folders, globs, or <c>-</c> for standard input, in the order of the result.</param>
    /// <param name="standardInput">Opened when an input is <c>-</c>.</param>
    public IEnumerable<SourceItem> Read(IEnumerable<string> inputs, Func<Stream> standardInput)
    {
        var finder = new InputFinder(_options);
        foreach (var input in inputs)
        {
            var items = input == "-"
                ? FromStream(standardInput(), new InputFile("-", "-", FileKind.Unknown, false))
                : finder.Find(input).SelectMany(FromFile);
            foreach (var item in items) yield return item;

            foreach (var diagnostic in finder.Diagnostics) yield return diagnostic;
            finder.Diagnostics.Clear();
        }
    }

    private IEnumerable<SourceItem> FromFile(InputFile file)
    {
        Stream? stream = null;
        Diagnostic? failure = null;
        try
        {
            stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            failure = new Diagnostic(DiagnosticCode.InputVanished, Severity.Error, file.Shown, null, $"'{file.Shown}' was there a moment ago and is gone. Run again if it is still needed.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failure = new Diagnostic(DiagnosticCode.InputNotReadable, Severity.Error, file.Shown, null, $"'{file.Shown}' may not be read. Check its permissions.");
        }

        if (failure is not null)
        {
            yield return failure;
            yield break;
        }

        using (stream)
        {
            foreach (var item in FromStream(stream!, file)) yield return item;
        }
    }

    private IEnumerable<SourceItem> FromStream(Stream stream, InputFile file) =>
        file.Kind is FileKind.JsonLines ? new JsonLinesReader(_options).Read(stream, file) : [Whole(stream, file)];

    private SourceItem Whole(Stream stream, InputFile file)
    {
        byte[] bytes;
        ReadFailure failed;
        try
        {
            failed = BoundedReader.Read(stream, file.Compressed, _options, out bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Diagnostic(DiagnosticCode.InputNotReadable, Severity.Error, file.Shown, null, $"Reading '{file.Shown}' failed: {e.Message}");
        }

        if (failed != ReadFailure.None) return Failed(failed, file.Shown, _options);
        if (bytes.Length == 0) return new Diagnostic(DiagnosticCode.InputEmpty, Severity.Warning, file.Shown, null, $"'{file.Shown}' is empty.");
        if (BinarySniffer.KindOf(bytes) is { } kind)
        {
            return new Diagnostic(DiagnosticCode.InputBinary, Severity.Error, file.Shown, null, $"'{file.Shown}' is {kind}, not a page or a text. Save it as text or HTML.");
        }

        var format = file.Kind switch
        {
            FileKind.Html => DocumentFormat.Html,
            FileKind.PlainText => DocumentFormat.PlainText,
            _ => DocumentFormat.Unknown,
        };
        var given = file.Path == "-" ? GivenMetadata.None : Sidecar.Of(file);
        return new RawDocument([file.Shown], bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), format, given);
    }

    internal static Diagnostic Failed(ReadFailure failure, string shown, SourceOptions options) => failure switch
    {
        ReadFailure.TooLarge => new Diagnostic(DiagnosticCode.InputTooLarge, Severity.Error, shown, null, $"'{shown}' is larger than {options.MaxDocumentBytes >> 20} MB. Split it into articles."),
        ReadFailure.Bomb => new Diagnostic(DiagnosticCode.CompressedBomb, Severity.Error, shown, null, $"'{shown}' grows more than {options.MaxExpansion} times when unpacked and was not read. Unpack it yourself if it is meant to."),
        _ => new Diagnostic(DiagnosticCode.CompressedBroken, Severity.Error, shown, null, $"'{shown}' is not a whole gzip file. Fetch it again."),
    };
}
