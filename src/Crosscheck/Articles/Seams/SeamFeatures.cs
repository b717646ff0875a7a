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

    private readonly int[] _leftCounts;
    private readonly int[] _rightCounts;
    private readonly double[] _weights;
    private readonly OpeningFeatures _openings;
    private readonly double[] _looseGains = [];
    private readonly double[] _tightGains = [];
    private readonly double[] _near = [];
    private readonly double[] _far = [];
    private readonly int[] _at;
    private readonly float[] _straddling = [];
    private readonly float[] _straddlingNames = [];
    private readonly Peaks _looseBest = null!;
    private readonly Peaks _tightBest = null!;
    private readonly Peaks _nearBest = null!;
    private readonly Peaks _farBest = null!;

    /// <param name="language">ISO 639-1 code of the text; null reads it from the text.</param>
    public SeamFeatures(SourceText text, TextSpan range, string? language = null)
    {
        _text = text;
        _range = range;
        _places = SeamPlaces.Find(text, range);
        _words = PageWords.Read(text, range, language);
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

        _leftCounts = new int[_words.Forms];
        _rightCounts = new int[_words.Forms];
        _weights = new double[_words.Forms];
        for (var form = 0; form < _weights.Length; form++) _weights[form] = Math.Log(1000 / _words.Spread(form));
        _at = new int[_places.Count];
        _openings = new OpeningFeatures(_text, _range, _places);
        if (_places.Count == 0) return;
        for (var p = 0; p < _at.Length; p++) _at[p] = _contentBefore[_words.At(_places[p].Offset)];
        var loose = new TopicShift(_words, _forms, 250);
        var tight = new TopicShift(_words, _forms, 1500);
        _looseGains = loose.Gains(0, _forms.Length);
        _tightGains = tight.Gains(0, _forms.Length);
        _near = new double[_at.Length];
        _far = new double[_at.Length];
        for (var p = 0; p < _at.Length; p++)
        {
            _near[p] = tight.Gain(Math.Max(0, _at[p] - NearWords), _at[p], Math.Min(_forms.Length, _at[p] + NearWords));
            _far[p] = tight.Gain(Math.Max(0, _at[p] - FarWords), _at[p], Math.Min(_forms.Length, _at[p] + FarWords));
        }

        _straddling = Straddling(false);
        _straddlingNames = Straddling(true);
        _looseBest = Peaks.Of(_at, p => _looseGains[_at[p]]);
        _tightBest = Peaks.Of(_at, p => _tightGains[_at[p]]);
        _nearBest = Peaks.Of(_at, p => _near[p]);
        _farBest = Peaks.Of(_at, p => _far[p]);
    }

    public static int Count => OpeningFeatures.Count + TopicCount + NameCount + PageCount;

    public IReadOnlyList<Seam> Places => _places;

    /// <summary>ISO 639-1 code of the language that the words were taken for.</summary>
    public string Language => _words.Language;

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
        for (var p = 0; p < rows.Length; p++) Write(p, rows[p] = new float[Count]);
        return rows;
    }

    /// <summary>Writes the <see cref="Count"/> values of one place.</summary>
    public void Write(int p, Span<float> row)
    {
        var content = Math.Max(1, _forms.Length);
        var k = 0;
        var i = _at[p];
        row[k++] = (float)_looseGains[i];
        row[k++] = (float)(_looseGains[i] / content);
        row[k++] = (float)(_looseGains[i] - _looseBest.Best);
        row[k++] = _looseBest.Rank(p);
        row[k++] = (float)_tightGains[i];
        row[k++] = (float)(_tightGains[i] / content);
        row[k++] = (float)(_tightGains[i] - _tightBest.Best);
        row[k++] = (float)(_tightGains[i] - _tightBest.Second(p));
        row[k++] = (float)_near[p];
        row[k++] = (float)(_near[p] - _nearBest.Best);
        row[k++] = (float)(_near[p] - _nearBest.Mean);
        row[k++] = (float)_far[p];
        row[k++] = (float)(_far[p] - _farBest.Best);
        row[k++] = (float)(_far[p] - _farBest.Mean);
        row[k++] = (float)(_far[p] - _farBest.Second(p));
        row[k++] = _farBest.Rank(p);
        row[k++] = _straddling[i];
        row[k++] = Similarity(i, FarWords);

        row[k++] = _straddlingNames[i];
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
        row[k++] = (float)_looseBest.Best;
        row[k++] = (float)_tightBest.Best;
        row[k++] = (float)_farBest.Best;
        _openings.Write(p, row[k..]);
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
        var from = Math.Max(0, division - window);
        var to = Math.Min(_forms.Length, division + window);
        for (var i = from; i < division; i++) _leftCounts[_forms[i]]++;
        for (var i = division; i < to; i++) _rightCounts[_forms[i]]++;
        double dot = 0, leftSquare = 0, rightSquare = 0;
        // Each form once, where the window first holds it; its count is taken away, so that nothing is left for the next division.
        for (var i = from; i < division; i++)
        {
            var form = _forms[i];
            if (_leftCounts[form] == 0) continue;
            var weight = _leftCounts[form] * _weights[form];
            leftSquare += weight * weight;
            if (_rightCounts[form] > 0) dot += weight * _rightCounts[form] * _weights[form];
            _leftCounts[form] = 0;
        }

        for (var i = division; i < to; i++)
        {
            var form = _forms[i];
            if (_rightCounts[form] == 0) continue;
            var weight = _rightCounts[form] * _weights[form];
            rightSquare += weight * weight;
            _rightCounts[form] = 0;
        }

        return leftSquare <= 0 || rightSquare <= 0 ? -1 : (float)(dot / Math.Sqrt(leftSquare * rightSquare));
    }
}
