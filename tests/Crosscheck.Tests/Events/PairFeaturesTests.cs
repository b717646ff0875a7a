using Crosscheck.Events;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Events;

public sealed class PairFeaturesTests
{
    [Fact]
    public void Of_several_places_the_nearest_pair_is_taken()
    {
        const string Sentence = "Arland met Bergia after Bergia and Cormund fought";
        var (source, target) = PairFeatures.Locate(Sentence, "Cormund", "Bergia");
        Assert.Equal("Cormund", Sentence[source.Start..source.End]);
        Assert.Equal(24, target.Start);
    }

    [Fact]
    public void A_party_that_is_not_there_gets_the_whole_sentence()
    {
        var (source, _) = PairFeatures.Locate("Arland met Bergia", "Dorvia", "Bergia");
        Assert.Equal(new TextSpan(0, 17), source);
    }
}
