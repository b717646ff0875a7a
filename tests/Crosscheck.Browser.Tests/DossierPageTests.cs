using System.Text;
using Crosscheck.Reports;
using Crosscheck.Tests.Reports;
using Microsoft.Playwright;
using Xunit;

namespace Crosscheck.Browser.Tests;

/// <summary>The page of the sample dossier in a real browser. It is answered from memory under an address of its own; anything else that it asked for would be seen.</summary>
public sealed class DossierPageTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const string Address = "https://dossier.example/";

    private static readonly string Html = Written();

    [Fact]
    public async Task It_reads_without_script_and_the_choice_of_dark_works_by_style_alone()
    {
        var page = await Open(new BrowserNewContextOptions { JavaScriptEnabled = false });
        foreach (var words in (string[])["We had warned the operator twice about the dust,", "Who repeats whom", "Fifteen people died", "not analysed"])
        {
            await Assertions.Expect(page.GetByText(words).First).ToBeVisibleAsync();
        }

        var before = await Background(page);
        await page.Locator("#theme-dark").CheckAsync();
        Assert.NotEqual(before, await Background(page));
        var citation = page.Locator("#c4 details.cite").First;
        await citation.Locator("summary").ClickAsync();
        await Assertions.Expect(citation.Locator(".cited")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Script_in_a_headline_and_a_body_is_inert_and_nothing_is_asked_of_the_network()
    {
        var page = await Open(new BrowserNewContextOptions());
        Assert.NotEqual("owned", await page.TitleAsync());
        Assert.Equal([Address], _requested);
        Assert.Empty(_complaints);
        await Assertions.Expect(page.Locator("#a5 h4")).ToContainTextAsync("<script>document.title='owned'</script>");
    }

    [Fact]
    public async Task Tab_reaches_the_skip_link_first_and_then_the_choice_of_colours()
    {
        var page = await Open(new BrowserNewContextOptions());
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await Focused(page, "className"));
        await Assertions.Expect(page.Locator(".skip")).ToBeInViewportAsync();
        for (var i = 0; i < 5 && await Focused(page, "name") != "theme"; i++) await page.Keyboard.PressAsync("Tab");
        Assert.Equal("theme", await Focused(page, "name"));
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.True(await page.Locator("#theme-light").IsCheckedAsync());
    }

    [Fact]
    public async Task The_skip_link_leads_past_the_bar()
    {
        var page = await Open(new BrowserNewContextOptions());
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await Focused(page, "id"));
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task One_point_in_two_wordings_stands_side_by_side_where_there_is_room_and_needs_no_script(int width, bool beside)
    {
        var page = await Open(new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = width, Height = 740 } });
        var wordings = page.Locator(".wordings").First.Locator("> ul > li");
        Assert.Equal(2, await wordings.CountAsync());
        await Assertions.Expect(wordings.Nth(0)).ToContainTextAsync("Mara Vell [regional fire chief] said: At least 12 people");
        var (first, second) = ((await wordings.Nth(0).BoundingBoxAsync())!, (await wordings.Nth(1).BoundingBoxAsync())!);
        Assert.Equal(beside, second.X >= first.X + first.Width);
        Assert.Equal(!beside, second.Y >= first.Y + first.Height);
    }

    [Fact]
    public async Task A_wording_leads_to_its_sentence_by_keyboard()
    {
        var page = await Open(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var source = page.Locator(".wordings a[href^='#a']").First;
        var target = (await source.GetAttributeAsync("href"))!;
        await source.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(target)).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(320)]
    [InlineData(768)]
    public async Task No_width_scrolls_sideways(int width)
    {
        var page = await Open(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 740 } });
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        Assert.True(await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth") <= width);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_text_stands_out_from_its_ground(ColorScheme scheme)
    {
        var page = await Open(new BrowserNewContextOptions { ColorScheme = scheme });
        var weak = await page.EvaluateAsync<string[]>(
            """
            () => {
              document.querySelectorAll('details').forEach(d => d.open = true);
              const numbers = c => (c.match(/[\d.]+/g) || []).map(Number);
              const light = c => { const [r, g, b] = numbers(c).map(v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
              const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; const n = numbers(c); if (n.length === 3 || n[3] === 1) return c; } return 'rgb(255, 255, 255)'; };
              const weak = new Set();
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const e = walk.currentNode.parentElement;
                if (!walk.currentNode.textContent.trim() || !e.checkVisibility() || e.closest('script, style, title')) continue;
                const style = getComputedStyle(e);
                const [a, b] = [light(e instanceof SVGElement ? style.fill : style.color), light(ground(e))];
                const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
                if (!(ratio >= (parseFloat(style.fontSize) >= 24 ? 3 : 4.5))) weak.add(`${e.tagName} .${e.getAttribute('class')} ${ratio.toFixed(2)}`);
              }
              return [...weak];
            }
            """);
        Assert.Empty(weak);
    }

    [Fact]
    public async Task A_line_copies_with_its_quotation_speaker_and_offsets()
    {
        var page = await Open(new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        await page.Locator("#c4 button.copy").First.ClickAsync();
        await Assertions.Expect(page.Locator("#c4 button.copy").First).ToHaveTextAsync("Copied");
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains("We had warned the operator twice about the dust", copied, StringComparison.Ordinal);
        Assert.Contains("Mara Vell, in The Harbour Post", copied, StringComparison.Ordinal);
        Assert.Contains("text 134–212", copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_filters_by_any_word_of_a_line()
    {
        var page = await Open(new BrowserNewContextOptions());
        await page.Locator("#s1-ledger input[type=search]").FillAsync("overfilled residents");
        await Assertions.Expect(page.Locator("#c7")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#c4")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#s1-ledger .matches")).ToContainTextAsync("1 of 10");
    }

    [Fact]
    public async Task A_line_of_the_ledger_leads_to_its_words_even_in_a_folded_article()
    {
        var page = await Open(new BrowserNewContextOptions());
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = false)");
        await page.Locator("#c7 .src").First.ClickAsync();
        await Assertions.Expect(page.Locator("#a2-s3")).ToBeInViewportAsync();
    }

    private readonly List<string> _requested = [];
    private readonly List<string> _complaints = [];

    private async Task<IPage> Open(BrowserNewContextOptions options)
    {
        var context = await chromium.Browser.NewContextAsync(options);
        var page = await context.NewPageAsync();
        page.Request += (_, request) => _requested.Add(request.Url);
        page.Console += (_, message) => _complaints.Add(message.Text);
        page.PageError += (_, error) => _complaints.Add(error);
        await page.RouteAsync("**/*", route => route.Request.Url == Address
            ? route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = Html })
            : route.AbortAsync());
        await page.GotoAsync(Address);
        return page;
    }

    private static Task<string> Background(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    private static Task<string> Focused(IPage page, string property) => page.EvaluateAsync<string>($"document.activeElement.{property}");

    private static string Written()
    {
        var stream = new MemoryStream();
        DossierHtml.Write(DossierBuilder.Build(SampleFindings.Build()), stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
