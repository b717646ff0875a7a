using Crosscheck.Text;

namespace Crosscheck.Articles.PlainText;

/// <summary>The mark that opens an item of a list: a bullet, a hyphen, a number.</summary>
internal static class ListMarks
{
    /// <summary>Length of the mark with its space; 0 where the line opens with none.</summary>
    public static int Length(string value, TextSpan line)
    {
        var i = line.Start;
        if (value[i] is '\u2022' or '\u25CF' or '\u25AA' or '\u2023' or '\u00B7' or '*' or '-' or '\u2013')
        {
            i++;
        }
        else
        {
            while (i < line.End && char.IsAsciiDigit(value[i]) && i - line.Start < 3) i++;
            if (i == line.Start || i >= line.End || value[i] is not ('.' or ')')) return 0;
            i++;
        }

        var mark = i;
        while (i < line.End && value[i] is ' ' or '\t' or '\u00A0') i++;
        return i > mark && i < line.End ? i - line.Start : 0;
    }
}
