using System.Buffers.Binary;
using System.IO.Compression;

namespace Crosscheck.Sources.Warc;

internal enum MemberState
{
    /// <summary>There is more of it to read.</summary>
    Open,
    Whole,
    Broken,
    Bomb,
}

/// <summary>
/// The members of a gzip file one by one, each with its place (RFC 1952), which the framework's stream runs together. Where a member ends is found by its
/// checksum and length in the bytes that the inflater was given last; after a broken one the next is looked for.
/// </summary>
internal sealed class GzipMembers(Stream file, int maxExpansion) : IDisposable
{
    private const int Chunk = 8192;
    private const int LookBack = 32768;
    private const long FreeGrowth = 1 << 20;

    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 0x08];

    private readonly byte[] _buffer = new byte[1 << 18];
    private long _bufferAt;
    private int _next;
    private int _filled;
    private int _chunkStart;
    private DeflateStream? _inflater;
    private long _unpacked;
    private uint _checksum;

    /// <summary>Byte offset in the file of the member that is read.</summary>
    public long Offset { get; private set; } = -1;

    public MemberState State { get; private set; } = MemberState.Whole;

    private long Position => _bufferAt + _next;

    /// <summary>Goes to the next member; what was not read of this one is passed over.</summary>
    /// <returns>False at the end of the file.</returns>
    public bool Next()
    {
        Span<byte> rest = stackalloc byte[4096];
        while (State == MemberState.Open && Read(rest) > 0)
        {
        }

        do
        {
            if (!ToMagic()) return false;
            Offset = Position;
            _next += Magic.Length;
        }
        while (!SkipHeader());
        _inflater?.Dispose();
        _inflater = new DeflateStream(new Chunks(this), CompressionMode.Decompress);
        (_unpacked, _checksum, State) = (0, Crc32.Start, MemberState.Open);
        return true;
    }

    /// <returns>0 at the member's end; <see cref="State"/> says which.</returns>
    public int Read(Span<byte> into)
    {
        if (State != MemberState.Open) return 0;
        int read;
        try
        {
            read = _inflater!.Read(into);
        }
        catch (InvalidDataException)
        {
            Break(MemberState.Broken);
            return 0;
        }

        if (read == 0)
        {
            if (FindEnd()) State = MemberState.Whole;
            else Break(MemberState.Broken);
            return 0;
        }

        _checksum = Crc32.Update(_checksum, into[..read]);
        _unpacked += read;
        if (_unpacked > FreeGrowth && _unpacked > (Position - Offset) * maxExpansion) Break(MemberState.Bomb);
        return read;
    }

    public void Dispose() => _inflater?.Dispose();

    /// <summary>The next member is looked for from a little before the break, where this one may have run into it.</summary>
    private void Break(MemberState state)
    {
        State = state;
        _next = (int)Math.Max(Math.Max(0, _chunkStart - LookBack), Math.Min(_filled, Offset + Magic.Length - _bufferAt));
    }

    /// <summary>Goes behind the checksum and length of the member just inflated.</summary>
    private bool FindEnd()
    {
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, ~_checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)_unpacked);
        Ensure(8);
        var found = _buffer.AsSpan(_chunkStart, _filled - _chunkStart).IndexOf(trailer);
        if (found < 0) return false;
        _next = _chunkStart + found + 8;
        return true;
    }

    private bool ToMagic()
    {
        while (Ensure(Magic.Length))
        {
            _chunkStart = _next;
            var found = _buffer.AsSpan(_next, _filled - _next).IndexOf(Magic);
            if (found >= 0)
            {
                _next += found;
                return true;
            }

            _next = _filled - (Magic.Length - 1);
        }

        return false;
    }

    /// <summary>What follows the magic bytes (RFC 1952, section 2.3); false where it makes no sense.</summary>
    private bool SkipHeader()
    {
        if (!Ensure(7)) return false;
        var flags = _buffer[_next];
        _next += 7;
        if ((flags & 0xE0) != 0) return false;
        if ((flags & 4) != 0)
        {
            if (!Ensure(2)) return false;
            var length = BinaryPrimitives.ReadUInt16LittleEndian(_buffer.AsSpan(_next));
            if (!Ensure(2 + length)) return false;
            _next += 2 + length;
        }

        if ((flags & 8) != 0 && !SkipText()) return false;
        if ((flags & 16) != 0 && !SkipText()) return false;
        if ((flags & 2) == 0) return true;
        if (!Ensure(2)) return false;
        _next += 2;
        return true;
    }

    private bool SkipText()
    {
        Ensure(4096);
        var end = _buffer.AsSpan(_next, Math.Min(4096, _filled - _next)).IndexOf((byte)0);
        if (end < 0) return false;
        _next += end + 1;
        return true;
    }

    /// <summary>Fills the buffer so that it holds so many bytes from here, as far as the file goes; keeps what lies a little before.</summary>
    private bool Ensure(int count)
    {
        if (_filled - _next >= count) return true;
        var keepFrom = Math.Max(0, Math.Min(_next, _chunkStart) - LookBack);
        if (keepFrom > 0)
        {
            _buffer.AsSpan(keepFrom, _filled - keepFrom).CopyTo(_buffer);
            _bufferAt += keepFrom;
            _next -= keepFrom;
            _chunkStart -= keepFrom;
            _filled -= keepFrom;
        }

        while (_filled - _next < count && _filled < _buffer.Length)
        {
            var read = file.Read(_buffer.AsSpan(_filled));
            if (read == 0) break;
            _filled += read;
        }

        return _filled - _next >= count;
    }

    /// <summary>The file's bytes for the inflater, a chunk at a time.</summary>
    private sealed class Chunks(GzipMembers members) : ForwardStream
    {
        public override int Read(Span<byte> buffer)
        {
            members._chunkStart = members._next;
            members.Ensure(1);
            var count = Math.Min(Math.Min(Chunk, buffer.Length), members._filled - members._next);
            members._buffer.AsSpan(members._next, count).CopyTo(buffer);
            members._next += count;
            return count;
        }
    }
}
