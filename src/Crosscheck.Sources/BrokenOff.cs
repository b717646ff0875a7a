using Crosscheck.Diagnostics;

namespace Crosscheck.Sources;

/// <summary>Turns the ways in which reading breaks off into the diagnostic that stands where the next item would.</summary>
internal static class BrokenOff
{
    public static IEnumerable<SourceItem> Said(string shown, IEnumerable<SourceItem> items)
    {
        using var source = items.GetEnumerator();
        while (true)
        {
            SourceItem item;
            try
            {
                if (!source.MoveNext()) yield break;
                item = source.Current;
            }
            catch (Exception e) when (Of(e, shown) is { } diagnostic)
            {
                item = diagnostic;
            }

            yield return item;
        }
    }

    /// <summary>Null for what is a bug.</summary>
    private static Diagnostic? Of(Exception exception, string shown) => exception switch
    {
        Archives.UnpackLimitException => new Diagnostic(DiagnosticCode.CompressedBomb, Severity.Error, shown, null, $"'{shown}' {exception.Message} What came before was read. Unpack it yourself if it is meant to."),
        InvalidDataException or EndOfStreamException => new Diagnostic(DiagnosticCode.ContainerBroken, Severity.Error, shown, null, $"'{shown}' is not whole: what came before the break was read. Fetch it again."),
        FileNotFoundException or DirectoryNotFoundException => new Diagnostic(DiagnosticCode.InputVanished, Severity.Error, shown, null, $"'{shown}' was there a moment ago and is gone. Run again if it is still needed."),
        IOException or UnauthorizedAccessException => new Diagnostic(DiagnosticCode.InputNotReadable, Severity.Error, shown, null, $"Reading '{shown}' failed: {exception.Message}"),
        _ => null,
    };
}
