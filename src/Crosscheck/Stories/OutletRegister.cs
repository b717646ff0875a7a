using System.Collections.Immutable;

namespace Crosscheck.Stories;

/// <summary>A publisher as the user's list gives it.</summary>
public sealed record OutletEntry(string? Domain, string Name, string? Owner, string? Country, ImmutableArray<string> Languages);

/// <summary>Outlets that the user listed: outlets of one owner count as one origin.</summary>
public sealed class OutletRegister(ImmutableArray<OutletEntry> entries)
{
    public static OutletRegister Empty { get; } = new([]);

    public ImmutableArray<OutletEntry> Entries { get; } = entries;

    /// <summary>The entry of a host (also of its subdomains) or of a name, ignoring case; null when not listed.</summary>
    public OutletEntry? Find(string outletOrHost) =>
        Entries.FirstOrDefault(e =>
            string.Equals(e.Name, outletOrHost, StringComparison.OrdinalIgnoreCase)
            || (e.Domain is { } domain
                && (string.Equals(domain, outletOrHost, StringComparison.OrdinalIgnoreCase)
                    || outletOrHost.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase))));
}
