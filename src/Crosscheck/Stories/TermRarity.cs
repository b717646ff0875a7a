
namespace Crosscheck.Stories;

/// <summary>
/// How many articles of a background collection use a word: hashes and counts, made by the trainer from training articles.
/// Without it the first articles of a stream would all look alike.
/// </summary>
internal sealed class TermRarity
{
    private readonly Dictionary<ulong, int> _count;

    public TermRarity(int articles, Dictionary<ulong, int> count)
    {
        (Articles, _count) = (articles, count);
    }

    public int Articles { get; }

    public static TermRarity Default { get; } = Read(StoryLexicon.Open("Stories/Assets/background.bin"));

    /// <summary>Articles of the background that use a term.</summary>
    public int CountOf(ulong term) => _count.GetValueOrDefault(term);

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Articles);
        writer.Write(_count.Count);
        foreach (var (hash, count) in _count.OrderBy(c => c.Key))
        {
            writer.Write(hash);
            writer.Write((ushort)Math.Min(count, ushort.MaxValue));
        }
    }

    private static TermRarity Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        var articles = reader.ReadInt32();
        var terms = reader.ReadInt32();
        var count = new Dictionary<ulong, int>(terms);
        for (var i = 0; i < terms; i++) count[reader.ReadUInt64()] = reader.ReadUInt16();
        return new TermRarity(articles, count);
    }
}
