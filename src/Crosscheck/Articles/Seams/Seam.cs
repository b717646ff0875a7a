namespace Crosscheck.Articles.Seams;

/// <summary>What divides a possible start of a story from the text before it.</summary>
internal enum SeamBreak : byte
{
    /// <summary>Sentences of one line.</summary>
    Space,

    /// <summary>The next sentence begins with no space after the full stop.</summary>
    NoSpace,

    /// <summary>A new line.</summary>
    Line,

    /// <summary>One or more empty lines.</summary>
    Paragraph,
}

/// <summary>A place where another story may begin.</summary>
/// <param name="Offset">Of its first character.</param>
/// <param name="NewLines">Line ends between it and the text before.</param>
internal readonly record struct Seam(int Offset, SeamBreak Break, int NewLines);
