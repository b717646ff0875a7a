using System.Collections.Immutable;
using Crosscheck.Language.Encoding;
using Crosscheck.Learning;

namespace Crosscheck.Language.Heads;

/// <summary>
/// Who says what: for each word that may begin a cue a second look at its window with that cue known. Every word of the window gets a vector from its own
/// state, the cue's, their product, and how they lie to each other (words, sentences, paragraphs and quotation marks between them); one transformer block
/// lets them see each other; a linear chain (Lafferty et al. 2001) gives each its role. The roles are those of PolNeAR (Newell et al. 2018). Immutable.
/// </summary>
internal sealed class CueHead
{
    /// <summary>Log-odds from which a word is looked at again.</summary>
    private const float Floor = -2;

    /// <summary>Cues in a window that are looked at again: the surest ones. News has about seven in a full window.</summary>
    private const int MostCues = 48;

    /// <summary>Words of all cues that the block reads at once, about.</summary>
    private const int BatchWords = 1024;

    private const int Roles = 4, None = 0, Source = 1, Content = 2, Cue = 3;

    private readonly BlockShape _shape;
    private readonly DenseLayer _sides;
    private readonly CueRelations _relations;
    private readonly LayerNorm _norm;
    private readonly EncoderLayer _block;
    private readonly DenseLayer _role;
    private readonly float[] _transitions;

    private CueHead(SafeTensors file, Precision precision)
    {
        var kernel = Kernel.Best;
        _shape = new BlockShape(file.Size("second.width"), file.Size("second.heads"), file.Size("second.feedForward"));
        var width = _shape.Width;
        _sides = DenseLayer.Load(file, ["heads.span_cue", "heads.span_word"]);
        _relations = new CueRelations(file, width);
        _norm = LayerNorm.Load(file, "heads.span_norm", width, kernel);
        _block = EncoderLayer.Load(file, "heads.span_layer.", _shape, precision, kernel);
        _role = DenseLayer.Load(file, "heads.span_role");
        var pairs = file.Tensor("heads.span_transitions").Expect(Roles, Roles).ToArray();
        _transitions = [.. pairs, .. new float[Roles]];
        if (_sides.Outputs != 4 * width || _role.Inputs != width || _role.Outputs != Roles) throw file.Broken();
    }

    /// <summary>Work space of one thread.</summary>
    internal sealed class Space(CueHead head)
    {
        internal EncoderSpace Block { get; } = new();

        internal SequenceDecoder Decoder { get; } = new(Roles, head._transitions);

        internal List<(int Cue, float LogOdds)> Cues { get; } = [];

        internal List<int> Ends { get; } = [];

        internal float[] Sides = [];
        internal float[] Row = new float[head._shape.Width];
        internal int[] Labels = [];
        internal float[] Margins = [];
        internal float[] Scores = [];
    }

    /// <exception cref="InvalidOperationException">A tensor or size is missing or does not fit.</exception>
    public static CueHead Load(SafeTensors file, Precision precision) => new(file, precision);

    /// <summary>Reads the cues of a batch whose sentences are known.</summary>
    /// <param name="logOdds">Of each word of the batch, that a cue begins there.</param>
    public void Read(WordBatch batch, ReadOnlySpan<float> logOdds, WordPlaces places, List<CueReading> found, Space space)
    {
        var prepared = false;
        for (var window = 0; window < batch.WindowStarts.Count; window++)
        {
            var first = batch.WindowStarts[window];
            var end = window + 1 < batch.WindowStarts.Count ? batch.WindowStarts[window + 1] : batch.Count;
            space.Cues.Clear();
            for (var word = first; word < end; word++)
            {
                if (logOdds[word] > Floor) space.Cues.Add((word, logOdds[word]));
            }

            if (space.Cues.Count == 0) continue;
            if (space.Cues.Count > MostCues) KeepSurest(space.Cues);
            if (!prepared) Prepare(batch, space);
            prepared = true;
            var together = Math.Max(1, BatchWords / (end - first));
            for (var i = 0; i < space.Cues.Count; i += together) Look(batch, places, first, end, i, Math.Min(space.Cues.Count, i + together), found, space);
        }
    }

    private static void KeepSurest(List<(int Cue, float LogOdds)> cues)
    {
        cues.Sort(static (a, b) => b.LogOdds.CompareTo(a.LogOdds) is var order and not 0 ? order : a.Cue.CompareTo(b.Cue));
        cues.RemoveRange(MostCues, cues.Count - MostCues);
        cues.Sort();
    }

