using System.Text;
using Crosscheck.Articles;
using Crosscheck.Diagnostics;
using Xunit;

namespace Crosscheck.Tests.Sources;

public sealed class SavedPageTests
{
    private const string Head = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://daily.example/1\r\nSubject: x\r\nDate: Mon, 24 Mar 2025 08:15:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----x\"\r\n\r\n\r\n";

    [Fact]
    public void The_page_is_read_with_its_address_and_the_day_it_was_saved()
    {
        var document = Read(Head + Part("text/html; charset=\"utf-8\"", "quoted-printable", "<p>Gr=C3=BC=C3=9Fe, a long =\r\nline =3D done.</p>\r\nEnd", "https://daily.example/1") + Part("image/png", "base64", "iVBORw0KGgo=") + Part("text/html", "7bit", "<p>Frame.</p>") + "------x--\r\n");
        Assert.Equal("<p>Grüße, a long line = done.</p>\r\nEnd", document.Text());
        Assert.Equal("p.mhtml", document.Path);
        Assert.Equal("https://daily.example/1", document.Given.Url);
        Assert.Equal("Mon, 24 Mar 2025 08:15:00 -0000", document.Given.Fetched);
        Assert.Equal("utf-8", document.Charset);
        Assert.Equal(DocumentFormat.Html, document.Format);
        Assert.Null(document.Given.Incomplete);
    }

    [Theory]
    [InlineData("base64", "PHA+VGV4\r\ndC48L3A+")]
    [InlineData("BASE64", "PHA+VGV4dC48L3A+=")]
    [InlineData("8bit", "<p>Text.</p>")]
    [InlineData("binary", "<p>Text.</p>")]
    [InlineData("quoted-printable", "<p=3eText.=  \r\n</p>")]
    [InlineData("quoted-printable", "<p>Text.</p>")]
    public void Transfer_codings_are_undone(string coding, string content) => Assert.Equal("<p>Text.</p>", Read(Head + Part("text/html", coding, content) + "------x--").Text());

    [Fact]
    public void The_root_is_the_part_that_the_head_names()
    {
        var document = Read(Head.Replace("type=", "start=\"<b>\"; type=", StringComparison.Ordinal) + Part("text/html", "7bit", "<p>Frame.</p>", id: "<a>") + Part("text/html", "7bit", "<p>Page.</p>", id: "<b>") + "------x--");
        Assert.Equal("<p>Page.</p>", document.Text());
    }

    [Fact]
    public void A_page_in_an_alternative_inside_is_found() =>
        Assert.Equal("<p>Deep.</p>", Read(Head + "------x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/plain\r\n\r\nDeep.\r\n--y\r\nContent-Type: text/html\r\n\r\n<p>Deep.</p>\r\n--y--\r\n------x--").Text());

    [Fact]
    public void A_file_cut_short_is_read_and_marked() =>
        Assert.NotNull(Read(Head + Part("text/html", "7bit", "<p>Page with an end that is missing")).Given.Incomplete);

    [Fact]
    public void A_page_told_by_its_bytes_alone_is_read() =>
        Assert.Equal("<p>Page.</p>", Assert.Single(Packed.ReadStandardInput(Encoding.UTF8.GetBytes(Head + Part("text/html", "7bit", "<p>Page.</p>") + "------x--")).Documents).Text());

    [Theory]
    [InlineData("<!DOCTYPE html>\n<!-- saved from url=(0023)https://daily.example/1 -->\n<html>", "https://daily.example/1", null)]
    [InlineData("<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://daily.example/1?a=b \n saved date: Mon Mar 24 2025 10:11:12 GMT+0100 (CET)\n-->", "https://daily.example/1?a=b", "Mon Mar 24 2025 10:11:12 GMT+0100 (CET)")]
    [InlineData("<!-- SingleFile url: none -->", null, null)]
    [InlineData("<!-- saved from url=(0014)about:internet -->", null, null)]
    [InlineData("<!-- saved from url=", null, null)]
    public void The_comment_of_whoever_saved_a_page_says_where_it_came_from(string head, string? address, string? saved)
    {
        var document = Assert.Single(Packed.Read("p.html", Encoding.UTF8.GetBytes(head + "<p>Page.</p>")).Documents);
        Assert.Equal(address, document.Given.Url);
        Assert.Equal(saved, document.Given.Fetched);
    }

    [Theory]
    [InlineData("")]
    [InlineData("------x\r\nContent-Type: image/png\r\n\r\nx\r\n------x--")]
    public void A_file_without_a_page_is_said(string parts) =>
        Assert.Equal(DiagnosticCode.SavedPageBroken, Assert.Single(Packed.Read("p.mht", Encoding.UTF8.GetBytes(Head + parts)).Diagnostics).Code);

    private static RawDocument Read(string text) => Assert.Single(Packed.Read("p.mhtml", Encoding.UTF8.GetBytes(text)).Documents);

    private static string Part(string type, string coding, string content, string? location = null, string id = "<c>") =>
        $"------x\r\nContent-Type: {type}\r\nContent-ID: {id}\r\nContent-Transfer-Encoding: {coding}\r\n{(location is null ? string.Empty : $"Content-Location: {location}\r\n")}\r\n{content}\r\n";
}
