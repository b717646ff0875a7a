using Crosscheck.Text;

namespace Crosscheck.Articles.Seams;

/// <summary>How the text before a place closes and how the text after it opens: forms of a headline, a dateline, a first sentence.</summary>
internal sealed class OpeningFeatures(SourceText text, TextSpan range, List<Seam> places)
{
    public const int Count = 28;

    private const int LongestHeadline = 200;

    private readonly string _value = text.Value;
    private readonly double _paragraphShare = places.Count == 0 ? 0 : (double)places.FindAll(p => p.Break == SeamBreak.Paragraph).Count / places.Count;
    private readonly int _lines = places.FindAll(p => p.Break is SeamBreak.Paragraph or SeamBreak.Line).Count;
    private readonly int _glued = places.FindAll(p => p.Break == SeamBreak.NoSpace).Count;
    private readonly List<int> _weekdays = OpeningWords.Weekdays(text.Value, range);
    private readonly int _mostNewLines = places.Count == 0 ? 0 : places.Max(p => p.NewLines);

    public void Write(int place, Span<float> row)
    {
        var seam = places[place];
        var k = 0;
        var opening = Opening(place);
        var words = new LineShape(_value, opening);
        var second = place + 1 < places.Count ? new LineShape(_value, Opening(place + 1)) : default;
        var previous = new LineShape(_value, Before(place));
        row[k++] = (float)seam.Break;
        row[k++] = Math.Min(seam.NewLines, 6);
        row[k++] = seam.NewLines == _mostNewLines ? 1 : 0;
        row[k++] = (float)_paragraphShare;
        row[k++] = Math.Min(_lines, 100);
        row[k++] = Math.Min(_glued, 10);
        row[k++] = opening.Length;
        row[k++] = words.Words;
        row[k++] = words.CapitalShare;
        row[k++] = words.SmallWordsCapital;
        row[k++] = words.FullStop ? 1 : 0;
        row[k++] = words.AllCapitals ? 1 : 0;
        row[k++] = (float)OpeningWords.Kind(_value, opening);
        row[k++] = OpeningWords.HasDateline(_value, opening) ? 1 : 0;
        row[k++] = place + 1 < places.Count && OpeningWords.HasDateline(_value, Opening(place + 1)) ? 1 : 0;
        row[k++] = second.Words;
        row[k++] = second.CapitalShare;
        row[k++] = OpeningWords.FullNames(_value, new TextSpan(seam.Offset, Math.Min(range.End, seam.Offset + 300)));
        row[k++] = Junctures(seam.Offset, Math.Min(range.End, seam.Offset + 160));
        row[k++] = previous.Words;
        row[k++] = previous.FullStop ? 1 : 0;
        row[k++] = previous.CapitalShare;
        row[k++] = EndsInQuote(seam.Offset) ? 1 : 0;
        row[k++] = IsRepeated(opening) ? 1 : 0;
        row[k++] = words.CapitalRun;
        row[k++] = Weekdays(seam.Offset, seam.Offset + 400);
        row[k++] = Weekdays(seam.Offset - 400, seam.Offset);
        row[k] = OpeningWords.Farewell(_value, Before(place)) ? 1 : 0;
    }

    /// <summary>From the place to the next one, at most a long headline's length.</summary>
    private TextSpan Opening(int place)
    {
        var start = places[place].Offset;
        var end = place + 1 < places.Count ? places[place + 1].Offset : range.End;
        return text.Trim(new TextSpan(start, Math.Min(end, start + LongestHeadline)));
    }

    private TextSpan Before(int place)
    {
        var end = places[place].Offset;
        var start = place > 0 ? places[place - 1].Offset : range.Start;
        return text.Trim(new TextSpan(Math.Max(start, end - LongestHeadline), end));
    }

    /// <summary>Small letters followed by a capital with nothing between: a headline that runs into its story.</summary>
    private int Junctures(int start, int end)
    {
        var found = 0;
        for (var i = start + 1; i + 2 < end; i++)
        {
            if (char.IsUpper(_value[i + 1]) && char.IsLower(_value[i]) && char.IsLower(_value[i - 1]) && char.IsLower(_value[i + 2])) found++;
            else if (_value[i] is '?' or '!' or '\u2019' or '\'' or '"' or '\u201D' or '.' && char.IsLower(_value[i - 1]) && char.IsUpper(_value[i + 1]) && char.IsLower(_value[i + 2])) found++;
        }

        return found;
    }

    private int Weekdays(int start, int end) => First(end) - First(start);

    /// <summary>Index of the first name of a day at or after an offset.</summary>
    private int First(int offset)
    {
        var at = _weekdays.BinarySearch(offset);
        return at >= 0 ? at : ~at;
    }

    private bool EndsInQuote(int offset)
    {
        var i = offset - 1;
        while (i > range.Start && char.IsWhiteSpace(_value[i])) i--;
        return i >= range.Start && _value[i] is '"' or '\u201D' or '\u00BB' or '\u2019';
    }

    /// <summary>Whether a headline's words stand once more within the next thousand characters.</summary>
    private bool IsRepeated(TextSpan opening)
    {
        if (opening.Length is < 20 or >= LongestHeadline) return false;
        var after = _value.AsSpan(opening.End, Math.Min(range.End, opening.End + 1500) - opening.End);
        return after.Contains(_value.AsSpan(opening.Start, opening.Length), StringComparison.Ordinal);
    }
}
