using System.Buffers;
using System.Collections.Immutable;
using Crosscheck.Articles.Seams;
using Crosscheck.Text;

namespace Crosscheck.Articles.Notices;

/// <summary>Finds what a page says about itself: translated by, corrected, reporting by. The patterns are in <c>Lexicon/notice-patterns.tsv</c>. Thread-safe.</summary>
public static class NoticeFinder
{
    // A notice is short; a longer sentence only mentions such words.
    private const int LongestSentence = 500;
    private const int LongestParagraph = 4000;
    private const int LongestName = 60;

    private static readonly Lazy<NoticePattern[]> Patterns = new(ReadPatterns);

    // Most sentences hold the first words of no pattern.
    private static readonly Lazy<SearchValues<string>> FirstPieces = new(() => SearchValues.Create([.. Patterns.Value.SelectMany(p => p.FirstPiece)], StringComparison.OrdinalIgnoreCase));

    /// <summary>The notice sentences at the start and the end of a paragraph; one in the middle of other sentences stays where it is.</summary>
    /// <param name="paragraph">Text of one paragraph; spans of the result count in it.</param>
    public static NoticeReading Read(string paragraph)
    {
        var text = new SourceText(paragraph);
        var whole = text.Trim(text.Whole);
        if (whole.IsEmpty || whole.Length > LongestParagraph || !text[whole].ContainsAny(FirstPieces.Value)) return new NoticeReading([], whole);
        var sentences = Sentences(text, whole);
        var kinds = new List<NoticeSentence>[sentences.Count];
        for (var i = 0; i < kinds.Length; i++) kinds[i] = KindsOf(text, sentences[i]);
        var first = 0;
        while (first < kinds.Length && kinds[first].Count > 0) first++;
        // What follows a correction explains it.
        if (first > 0 && kinds[0].Exists(k => k.Kind is NoticeKind.Correction or NoticeKind.Clarification))
        {
            while (first < kinds.Length)
            {
                if (kinds[first].Count == 0) kinds[first] = [kinds[0][0] with { Span = sentences[first], Names = null }];
                first++;
            }
        }

        var last = kinds.Length;
        while (last > first && kinds[last - 1].Count > 0) last--;
        var notices = ImmutableArray.CreateBuilder<NoticeSentence>();
        for (var i = 0; i < kinds.Length; i++)
        {
            if (i < first || i >= last) notices.AddRange(kinds[i]);
        }

        var rest = first >= last ? new TextSpan(whole.End, whole.End) : new TextSpan(sentences[first].Start, sentences[last - 1].End);
        return new NoticeReading(notices.ToImmutable(), rest);
    }

    /// <summary>The first notice of a block that is nothing but notices, or null.</summary>
    public static Notice? Classify(SourceText document, TextSpan block)
    {
        if (block.Length > LongestParagraph) return null;
        var reading = Read(document.Slice(block));
        return reading.IsWhole ? new Notice(reading.Notices[0].Kind, block, document.Slice(block), reading.Notices[0].Names) : null;
    }

    private static List<NoticeSentence> KindsOf(SourceText text, TextSpan sentence)
    {
        var found = new List<NoticeSentence>();
        if (sentence.Length > LongestSentence) return found;
        var words = text[sentence];
        if (!words.ContainsAny(FirstPieces.Value)) return found;
        var self = words.Contains("this", StringComparison.OrdinalIgnoreCase) || words.Contains("article", StringComparison.OrdinalIgnoreCase);
        foreach (var pattern in Patterns.Value)
        {
            if (pattern.SpeaksOfItself && !self) continue;
            if (found.Exists(f => f.Kind == pattern.Kind && f.Names is not null) || pattern.Match(words) is not { } name) continue;
            var names = name < 0 ? null : NameAt(words, name);
            var known = found.FindIndex(f => f.Kind == pattern.Kind);
            if (known < 0) found.Add(new NoticeSentence(pattern.Kind, sentence, names));
            else if (names is not null) found[known] = found[known] with { Names = names };
        }

        return found;
    }

    /// <summary>Words with capitals from an offset on, small words between them allowed, up to a mark.</summary>
    private static string? NameAt(ReadOnlySpan<char> sentence, int start)
    {
        var i = start;
        while (i < sentence.Length && char.IsWhiteSpace(sentence[i])) i++;
        if (sentence[i..].StartsWith("the ", StringComparison.Ordinal)) i += 4;
        var from = i;
        var end = i;
        while (i < sentence.Length && i - from < LongestName)
        {
            var word = i;
            while (i < sentence.Length && (char.IsLetterOrDigit(sentence[i]) || sentence[i] is '-' or '\'' or '\u2019' or '&' || (sentence[i] == '.' && i + 1 < sentence.Length && char.IsLetterOrDigit(sentence[i + 1])))) i++;
            if (i == word) break;
            var capital = char.IsUpper(sentence[word]) || char.IsDigit(sentence[word]);
            if (capital) end = i;
            else if (sentence[word..i] is not ("of" or "de" or "the" or "del" or "van" or "von" or "al" or "for" or "di" or "du")) break;
            if (i >= sentence.Length || sentence[i] != ' ') break;
            i++;
        }

        return end > from ? sentence[from..end].ToString() : null;
    }

    private static List<TextSpan> Sentences(SourceText text, TextSpan paragraph)
    {
        var spans = new List<TextSpan>();
        var start = paragraph.Start;
        foreach (var place in SeamPlaces.Find(text, paragraph))
        {
            // A new line inside a paragraph is a wrapped line unless a sentence ended there.
            if (place.Break == SeamBreak.Line && !SeamPlaces.EndsSentence(text.Value, start, place.Offset)) continue;
            spans.Add(text.Trim(new TextSpan(start, place.Offset)));
            start = place.Offset;
        }

        spans.Add(text.Trim(new TextSpan(start, paragraph.End)));
        return spans;
    }

    private static NoticePattern[] ReadPatterns()
    {
        var sets = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var patterns = new List<NoticePattern>();
        foreach (var line in EmbeddedLexicon.Lines("Articles/Lexicon/notice-patterns.tsv"))
        {
            var tab = line.IndexOf('\t');
            if (line[0] == '=') sets[line[1..tab]] = line[(tab + 1)..].Split('|');
            else patterns.Add(new NoticePattern(Enum.Parse<NoticeKind>(line[..tab].Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true), line[(tab + 1)..], sets));
        }

        return [.. patterns];
    }
}
