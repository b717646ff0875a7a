using System.Numerics;
using System.Runtime.InteropServices;
using Crosscheck.Language.Identification;

namespace Crosscheck.Training.Language.Identification;

/// <summary>
/// Softmax regression of the language on the mean of a text's sequence weights (as Joulin et al., Bag of Tricks for Efficient Text Classification, 2017,
/// without the hidden layer), by AdaGrad. Each step draws a language, then a text of it.
/// </summary>
internal sealed class SequenceLearner
{
    private const float Gain = 30;

    // A sequence met once must not jump.
    private const float FirstSquare = 0.003f;

    private readonly LanguageTexts[] _languages;
    private readonly Random _random;
    private readonly float _hidden;
    private readonly int _width;
    private readonly bool[] _withStatistics;
    private readonly List<uint> _sequences = [];
    private readonly List<int> _rows = [];
    private Dictionary<uint, int> _rowOf = [];
    private float[] _weights = [];
    private float[] _squares = [];

    /// <param name="hidden">Share of words that a text loses while it is learned from.</param>
    public SequenceLearner(LanguageTexts[] languages, int seed, float hidden)
    {
        _languages = languages;
        _hidden = hidden;
        _random = new Random(seed);
        _width = (languages.Length + 15) & ~15;
        _withStatistics = [.. languages.Select(l => l.HasStatistics)];
    }

    /// <summary>Chooses the sequences that tell most: shares of a language against shares of all (Jensen-Shannon divergence), from drawn texts.</summary>
    /// <param name="fewest">What one language shows less often is chance.</param>
    public void Choose(int count, int textsPerLanguage, int fewest)
    {
        var shares = new Dictionary<uint, float[]>();
        for (var language = 0; language < _languages.Length; language++)
        {
            var counts = new Dictionary<uint, int>();
            for (var i = 0; i < textsPerLanguage; i++)
            {
                Draw(language, out _, 0);
                foreach (var sequence in CollectionsMarshal.AsSpan(_sequences)) CollectionsMarshal.GetValueRefOrAddDefault(counts, sequence, out _)++;
            }

            var all = (float)counts.Values.Sum(c => (long)c);
            foreach (var (sequence, seen) in counts)
            {
                if (seen < fewest) continue;
                if (!shares.TryGetValue(sequence, out var row)) shares[sequence] = row = new float[_languages.Length];
                row[language] = seen / all;
            }
        }

        var chosen = shares.Select(s => (s.Key, Worth: Worth(s.Value))).OrderByDescending(s => s.Worth).ThenBy(s => s.Key).Take(count).Select(s => s.Key).Order();
        Restart([.. chosen]);
    }

    /// <summary>Goes down the gradient over so many texts; the step falls to nothing at the end.</summary>
    public double Learn(int texts, float rate)
    {
        var scores = new float[_width];
        var right = 0;
        for (var step = 0; step < texts; step++)
        {
            var language = _random.Next(_languages.Length);
            Draw(language, out var framed, _hidden);
            Look(scores, out var known);
            if (known == 0) continue;
            var best = 0;
            for (var i = 1; i < _languages.Length; i++)
            {
                if (scores[i] > scores[best]) best = i;
            }

            if (_languages[best].Name == _languages[language].Name) right++;
            Gradient(scores, language, framed);
            Step(scores, rate * (1 - ((float)step / texts)));
        }

        return (double)right / texts;
    }

    /// <summary>Keeps the rows that matter most in use: how often a sequence is met, times how much its weights differ.</summary>
    public void Prune(int count, int textsPerLanguage)
    {
        var met = new int[_rowOf.Count];
        for (var language = 0; language < _languages.Length; language++)
        {
            for (var i = 0; i < textsPerLanguage; i++)
            {
                Draw(language, out _, 0);
                foreach (var sequence in _sequences)
                {
                    if (_rowOf.TryGetValue(sequence, out var row)) met[row]++;
                }
            }
        }

        var kept = _rowOf.Select(r => (r.Key, r.Value, Worth: Math.Sqrt(met[r.Value]) * Spread(_weights.AsSpan(r.Value * _width, _languages.Length))))
            .OrderByDescending(r => r.Worth).ThenBy(r => r.Key).Take(count).OrderBy(r => r.Key).ToArray();
        var (weights, squares) = (_weights, _squares);
        Restart([.. kept.Select(k => k.Key)]);
        for (var i = 0; i < kept.Length; i++)
        {
            weights.AsSpan(kept[i].Value * _width, _width).CopyTo(_weights.AsSpan(i * _width));
            squares.AsSpan(kept[i].Value * _width, _width).CopyTo(_squares.AsSpan(i * _width));
        }
    }

