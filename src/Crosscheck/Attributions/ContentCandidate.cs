namespace Crosscheck.Attributions;

/// <summary>How a candidate for a content was made.</summary>
internal enum ContentShape : byte
{
    /// <summary>A subtree that does not hold the cue.</summary>
    Subtree,
    /// <summary>A subtree that holds the cue, without the cue's clause.</summary>
    AroundClause,
    BeforeClause,
    AfterClause,
    /// <summary>A subject and a complement of the cue ("he ... to win").</summary>
    SubjectAndComplement,
    /// <summary>From one complement of the cue to another.</summary>
    Complements,
    Quotation,
    AllQuotations,
    /// <summary>From the sentence's beginning to the comma before the cue's phrase.</summary>
    Prefix,
    Suffix,
    PrefixAndSuffix,
    NextSentence,
    PreviousSentence,
}

/// <summary>Words that may be a cue's content: one range of tokens or two.</summary>
/// <param name="Node">The token that the shape rests on.</param>
internal readonly record struct ContentCandidate(ContentShape Shape, int Node, TokenRange First, TokenRange Second)
{
    public int Count => First.Count + Second.Count;

    public bool Contains(int token) => First.Contains(token) || Second.Contains(token);

    public TokenRange Envelope => Second.IsEmpty ? First : new TokenRange(Math.Min(First.First, Second.First), Math.Max(First.End, Second.End));
}
