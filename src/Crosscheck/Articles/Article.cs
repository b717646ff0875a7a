using System.Collections.Immutable;
using Crosscheck.Diagnostics;
using Crosscheck.Text;

namespace Crosscheck.Articles;

/// <summary>A document decoded, and the articles cut out of it. No articles: a diagnostic says why.</summary>
public sealed record ReadDocument(
    RawDocument Raw, string Encoding, string MediaType, SourceText Decoded, ImmutableArray<Article> Articles, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>
/// One story's text cut out of a document. <see cref="Body"/> is the body alone: no headline, caption, byline or notice.
/// Everything named <c>DocumentSpan</c> counts in the decoded document, everything else in <see cref="Body"/>.
/// </summary>
public sealed record Article
{
    /// <summary>From its first character (headline and repeats included) to where the next story begins.</summary>
    public required TextSpan DocumentSpan { get; init; }

    public required SourceText Body { get; init; }

    public ImmutableArray<Block> Blocks { get; init; } = [];

    /// <summary>In <see cref="Body"/>: the place, agency and dash that open a report where the body keeps them, as a page in HTML does.</summary>
    public TextSpan? Dateline { get; init; }

    public Sourced<string>? Headline { get; init; }

    public TextSpan? HeadlineSpan { get; init; }

    public string? Subtitle { get; init; }

    /// <summary>People, apart from agencies.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The desk or house that signs where no person does ("Redaktion"); null otherwise.</summary>
    public string? SignedBy { get; init; }

    /// <summary>Agencies that the byline, the dateline or a credit names.</summary>
    public ImmutableArray<string> Agencies { get; init; } = [];

    public Sourced<string>? Outlet { get; init; }

    public Sourced<PublishedAt>? Published { get; init; }

    public Sourced<PublishedAt>? Modified { get; init; }

    public string? Url { get; init; }

    public string? Section { get; init; }

    /// <summary>ISO 639-1 code with the basis and confidence; null when the text does not say.</summary>
    public Sourced<string>? Language { get; init; }

    public ImmutableArray<Caption> Captions { get; init; } = [];

    public ImmutableArray<Notice> Notices { get; init; } = [];

    public ImmutableArray<Furniture> Furniture { get; init; } = [];

    /// <summary>Values of the same fields that other places of the page gave and that disagree.</summary>
    public ImmutableArray<Candidate> Disagreeing { get; init; } = [];

    /// <summary>Reasons for fields left empty, by field name (<c>published</c>, <c>outlet</c>, ...).</summary>
    public ImmutableSortedDictionary<string, string> Reasons { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>A value, the place of the page it was read from, and how sure the reading is.</summary>
public sealed record Sourced<T>(T Value, string Basis, double Confidence);

/// <summary>A day, with the time of day and zone where the page gives them.</summary>
/// <param name="Time">Local time; null when the page gives a day only.</param>
/// <param name="Offset">Distance from UTC; null when not given.</param>
public sealed record PublishedAt(DateOnly Day, TimeOnly? Time = null, TimeSpan? Offset = null)
{
    /// <summary>ISO 8601: a day, or a time to the minute with its zone where known.</summary>
    public override string ToString()
    {
        var day = Day.ToString("yyyy-MM-dd");
        if (Time is not { } time) return day;
        var zone = Offset switch
        {
            null => string.Empty,
            { Ticks: 0 } => "Z",
            { } o => $"{(o < TimeSpan.Zero ? '-' : '+')}{o.Duration():hh\\:mm}",
        };
        return $"{day}T{time:HH\\:mm}{zone}";
    }
}

public sealed record Candidate(string Field, string Value, string Basis);

public enum BlockKind
{
    Paragraph,
    Subheading,
    ListItem,
    Quotation,
    TableRow,
}

/// <summary>A block of the body and its place in the decoded document (an envelope: markup may stand inside it).</summary>
public sealed record Block(BlockKind Kind, TextSpan Span, TextSpan DocumentSpan);

public sealed record Caption(string Text, string? Credit, string? Date, TextSpan DocumentSpan);

public enum NoticeKind
{
    Translated,
    Edited,
    Unverified,
    Responsibility,
    Correction,
    Clarification,
    Update,
    Wire,
    Sponsored,
    Opinion,
    Satire,
    MachineMade,
    Paywall,
    Truncated,

    /// <summary>One report of a live blog: it tells what is new, not the whole.</summary>
    LiveEntry,
}

/// <summary>What the page says about itself, never left in the body.</summary>
/// <param name="Names">Who the notice names (the outlet that translated, the agency that contributed), or null.</param>
public sealed record Notice(NoticeKind Kind, TextSpan DocumentSpan, string Text, string? Names = null);

public enum FurnitureKind
{
    RepeatedHeadline,
    RepeatedCaption,
    Widget,
    DateField,
    Byline,
    Dateline,
    Related,
    Share,
    Newsletter,
    Comments,
    Cookies,
    AuthorBox,
    Navigation,
    Advertisement,
    Boilerplate,
    EmbeddedPost,
    PullQuote,
    Other,
}

/// <summary>What was cut away, and why.</summary>
public sealed record Furniture(FurnitureKind Kind, TextSpan DocumentSpan, string Text);
