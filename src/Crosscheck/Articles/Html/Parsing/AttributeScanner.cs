using System.Buffers;

namespace Crosscheck.Articles.Html.Parsing;

/// <summary>Steps through the attributes of a tag (section 13.2.5.32 to .40), from behind its name to behind its <c>&gt;</c>.</summary>
internal struct AttributeScanner(string source, int at)
{
    private const int LongestCompared = 1000;
    private static readonly SearchValues<char> EndsName = SearchValues.Create(" \t\n\r\f/>=");
    private static readonly SearchValues<char> EndsValue = SearchValues.Create(" \t\n\r\f>");

    /// <summary>Where the scan stands: once <see cref="Next"/> said no, one past the tag.</summary>
    public int At { get; private set; } = at;

    public int NameStart { get; private set; }

    public int NameEnd { get; private set; }

    public int ValueStart { get; private set; }

    public int ValueEnd { get; private set; }

    public bool SelfClosing { get; private set; }

    /// <summary>Whether the document ends inside the tag, which then is none.</summary>
    public bool Unfinished { get; private set; }

    public bool Next()
    {
        var text = source;
        var i = At;
        while (true)
        {
            if ((uint)i >= (uint)text.Length) return End(i, unfinished: true);
            var c = text[i];
            if (c == '>') return End(i + 1, unfinished: false);
            if (c == '/') SelfClosing = i + 1 < text.Length && text[i + 1] == '>';
            else if (!Tokenizer.IsSpace(c)) break;
            i++;
        }

        // A name may begin with an equals sign.
        NameStart = i;
        var length = text.AsSpan(i + 1).IndexOfAny(EndsName);
        if (length < 0) return End(text.Length, unfinished: true);
        i += length + 1;
        NameEnd = ValueStart = ValueEnd = i;
        while (i < text.Length && Tokenizer.IsSpace(text[i])) i++;
        if (i < text.Length && text[i] == '=') return Value(i + 1);
        At = i;
        return true;
    }

    private bool Value(int i)
    {
        var text = source;
        while (i < text.Length && Tokenizer.IsSpace(text[i])) i++;
        if (i >= text.Length) return End(i, unfinished: true);
        var quote = text[i];
        if (quote is '"' or '\'')
        {
            ValueStart = i + 1;
            var length = text.AsSpan(ValueStart).IndexOf(quote);
            if (length < 0) return End(text.Length, unfinished: true);
            ValueEnd = ValueStart + length;
            At = ValueEnd + 1;
        }
        else
        {
            ValueStart = i;
            var length = text.AsSpan(i).IndexOfAny(EndsValue);
            if (length < 0) return End(text.Length, unfinished: true);
            At = ValueEnd = i + length;
        }

        return true;
    }

    private bool End(int at, bool unfinished)
    {
        At = at;
        Unfinished = unfinished;
        return false;
    }

    /// <summary>Whether two tags have the same attributes, in whatever order and writing. Very long tags are alike only where they are the same text.</summary>
    public static bool AreAlike(string source, int first, int firstEnd, int second, int secondEnd)
    {
        if (source.AsSpan(first, firstEnd - first).SequenceEqual(source.AsSpan(second, secondEnd - second))) return true;
        return firstEnd - first <= LongestCompared && secondEnd - second <= LongestCompared && Values(source, first) is var one && Values(source, second) is var other
            && one.Count == other.Count && one.All(a => other.TryGetValue(a.Key, out var value) && value == a.Value);
    }

    private static Dictionary<string, string> Values(string source, int at)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var scanner = new AttributeScanner(source, at);
        while (scanner.Next())
            values.TryAdd(source[scanner.NameStart..scanner.NameEnd].ToLowerInvariant(), CharacterReferences.Decode(source.AsSpan(scanner.ValueStart, scanner.ValueEnd - scanner.ValueStart)));
        return values;
    }
}
