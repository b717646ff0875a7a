using Xunit;

namespace Crosscheck.Browser.Tests;

public sealed class ChromiumTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    [Fact]
    public async Task Chromium_shows_a_page()
    {
        var page = await chromium.Browser.NewPageAsync();
        await page.SetContentAsync("<h1>ready</h1>");
        Assert.Equal("ready", await page.Locator("h1").InnerTextAsync());
    }
}
