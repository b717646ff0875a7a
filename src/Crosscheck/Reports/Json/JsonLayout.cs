using System.Buffers;

namespace Crosscheck.Reports.Json;

/// <summary>
/// Lays out compact JSON for reading and comparing: a value stands on one line where it fits, otherwise its members stand on lines
/// of their own. One pass to measure, one to write; the text must be valid JSON without white space.
/// </summary>
internal static class JsonLayout
{
    private const int Width = 180;

    /// <param name="indent">Depth at which the value stands: two spaces each.</param>
    public static void Write(ReadOnlySpan<byte> json, int indent, IBufferWriter<byte> output)
    {
        var ends = EndsOfContainers(json);
        var depth = indent;
        var flatUntil = 0;
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            switch (c)
            {
                case (byte)'"':
                    var end = EndOfString(json, i);
                    output.Write(json[i..end]);
                    i = end - 1;
                    break;
                case (byte)'{' or (byte)'[' when i >= flatUntil && ends[i] - i > Width:
                    output.Write([c]);
                    NewLine(++depth);
                    break;
                case (byte)'{' or (byte)'[':
                    flatUntil = Math.Max(flatUntil, ends[i]);
                    output.Write([c]);
                    break;
                case (byte)'}' or (byte)']' when i >= flatUntil:
                    NewLine(--depth);
                    output.Write([c]);
                    break;
                case (byte)',' when i >= flatUntil:
                    output.Write(","u8);
                    NewLine(depth);
                    break;
                case (byte)',':
                    output.Write(", "u8);
                    break;
                case (byte)':':
                    output.Write(": "u8);
                    break;
                default:
                    output.Write([c]);
                    break;
            }
        }

        void NewLine(int to)
        {
            output.Write("\n"u8);
            for (var n = 0; n < to; n++) output.Write("  "u8);
        }
    }

    /// <summary>For the offset of each opening bracket, the offset just after its closing one.</summary>
    private static Dictionary<int, int> EndsOfContainers(ReadOnlySpan<byte> json)
    {
        var ends = new Dictionary<int, int>();
        var open = new Stack<int>();
        for (var i = 0; i < json.Length; i++)
        {
            switch (json[i])
            {
                case (byte)'"':
                    i = EndOfString(json, i) - 1;
                    break;
                case (byte)'{' or (byte)'[':
                    open.Push(i);
                    break;
                case (byte)'}' or (byte)']':
                    ends[open.Pop()] = i + 1;
                    break;
            }
        }

        return ends;
    }

    private static int EndOfString(ReadOnlySpan<byte> json, int start)
    {
        for (var i = start + 1; ; i++)
        {
            if (json[i] == (byte)'\\') i++;
            else if (json[i] == (byte)'"') return i + 1;
        }
    }
}
