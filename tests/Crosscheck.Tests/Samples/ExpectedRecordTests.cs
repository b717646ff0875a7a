using System.Text.Json;
using Xunit;

namespace Crosscheck.Tests.Samples;

/// <summary>
/// The dossiers of the samples against the record a careful reader made. What the program does not reach yet stands in
/// <c>known-gaps.tsv</c> with its reason; closing a gap or opening a new one fails here until the list says so.
/// </summary>
public sealed class ExpectedRecordTests
{
    private static string GapFile => Path.Combine(SampleRun.Folder, "known-gaps.tsv");

    [Theory]
    [InlineData("putin-letter")]
    [InlineData("marsova-blast")]
    public void The_dossier_holds_what_a_careful_reader_finds_but_for_the_known_gaps(string sample)
    {
        var expected = JsonElement.Parse(File.ReadAllText(Path.Combine(SampleRun.Folder, sample, "expected.json")));
        var results = new ExpectedRecord(SampleRun.Of(sample).Root).Check(sample, expected).ToList();
        var gaps = File.ReadLines(GapFile).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')[0])
            .Where(id => id.StartsWith(sample + '/', StringComparison.Ordinal)).ToHashSet();

        string[] wrong =
        [
            .. results.Where(r => r.Failure is not null && !gaps.Contains(r.Id)).Select(r => $"a new gap: {r.Id}: {r.Failure}"),
            .. results.Where(r => r.Failure is null && gaps.Contains(r.Id)).Select(r => $"a closed gap, take it off known-gaps.tsv: {r.Id}"),
            .. gaps.Except(results.Select(r => r.Id)).Select(g => $"a gap on the list that no expectation has: {g}"),
        ];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_known_gap_has_its_reason() =>
        Assert.All(File.ReadLines(GapFile).Where(l => l.Length > 0 && l[0] != '#'), line => Assert.True(line.Split('\t') is [_, { Length: > 10 }], line));
}
