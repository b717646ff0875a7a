using System.Buffers.Binary;
using System.Numerics;

namespace Crosscheck.Language.Tagging;

/// <summary>
/// For each common word the class of tags it was seen with (its ambiguity class), as a number; 0 for any other word.
/// The class of the words ahead tells much about a tag and costs no decision.
/// File, little-endian: magic, count, then (hash of the word, class) in ascending order of the hash.
/// </summary>
internal sealed class TagDictionary
{
    private const uint Magic = 0x31474158;

    private readonly (uint Word, ushort Class)[] _slots;

    private TagDictionary(int count) => _slots = new (uint, ushort)[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, count * 2))];

    public static TagDictionary Build(IReadOnlyCollection<KeyValuePair<uint, ushort>> classes)
    {
        var dictionary = new TagDictionary(classes.Count);
        foreach (var (word, c) in classes) dictionary.Add(word, c);
        return dictionary;
    }

    public ushort ClassOf(uint word)
    {
        var mask = _slots.Length - 1;
        for (var i = (int)word & mask; ; i = (i + 1) & mask)
        {
            var slot = _slots[i];
            if (slot.Class == 0 || slot.Word == word) return slot.Class;
        }
    }

    private void Add(uint word, ushort c)
    {
        if (c == 0) return;
        var mask = _slots.Length - 1;
        var i = (int)word & mask;
        while (_slots[i].Class != 0) i = (i + 1) & mask;
        _slots[i] = (word, c);
    }

    /// <exception cref="InvalidOperationException">The file is missing or broken: a broken install.</exception>
    public static TagDictionary Load(string path)
    {
        var bytes = WeightsFile.Read(path);
        if (bytes.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw WeightsFile.Broken(path);
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
        if (count < 0 || bytes.Length != 8 + (6L * count)) throw WeightsFile.Broken(path);
        var dictionary = new TagDictionary(count);
        for (var at = 8; at < bytes.Length; at += 6)
        {
            dictionary.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)), BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 4)));
        }

        return dictionary;
    }

    public void Write(string path)
    {
        var kept = _slots.Where(s => s.Class != 0).OrderBy(s => s.Word).ToList();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(Magic);
        writer.Write(kept.Count);
        foreach (var (word, c) in kept)
        {
            writer.Write(word);
            writer.Write(c);
        }
    }
}
