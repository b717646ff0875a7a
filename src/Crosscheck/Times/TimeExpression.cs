using Crosscheck.Text;

namespace Crosscheck.Times;

public enum TimeType
{
    Date,
    Time,
    Duration,
    Set,
}

/// <summary>What a value is counted from.</summary>
public enum TimeAnchor
{
    /// <summary>Said in full ("March 20, 2025").</summary>
    None,
    Publication,
    /// <summary>An earlier time in the same text ("the month before").</summary>
    Text,
    /// <summary>The event that the text talks about ("two weeks later").</summary>
    Event,
}

/// <summary>A TIMEX3 expression (ISO-TimeML).</summary>
/// <param name="Value">TIMEX3 value: <c>2025-03-20</c>, <c>P2W</c>, <c>PRESENT_REF</c>; null when it cannot be given, then <paramref name="ValueReason"/> says what would fix it.</param>
/// <param name="Modifier">TIMEX3 mod such as <c>START</c>, <c>END</c>, <c>APPROX</c>, or null.</param>
/// <param name="Inferred">The anchor was inferred (from another article of the story), not printed.</param>
public sealed record TimeExpression(
    TextSpan Span, TimeType Type, string? Value, TimeAnchor Anchor, string? Modifier, double Confidence, string? ValueReason = null, bool Inferred = false);
