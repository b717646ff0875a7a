namespace Crosscheck.Sources;

/// <summary>
/// Gets documents from files, folders, globs and standard input, one at a time, out of archives and feeds too. What cannot be read comes as a
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
        var reader = new EntryReader(_options);
        foreach (var input in inputs)
        {
            var items = input == "-"
                ? reader.Read(standardInput, new Entry("-", FileKind.Unknown, false, Articles.GivenMetadata.None), again: false)
                : finder.Find(input).SelectMany(f => reader.Read(() => Open(f.Path), new Entry(f.Shown, f.Kind, f.Compressed, Sidecar.Of(f)), again: true));
            foreach (var item in items) yield return item;

            foreach (var diagnostic in finder.Diagnostics) yield return diagnostic;
            finder.Diagnostics.Clear();
        }
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
}
