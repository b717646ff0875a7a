using Microsoft.Playwright;
using Xunit;

namespace Crosscheck.Browser.Tests;

public sealed class ChromiumTests
{
    [Fact]
    public async Task Chromium_shows_a_page()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync();
        await page.SetContentAsync("<h1>ready</h1>");
        Assert.Equal("ready", await page.Locator("h1").InnerTextAsync());
    }
}
