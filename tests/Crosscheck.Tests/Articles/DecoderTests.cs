using System.Text;
using Crosscheck.Articles;
using Crosscheck.Articles.Decoding;
using Crosscheck.Diagnostics;
using Xunit;
using Decoder = Crosscheck.Articles.Decoding.Decoder;

namespace Crosscheck.Tests.Articles;

public sealed class DecoderTests
{
    private static DecodedText Decode(byte[] bytes, string? charset = null) => Decoder.Decode(bytes, charset, markup: true, "page.html");

    private static byte[] In(string encoding, string text) => CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text);

    [Fact]
    public void A_byte_order_mark_wins_over_every_label() =>
        Assert.Equal(("é", "utf-8"), Pair(Decode([0xEF, 0xBB, 0xBF, 0xC3, 0xA9], "windows-1252")));

    [Fact]
    public void A_carrier_wins_over_the_page() =>
        Assert.Equal("windows-1251", Decode(In("windows-1251", "<meta charset=koi8-r>Привет всем"), "windows-1251").Encoding);

    [Fact]
    public void A_page_names_its_encoding_in_a_meta_element()
    {
        var decoded = Decode(In("windows-1256", "<html><head><!-- charset=utf-8 --><META http-equiv=Content-Type content='text/html; charset=windows-1256'>مرحبا"));
        Assert.Equal("windows-1256", decoded.Encoding);
        Assert.EndsWith("مرحبا", decoded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Latin_1_means_windows_1252() => Assert.Equal("“x”", Decode([0x93, 0x78, 0x94], "ISO-8859-1").Text);

    [Fact]
    public void Valid_utf_8_is_not_read_as_the_single_bytes_it_is_labelled()
    {
        var decoded = Decode(Encoding.UTF8.GetBytes("<meta charset=iso-8859-1>Größe"));
        Assert.Equal("utf-8", decoded.Encoding);
        Assert.Contains(decoded.Diagnostics, d => d.Code == DiagnosticCode.EncodingGuessed);
    }

    [Fact]
    public void A_lying_utf_8_label_is_not_believed() =>
        Assert.EndsWith("Größe, Äpfel", Decode(In("windows-1252", "<meta charset=utf-8>Größe, Äpfel")).Text, StringComparison.Ordinal);

    [Fact]
    public void Cyrillic_and_arabic_without_a_label_are_told_from_western_text()
    {
        Assert.Equal("windows-1251", Decode(In("windows-1251", "Сегодня утром совет города принял решение закрыть старый мост")).Encoding);
        Assert.Equal("windows-1256", Decode(In("windows-1256", "قرر مجلس المدينة اليوم إغلاق الجسر القديم من أجل أعمال الصيانة")).Encoding);
        Assert.Equal("windows-1252", Decode(In("windows-1252", "Der Rat beschloß, die Brücke für Züge und Fußgänger zu schließen, hieß es.")).Encoding);
    }

    [Fact]
    public void Utf_16_without_a_mark_is_seen_by_its_zeros() => Assert.Equal(("<p>Good morning to all</p>", "utf-16le"), Pair(Decode(Encoding.Unicode.GetBytes("<p>Good morning to all</p>"))));

    [Fact]
    public void A_replaced_byte_is_told_with_its_offset()
    {
        var bytes = Encoding.UTF8.GetBytes("<meta charset=utf-8>äöüäöüäöü");
        bytes[^1] = 0x20;
        var diagnostic = Assert.Single(Decode(bytes).Diagnostics);
        Assert.Equal(DiagnosticCode.EncodingReplaced, diagnostic.Code);
        Assert.Contains($"byte {bytes.Length - 2}", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nul_characters_are_told() => Assert.Contains(Decode("a\0b"u8.ToArray()).Diagnostics, d => d.Code == DiagnosticCode.NulCharacters);

    [Fact]
    public void Text_is_told_from_markup_by_its_first_bytes()
    {
        Assert.True(MarkupSniffer.LooksLikeHtml("  <!DOCTYPE HTML><p>x"u8));
        Assert.False(MarkupSniffer.LooksLikeHtml("Prices < costs"u8));
        Assert.Equal("text/plain", Pages.Read("Plain words."u8.ToArray(), format: DocumentFormat.Unknown).MediaType);
    }

    private static (string, string) Pair(DecodedText decoded) => (decoded.Text, decoded.Encoding);
}
