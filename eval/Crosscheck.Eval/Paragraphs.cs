using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Eval;

/// <summary>Blocks of a data file's text: what lies between empty lines, or lines where there is no empty one.</summary>
public static class Paragraphs
{
    public static ImmutableArray<TextSpan> Of(SourceText text)
    {
        var value = text.Value;
        var separator = value.Contains("\n\n", StringComparison.Ordinal) ? "\n\n" : "\n";
        var blocks = ImmutableArray.CreateBuilder<TextSpan>();
        for (var start = 0; start < value.Length;)
        {
            var end = value.IndexOf(separator, start, StringComparison.Ordinal);
            if (end < 0) end = value.Length;
            var block = text.Trim(new TextSpan(start, end));
            if (!block.IsEmpty) blocks.Add(block);
            start = end + separator.Length;
        }

        return blocks.ToImmutable();
    }
}
