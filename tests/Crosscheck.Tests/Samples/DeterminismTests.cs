using Crosscheck.Articles;
using Crosscheck.Sources;
using Xunit;

namespace Crosscheck.Tests.Samples;

public sealed class DeterminismTests
{
    [Fact]
    public void The_same_dossier_byte_for_byte_from_one_and_many_jobs_and_from_shuffled_input()
    {
        var documents = new DocumentReader().Read([SampleRun.Folder], () => Stream.Null).Select(i => i.Document).OfType<RawDocument>().ToList();
        var one = SampleRun.Run(documents, jobs: 1).Json;
        Assert.Equal(one, SampleRun.Run(documents, jobs: 4).Json);
        var shuffled = documents.ToArray();
        new Random(7).Shuffle(shuffled);
        Assert.Equal(one, SampleRun.Run(shuffled, jobs: 2).Json);
    }

    [Fact]
    public void Identical_bytes_given_twice_are_one_document_with_two_paths()
    {
        var documents = new DocumentReader().Read([SampleRun.Folder + "/putin-letter/000_74ccb485b80ae7db.txt"], () => Stream.Null).Select(i => i.Document!).ToList();
        var copy = documents[0] with { Paths = ["elsewhere.txt"] };
        var run = SampleRun.Run([documents[0], copy]);
        Assert.Single(run.Dossier.Articles);
        Assert.Equal(2, run.Dossier.Documents[0].Paths.Length);
    }

    [Fact]
    public void Articles_published_after_the_day_asked_for_are_left_out_with_a_note()
    {
        var run = SampleRun.Run([SampleRun.Folder + "/marsova-blast"], asOf: new DateOnly(2025, 5, 13));
        Assert.DoesNotContain(run.Dossier.Articles, a => a.Headline == "Death toll in Marsova explosion rises to 14");
        Assert.Contains(run.Findings.Diagnostics, d => d.Code == Diagnostics.DiagnosticCode.PublishedAfterAsOf);
    }
}
