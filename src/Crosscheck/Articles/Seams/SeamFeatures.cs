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
    private const int SoonWords = 20;

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
    private readonly int[] _at;
    private readonly float[] _straddling = [];
    private readonly float[] _straddlingNames = [];
    private readonly Peaks _loose = null!;
    private readonly Peaks _tight = null!;
    private readonly Peaks _near = null!;
    private readonly Peaks _far = null!;

    /// <param name="language">ISO 639-1 code of the text; null reads it from the text.</param>
    public SeamFeatures(SourceText text, TextSpan range, string? language = null)
        : this(text, range, SeamPlaces.Find(text, range), language)
    {
    }

    /// <param name="places">Those of the range.</param>
    /// <param name="language">ISO 639-1 code of the text; null reads it from the text.</param>
    public SeamFeatures(SourceText text, TextSpan range, List<Seam> places, string? language)
    {
        _text = text;
        _range = range;
        _places = places;
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
        var tight = new TopicShift(_words, _forms, 1500);
        _straddling = Straddling(false);
        _straddlingNames = Straddling(true);
        _loose = new Peaks(_at, new TopicShift(_words, _forms, 250).Gains(_at, int.MaxValue));
        _tight = new Peaks(_at, tight.Gains(_at, int.MaxValue));
        _near = new Peaks(_at, tight.Gains(_at, NearWords));
        _far = new Peaks(_at, tight.Gains(_at, FarWords));
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
        row[k++] = (float)_loose[p];
        row[k++] = (float)(_loose[p] / content);
        row[k++] = (float)(_loose[p] - _loose.Best);
        row[k++] = _loose.Rank(p);
        row[k++] = (float)_tight[p];
        row[k++] = (float)(_tight[p] / content);
        row[k++] = (float)(_tight[p] - _tight.Best);
        row[k++] = (float)(_tight[p] - _tight.Second(p));
        row[k++] = (float)_near[p];
        row[k++] = (float)(_near[p] - _near.Best);
        row[k++] = (float)(_near[p] - _near.Mean);
        row[k++] = (float)_far[p];
        row[k++] = (float)(_far[p] - _far.Best);
        row[k++] = (float)(_far[p] - _far.Mean);
        row[k++] = (float)(_far[p] - _far.Second(p));
        row[k++] = _far.Rank(p);
        row[k++] = _straddling[i];
        row[k++] = Similarity(i, FarWords);

        row[k++] = _straddlingNames[i];
        var (newNames, newWords) = New(i, i + NearWords, i);
        var (soonNames, soonWords) = New(i, i + SoonWords, i);
        var (goneNames, goneWords) = Gone(i - NearWords, i, i);
        row[k++] = newNames;
        row[k++] = soonNames;
        row[k++] = newWords;
        row[k++] = soonWords;
        row[k++] = New(i - NearWords, i, i - NearWords).Words;
        row[k++] = goneNames;
        row[k++] = goneWords;
        row[k++] = Gone(0, i, i).Names;

        var (before, after) = WordsAround(p);
        row[k++] = before;
        row[k++] = after;
        row[k++] = Math.Min(before, after) / (float)Math.Max(1, _words.Count);
        row[k++] = _words.Count;
        row[k++] = (float)_loose.Best;
        row[k++] = (float)_tight.Best;
        row[k++] = (float)_far.Best;
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

    /// <summary>Shares of the names and of all content words in a window that were not used before a division; -1 for a window without any.</summary>
    private (float Names, float Words) New(int start, int end, int division)
    {
        var shares = default(Shares);
        for (var i = Math.Max(0, start); i < Math.Min(end, _forms.Length); i++) shares.Count(_names[i], _first[_forms[i]] >= division);
        return shares.Values;
    }

    /// <summary>Shares of the names and of all content words in a window that are not used after a division; -1 for a window without any.</summary>
    private (float Names, float Words) Gone(int start, int end, int division)
    {
        var shares = default(Shares);
        // Of a long text before, the nearest thousand words tell enough.
        for (var i = Math.Max(0, Math.Max(start, end - 1000)); i < Math.Min(end, _forms.Length); i++) shares.Count(_names[i], _last[_forms[i]] < division);
        return shares.Values;
    }

    /// <summary>How many of some words have a property, and how many of those that are names.</summary>
    private struct Shares
    {
        private int _words;
        private int _such;
        private int _names;
        private int _suchNames;

        public readonly (float Names, float Words) Values => (_names == 0 ? -1 : (float)_suchNames / _names, _words == 0 ? -1 : (float)_such / _words);

        public void Count(bool name, bool such)
        {
            // No branches: neither can be foreseen.
            var (n, s) = (name ? 1 : 0, such ? 1 : 0);
            _words++;
            _such += s;
            _names += n;
            _suchNames += n & s;
        }
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
