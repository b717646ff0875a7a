using System.Globalization;

namespace Crosscheck.Language.Identification;

/// <summary>
/// The words of a text that are written in one script, in lower case, framed by <c>_</c> on both sides. A word is letters and their marks;
/// its first letter decides its script, and what is longer than forty code units counts with its beginning.
/// </summary>
internal ref struct FramedWords
{
    public const int Longest = LongestWord + 2;

    private const int LongestWord = 40;
    private const char Edge = '_';

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _buffer;
    private readonly Script _script;
    private int _at;
    private int _length;

    /// <param name="buffer">Room for one framed word, <see cref="Longest"/>.</param>
    public FramedWords(ReadOnlySpan<char> text, Script script, Span<char> buffer)
    {
        _text = text;
        _script = script;
        _buffer = buffer;
        _buffer[0] = Edge;
    }

    public readonly ReadOnlySpan<char> Current => _buffer[..(_length + 2)];

    public bool MoveNext()
    {
        while (_at < _text.Length)
        {
            _length = 0;
            for (; _at < _text.Length && IsInWord(_text[_at]); _at++)
            {
                if (_length < LongestWord) _buffer[1 + _length++] = Lower(_text[_at]);
            }

            _at++;
            if (_length == 0 || Scripts.Of(_buffer[1]) != _script) continue;
            _buffer[_length + 1] = Edge;
            return true;
        }

        return false;
    }

    private static char Lower(char c) => c < '\u0080' ? (char)(c | 0x20) : char.ToLowerInvariant(c);

    private static bool IsInWord(char c) =>
        c < '\u0080' ? char.IsAsciiLetter(c) : char.GetUnicodeCategory(c) <= UnicodeCategory.SpacingCombiningMark;
}
