namespace Crosscheck.Sources.Archives;

/// <summary>How much an archive may still unpack; an archive inside it draws on the same.</summary>
internal sealed class UnpackBudget(long limit)
{
    private long _left = limit;

    public bool IsSpent => _left < 0;

    /// <param name="packed">Size of the archive in bytes, as far as it is known.</param>
    public static UnpackBudget For(long? packed, SourceOptions options)
    {
        const long Free = 1 << 20;
        return new UnpackBudget(packed is { } size && size < options.MaxArchiveBytes / options.MaxExpansion ? Free + (size * options.MaxExpansion) : options.MaxArchiveBytes);
    }

    /// <exception cref="UnpackLimitException">More is unpacked than the archive may.</exception>
    public void Take(int bytes)
    {
        _left -= bytes;
        if (_left < 0) throw new UnpackLimitException("unpacks to more than an archive of its size may.");
    }
}

/// <summary>An archive went over one of its bounds; said as a diagnostic where its reading ends.</summary>
internal sealed class UnpackLimitException(string message) : Exception(message);

/// <summary>A stream whose every byte is taken from a budget.</summary>
internal sealed class MeteredStream(Stream inner, UnpackBudget budget) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        budget.Take(read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
