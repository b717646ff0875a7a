namespace Crosscheck.Sources;

/// <summary>What a container held that is no page, counted by kind.</summary>
internal sealed class PassedOver
{
    private const int KindsShown = 8;
    private const int KindsKept = 1000;

    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public void Add(string kind)
    {
        Count++;
        if (_counts.TryGetValue(kind, out var known)) _counts[kind] = known + 1;
        else if (_counts.Count < KindsKept) _counts.Add(kind, 1);
    }

    /// <summary><c>3 .pdf, 1 .png</c></summary>
    public override string ToString() =>
        string.Join(", ", _counts.Take(KindsShown).Select(k => $"{k.Value} {k.Key}")) + (_counts.Count > KindsShown ? ", \u2026" : string.Empty);
}
