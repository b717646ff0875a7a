using Crosscheck.Language;
using Xunit;

namespace Crosscheck.Tests.Language;

public sealed class FrequentWordsTests
{
    [Fact]
    public void A_word_is_frequent_in_its_own_language_alone()
    {
        Assert.True(FrequentWords.Contains("und", "de"));
        Assert.False(FrequentWords.Contains("und", "en"));
        Assert.False(FrequentWords.Contains("bridge", "en"));
        Assert.False(FrequentWords.Contains("und", "xx"));
    }
}
