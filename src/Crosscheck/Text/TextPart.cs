namespace Crosscheck.Text;

public enum TextPartKind
{
    Body,
    Headline,
    Caption,
}

/// <summary>Which string of an article an offset counts in: its body, its headline, or one of its captions.</summary>
public readonly record struct TextPart(TextPartKind Kind, int Index = 0)
{
    public static TextPart Body { get; } = new(TextPartKind.Body);

    public static TextPart Headline { get; } = new(TextPartKind.Headline);

    public static TextPart Caption(int index) => new(TextPartKind.Caption, index);

    /// <summary><c>headline</c>, <c>caption:N</c>, or null for the body, as the dossier writes it.</summary>
    public string? Label => Kind switch
    {
        TextPartKind.Headline => "headline",
        TextPartKind.Caption => $"caption:{Index}",
        _ => null,
    };
}
