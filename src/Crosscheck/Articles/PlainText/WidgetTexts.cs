using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Articles.PlainText;

/// <summary>Lines that buttons, advertisements, menus and boxes leave in a text.</summary>
public static class WidgetTexts
{
    private const int LongestLine = 100;

    private static readonly FrozenDictionary<string, FurnitureKind> Whole;
    private static readonly (string Start, FurnitureKind Kind)[] Starts;

    private static readonly FrozenSet<string> Sections =
        EmbeddedLexicon.Lines("Articles/Lexicon/section-names.txt").SelectMany(l => l.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static WidgetTexts()
    {
        var whole = new Dictionary<string, FurnitureKind>(StringComparer.OrdinalIgnoreCase);
        var starts = new List<(string, FurnitureKind)>();
        foreach (var line in EmbeddedLexicon.Lines("Articles/Lexicon/widget-texts.tsv"))
        {
            var tab = line.IndexOf('\t');
            var kind = Enum.Parse<FurnitureKind>(line[..tab], ignoreCase: true);
            var text = line[(tab + 1)..];
            if (text.Length > 1 && text[^1] == '*' && text.Any(char.IsLetterOrDigit)) starts.Add((text[..^1], kind));
            else if (text[0] == '\u00A9') starts.Add((text.TrimEnd('*'), kind));
            else whole[text] = kind;
        }

        Whole = whole.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        Starts = [.. starts];
    }

    /// <summary>The furniture that a whole line is, or null.</summary>
    public static FurnitureKind? KindOf(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine) return null;
        var bare = line.Trim().TrimEnd(":.!>\u203A\u2026 ");
        var lookup = Whole.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(bare, out var kind) || lookup.TryGetValue(line.Trim(), out kind)) return kind;
        foreach (var (start, startKind) in Starts)
        {
            // A long sentence may well begin with such words.
            if (line.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (start[^1] == ':' || !EndsAsSentence(line))) return startKind;
        }

        return IsMenu(line) ? FurnitureKind.Navigation : null;
    }

    private static bool EndsAsSentence(ReadOnlySpan<char> line) => line[^1] == '.' && line.Count(' ') > 7;

    /// <summary>Three and more names of sections, and nothing else.</summary>
    private static bool IsMenu(ReadOnlySpan<char> line)
    {
        var words = 0;
        var lookup = Sections.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in line.SplitAny(" |/\u2022\u00B7,&>\t"))
        {
            var word = line[range].Trim();
            if (word.IsEmpty) continue;
            if (!lookup.Contains(word)) return false;
            words++;
        }

        return words >= 3;
    }
}
