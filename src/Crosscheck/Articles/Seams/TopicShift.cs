namespace Crosscheck.Articles.Seams;

/// <summary>
/// How much better two texts on topics of their own explain the words than one text does: the log Bayes factor of dividing a sequence at each
/// word, both sides drawn from Dirichlet-multinomial distributions whose prior is how common each word is in news
/// (Eisenstein and Barzilay, Bayesian Unsupervised Topic Segmentation, EMNLP 2008).
/// </summary>
internal sealed class TopicShift
{
    /// <summary>Decimal digits kept, far more than tell anything: what should be equal is, in whatever order it was reckoned.</summary>
    private const int Digits = 9;

    private readonly int[] _forms;
    private readonly Count[] _counts;
    private readonly double _mass;

    /// <param name="mass">Weight of the prior, in words.</param>
    public TopicShift(PageWords words, int[] contentForms, double mass)
    {
        _forms = contentForms;
        _mass = mass;
        _counts = new Count[words.Forms];
        for (var form = 0; form < _counts.Length; form++)
        {
            var prior = mass * words.Spread(form) / WordSpread.Total;
            _counts[form] = new Count(prior, prior, prior);
        }
    }

    /// <summary>The factor of dividing the words around each of some places there; 0 where no words stand on one side.</summary>
    /// <param name="divisions">Numbers of words, in order.</param>
    /// <param name="reach">How many words on either side of a division count, at most.</param>
    public double[] Gains(int[] divisions, int reach)
    {
        var gains = new double[divisions.Length];
        var factor = new Factor();
        int start = 0, middle = 0, end = 0;
        for (var d = 0; d < gains.Length; d++)
        {
            var division = divisions[d];
            for (var last = Math.Min(_forms.Length, division + (long)reach); end < last; end++) Enter(_forms[end], middle - start, end - middle, ref factor);
            for (; middle < division; middle++) Cross(_forms[middle], middle - start, end - middle, ref factor);
            for (; start < division - reach; start++) Leave(_forms[start], middle - start, end - middle, ref factor);
            gains[d] = start == middle || middle == end ? 0 : Math.Round(factor.Logarithm, Digits);
        }

        foreach (ref var count in _counts.AsSpan()) count.Left = count.Right = count.Prior;
        return gains;
    }

    /// <summary>A word more on the right side.</summary>
    private void Enter(int form, int left, int right, ref Factor factor)
    {
        ref var count = ref _counts[form];
        if (left > 0) factor.Multiply(count.Right * (left + right + _mass), (right + _mass) * count.Both);
        count.Right++;
    }

    /// <summary>The first word of the right side becomes the last of the left one.</summary>
    private void Cross(int form, int left, int right, ref Factor factor)
    {
        ref var count = ref _counts[form];
        factor.Multiply(count.Left * (right - 1 + _mass), (count.Right - 1) * (left + _mass));
        count.Left++;
        count.Right--;
    }

    /// <summary>A word less on the left side.</summary>
    private void Leave(int form, int left, int right, ref Factor factor)
    {
        ref var count = ref _counts[form];
        factor.Multiply((left - 1 + _mass) * (count.Both - 1), (count.Left - 1) * (left + right - 1 + _mass));
        count.Left--;
    }

    /// <summary>How often a form stands on either side, the prior counted in.</summary>
    private record struct Count(double Left, double Right, double Prior)
    {
        public readonly double Both => Left + Right - Prior;
    }

    /// <summary>A product of many ratios, kept as two products until they grow too large.</summary>
    private struct Factor()
    {
        // One word adds no more than a dozen digits; and as a prior times the mass is above one, no product falls below it.
        private const double Largest = 1e150;

        private double _above = 1;
        private double _below = 1;
        private double _logarithm;

        public readonly double Logarithm => _logarithm + Math.Log(_above / _below);

        public void Multiply(double above, double below)
        {
            _above *= above;
            _below *= below;
            if (_above < Largest && _below < Largest) return;
            _logarithm = Logarithm;
            _above = _below = 1;
        }
    }
}