    /// <summary>The weights in 8 bits; a row's mean says nothing and is taken away.</summary>
    public SequenceWeights Finish(Func<string, string> label)
    {
        var count = _languages.Length;
        var centred = new float[_rowOf.Count * count];
        for (var row = 0; row < _rowOf.Count; row++)
        {
            var weights = _weights.AsSpan(row * _width, count);
            var mean = 0f;
            foreach (var w in weights) mean += w / count;
            for (var i = 0; i < count; i++) centred[(row * count) + i] = weights[i] - mean;
        }

        var sizes = centred.Select(Math.Abs).ToArray();
        Array.Sort(sizes);
        var largest = sizes[(int)((sizes.Length - 1) * 0.9999)];
        var scale = largest / sbyte.MaxValue;
        var rows = new sbyte[centred.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = (sbyte)Math.Clamp(MathF.Round(centred[i] / scale), -sbyte.MaxValue, sbyte.MaxValue);
        var keys = new uint[_rowOf.Count];
        foreach (var (key, row) in _rowOf) keys[row] = key;
        return new SequenceWeights([.. _languages.Select(l => label(l.Name))], scale * Gain, keys, rows, new Certainty(0, 0.1f, 0));
    }

    private static double Worth(float[] shares)
    {
        var mean = 0.0;
        foreach (var share in shares) mean += share / shares.Length;
        var worth = 0.0;
        foreach (var share in shares)
        {
            if (share > 0) worth += share * Math.Log(share / mean);
        }

        return worth;
    }

    private static double Spread(ReadOnlySpan<float> weights)
    {
        double sum = 0, squares = 0;
        foreach (var w in weights)
        {
            sum += w;
            squares += (double)w * w;
        }

        return Math.Sqrt(Math.Max(0, (squares / weights.Length) - (sum / weights.Length * (sum / weights.Length))));
    }

    private void Restart(uint[] keys)
    {
        _rowOf = [];
        foreach (var key in keys) _rowOf.Add(key, _rowOf.Count);
        _weights = new float[keys.Length * _width];
        _squares = new float[keys.Length * _width];
        Array.Fill(_squares, FirstSquare);
    }

    /// <summary>Leaves the sequences of a drawn text.</summary>
    private void Draw(int language, out bool framed, float hidden)
    {
        _sequences.Clear();
        (var text, framed) = _languages[language].Draw(_random);
        Span<char> buffer = stackalloc char[FramedWords.Longest];
        var words = new FramedWords(text, _languages[language].Script, buffer);
        while (words.MoveNext())
        {
            if (framed && hidden > 0 && _random.NextSingle() < hidden) continue;
            var word = framed ? words.Current : words.Current[1..^1];
            SequenceHash.Collect(word, framed, _sequences);
        }
    }

    private void Look(float[] scores, out int known)
    {
        Array.Clear(scores);
        _rows.Clear();
        foreach (var sequence in CollectionsMarshal.AsSpan(_sequences))
        {
            if (_rowOf.TryGetValue(sequence, out var row)) _rows.Add(row);
        }

        known = _rows.Count;
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores.AsSpan());
        foreach (var row in CollectionsMarshal.AsSpan(_rows))
        {
            var weights = MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan(row * _width, _width));
            for (var i = 0; i < sums.Length; i++) sums[i] += weights[i];
        }

        var mean = new Vector<float>(Gain / Math.Max(1, _sequences.Count));
        for (var i = 0; i < sums.Length; i++) sums[i] *= mean;
    }

    /// <summary>Scores become the error of each language. A bag of sequences is judged among the languages alone that have such bags.</summary>
    private void Gradient(float[] scores, int language, bool framed)
    {
        var most = float.MinValue;
        for (var i = 0; i < _languages.Length; i++)
        {
            if (framed || _withStatistics[i]) most = Math.Max(most, scores[i]);
        }

        var sum = 0f;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = i < _languages.Length && (framed || _withStatistics[i]) ? MathF.Exp(scores[i] - most) : 0;
            sum += scores[i];
        }

        for (var i = 0; i < scores.Length; i++) scores[i] /= sum;
        scores[language] -= 1;
    }

    private void Step(float[] errors, float rate)
    {
        var scale = new Vector<float>(Gain / _sequences.Count);
        var error = MemoryMarshal.Cast<float, Vector<float>>(errors.AsSpan());
        for (var i = 0; i < error.Length; i++) error[i] *= scale;
        var step = new Vector<float>(rate);
        foreach (var row in CollectionsMarshal.AsSpan(_rows))
        {
            var weights = MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan(row * _width, _width));
            var squares = MemoryMarshal.Cast<float, Vector<float>>(_squares.AsSpan(row * _width, _width));
            for (var i = 0; i < error.Length; i++)
            {
                squares[i] += error[i] * error[i];
                weights[i] -= step * error[i] / Vector.SquareRoot(squares[i]);
            }
        }
    }
}
