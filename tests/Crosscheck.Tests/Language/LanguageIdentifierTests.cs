using Crosscheck.Language;
using Xunit;

namespace Crosscheck.Tests.Language;

public sealed class LanguageIdentifierTests
{
    [Theory]
    [InlineData("en", "The minister told reporters that the bridge would be closed for two weeks.")]
    [InlineData("de", "Der Minister sagte am Dienstag, die Brücke werde für zwei Wochen gesperrt.")]
    [InlineData("fr", "Le ministre a annoncé mardi que le pont serait fermé pendant deux semaines.")]
    [InlineData("es", "El ministro dijo el martes que el puente estará cerrado durante dos semanas.")]
    [InlineData("pt", "O ministro disse na terça-feira que a ponte não ficará aberta durante duas semanas.")]
    [InlineData("it", "Il ministro ha detto martedì che il ponte sarà chiuso per due settimane.")]
    [InlineData("nl", "De minister zei dinsdag dat de brug twee weken lang gesloten zal zijn.")]
    [InlineData("sv", "Ministern sade på tisdagen att bron kommer att vara stängd i två veckor.")]
    [InlineData("da", "Ministeren sagde tirsdag, at broen vil være lukket i to uger, og at ikke alle er enige.")]
    [InlineData("fi", "Ministeri sanoi tiistaina, että silta on suljettuna kaksi viikkoa.")]
    [InlineData("pl", "Minister powiedział we wtorek, że most będzie zamknięty przez dwa tygodnie.")]
    [InlineData("cs", "Ministr v úterý uvedl, že most bude dva týdny uzavřen a že jde o nutnou opravu.")]
    [InlineData("hu", "A miniszter kedden azt mondta, hogy a híd két hétig zárva lesz.")]
    [InlineData("ro", "Ministrul a declarat marți că podul va fi închis timp de două săptămâni.")]
    [InlineData("tr", "Bakan salı günü yaptığı açıklamada köprünün iki hafta kapalı kalacağını söyledi.")]
    [InlineData("vi", "Bộ trưởng cho biết hôm thứ Ba rằng cây cầu sẽ đóng cửa trong hai tuần.")]
    [InlineData("ru", "Министр заявил во вторник, что мост будет закрыт на две недели.")]
    [InlineData("uk", "Міністр заявив у вівторок, що міст буде закритий на два тижні.")]
    [InlineData("bg", "Министърът заяви във вторник, че мостът ще бъде затворен за две седмици.")]
    [InlineData("ar", "قال الوزير يوم الثلاثاء إن الجسر سيغلق لمدة أسبوعين بعد أن تم تفتيشه.")]
    [InlineData("fa", "وزیر روز سه‌شنبه گفت که این پل برای دو هفته بسته خواهد شد.")]
    [InlineData("ur", "وزیر نے منگل کے روز کہا کہ یہ پل دو ہفتوں کے لیے بند رہے گا۔")]
    [InlineData("he", "השר אמר ביום שלישי כי הגשר ייסגר לשבועיים, אבל לא אמר למה.")]
    [InlineData("hi", "मंत्री ने मंगलवार को कहा कि यह पुल दो सप्ताह के लिए बंद रहेगा।")]
    [InlineData("el", "Ο υπουργός δήλωσε την Τρίτη ότι η γέφυρα θα κλείσει.")]
    [InlineData("ja", "大臣は火曜日、橋が二週間閉鎖されると述べた。")]
    [InlineData("zh", "部长星期二说，这座桥将关闭两个星期。")]
    [InlineData("ko", "장관은 화요일 다리가 두 주 동안 폐쇄될 것이라고 말했다.")]
    [InlineData("th", "รัฐมนตรีกล่าวเมื่อวันอังคารว่าสะพานจะปิดเป็นเวลาสองสัปดาห์")]
    public void Names_the_language_of_one_sentence(string code, string text) =>
        Assert.Equal(code, LanguageIdentifier.Identify(text)?.Code);

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n ")]
    [InlineData("12,345.67 -- 2025-03-24")]
    [InlineData("OK")]
    [InlineData("zzxq wvvk jjqx kkpw qqzx vvwx xxqj")]
    public void Says_nothing_where_nothing_tells(string text) => Assert.Null(LanguageIdentifier.Identify(text));

    [Fact]
    public void Names_in_another_script_do_not_turn_the_language() =>
        Assert.Equal("en", LanguageIdentifier.Identify("The ministry (министерство) said on Tuesday that the bridge was closed.")?.Code);

    [Fact]
    public void Reads_a_long_text_by_its_start() =>
        Assert.Equal("en", LanguageIdentifier.Identify(string.Concat(Enumerable.Repeat("The bridge was closed and then it was opened. ", 200_000)))?.Code);

    [Fact]
    public void A_longer_text_is_surer()
    {
        const string Sentence = "Le ministre a dit que le pont est fermé. ";
        var one = LanguageIdentifier.Identify(Sentence)!.Confidence;
        var five = LanguageIdentifier.Identify(string.Concat(Enumerable.Repeat(Sentence, 5)))!.Confidence;
        Assert.True(five > one, $"{five} is not above {one}");
    }

    [Fact]
    public void Stands_any_code_units()
    {
        var noise = new char[5000];
        for (var i = 0; i < noise.Length; i++) noise[i] = (char)(i * 7919);
        LanguageIdentifier.Identify(noise);
        LanguageIdentifier.Identify(new string('\ud800', 100));
        LanguageIdentifier.Identify(new string('\0', 100));
    }
}
