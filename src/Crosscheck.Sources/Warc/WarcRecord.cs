namespace Crosscheck.Sources.Warc;

/// <summary>A record of a WARC file (ISO 28500:2017).</summary>
/// <param name="Place">Where it begins, as <see cref="WarcInput.Place"/> gives it.</param>
/// <param name="Block">Its content; empty where <paramref name="TooLarge"/>.</param>
/// <param name="Fault">What is wrong with it, or null; what there is of the block was kept.</param>
internal sealed record WarcRecord(string Place, FieldLines Fields, byte[] Block, bool TooLarge, string? Fault)
{
    public string Type => Fields["WARC-Type"]?.ToLowerInvariant() ?? string.Empty;

    /// <summary>The address; WARC 1.0 was read by many as asking for angle brackets.</summary>
    public string? Target => Fields["WARC-Target-URI"]?.Trim('<', '>') is { Length: > 0 } target ? target : null;
}

/// <summary>
/// The records of a WARC file one by one. A record's length is believed where another record or the end follows it; where not, the record
/// goes to the next line that begins one, and from then on in an uncompressed file no length is believed over such a line.
/// </summary>
internal sealed class WarcRecords(WarcInput input, SourceOptions options)
{
    private const int LongestHeader = 1 << 16;
    private const int Lookahead = 64;

    private bool _distrust;

    /// <summary>Bytes between records that belong to none, since the record before.</summary>
    public long Strays { get; private set; }

    /// <summary>The next record of the part, or null at its end.</summary>
    public WarcRecord? Next()
    {
        Strays = 0;
        if (!ToRecord()) return null;
        var place = input.Place;
        var head = input.Peek(LongestHeader);
        var version = head.IndexOf((byte)'\n') + 1;
        var fields = FieldLines.Read(head[version..Math.Min(head.Length, LongestHeader)], out var end);
        input.Skip(version + end);
        var length = fields.Number("Content-Length");
        var block = Read(length ?? long.MaxValue, length is null, out var whole, out var tooLarge);
        return new WarcRecord(place, fields, block, tooLarge, whole ? null : length is null ? "has no length" : "is not as long as it says");
    }

    private static int RecordStart(ReadOnlySpan<byte> bytes)
    {
        var from = 0;
        while (bytes[from..].IndexOf("WARC/"u8) is >= 0 and var found)
        {
            var at = from + found;
            if (IsRecordStart(bytes[at..]) && (at == 0 || bytes[at - 1] == '\n')) return at;
            from = at + 5;
        }

        return -1;
    }

    /// <summary><c>WARC/1.1</c> and the end of the line.</summary>
    private static bool IsRecordStart(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 9 && bytes.StartsWith("WARC/"u8) && char.IsAsciiDigit((char)bytes[5]) && bytes[6] == '.' && bytes[8..Math.Min(bytes.Length, 12)].IndexOf((byte)'\n') >= 0;

    private bool ToRecord()
    {
        while (true)
        {
            var window = input.Peek(Lookahead);
            if (window.IsEmpty) return false;
            if (IsRecordStart(window)) return true;
            var blank = window.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            if (blank > 0)
            {
                input.Skip(blank);
                continue;
            }

            if (blank < 0)
            {
                input.Skip(window.Length);
                continue;
            }

            var start = RecordStart(window);
            var skip = start > 0 ? start : window.Length > Lookahead ? window.Length - Lookahead + 1 : window.Length;
            Strays += skip;
            input.Skip(skip);
        }
    }

    private byte[] Read(long length, bool toNext, out bool whole, out bool tooLarge)
    {
        using var kept = new MemoryStream();
        tooLarge = false;
        _distrust |= length > input.Left;
        var stopped = toNext || _distrust;
        var reached = stopped ? CopyToRecord(length, kept, ref tooLarge) : Copy(length, kept, ref tooLarge);
        whole = !toNext && reached && AtBoundary();
        if (!whole && !tooLarge)
        {
            if (!stopped) Mend(kept, reached, ref tooLarge);
            TrimClose(kept);
        }

        return tooLarge ? [] : kept.ToArray();
    }

    /// <summary>A wrong length: too long when a record begins inside the block, else too short.</summary>
    private void Mend(MemoryStream kept, bool reached, ref bool tooLarge)
    {
        _distrust = !input.IsCompressed;
        var bytes = kept.GetBuffer().AsSpan(0, (int)kept.Length);
        var inside = RecordStart(bytes);
        if (inside > 0)
        {
            input.Unread(bytes[inside..]);
            kept.SetLength(inside);
        }
        else if (reached)
        {
            CopyToRecord(long.MaxValue, kept, ref tooLarge);
        }
    }

    /// <summary>Two line ends close a record and are not its content.</summary>
    private static void TrimClose(MemoryStream kept)
    {
        for (var i = 0; i < 4 && kept.Length > 0 && kept.GetBuffer()[kept.Length - 1] is (byte)'\r' or (byte)'\n'; i++) kept.SetLength(kept.Length - 1);
    }

    /// <returns>Whether there were so many bytes.</returns>
    private bool Copy(long length, MemoryStream kept, ref bool tooLarge)
    {
        while (length > 0)
        {
            var window = input.Peek(1);
            if (window.IsEmpty) return false;
            var count = (int)Math.Min(length, window.Length);
            Keep(window[..count], kept, ref tooLarge);
            input.Skip(count);
            length -= count;
        }

        return true;
    }

    /// <returns>Whether there were so many bytes before the next record.</returns>
    private bool CopyToRecord(long length, MemoryStream kept, ref bool tooLarge)
    {
        while (length > 0)
        {
            var window = input.Peek(Lookahead);
            if (window.IsEmpty) return false;
            var start = RecordStart(window);
            var sure = start >= 0 ? start : window.Length > Lookahead ? window.Length - Lookahead : window.Length;
            if (sure == 0) return false;
            var count = (int)Math.Min(length, sure);
            Keep(window[..count], kept, ref tooLarge);
            input.Skip(count);
            length -= count;
        }

        return true;
    }

    private void Keep(ReadOnlySpan<byte> bytes, MemoryStream kept, ref bool tooLarge)
    {
        if (tooLarge || kept.Length + bytes.Length > options.MaxDocumentBytes)
        {
            tooLarge = true;
            kept.SetLength(0);
            kept.Capacity = 0;
            return;
        }

        kept.Write(bytes);
    }

    /// <summary>Whether line ends alone stand before the next record or the end.</summary>
    private bool AtBoundary()
    {
        var window = input.Peek(Lookahead);
        var next = window[..Math.Min(window.Length, 8)].IndexOfAnyExcept((byte)'\r', (byte)'\n');
        return next < 0 || IsRecordStart(window[next..]);
    }
}
