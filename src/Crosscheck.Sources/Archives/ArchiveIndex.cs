using Crosscheck.Articles;

namespace Crosscheck.Sources.Archives;

/// <summary>What must be known of an archive before its pages are read: sidecars, and which folders hold a saved page's pictures and frames.</summary>
internal sealed class ArchiveIndex
{
    private readonly Dictionary<string, GivenMetadata> _sidecars = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pages = new(StringComparer.Ordinal);

    /// <exception cref="UnpackLimitException">There are more entries than the options allow.</exception>
    public static ArchiveIndex Of(IEnumerable<ArchiveEntry> entries, UnpackBudget budget, SourceOptions options)
    {
        var index = new ArchiveIndex();
        var count = 0;
        try
        {
            foreach (var entry in entries)
            {
                if (++count > options.MaxArchiveEntries) throw new UnpackLimitException($"has more than {options.MaxArchiveEntries} entries.");
                index.Add(entry, budget);
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            // Said when the pages have been read up to there.
        }

        return index;
    }

    public GivenMetadata GivenOf(string name, bool compressed) =>
        _sidecars.GetValueOrDefault(Path.ChangeExtension(compressed ? Path.ChangeExtension(name, null) : name, null), GivenMetadata.None);

    /// <summary>Whether a path leads through the folder of a saved page.</summary>
    public bool BelongsToPage(string name)
    {
        const string Ending = "_files/";
        for (var at = name.IndexOf(Ending, StringComparison.Ordinal); at >= 0; at = name.IndexOf(Ending, at + 1, StringComparison.Ordinal))
        {
            if (_pages.Contains(name[..at])) return true;
        }

        return false;
    }

    private void Add(ArchiveEntry entry, UnpackBudget budget)
    {
        var (kind, _) = InputFile.KindOf(entry.Name);
        if (kind == FileKind.Html) _pages.Add(Path.ChangeExtension(entry.Name, null));
        else if (kind == FileKind.Sidecar && !entry.Locked && entry.Size <= Sidecar.MaxBytes) Keep(entry, budget);
    }

    private void Keep(ArchiveEntry entry, UnpackBudget budget)
    {
        using var stream = new MeteredStream(entry.Open(), budget);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        if (bytes.Length <= Sidecar.MaxBytes) _sidecars[entry.Name[..^Sidecar.Ending.Length]] = Sidecar.Of(bytes.ToArray());
    }
}
