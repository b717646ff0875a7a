namespace Crosscheck.Sources.Warc;

/// <summary>A WARC file as a window that moves over its bytes, one gzip member after the other where it is compressed so.</summary>
internal sealed class WarcInput : IDisposable
{
    private readonly Stream _file;
    private readonly GzipMembers? _members;
    private byte[] _buffer = new byte[1 << 17];
    private int _next;
    private int _filled;
    private long _position;
    private bool _started;

    public WarcInput(Stream file, bool compressed, SourceOptions options)
    {
        _file = file;
        _members = compressed ? new GzipMembers(file, options.MaxExpansion) : null;
    }

    /// <summary>Where a record that begins here is found again: a byte offset in the file, and within a member behind its first record <c>+</c> the offset there.</summary>
    public string Place => _members is null ? _position.ToString() : _position == 0 ? _members.Offset.ToString() : $"{_members.Offset}+{_position}";

    /// <summary>How the member that ended was; whole for a file that is not compressed.</summary>
    public MemberState State => _members?.State ?? MemberState.Whole;

    public bool IsCompressed => _members is not null;

    /// <summary>Bytes from here to the end of the file, where they can be known.</summary>
    public long? Left => _members is null && _file.CanSeek ? _file.Length - _position : null;

    /// <summary>Goes to the next gzip member, or for the first time to a plain file's start.</summary>
    public bool NextPart()
    {
        (_next, _filled, _position) = (0, 0, 0);
        if (_members is not null) return _members.Next();
        if (_started) return false;
        return _started = true;
    }

    /// <summary>At least so many bytes from here, fewer only at the end of the part.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (_filled - _next < count)
        {
            _buffer.AsSpan(_next, _filled - _next).CopyTo(_buffer);
            (_next, _filled) = (0, _filled - _next);
            int read;
            while (_filled < count && (read = Fill(_buffer.AsSpan(_filled))) > 0) _filled += read;
        }

        return _buffer.AsSpan(_next, _filled - _next);
    }

    public void Skip(int count)
    {
        _next += count;
        _position += count;
    }

    /// <summary>Gives back bytes that were read last.</summary>
    public void Unread(ReadOnlySpan<byte> bytes)
    {
        var rest = _buffer.AsSpan(_next, _filled - _next);
        var joined = new byte[Math.Max(1 << 17, bytes.Length + rest.Length)];
        bytes.CopyTo(joined);
        rest.CopyTo(joined.AsSpan(bytes.Length));
        (_buffer, _next, _filled, _position) = (joined, 0, bytes.Length + rest.Length, _position - bytes.Length);
    }

    public void Dispose() => _members?.Dispose();

    private int Fill(Span<byte> into) => _members is null ? _file.Read(into) : _members.Read(into);
}
