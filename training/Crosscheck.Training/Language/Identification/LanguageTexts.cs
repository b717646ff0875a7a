using Crosscheck.Language;

namespace Crosscheck.Training.Language.Identification;

/// <summary>Texts of one language in one script, by source; draws pieces of them.</summary>
internal sealed class LanguageTexts
{
    // A source with less than this is drawn from less often, so that its few texts are not learned by heart.
    private const double EnoughCharacters = 60_000;
    private const int ShortestPiece = 30;
    private const int LongestPiece = 150;

    private readonly List<(string[] Lines, bool Framed, double Share)> _sources = [];
    private double _shares;

    public LanguageTexts(string name, Script script)
    {
        Name = name;
        Script = script;
    }

    public string Name { get; }

    public Script Script { get; }

    public bool HasStatistics { get; private set; }

    public bool IsEmpty => _sources.Count == 0;

    /// <param name="framed">False for bags of sequences from within words.</param>
    /// <param name="weight">How often it is drawn from, against others.</param>
    /// <param name="rewrite">Turns a text into the script, where it is written in another.</param>
    public void Add(string path, bool framed, double weight, Func<string, string>? rewrite)
    {
        if (!File.Exists(path)) return;
        var lines = File.ReadLines(path).Select(l => rewrite is null || IsMostly(l, Script) ? l : rewrite(l)).Where(l => IsMostly(l, Script)).ToArray();
        var share = weight * Math.Min(1, lines.Sum(l => (double)l.Length) / EnoughCharacters);
        if (lines.Length < 30) return;
        _sources.Add((lines, framed, share));
        _shares += share;
        HasStatistics |= !framed;
    }

    /// <summary>A few words out of a text, or a bag of sequences.</summary>
    public (string Text, bool Framed) Draw(Random random)
    {
        var at = random.NextDouble() * _shares;
        var source = _sources[^1];
        foreach (var candidate in _sources)
        {
            if ((at -= candidate.Share) > 0) continue;
            source = candidate;
            break;
        }

        var line = source.Lines[random.Next(source.Lines.Length)];
        if (!source.Framed) return (line, false);
        var length = random.Next(ShortestPiece, LongestPiece);
        if (line.Length < length) line = $"{line} {source.Lines[random.Next(source.Lines.Length)]}";
        if (line.Length <= length) return (line, true);
        var start = random.Next(line.Length - length + 1);
        if (start > 0 && line.IndexOf(' ', start) is var space && space >= 0 && space < start + (length / 2)) start = space;
        var end = Math.Min(line.Length, start + length);
        if (end < line.Length && line.LastIndexOf(' ', end) is var last && last > start + (length / 2)) end = last;
        return (line[start..end], true);
    }

    private static bool IsMostly(string line, Script script)
    {
        int own = 0, all = 0;
        foreach (var c in line)
        {
            var known = Scripts.Of(c);
            if (known == Script.None) continue;
            all++;
            if (known == script) own++;
        }

        return own * 10 >= all * 8 && own > 0;
    }
}
