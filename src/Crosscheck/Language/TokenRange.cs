namespace Crosscheck.Language;

/// <summary>A half-open range of tokens.</summary>
internal readonly record struct TokenRange(int First, int End)
{
    public static TokenRange None { get; } = new(0, 0);

    public bool IsEmpty => End <= First;

    public int Count => Math.Max(0, End - First);

    public bool Contains(int token) => token >= First && token < End;

    public bool Contains(TokenRange other) => other.First >= First && other.End <= End;

    public bool Overlaps(TokenRange other) => First < other.End && other.First < End;

    public TokenRange Clip(TokenRange other)
    {
        var first = Math.Max(First, other.First);
        var end = Math.Min(End, other.End);
        return first < end ? new TokenRange(first, end) : None;
    }
}
