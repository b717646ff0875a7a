using System.Text;
using System.Text.Json;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Text;

public sealed class SurrogateEscapesTests
{
    [Theory]
    [InlineData("""{"a":"x\ud83dy"}""", """{"a":"x\ufffdy"}""")]
    [InlineData("""{"a":"\uDE00"}""", """{"a":"\ufffd"}""")]
    [InlineData("""{"\ud83d":1}""", """{"\ufffd":1}""")]
    [InlineData("""{"a":"\ud83d\ud83d\ude00"}""", """{"a":"\ufffd\ud83d\ude00"}""")]
    [InlineData("""{"a":"\ud83d\u0041"}""", """{"a":"\ufffd\u0041"}""")]
    [InlineData("""{"a":"\\ud83d"}""", """{"a":"\\ud83d"}""")]
    [InlineData("""{"a":"\ud8""", """{"a":"\ud8""")]
    [InlineData("\\", "\\")]
    [InlineData("é\\", "é\\")]
    [InlineData("""{"é":"\ud83d","b":"\ud83""", """{"é":"\ufffd","b":"\ud83""")]
    public void A_lone_half_of_a_pair_is_replaced_and_nothing_else(string json, string mended)
    {
        Assert.Equal(mended, SurrogateEscapes.Mend(json));
        Assert.Equal(Encoding.UTF8.GetBytes(mended), SurrogateEscapes.Mend(Encoding.UTF8.GetBytes(json)).ToArray());
    }

    [Fact]
    public void A_whole_pair_stays()
    {
        using var json = JsonDocument.Parse(SurrogateEscapes.Mend("""{"a":"\ud83d\ude00"}"""));
        Assert.Equal("\U0001F600", json.RootElement.GetProperty("a").GetString());
    }
}
