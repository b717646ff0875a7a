namespace Crosscheck.Sources.Archives;

/// <summary>A file in an archive.</summary>
/// <param name="Name">Its path there, with <c>/</c>; names nothing on this machine and is never opened as a path.</param>
/// <param name="Size">Bytes unpacked, as the archive says.</param>
/// <param name="Locked">Whether a password is needed.</param>
/// <param name="Open">Its bytes, until the next entry is asked for.</param>
internal readonly record struct ArchiveEntry(string Name, long Size, bool Locked, Func<Stream> Open)
{
    /// <summary>A name as it can be shown: no control characters, no empty or self-naming steps at its start.</summary>
    public static string Shown(string name)
    {
        var clean = name.Replace('\\', '/');
        if (clean.AsSpan().ContainsAnyInRange('\0', '\x1F')) clean = string.Concat(clean.Select(c => char.IsControl(c) ? '\uFFFD' : c));
        while (clean.StartsWith("./", StringComparison.Ordinal)) clean = clean[2..];
        return clean.TrimStart('/');
    }
}
