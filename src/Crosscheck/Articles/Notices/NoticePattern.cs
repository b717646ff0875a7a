namespace Crosscheck.Articles.Notices;

/// <summary>One line of the list of notices: pieces that stand in order in a sentence.</summary>
internal sealed class NoticePattern
{
    private const string NameMark = "{name}";

    private readonly string[][] _pieces;
    private readonly int _named = -1;
    private readonly bool _anchored;

    /// <param name="sets">Words by the name of their set.</param>
    public NoticePattern(NoticeKind kind, string pattern, IReadOnlyDictionary<string, string[]> sets)
    {
        Kind = kind;
        SpeaksOfItself = pattern.StartsWith("<this>", StringComparison.Ordinal);
        _anchored = pattern[0] == '^';
        var pieces = pattern[(_anchored ? 1 : 0)..].Split('*');
        _pieces = new string[pieces.Length][];
        for (var i = 0; i < pieces.Length; i++)
        {
            var piece = pieces[i];
            if (piece.EndsWith(NameMark, StringComparison.Ordinal))
            {
                _named = i;
                piece = piece[..^NameMark.Length];
            }

            _pieces[i] = Expand(piece, sets);
        }
    }

    public NoticeKind Kind { get; }

    /// <summary>The forms of the piece that must stand first in a sentence; one of them is in every sentence that matches.</summary>
    public IReadOnlyList<string> FirstPiece => _pieces[0];

    /// <summary>Whether it needs "this article" or the like in the sentence.</summary>
    public bool SpeaksOfItself { get; }

    /// <summary>Where the name that the sentence gives begins, -1 where the pattern asks for none; null when the sentence does not match.</summary>
    public int? Match(ReadOnlySpan<char> sentence)
    {
        var at = 0;
        var name = -1;
        for (var i = 0; i < _pieces.Length; i++)
        {
            var (start, length) = FirstOf(_pieces[i], sentence[at..], i == 0 && _anchored);
            if (start < 0) return null;
            at += start + length;
            if (i == _named) name = at;
        }

        return name;
    }

    private static (int Start, int Length) FirstOf(string[] forms, ReadOnlySpan<char> text, bool atStart)
    {
        var best = (Start: -1, Length: 0);
        foreach (var form in forms)
        {
            var start = atStart ? (text.StartsWith(form, StringComparison.OrdinalIgnoreCase) ? 0 : -1) : text.IndexOf(form, StringComparison.OrdinalIgnoreCase);
            if (start >= 0 && (best.Start < 0 || start < best.Start || (start == best.Start && form.Length > best.Length))) best = (start, form.Length);
        }

        return best;
    }

    private static string[] Expand(string piece, IReadOnlyDictionary<string, string[]> sets)
    {
        var open = piece.IndexOf('<');
        if (open < 0) return [piece];
        var close = piece.IndexOf('>', open);
        return [.. sets[piece[(open + 1)..close]].Select(word => piece[..open] + word + piece[(close + 1)..])];
    }
}
