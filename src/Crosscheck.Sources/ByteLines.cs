namespace Crosscheck.Sources;

internal enum LineState
{
    Line,
    TooLong,
    End,
}

/// <summary>Lines of a stream as bytes; one that is too long is passed over, never held.</summary>
internal sealed class ByteLines(Stream input, long maxLength)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _next;
    private int _filled;
    private bool _started;

    /// <summary>Bytes handed out so far, line ends included.</summary>
    public long Position { get; private set; }

    public LineState Next(out byte[] line)
    {
        line = [];
        using var collected = new MemoryStream();
        var tooLong = false;
        var any = false;
        while (true)
        {
            if (_next == _filled)
            {
                _filled = input.Read(_buffer);
                _next = 0;
                if (!_started)
                {
                    _started = true;
                    if (_buffer.AsSpan(0, _filled).StartsWith("\uFEFF"u8)) _next = 3;
                }

                if (_filled == 0) break;
            }

            any = true;
            var rest = _buffer.AsSpan(_next, _filled - _next);
            var end = rest.IndexOf((byte)'\n');
            var part = end < 0 ? rest : rest[..end];
            if (collected.Length + part.Length > maxLength) tooLong = true;
            if (!tooLong) collected.Write(part);
            _next += part.Length + (end < 0 ? 0 : 1);
            Position += part.Length + (end < 0 ? 0 : 1);
            if (end >= 0) break;
        }

        if (!any) return LineState.End;
        if (tooLong) return LineState.TooLong;
        line = collected.ToArray();
        return LineState.Line;
    }
}
