using Crosscheck.Text;

namespace Crosscheck.Articles.Dates;

/// <summary>A date as a page prints it.</summary>
/// <param name="Span">Its words, time of day and zone included.</param>
public sealed record PrintedDate(PublishedAt At, TextSpan Span);
