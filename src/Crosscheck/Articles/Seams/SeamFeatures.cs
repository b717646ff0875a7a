using Crosscheck.Text;

namespace Crosscheck.Articles.Seams;

/// <summary>
/// What can be seen of each place where another story may begin: how the topic and the names change there, and how the text before closes and the
/// text after opens. All values are of one range of a page.
/// </summary>
internal sealed class SeamFeatures
{
    private const int NearWords = 60;
    private const int FarWords = 160;

    private readonly SourceText _text;
    private readonly TextSpan _range;
    private readonly List<Seam> _places;
    private readonly PageWords _words;

    // Content words alone, in order, and where they stand among all words.
    private readonly int[] _forms;
    private readonly bool[] _names;
    private readonly int[] _contentBefore;
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly int[] _uses;

    public SeamFeatures(SourceText text, TextSpan range)
    {
        _text = text;
        _range = range;
        _places = SeamPlaces.Find(text, range);
        _words = PageWords.Read(text, range);
        var forms = new List<int>();
        var names = new List<bool>();
        _contentBefore = new int[_words.Count + 1];
        for (var i = 0; i < _words.Count; i++)
        {
            _contentBefore[i] = forms.Count;
            if (!_words[i].Content) continue;
            forms.Add(_words[i].Form);
            names.Add(_words[i].Capital && _words.Spread(_words[i].Form) < 60);
        }

        _contentBefore[_words.Count] = forms.Count;
        _forms = [.. forms];
        _names = [.. names];
        _first = new int[_words.Forms];
        _last = new int[_words.Forms];
        _uses = new int[_words.Forms];
        Array.Fill(_first, int.MaxValue);
        Array.Fill(_last, -1);
        for (var i = 0; i < _forms.Length; i++)
        {
            var form = _forms[i];
            if (_first[form] == int.MaxValue) _first[form] = i;
            _last[form] = i;
            _uses[form]++;
        }
    }

    public static int Count => OpeningFeatures.Count + TopicCount + NameCount + PageCount;

    public IReadOnlyList<Seam> Places => _places;

    /// <summary>Words before the given place and after it.</summary>
    public (int Before, int After) WordsAround(int place)
    {
        var at = _words.At(_places[place].Offset);
        return (at, _words.Count - at);
    }

    private const int TopicCount = 18;
    private const int NameCount = 9;
    private const int PageCount = 7;

    /// <summary>One row of <see cref="Count"/> values a place.</summary>
    public float[][] Compute()
    {
        var rows = new float[_places.Count][];
        if (_places.Count == 0) return rows;
        var at = new int[_places.Count];
        for (var p = 0; p < at.Length; p++) at[p] = _contentBefore[_words.At(_places[p].Offset)];
        var loose = new TopicShift(_words, _forms, 250);
        var tight = new TopicShift(_words, _forms, 1500);
        var looseGains = loose.Gains(0, _forms.Length);
        var tightGains = tight.Gains(0, _forms.Length);
        var near = new double[at.Length];
        var far = new double[at.Length];
        for (var p = 0; p < at.Length; p++)
        {
            near[p] = tight.Gain(Math.Max(0, at[p] - NearWords), at[p], Math.Min(_forms.Length, at[p] + NearWords));
            far[p] = tight.Gain(Math.Max(0, at[p] - FarWords), at[p], Math.Min(_forms.Length, at[p] + FarWords));
        }

        var straddling = Straddling(false);
        var straddlingNames = Straddling(true);
        var looseBest = Peaks.Of(at, p => looseGains[at[p]]);
        var tightBest = Peaks.Of(at, p => tightGains[at[p]]);
        var nearBest = Peaks.Of(at, p => near[p]);
        var farBest = Peaks.Of(at, p => far[p]);
        var openings = new OpeningFeatures(_text, _range, _places);
        var content = Math.Max(1, _forms.Length);
        for (var p = 0; p < at.Length; p++)
        {
            var row = new float[Count];
            var k = 0;
            var i = at[p];
            row[k++] = (float)looseGains[i];
            row[k++] = (float)(looseGains[i] / content);
            row[k++] = (float)(looseGains[i] - looseBest.Best);
            row[k++] = looseBest.Rank(p);
            row[k++] = (float)tightGains[i];
            row[k++] = (float)(tightGains[i] / content);
            row[k++] = (float)(tightGains[i] - tightBest.Best);
            row[k++] = (float)(tightGains[i] - tightBest.Second(p));
            row[k++] = (float)near[p];
            row[k++] = (float)(near[p] - nearBest.Best);
            row[k++] = (float)(near[p] - nearBest.Mean);
            row[k++] = (float)far[p];
            row[k++] = (float)(far[p] - farBest.Best);
            row[k++] = (float)(far[p] - farBest.Mean);
            row[k++] = (float)(far[p] - farBest.Second(p));
            row[k++] = farBest.Rank(p);
            row[k++] = straddling[i];
            row[k++] = Similarity(i, FarWords);

            row[k++] = straddlingNames[i];
            row[k++] = New(i, i + NearWords, i, namesOnly: true);
            row[k++] = New(i, i + 20, i, namesOnly: true);
            row[k++] = New(i, i + NearWords, i, namesOnly: false);
            row[k++] = New(i, i + 20, i, namesOnly: false);
            row[k++] = New(i - NearWords, i, i - NearWords, namesOnly: false);
            row[k++] = Gone(i - NearWords, i, i, namesOnly: true);
            row[k++] = Gone(i - NearWords, i, i, namesOnly: false);
            row[k++] = Gone(0, i, i, namesOnly: true);

            var (before, after) = WordsAround(p);
            row[k++] = before;
            row[k++] = after;
            row[k++] = Math.Min(before, after) / (float)Math.Max(1, _words.Count);
            row[k++] = _words.Count;
            row[k++] = (float)looseBest.Best;
            row[k++] = (float)tightBest.Best;
            row[k++] = (float)farBest.Best;
            openings.Write(p, row.AsSpan(k));
            rows[p] = row;
        }

        return rows;
    }

