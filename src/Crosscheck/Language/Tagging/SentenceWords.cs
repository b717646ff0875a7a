using Crosscheck.Learning;
using Crosscheck.Text;

namespace Crosscheck.Language.Tagging;

/// <summary>How a sentence writes its capitals; in headlines they tell nothing about names.</summary>
internal enum Casing : byte
{
    Normal,
    Title,
    Capitals,
    Lower,
}

/// <summary>What tagger and parser need of a sentence's words, computed once a word. A work space: one a thread, used again for each sentence.</summary>
internal sealed class SentenceWords
{
    /// <summary>Number of hashed endings and beginnings of a word, of 1 to that many characters.</summary>
    public const int Affixes = 4;

    private uint[] _lower = new uint[64];
    private uint[] _shapes = new uint[64];
    private uint[] _suffixes = new uint[64 * Affixes];
    private uint[] _prefixes = new uint[64 * Affixes];
    private ushort[] _classes = new ushort[64];

    public int Count { get; private set; }

    public Casing Casing { get; private set; }

    /// <summary>Hash of each word in lower case, digits as 0.</summary>
    public ReadOnlySpan<uint> Lower => _lower.AsSpan(0, Count);

    /// <summary>Hash of each word's pattern of capitals, small letters, digits and marks.</summary>
    public ReadOnlySpan<uint> Shapes => _shapes.AsSpan(0, Count);

    /// <summary>Class of tags that the word was seen with: see <see cref="TagDictionary"/>.</summary>
    public ReadOnlySpan<ushort> Classes => _classes.AsSpan(0, Count);

    public uint Suffix(int word, int length) => _suffixes[(word * Affixes) + length - 1];

    public uint Prefix(int word, int length) => _prefixes[(word * Affixes) + length - 1];

    public void Fill(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, TagDictionary dictionary)
    {
        Count = tokens.Length;
        if (_lower.Length < Count)
        {
            _lower = new uint[Count * 2];
            _shapes = new uint[Count * 2];
            _suffixes = new uint[Count * 2 * Affixes];
            _prefixes = new uint[Count * 2 * Affixes];
            _classes = new ushort[Count * 2];
        }

        Casing = CasingOf(text, tokens);
        Span<char> normal = stackalloc char[Tokenizer.LongestToken];
        for (var i = 0; i < Count; i++)
        {
            var form = text[tokens[i].Start..tokens[i].End];
            var lower = normal[..WordForm.Normalize(form, normal)];
            _lower[i] = FeatureHash.OfText(lower);
            _shapes[i] = WordForm.Shape(form);
            _classes[i] = dictionary.ClassOf(_lower[i]);
            for (var n = 1; n <= Affixes; n++)
            {
                _suffixes[(i * Affixes) + n - 1] = lower.Length > n ? FeatureHash.OfText(lower[^n..]) : 0;
                _prefixes[(i * Affixes) + n - 1] = lower.Length > n ? FeatureHash.OfText(lower[..n]) : 0;
            }
        }
    }

    private static Casing CasingOf(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        int words = 0, initial = 0, capitals = 0, longWords = 0, longInitial = 0;
        foreach (var token in tokens)
        {
            var form = text[token.Start..token.End];
            if (!char.IsLetter(form[0])) continue;
            words++;
            var upper = char.IsUpper(form[0]);
            if (upper) initial++;
            if (form.Length > 3) longWords++;
            if (upper && form.Length > 3) longInitial++;
            if (upper && (form.Length == 1 || char.IsUpper(form[^1]))) capitals++;
        }

        if (words < 3) return Casing.Normal;
        if (initial == 0) return Casing.Lower;
        if (capitals * 10 >= words * 8) return Casing.Capitals;
        return longWords >= 3 && longInitial * 10 >= longWords * 8 ? Casing.Title : Casing.Normal;
    }
}
