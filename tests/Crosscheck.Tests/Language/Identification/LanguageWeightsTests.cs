using Crosscheck.Language;
using Crosscheck.Language.Identification;
using Crosscheck.Learning;
using Xunit;

namespace Crosscheck.Tests.Language.Identification;

public sealed class LanguageWeightsTests
{
    private static readonly uint[] Sequences = [.. Of("_the_", "_und_")];

    [Fact]
    public void What_is_written_is_read_again()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            new LanguageWeights([(Script.Latin, Small())]).Write(folder);
            var read = LanguageWeights.Load(folder).Of(Script.Latin)!;
            Assert.Equal(["en", "de"], read.Codes);
            Assert.Equal(Sequences, read.Keys);
            Assert.Equal(new Certainty(-1, 0.5f, 0.25f), read.Certainty);
            Assert.Equal([5, -5], read.Row(0).ToArray().Select(w => (int)w));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void A_damaged_file_is_refused()
    {
        var bytes = File.ReadAllBytes(Path.Combine(ModelFolder.Default, "language", LanguageWeights.FileName));
        Assert.NotNull(LanguageWeights.Parse(bytes));
        Assert.Null(LanguageWeights.Parse(bytes.AsSpan(0, bytes.Length - 1)));
        Assert.Null(LanguageWeights.Parse(bytes.AsSpan(0, 20)));
        Assert.Null(LanguageWeights.Parse([]));
        bytes[0]++;
        Assert.Null(LanguageWeights.Parse(bytes));
    }

    [Fact]
    public void Each_known_sequence_of_a_word_adds_its_row()
    {
        var weights = Small();
        var sums = new short[weights.Width];
        weights.Weigh("_the_", sums);
        weights.Weigh("_xyz_", sums);
        Assert.Equal((5, -5), (sums[0], sums[1]));
        weights.Weigh("_und_", sums);
        Assert.Equal((-2, 2), (sums[0], sums[1]));
    }

    [Fact]
    public void The_trainer_collects_what_the_identifier_looks_up()
    {
        foreach (var word in (string[])["_a_", "_the_", "_bridges_", "_" + new string('x', 40) + "_"])
        {
            var sequences = new List<uint>();
            SequenceHash.Collect(word, true, sequences);
            Assert.Equal(SequenceHash.CountIn(word.Length), sequences.Count);
            var all = sequences.Distinct().ToArray();
            var weights = new SequenceWeights(["en"], 1, all, [.. all.Select(_ => (sbyte)1)], default);
            var sums = new short[weights.Width];
            weights.Weigh(word, sums);
            Assert.Equal(sequences.Count, sums[0]);
        }
    }

    private static SequenceWeights Small() => new(["en", "de"], 1, Sequences, [5, -5, -7, 7], new Certainty(-1, 0.5f, 0.25f));

    /// <summary>The hash of each whole word.</summary>
    private static IEnumerable<uint> Of(params string[] words) => words.Select(w => w.Aggregate(SequenceHash.Start, SequenceHash.Extend));
}
