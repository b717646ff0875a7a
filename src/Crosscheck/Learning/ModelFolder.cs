using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Crosscheck.Learning;

/// <summary>The trained weights beside the program.</summary>
public static class ModelFolder
{
    public static string Default => Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>SHA-256 of each weights file below a folder, by its path with <c>/</c>: what a dossier names as its models.</summary>
    public static ImmutableSortedDictionary<string, string> Hashes(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => !f.EndsWith(".md", StringComparison.Ordinal))
                .ToImmutableSortedDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), HashOf, StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, string>.Empty;

    private static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
