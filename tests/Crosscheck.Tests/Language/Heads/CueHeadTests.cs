using Crosscheck.Language.Encoding;
using Crosscheck.Language.Heads;
using Crosscheck.Learning;
using Crosscheck.Tests.Reports;
using Xunit;

namespace Crosscheck.Tests.Language.Heads;

/// <summary>Against a random head and what PyTorch makes of it, written by <c>training/tiny_cue_head.py</c>.</summary>
public sealed class CueHeadTests
{
    private static readonly SafeTensors File =
        SafeTensors.Open(Path.Combine(RepositoryFiles.Root, "tests", "Crosscheck.Tests", "Language", "Heads", "tiny-cue-head.safetensors"));

    private static readonly CueHead Head = CueHead.Load(File, Precision.Single);

    private static readonly int[] Cues = Whole("cues");

    [Fact]
    public void Scores_are_within_a_ten_thousandth_of_those_of_PyTorch()
    {
        var expected = File.Tensor("scores").ToArray();
        var found = Scores(Cues);
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), p => Assert.Equal(p.First, p.Second, 1e-4f));
    }

    [Fact]
    public void A_cue_is_read_the_same_in_any_company()
    {
        var all = Scores(Cues);
        var each = Cues.SelectMany(c => Scores([c]));
        Assert.Equal(all, each);
    }

    [Fact]
    public void A_window_of_nothing_but_cues_is_read_in_bounded_work()
    {
        var batch = Batch();
        var odds = new float[batch.Count];
        Array.Fill(odds, 5);
        var found = new List<Crosscheck.Language.CueReading>();
        Head.Read(batch, odds, Places(), found, new CueHead.Space(Head));
        Assert.InRange(found.Count, 0, 48);
        Assert.All(found, f => Assert.All(f.Content.Concat(f.Source).Concat(f.Cue), r => Assert.True(r.First >= 0 && r.First < r.End && r.End <= batch.Count)));
    }

    private static float[] Scores(int[] cues)
    {
        var batch = Batch();
        var space = new CueHead.Space(Head);
        space.Cues.AddRange(cues.Select(c => (c, 0f)));
        Head.Prepare(batch, space);
        return Head.Score(batch, Places(), 0, batch.Count, 0, cues.Length, space).ToArray();
    }

    private static WordBatch Batch()
    {
        var states = File.Tensor("states");
        var batch = new WordBatch { Count = states.Shape[0] };
        batch.WindowStarts.Add(0);
        batch.States.Resize(states.Width, batch.Count);
        batch.States.Fill(states.ToArray());
        return batch;
    }

    private static WordPlaces Places() => new(Whole("sentence"), Whole("paragraph"), Whole("quotation"));

    private static int[] Whole(string name) => [.. File.Tensor(name).ToArray().Select(v => (int)v)];
}
