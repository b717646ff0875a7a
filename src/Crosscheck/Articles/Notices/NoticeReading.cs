using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Articles.Notices;

/// <summary>A sentence in which a page speaks of itself. One sentence can be of two kinds (translated and edited): then two of these share a span.</summary>
/// <param name="Span">In the text that was read.</param>
/// <param name="Names">Who the sentence names, or null.</param>
public readonly record struct NoticeSentence(NoticeKind Kind, TextSpan Span, string? Names);

/// <summary>The notices at the edges of a paragraph.</summary>
/// <param name="Rest">What is no notice, in the text that was read; empty when all of it is.</param>
public sealed record NoticeReading(ImmutableArray<NoticeSentence> Notices, TextSpan Rest)
{
    public bool IsWhole => Notices.Length > 0 && Rest.IsEmpty;
}
