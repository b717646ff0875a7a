namespace Crosscheck.Text;

/// <summary>One word or mark, as Universal Dependencies tokenizes English.</summary>
public readonly record struct Token(TextSpan Span)
{
    public int Start => Span.Start;

    public int End => Span.End;
}
