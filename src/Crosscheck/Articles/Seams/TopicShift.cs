namespace Crosscheck.Articles.Seams;

/// <summary>
/// How much better two texts on topics of their own explain the words than one text does: the log Bayes factor of dividing a sequence at each
/// word, both sides drawn from Dirichlet-multinomial distributions whose prior is how common each word is in news
/// (Eisenstein and Barzilay, Bayesian Unsupervised Topic Segmentation, EMNLP 2008).
/// </summary>
internal sealed class TopicShift
{
    private readonly int[] _forms;
    private readonly double[] _prior;
    private readonly double _mass;
    private readonly int[] _left;
    private readonly int[] _right;

    /// <param name="mass">Weight of the prior, in words.</param>
    public TopicShift(PageWords words, int[] contentForms, double mass)
    {
        _forms = contentForms;
        _mass = mass;
        _prior = new double[words.Forms];
        for (var form = 0; form < _prior.Length; form++) _prior[form] = mass * words.Spread(form) / WordSpread.Total;
        _left = new int[words.Forms];
        _right = new int[words.Forms];
    }

    /// <summary>The factor of dividing the words [start, end) before each word of it: element k is for a division before start + k.</summary>
    public double[] Gains(int start, int end)
    {
        var gains = new double[end - start + 1];
        for (var i = start; i < end; i++) _right[_forms[i]]++;
        double gain = 0;
        int left = 0, right = end - start;
        for (var i = start; i < end; i++)
        {
            gains[i - start] = gain;
            gain += Math.Log(Move(_forms[i], ref left, ref right));
        }

        gains[end - start] = 0;
        Forget(start, end);
        return gains;
    }

    /// <summary>The factor of dividing [start, end) before one word of it.</summary>
    public double Gain(int start, int at, int end)
    {
        for (var i = start; i < end; i++) _right[_forms[i]]++;
        double gain = 0, product = 1;
        int left = 0, right = end - start;
        for (var i = start; i < at; i++)
        {
            product *= Move(_forms[i], ref left, ref right);
            if (product is > 1e-100 and < 1e100) continue;
            gain += Math.Log(product);
            product = 1;
        }

        Forget(start, end);
        return gain + Math.Log(product);
    }

    /// <summary>Moves a word to the left side and gives the ratio by which that multiplies the factor.</summary>
    private double Move(int form, ref int left, ref int right)
    {
        var prior = _prior[form];
        var ratio = (_left[form] + prior) * (right - 1 + _mass) / ((_right[form] - 1 + prior) * (left + _mass));
        _left[form]++;
        _right[form]--;
        left++;
        right--;
        return ratio;
    }

    private void Forget(int start, int end)
    {
        for (var i = start; i < end; i++) _left[_forms[i]] = _right[_forms[i]] = 0;
    }
}
