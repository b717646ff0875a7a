using Crosscheck.Learning;

namespace Crosscheck.Language.Heads;

/// <summary>Learned vectors for how a word lies to a cue: words, sentences, paragraphs and quotation marks between them. Immutable.</summary>
internal sealed class CueRelations
{
    /// <summary>Words of distance that are told apart one by one; steps of distance on each side in all; sentences and paragraphs that are told apart.</summary>
    private const int Exact = 24, Steps = 40, Sentences = 3, Paragraphs = 1;

    private readonly float[] _distance;
    private readonly float[] _sentence;
    private readonly float[] _paragraph;
    private readonly float[] _quoted;

    /// <exception cref="InvalidOperationException">A tensor is missing or does not fit.</exception>
    public CueRelations(SafeTensors file, int width)
    {
        _distance = file.Tensor("heads.span_distance").Expect((2 * Steps) + 1, width).ToArray();
        _sentence = file.Tensor("heads.span_sentence").Expect((2 * Sentences) + 1, width).ToArray();
        _paragraph = file.Tensor("heads.span_paragraph").Expect((2 * Paragraphs) + 1, width).ToArray();
        _quoted = file.Tensor("heads.span_quoted").Expect(3, width).ToArray();
    }

    /// <summary>Adds what lies between a cue and a word of its window, both tokens of the text, to the word's vector.</summary>
    public void AddTo(Span<float> row, WordPlaces places, int cue, int word)
    {
        var distance = Row(_distance, Steps + Step(word - cue), row.Length);
        var sentence = Row(_sentence, Sentences + Math.Clamp(places.Sentence[word] - places.Sentence[cue], -Sentences, Sentences), row.Length);
        var paragraph = Row(_paragraph, Paragraphs + Math.Clamp(places.Paragraph[word] - places.Paragraph[cue], -Paragraphs, Paragraphs), row.Length);
        var quotation = places.Quotation[word];
        var quoted = Row(_quoted, quotation < 0 ? 0 : quotation == places.Quotation[cue] ? 2 : 1, row.Length);
        for (var k = 0; k < row.Length; k++) row[k] += distance[k] + sentence[k] + paragraph[k] + quoted[k];
    }

    private static ReadOnlySpan<float> Row(float[] table, int index, int width) => table.AsSpan(index * width, width);

    /// <summary>The exact distance up to 24 words, then about five steps to a doubling, up to 40.</summary>
    private static int Step(int distance)
    {
        var far = Math.Abs(distance);
        var step = far <= Exact ? far : Exact + Math.Min((int)(Math.Log2(far / (double)Exact) * 4.999), Steps - Exact);
        return distance < 0 ? -step : step;
    }
}
