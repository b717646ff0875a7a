namespace Crosscheck.Sources.Feeds;

/// <summary>What a feed says of itself.</summary>
internal sealed class FeedHead
{
    public string? Title { get; set; }

    public List<string> Authors { get; } = [];
}

/// <summary>One entry of a feed, its values as printed there; markup in <see cref="Content"/> and <see cref="Summary"/> is HTML.</summary>
internal sealed class FeedEntry
{
    public string? Title { get; set; }

    public string? Address { get; set; }

    public string? Published { get; set; }

    /// <summary>Used where the entry says nothing of its publication.</summary>
    public string? Changed { get; set; }

    public List<string> Authors { get; } = [];

    /// <summary>Whom the entry was taken over from (<c>source</c> of RSS 2.0 and Atom).</summary>
    public string? Source { get; set; }

    /// <summary>The whole text, where the feed carries it.</summary>
    public string? Content { get; set; }

    public string? Summary { get; set; }

    /// <summary>Content or summary is plain text, not HTML.</summary>
    public bool IsPlain { get; set; }
}

/// <summary>A feed read as far as it goes.</summary>
/// <param name="Unread">Entries that could not be read.</param>
internal sealed record Feed(FeedHead Head, List<FeedEntry> Entries, int Unread, bool Mended);
