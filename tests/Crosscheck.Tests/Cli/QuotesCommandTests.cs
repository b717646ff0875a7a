using System.CommandLine;
using Crosscheck.Cli;
using Xunit;

namespace Crosscheck.Tests.Cli;

public sealed class QuotesCommandTests
{
    private static IReadOnlyList<string> Errors(params string[] given) =>
        [.. new RootCommand { QuotesCommand.Create() }.Parse(["quotes", .. given]).Errors.Select(e => e.Message)];

    [Fact]
    public void Acts_may_be_given_several_times() => Assert.Empty(Errors("pages/", "--speaker", "Putin", "--act", "denies", "--act", "declines", "--format", "jsonl", "--min-confidence", "0.8"));

    [Theory]
    [InlineData("--act", "shouts")]
    [InlineData("--format", "xlsx")]
    [InlineData("--speaker", "...")]
    [InlineData("--min-confidence", "2")]
    [InlineData("--min-confidence", "-1")]
    [InlineData("--min-confidence", "often")]
    public void A_value_that_makes_no_sense_is_refused(string option, string value) => Assert.NotEmpty(Errors("pages/", option, value));

    [Fact]
    public void Something_to_read_is_needed() => Assert.NotEmpty(Errors("--act", "denies"));
}
