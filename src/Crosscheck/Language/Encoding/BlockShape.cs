namespace Crosscheck.Language.Encoding;

/// <summary>The sizes of one transformer block.</summary>
/// <param name="Width">Numbers in a hidden state.</param>
/// <param name="Heads">Attention heads; they share the width evenly.</param>
/// <param name="FeedForward">Width inside the feed-forward part.</param>
internal sealed record BlockShape(int Width, int Heads, int FeedForward);