    /// <summary>For each division, the share of the forms used twice or more, on either side of it at the least once, that stand on both sides.</summary>
    private float[] Straddling(bool namesOnly)
    {
        var change = new int[_forms.Length + 2];
        var total = 0;
        for (var i = 0; i < _forms.Length; i++)
        {
            var form = _forms[i];
            if (_first[form] != i || _uses[form] < 2 || (namesOnly && !_names[i])) continue;
            total++;
            change[i + 1]++;
            change[_last[form] + 1]--;
        }

        var share = new float[_forms.Length + 1];
        var open = 0;
        for (var i = 0; i <= _forms.Length; i++)
        {
            open += change[i];
            share[i] = total == 0 ? -1 : (float)open / total;
        }

        return share;
    }

    /// <summary>Share of the content words in a window that were not used before a division; -1 for a window without any.</summary>
    private float New(int start, int end, int division, bool namesOnly)
    {
        int all = 0, met = 0;
        for (var i = Math.Max(0, start); i < Math.Min(end, _forms.Length); i++)
        {
            if (namesOnly && !_names[i]) continue;
            all++;
            if (_first[_forms[i]] >= division) met++;
        }

        return all == 0 ? -1 : (float)met / all;
    }

    /// <summary>Share of the content words in a window that are not used after a division; -1 for a window without any.</summary>
    private float Gone(int start, int end, int division, bool namesOnly)
    {
        int all = 0, gone = 0;
        // Of a long text before, the nearest thousand words tell enough.
        for (var i = Math.Max(0, Math.Max(start, end - 1000)); i < Math.Min(end, _forms.Length); i++)
        {
            if (namesOnly && !_names[i]) continue;
            all++;
            if (_last[_forms[i]] < division) gone++;
        }

        return all == 0 ? -1 : (float)gone / all;
    }

    /// <summary>Cosine of the windows on both sides, rarer words weighing more.</summary>
    private float Similarity(int division, int window)
    {
        var left = new Dictionary<int, int>();
        for (var i = Math.Max(0, division - window); i < division; i++) left[_forms[i]] = left.GetValueOrDefault(_forms[i]) + 1;
        var right = new Dictionary<int, int>();
        for (var i = division; i < Math.Min(_forms.Length, division + window); i++) right[_forms[i]] = right.GetValueOrDefault(_forms[i]) + 1;
        double dot = 0, leftSquare = 0, rightSquare = 0;
        foreach (var (form, count) in left)
        {
            var weight = count * Math.Log(1000 / _words.Spread(form));
            leftSquare += weight * weight;
            if (right.TryGetValue(form, out var other)) dot += weight * other * Math.Log(1000 / _words.Spread(form));
        }

        foreach (var (form, count) in right)
        {
            var weight = count * Math.Log(1000 / _words.Spread(form));
            rightSquare += weight * weight;
        }

        return leftSquare <= 0 || rightSquare <= 0 ? -1 : (float)(dot / Math.Sqrt(leftSquare * rightSquare));
    }
}
