namespace Crosscheck.Sources;

/// <summary>A stream whose first bytes were looked at and are still to be read. The stream stays its owner's.</summary>
internal sealed class PeekedStream : ForwardStream
{
    private readonly Stream _rest;
    private readonly byte[] _head;
    private int _next;

    private PeekedStream(byte[] head, Stream rest) => (_head, _rest) = (head, rest);

    public ReadOnlySpan<byte> Head => _head;

    public static PeekedStream Of(Stream stream)
    {
        var head = new byte[KindSniffer.Reach];
        var filled = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return new PeekedStream(head[..filled], stream);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_next == _head.Length) return _rest.Read(buffer);
        var count = Math.Min(buffer.Length, _head.Length - _next);
        _head.AsSpan(_next, count).CopyTo(buffer);
        _next += count;
        return count;
    }
}
