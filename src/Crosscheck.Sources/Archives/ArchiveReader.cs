using Crosscheck.Diagnostics;

namespace Crosscheck.Sources.Archives;

/// <summary>
/// The documents of a ZIP or TAR archive, at <c>file!path/in/it</c>, one at a time. Nothing is unpacked to disk. Sidecars and the folders of saved
/// pages mean what they mean on disk, so the names are read first and the archive once more for its pages.
/// </summary>
internal sealed class ArchiveReader(SourceOptions options, EntryReader reader)
{
    /// <exception cref="UnpackLimitException">A bound is crossed; what came before was read.</exception>
    /// <exception cref="InvalidDataException">The archive is broken; what came before was read.</exception>
    public IEnumerable<SourceItem> Read(Func<Stream> open, Entry archive)
    {
        if (archive.Depth >= options.MaxArchiveDepth)
        {
            yield return new Diagnostic(
                DiagnosticCode.ArchiveTooDeep, Severity.Error, archive.Shown, null, $"Archives nested deeper than {options.MaxArchiveDepth} are not read. Unpack '{archive.Shown}' to read it.");
            yield break;
        }

        using var sized = open();
        var packed = sized.CanSeek ? sized.Length : (long?)null;
        var forNames = archive.Budget ?? UnpackBudget.For(packed, options);
        var index = ArchiveIndex.Of(Entries(open, archive, forNames), forNames, options);
        var budget = archive.Budget ?? UnpackBudget.For(packed, options);
        var passed = new PassedOver();
        foreach (var entry in Entries(open, archive, budget))
        {
            if (IsHidden(entry.Name) || index.BelongsToPage(entry.Name)) continue;
            foreach (var item in One(entry, archive with { Budget = budget }, index, passed)) yield return item;
            // Said where it happened; every further entry would only say it again.
            if (budget.IsSpent) yield break;
        }

        if (passed.Count > 0)
        {
            yield return new Diagnostic(DiagnosticCode.UnknownType, Severity.Note, archive.Shown, null, $"Other kinds of file in '{archive.Shown}' were not read: {passed}.");
        }
    }

    private static IEnumerable<ArchiveEntry> Entries(Func<Stream> open, Entry archive, UnpackBudget budget) =>
        archive.Kind == FileKind.Zip ? ZipEntries.Read(open) : TarEntries.Read(open, archive.Compressed, budget);

    private IEnumerable<SourceItem> One(ArchiveEntry entry, Entry archive, ArchiveIndex index, PassedOver passed)
    {
        var (kind, compressed) = InputFile.KindOf(entry.Name);
        if (kind == FileKind.Sidecar) return [];
        var inside = archive.Inside(entry.Name, kind, index.GivenOf(entry.Name, compressed)) with { Compressed = compressed };
        if (kind == FileKind.Unknown && !(InputFile.MayBeFeed(entry.Name) && !entry.Locked))
        {
            passed.Add(Path.GetExtension(entry.Name) is { Length: > 0 } extension ? extension.ToLowerInvariant() : Path.GetFileName(entry.Name));
            return [];
        }

        if (entry.Locked)
        {
            return [new Diagnostic(DiagnosticCode.EntryLocked, Severity.Error, inside.Shown, null, $"'{inside.Shown}' needs a password. Unpack the archive and give the file itself.")];
        }

        // What is in a TAR archive comes by once; only a ZIP archive can be asked again, and then for nothing that is needed twice.
        return kind == FileKind.Unknown ? FeedOnly(entry, inside, passed) : reader.Read(() => Open(entry, archive.Budget!), inside, again: false);
    }

    /// <summary>XML and JSON are read where they are feeds.</summary>
    private IEnumerable<SourceItem> FeedOnly(ArchiveEntry entry, Entry inside, PassedOver passed)
    {
        using var stream = Open(entry, inside.Budget!);
        using var peeked = PeekedStream.Of(stream);
        if (!KindSniffer.IsFeed(peeked.Head))
        {
            passed.Add(Path.GetExtension(entry.Name).ToLowerInvariant());
            yield break;
        }

        foreach (var item in reader.Read(() => peeked, inside with { Kind = FileKind.Feed }, again: false)) yield return item;
    }

    private static MeteredStream Open(ArchiveEntry entry, UnpackBudget budget)
    {
        try
        {
            return new MeteredStream(entry.Open(), budget);
        }
        catch (NotSupportedException e)
        {
            // A way of compressing that the framework does not know.
            throw new InvalidDataException(e.Message, e);
        }
    }

    /// <summary>As on disk; and what archivers add.</summary>
    private static bool IsHidden(string name)
    {
        foreach (var step in name.AsSpan().Split('/'))
        {
            if (name.AsSpan()[step] is ['.', not '.', ..] or "__MACOSX") return true;
        }

        return false;
    }
}
