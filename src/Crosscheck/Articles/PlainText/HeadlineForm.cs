using Crosscheck.Articles.Seams;
using Crosscheck.Text;

namespace Crosscheck.Articles.PlainText;

/// <summary>Whether a line has the form of a headline or of a subheading.</summary>
internal static class HeadlineForm
{
    private const int Longest = 200;

    /// <summary>A line that could stand over a story: short, and no sentence with a full stop.</summary>
    public static bool Fits(string value, TextSpan line)
    {
        if (line.Length is < 8 or > Longest) return false;
        var shape = new LineShape(value, line);
        if (shape.Words is < 2 or > 32 && !char.GetUnicodeCategory(value[line.Start]).Equals(System.Globalization.UnicodeCategory.OtherLetter)) return false;
        var last = value[line.End - 1];
        if (last is '.' or ',' or ';' or ':' or '\u3002') return false;
        if (SeamPlaces.IsClosing(last) && line.Length > 1 && value[line.End - 2] is '.' or ',') return false;
        return ListMarks.Length(value, line) == 0 || char.IsAsciiDigit(value[line.Start]);
    }

    /// <summary>The same with a full stop, where most words begin with capitals.</summary>
    public static bool FitsWithFullStop(string value, TextSpan line)
    {
        if (line.Length is < 15 or > 150 || value[line.End - 1] != '.') return false;
        var shape = new LineShape(value, line);
        return shape.Words is >= 4 and <= 20 && shape.CapitalShare >= 0.7 && !value.AsSpan(line.Start, line.Length - 1).Contains(". ", StringComparison.Ordinal);
    }

    /// <summary>A line within a story that stands over some of its paragraphs.</summary>
    public static bool FitsSubheading(string value, TextSpan line)
    {
        if (line.Length > 90) return false;
        var shape = new LineShape(value, line);
        var last = value[line.End - 1];
        return shape.Words is >= 1 and <= 12 && (char.IsLetterOrDigit(last) || last is '?' or '!' or '\u2019' or '\'' or ':') && (char.IsUpper(value[line.Start]) || char.IsDigit(value[line.Start]) || char.IsLetter(value[line.Start]));
    }
}
