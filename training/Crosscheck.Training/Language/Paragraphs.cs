using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Training.Language;

/// <summary>The lines of a text that are not blank, as blocks.</summary>
internal static class Paragraphs
{
    public static ImmutableArray<TextSpan> Of(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<TextSpan>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (!string.IsNullOrWhiteSpace(text[start..end])) blocks.Add(new TextSpan(start, end));
            start = end + 1;
        }

        return blocks.ToImmutable();
    }
}
