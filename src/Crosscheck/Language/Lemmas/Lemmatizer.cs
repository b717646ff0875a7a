using System.Buffers.Binary;
using System.Numerics;
using Crosscheck.Learning;

namespace Crosscheck.Language.Lemmas;

/// <summary>
/// Lemmas by a decision list learned from treebanks: for a word and its tag the longest known ending decides how many characters to cut
/// and what to append. Whole words are the longest endings, so exceptions need no list of their own.
/// File, little-endian: magic, number of edits, edits, number of endings, then (hash of tag and ending, edit) in ascending order.
/// </summary>
internal sealed class Lemmatizer
{
    public const string WeightsName = "lemmas.bin";

    /// <summary>Characters of the longest ending that is not a whole word.</summary>
    public const int LongestEnding = 6;

    private const uint Magic = 0x314D4C58;

    private readonly Edit[] _edits;
    private readonly (uint Key, ushort Edit)[] _slots;

    /// <param name="Keep">Whether the word's capitals stay (names).</param>
    /// <param name="Cut">Characters cut off the end.</param>
    internal sealed record Edit(bool Keep, int Cut, string Append)
    {
        /// <summary>The lemma, or null where the word is shorter than the cut.</summary>
        public string? Apply(ReadOnlySpan<char> form)
        {
            if (form.Length < Cut) return null;
            var stem = form[..^Cut];
            if (Keep) return Append.Length == 0 ? stem.ToString() : string.Concat(stem, Append);
            Span<char> lower = stackalloc char[Tokenizer.LongestToken];
            stem = stem[..Math.Min(stem.Length, lower.Length)];
            stem.ToLowerInvariant(lower);
            return string.Concat(lower[..stem.Length], Append);
        }
    }

    internal Lemmatizer(Edit[] edits, IReadOnlyCollection<KeyValuePair<uint, ushort>> endings)
    {
        _edits = edits;
        _slots = new (uint, ushort)[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, endings.Count * 2))];
        var mask = _slots.Length - 1;
        foreach (var (key, edit) in endings)
        {
            var i = (int)key & mask;
            while (_slots[i].Edit != 0) i = (i + 1) & mask;
            _slots[i] = (key, (ushort)(edit + 1));
        }
    }

    /// <param name="tag">Penn Treebank tag.</param>
    public string Lemma(ReadOnlySpan<char> form, string tag)
    {
        var at = DecidingEdit(form, tag);
        return (at < 0 ? null : _edits[at].Apply(form)) ?? form.ToString();
    }

    /// <summary>Key of an ending under a tag; a length above <see cref="LongestEnding"/> means the whole word.</summary>
    internal static uint KeyOf(ReadOnlySpan<char> normal, int length, uint tag) => length > LongestEnding
        ? FeatureHash.Of(1).Add(tag).Add(normal).Value
        : FeatureHash.Of(2).Add(tag).Add(normal[^length..]).Value;

    private int DecidingEdit(ReadOnlySpan<char> form, string tag)
    {
        Span<char> normal = stackalloc char[Tokenizer.LongestToken];
        normal = normal[..WordForm.Normalize(form, normal)];
        var tagHash = FeatureHash.OfText(tag);
        for (var length = LongestEnding + 1; length >= 0; length--)
        {
            if (length <= LongestEnding && length > normal.Length) continue;
            if (Find(KeyOf(normal, length, tagHash)) is var edit && edit >= 0) return edit;
        }

        return -1;
    }

    private int Find(uint key)
    {
        var mask = _slots.Length - 1;
        for (var i = (int)key & mask; ; i = (i + 1) & mask)
        {
            var slot = _slots[i];
            if (slot.Edit == 0 || slot.Key == key) return slot.Edit - 1;
        }
    }

    /// <exception cref="InvalidOperationException">The file is missing or broken: a broken install.</exception>
    public static Lemmatizer Load(string folder)
    {
        var path = Path.Combine(folder, WeightsName);
        return Parse(WeightsFile.Read(path)) ?? throw WeightsFile.Broken(path);
    }

    internal static Lemmatizer? Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) return null;
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (count is < 0 or > ushort.MaxValue - 1) return null;
        var edits = new Edit[count];
        var at = 8;
        for (var i = 0; i < count; i++)
        {
            if (bytes.Length - at < 3 || bytes.Length - at - 3 < bytes[at + 2]) return null;
            edits[i] = new Edit(bytes[at] != 0, bytes[at + 1], System.Text.Encoding.UTF8.GetString(bytes.Slice(at + 3, bytes[at + 2])));
            at += 3 + bytes[at + 2];
        }

        if (bytes.Length - at < 4) return null;
        var endings = BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
        at += 4;
        if (endings < 0 || bytes.Length - at != 6L * endings) return null;
        var list = new KeyValuePair<uint, ushort>[endings];
        for (var i = 0; i < endings; i++, at += 6)
        {
            list[i] = new(BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 4)..]));
            if (list[i].Value >= count) return null;
        }

        return new Lemmatizer(edits, list);
    }

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        using var writer = new BinaryWriter(File.Create(Path.Combine(folder, WeightsName)));
        writer.Write(Magic);
        writer.Write(_edits.Length);
        foreach (var edit in _edits)
        {
            var append = System.Text.Encoding.UTF8.GetBytes(edit.Append);
            writer.Write(edit.Keep);
            writer.Write((byte)edit.Cut);
            writer.Write((byte)append.Length);
            writer.Write(append);
        }

        var kept = _slots.Where(s => s.Edit != 0).OrderBy(s => s.Key).ToList();
        writer.Write(kept.Count);
        foreach (var (key, edit) in kept)
        {
            writer.Write(key);
            writer.Write((ushort)(edit - 1));
        }
    }
}
