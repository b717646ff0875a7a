using System.IO.Enumeration;
using Crosscheck.Diagnostics;

namespace Crosscheck.Sources;

/// <summary>
/// Turns the inputs of a command (files, folders, globs) into files, in the order given and by ordinal name within a folder.
/// A folder that links back to one already entered is entered once.
/// </summary>
internal sealed class InputFinder(SourceOptions options)
{
    private readonly HashSet<string> _entered = new(StringComparer.Ordinal);

    public List<Diagnostic> Diagnostics { get; } = [];

    public IEnumerable<InputFile> Find(string input)
    {
        if (File.Exists(input)) return [InputFile.Of(input, input)];
        if (Directory.Exists(input)) return Folder(input, input.TrimEnd('/', '\\') is { Length: > 0 } trimmed ? trimmed : input, 0);
        if (input.AsSpan().IndexOfAny("*?[") >= 0) return Glob(input);

        Diagnostics.Add(new Diagnostic(DiagnosticCode.InputNotFound, Severity.Error, Shown(input), null,
            $"There is no file or folder '{Shown(input)}'. Check the spelling and the folder you are in."));
        return [];
    }

    private IEnumerable<InputFile> Folder(string path, string shown, int depth)
    {
        var real = RealPath(path);
        if (real is null || !_entered.Add(real))
        {
            Diagnostics.Add(new Diagnostic(DiagnosticCode.LinkLoop, Severity.Note, Shown(shown), null,
                $"'{Shown(shown)}' leads to a folder that was read already; it was not read twice."));
            yield break;
        }

        if (depth > options.MaxFolderDepth)
        {
            Diagnostics.Add(new Diagnostic(DiagnosticCode.InputNotReadable, Severity.Warning, Shown(shown), null,
                $"Folders nested deeper than {options.MaxFolderDepth} are not read. Give '{Shown(shown)}' itself to read it."));
            yield break;
        }

        List<(string Path, bool IsFolder)> entries;
        try
        {
            entries = [.. new FileSystemEnumerable<(string, bool)>(
                path, (ref FileSystemEntry e) => (e.ToFullPath(), IsFolder(ref e)), new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Diagnostics.Add(new Diagnostic(DiagnosticCode.InputNotReadable, Severity.Error, Shown(shown), null,
                $"The folder '{Shown(shown)}' may not be read. Check its permissions."));
            yield break;
        }

        var skipped = new PassedOver();
        foreach (var (entry, isFolder) in entries.OrderBy(e => e.Path, StringComparer.Ordinal))
        {
            var name = Path.GetFileName(entry);
            if (name.StartsWith('.')) continue;
            if (isFolder)
            {
                // A saved page's folder holds its pictures and frames, never articles.
                if (name.EndsWith("_files", StringComparison.Ordinal) && HasPage(path, name[..^6])) continue;
                foreach (var file in Folder(entry, $"{shown}/{name}", depth + 1)) yield return file;
                continue;
            }

            var found = InputFile.Of(entry, $"{shown}/{name}");
            if (found.Kind is FileKind.Unknown && InputFile.MayBeFeed(name) && IsFeed(entry)) found = found with { Kind = FileKind.Feed };
            if (found.Kind is FileKind.Unknown)
            {
                skipped.Add(Path.GetExtension(name) is { Length: > 0 } extension ? extension.ToLowerInvariant() : name);
            }
            else if (found.Kind is not FileKind.Sidecar)
            {
                yield return found;
            }
        }

        if (skipped.Count > 0)
        {
            Diagnostics.Add(new Diagnostic(DiagnosticCode.UnknownType, Severity.Note, Shown(shown), null,
                $"Other kinds of file in '{Shown(shown)}' were not read: {skipped}."));
        }
    }

    private List<InputFile> Glob(string pattern)
    {
        var normal = pattern.Replace('\\', '/');
        var wild = normal.AsSpan().IndexOfAny("*?[");
        var cut = normal.LastIndexOf('/', wild);
        var root = cut < 0 ? "." : cut == 0 ? "/" : normal[..cut];
        var rest = normal[(cut + 1)..];
        var matches = Directory.Exists(root)
            ? Folder(root, cut < 0 ? string.Empty : root.TrimEnd('/'), 0).Where(f => GlobPattern.Matches(rest, f.Shown[(cut < 0 ? 1 : root.TrimEnd('/').Length + 1)..])).ToList()
            : [];
        if (cut < 0) matches = [.. matches.Select(f => f with { Shown = f.Shown[1..] })];
        if (matches.Count == 0)
        {
            Diagnostics.Add(new Diagnostic(DiagnosticCode.NothingMatched, Severity.Error, Shown(pattern), null,
                $"Nothing readable matches '{Shown(pattern)}'. Quote the pattern, or give a folder."));
        }

        return matches;
    }

    private static bool IsFolder(ref FileSystemEntry entry) =>
        entry.IsDirectory || ((entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None && Directory.Exists(entry.ToFullPath()));

    private static bool HasPage(string folder, string name) =>
        File.Exists(Path.Combine(folder, name + ".html")) || File.Exists(Path.Combine(folder, name + ".htm"));

    private static bool IsFeed(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var peeked = PeekedStream.Of(file);
            return KindSniffer.IsFeed(peeked.Head);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string? RealPath(string path)
    {
        try
        {
            return Directory.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string Shown(string path) => path.Replace('\\', '/');
}
