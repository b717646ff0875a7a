using Crosscheck.Reports.Markdown;
using Xunit;

namespace Crosscheck.Tests.Reports;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("a *b* _c_ [d](e) <script>", "a \\*b\\* \\_c\\_ \\[d\\](e) \\<script\\>")]
    [InlineData("# heading", "\\# heading")]
    [InlineData("- item", "\\- item")]
    [InlineData("12. day", "12\\. day")]
    [InlineData("a | b\n\nc", "a \\| b c")]
    [InlineData("R&D", "R&amp;D")]
    public void Words_of_a_page_never_become_markup(string words, string written) => Assert.Equal(written, MarkdownText.Of(words));
}
