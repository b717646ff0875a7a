using Crosscheck.Language;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Language;

public sealed class LanguageEngineTests
{
    internal static LanguageEngine Engine { get; } = LanguageEngine.Load(Path.Combine(AppContext.BaseDirectory, "models"));

    [Fact]
    public void An_empty_text_has_no_tokens() => Assert.Empty(Engine.Read(SourceText.Empty, "en", []).Tokens);

    [Fact]
    public void Blocks_that_leave_the_text_or_overlap_are_taken_as_far_as_they_go()
    {
        var layer = Engine.Read(new SourceText("one two"), "en", [new TextSpan(2, 4), new TextSpan(3, 99), new TextSpan(50, 60)]);
        Assert.Equal("onetwo", string.Concat(Enumerable.Range(0, layer.Tokens.Length).Select(i => layer.Form(i).ToString())));
    }
}