    /// <summary>Both sides of every word of a batch: once, before its cues are looked at.</summary>
    internal void Prepare(WordBatch batch, Space space)
    {
        _sides.Apply(batch.States, batch.Product.Output);
        if (space.Sides.Length < batch.Count * _sides.Outputs) space.Sides = new float[batch.Count * _sides.Outputs];
        batch.Product.Output.CopyTo(space.Sides);
    }

    /// <summary>Some cues of one window.</summary>
    private void Look(WordBatch batch, WordPlaces places, int first, int end, int from, int to, List<CueReading> found, Space space)
    {
        var scores = Score(batch, places, first, end, from, to, space);
        for (var i = from; i < to; i++)
        {
            var own = scores.Slice((i - from) * (end - first) * Roles, (end - first) * Roles);
            if (Decode(own, end - first, batch.FirstToken + first, space.Cues[i], batch.FirstToken, space) is { } reading) found.Add(reading);
        }
    }

    /// <summary>Scores [cue, word, role] of the words of a window, once for each of the <see cref="Space.Cues"/> from one index to another.</summary>
    internal ReadOnlySpan<float> Score(WordBatch batch, WordPlaces places, int first, int end, int from, int to, Space space)
    {
        var hidden = space.Block.Hidden;
        var rows = (to - from) * (end - first);
        hidden.Resize(_shape.Width, rows);
        space.Ends.Clear();
        var at = 0;
        for (var i = from; i < to; i++)
        {
            for (var word = first; word < end; word++)
            {
                Join(batch, places, space.Cues[i].Cue, word, space);
                hidden.SetPiece(at++, space.Row);
            }

            space.Ends.Add(at);
        }

        for (; at < hidden.Panels * Sheet.Lanes; at++) hidden.ClearPiece(at);
        _norm.Apply(hidden);
        _block.Apply(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(space.Ends), space.Block);
        _role.Apply(hidden, batch.Product.Output);
        if (space.Scores.Length < rows * Roles) space.Scores = new float[rows * Roles];
        batch.Product.Output.CopyTo(space.Scores);
        return space.Scores.AsSpan(0, rows * Roles);
    }

    /// <summary>What a word is to a cue before the block looks at all of them.</summary>
    private void Join(WordBatch batch, WordPlaces places, int cue, int word, Space space)
    {
        var width = _shape.Width;
        var cueSide = space.Sides.AsSpan(cue * _sides.Outputs, 2 * width);
        var wordSide = space.Sides.AsSpan((word * _sides.Outputs) + (2 * width), 2 * width);
        var row = space.Row.AsSpan(0, width);
        for (var k = 0; k < row.Length; k++) row[k] = MathF.FusedMultiplyAdd(cueSide[width + k], wordSide[width + k], cueSide[k] + wordSide[k]);
        _relations.AddTo(row, places, batch.FirstToken + cue, batch.FirstToken + word);
    }

    /// <summary>Null where no word is content.</summary>
    private static CueReading? Decode(ReadOnlySpan<float> scores, int words, int firstToken, (int Cue, float LogOdds) cue, int batchToken, Space space)
    {
        scores.CopyTo(space.Decoder.Room(words));
        if (space.Labels.Length < words)
        {
            space.Labels = new int[words];
            space.Margins = new float[words];
        }

        var labels = space.Labels.AsSpan(0, words);
        var margins = space.Margins.AsSpan(0, words);
        var best = space.Decoder.Decode(words, labels, margins);
        if (!labels.Contains(Content)) return null;
        var margin = best - space.Decoder.Uniform(None, words);
        return new CueReading(
            batchToken + cue.Cue, cue.LogOdds, margin,
            Parts(labels, Cue, firstToken), Parts(labels, Source, firstToken), Parts(labels, Content, firstToken),
            MarginOf(labels, margins, Source), MarginOf(labels, margins, Content), labels.Contains(Source) ? 0 : space.Decoder.Shortfall(Source, words, best));
    }

    private static ImmutableArray<TokenRange> Parts(ReadOnlySpan<int> labels, int role, int firstToken)
    {
        var parts = ImmutableArray.CreateBuilder<TokenRange>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] != role) continue;
            var start = i;
            while (i + 1 < labels.Length && labels[i + 1] == role) i++;
            parts.Add(new TokenRange(firstToken + start, firstToken + i + 1));
        }

        return parts.ToImmutable();
    }

    private static RoleMargin MarginOf(ReadOnlySpan<int> labels, ReadOnlySpan<float> margins, int role)
    {
        var (least, sum, count) = (float.PositiveInfinity, 0f, 0);
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] != role) continue;
            least = MathF.Min(least, margins[i]);
            sum += margins[i];
            count++;
        }

        return count == 0 ? default : new RoleMargin(least, sum / count);
    }
}
