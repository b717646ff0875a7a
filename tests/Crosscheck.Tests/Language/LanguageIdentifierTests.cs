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
    [InlineData("af", "Die regering het Woensdag aangekondig dat die nuwe pad eers volgende jaar klaar sal wees.")]
    [InlineData("am", "የከተማው አስተዳደር አዲሱ ድልድይ በሚቀጥለው ወር ለትራፊክ ክፍት እንደሚሆን አስታወቀ።")]
    [InlineData("az", "Nazirlik bildirib ki, yeni körpü gələn ayın sonuna qədər hərəkət üçün açılacaq.")]
    [InlineData("be", "Улады горада паведамілі, што новы мост адкрыюць для руху толькі ў наступным месяцы.")]
    [InlineData("bg", "Кметът съобщи, че новият мост ще бъде отворен за движение едва през следващия месец.")]
    [InlineData("bn", "শহর কর্তৃপক্ষ জানিয়েছে, নতুন সেতুটি আগামী মাসে যান চলাচলের জন্য খুলে দেওয়া হবে।")]
    [InlineData("bs", "Ministar je izjavio da će novi most biti otvoren tek sljedeće sedmice, a da općina nije obaviještena.")]
    [InlineData("ca", "L'alcaldessa va explicar que el pont nou no s'obrirà al trànsit fins al mes que ve.")]
    [InlineData("cy", "Dywedodd y cyngor y bydd y bont newydd yn agor i draffig y mis nesaf wedi'r gwaith.")]
    [InlineData("de", "Die Stadt teilte mit, dass die neue Brücke erst im kommenden Monat geöffnet wird.")]
    [InlineData("eo", "La urbestro diris, ke la nova ponto estos malfermita nur en la venonta monato.")]
    [InlineData("et", "Linnavalitsus teatas, et uus sild avatakse liiklusele alles järgmise kuu lõpus.")]
    [InlineData("eu", "Udalak jakinarazi duenez, zubi berria datorren hilean irekiko dute zirkulaziorako.")]
    [InlineData("fa", "شهرداری اعلام کرد که پل جدید تا پایان ماه آینده به روی خودروها باز خواهد شد.")]
    [InlineData("fo", "Borgarstjórin segði, at nýggja brúgvin verður latin upp fyri ferðslu næsta mánað.")]
    [InlineData("ga", "Dúirt an chomhairle go n-osclófar an droichead nua do thrácht an mhí seo chugainn.")]
    [InlineData("gl", "O alcalde dixo que a nova ponte non abrirá ao tráfico ata o vindeiro mes de maio.")]
    [InlineData("gu", "શહેરના વહીવટીતંત્રે જણાવ્યું કે નવો પુલ આવતા મહિને ખુલ્લો મુકાશે.")]
    [InlineData("ha", "Gwamnan jihar ya ce za a buɗe sabuwar gadar ga motoci a ƙarshen watan gobe.")]
    [InlineData("he", "עיריית ירושלים הודיעה כי הגשר החדש ייפתח לתנועה רק בחודש הבא.")]
    [InlineData("hr", "Gradonačelnik je rekao da će se novi most otvoriti tek idući tjedan, a tvrtke još nisu dobile obavijest.")]
    [InlineData("hu", "A polgármester közölte, hogy az új hidat csak a jövő hónapban nyitják meg a forgalom előtt.")]
    [InlineData("hy", "Քաղաքապետարանը հայտնել է, որ նոր կամուրջը կբացվի հաջորդ ամիս։")]
    [InlineData("id", "Pemerintah kota mengatakan bahwa jembatan baru itu baru akan dibuka bulan depan karena cuaca buruk.")]
    [InlineData("is", "Borgarstjórinn sagði að nýja brúin yrði ekki opnuð fyrir umferð fyrr en í næsta mánuði.")]
    [InlineData("ka", "ქალაქის მერიამ განაცხადა, რომ ახალი ხიდი მომავალ თვეს გაიხსნება.")]
    [InlineData("kk", "Қала әкімдігі жаңа көпір келесі айда ғана көлік қозғалысына ашылатынын хабарлады.")]
    [InlineData("km", "អាជ្ញាធរក្រុងបានប្រកាសថា ស្ពានថ្មីនឹងបើកឱ្យប្រើប្រាស់នៅខែក្រោយ។")]
    [InlineData("kn", "ಹೊಸ ಸೇತುವೆಯನ್ನು ಮುಂದಿನ ತಿಂಗಳು ತೆರೆಯಲಾಗುವುದು ಎಂದು ನಗರ ಆಡಳಿತ ತಿಳಿಸಿದೆ.")]
    [InlineData("ku", "Şaredariyê got ku pira nû dê meha bê ji bo tirimbêlan were vekirin.")]
    [InlineData("ky", "Шаар бийлиги жаңы көпүрө кийинки айда гана унаалар үчүн ачыларын билдирди.")]
    [InlineData("lo", "ເຈົ້າໜ້າທີ່ເມືອງກ່າວວ່າ ຂົວໃໝ່ຈະເປີດໃຊ້ໃນເດືອນໜ້າ.")]
    [InlineData("lt", "Miesto meras pranešė, kad naujasis tiltas eismui bus atidarytas tik kitą mėnesį.")]
    [InlineData("lv", "Pilsētas dome paziņoja, ka jauno tiltu satiksmei atvērs tikai nākamajā mēnesī.")]
    [InlineData("mk", "Градоначалникот рече дека новиот мост ќе биде отворен за сообраќај дури следниот месец.")]
    [InlineData("ml", "പുതിയ പാലം അടുത്ത മാസം തുറക്കുമെന്ന് നഗരസഭ അറിയിച്ചു.")]
    [InlineData("mn", "Хотын захиргаа шинэ гүүрийг ирэх сард л нээнэ гэж мэдэгдсэн байна.")]
    [InlineData("mr", "नवीन पूल पुढच्या महिन्यात वाहतुकीसाठी खुला होणार असल्याचे महापालिकेने सांगितले आहे.")]
    [InlineData("ms", "Kerajaan negeri berkata jambatan baharu itu hanya akan dibuka bulan depan kerana cuaca buruk.")]
    [InlineData("mt", "Is-sindku qal li l-pont il-ġdid se jinfetaħ għat-traffiku x-xahar id-dieħel biss.")]
    [InlineData("my", "မြို့တော်အာဏာပိုင်များက တံတားသစ်ကို လာမည့်လတွင် ဖွင့်လှစ်မည်ဟု ပြောသည်။")]
    [InlineData("ne", "नयाँ पुल अर्को महिना मात्र सवारीका लागि खुला गरिने नगरपालिकाले जनाएको छ।")]
    [InlineData("no", "Ordføreren opplyste at den nye brua ikke blir åpnet for trafikk før i neste måned.")]
    [InlineData("or", "ନୂଆ ପୋଲ ଆସନ୍ତା ମାସରେ ଖୋଲାଯିବ ବୋଲି ସହର କର୍ତ୍ତୃପକ୍ଷ କହିଛନ୍ତି।")]
    [InlineData("pa", "ਸ਼ਹਿਰ ਦੇ ਪ੍ਰਸ਼ਾਸਨ ਨੇ ਦੱਸਿਆ ਕਿ ਨਵਾਂ ਪੁਲ ਅਗਲੇ ਮਹੀਨੇ ਖੋਲ੍ਹਿਆ ਜਾਵੇਗਾ।")]
    [InlineData("ps", "د ښار چارواکو وویل چې نوی پل به په راتلونکې میاشت کې پرانیستل شي.")]
    [InlineData("rw", "Umuyobozi w'umujyi yavuze ko ikiraro gishya kizafungurwa mu kwezi gutaha.")]
    [InlineData("si", "නව පාලම ලබන මාසයේ විවෘත කරන බව නගර සභාව පවසයි.")]
    [InlineData("sk", "Primátor uviedol, že nový most otvoria pre dopravu až budúci mesiac, keďže práce ešte trvajú.")]
    [InlineData("sl", "Župan je povedal, da bodo novi most za promet odprli šele prihodnji mesec.")]
    [InlineData("so", "Duqa magaalada ayaa sheegay in buundada cusub la furi doono bisha soo socota.")]
    [InlineData("sq", "Kryetari i bashkisë tha se ura e re do të hapet për qarkullim vetëm muajin e ardhshëm.")]
    [InlineData("sr", "Градоначелник је рекао да ће нови мост бити отворен за саобраћај тек следећег месеца.")]
    [InlineData("sr", "Gradonačelnik je rekao da će novi most biti otvoren za saobraćaj tek sledeće nedelje, uprkos protestima.")]
    [InlineData("sw", "Meya wa jiji alisema kuwa daraja jipya litafunguliwa kwa magari mwezi ujao.")]
    [InlineData("ta", "புதிய பாலம் அடுத்த மாதம் திறக்கப்படும் என்று மாநகராட்சி தெரிவித்துள்ளது.")]
    [InlineData("te", "కొత్త వంతెనను వచ్చే నెలలో ప్రారంభిస్తామని నగర పాలక సంస్థ తెలిపింది.")]
    [InlineData("tg", "Шаҳрдор гуфт, ки пули нав танҳо моҳи оянда барои мошинҳо кушода мешавад.")]
    [InlineData("tk", "Şäher häkimligi täze köpriniň indiki aýda ulaglar üçin açyljakdygyny habar berdi.")]
    [InlineData("tl", "Sinabi ng alkalde na bubuksan lamang sa susunod na buwan ang bagong tulay para sa mga sasakyan.")]
    [InlineData("ug", "شەھەر ھۆكۈمىتى يېڭى كۆۋرۈكنىڭ كېلەر ئايدا ئېچىلىدىغانلىقىنى ئېلان قىلدى.")]
    [InlineData("uz", "Shahar hokimligi yangi ko‘prik keyingi oyda transport uchun ochilishini ma’lum qildi.")]
    [InlineData("uz", "Шаҳар ҳокимлиги янги кўприк кейинги ойда транспорт учун очилишини маълум қилди.")]
    [InlineData("yi", "דער שטאָטראַט האָט געמאָלדן אַז די נײַע בריק וועט זיך עפֿענען ערשט קומענדיקן חודש.")]
    [InlineData("yo", "Gómìnà ìpínlẹ̀ náà sọ pé wọn yóò ṣí afárá tuntun náà ní oṣù tó ń bọ̀.")]
    [InlineData("xh", "USodolophu uthe ibhulorho entsha iza kuvulwa kwinyanga ezayo emva kweemvula.")]
    [InlineData("zu", "IMeya ithe ibhuloho elisha lizovulwa ngenyanga ezayo ngemuva kwezimvula.")]
    public void Names_the_language_of_one_sentence(string code, string text) =>
        Assert.Equal(code, LanguageIdentifier.Identify(text)?.Code);

    [Theory]
    [InlineData("id", "Gubernur meminta masyarakat tetap tenang dan tidak mempercayai kabar bohong di media sosial.")]
    [InlineData("ms", "Syarikat itu bercadang membina kilang baharu dan mengambil kira-kira dua ribu pekerja.")]
    [InlineData("hr", "Ravnatelj škole kazao je kako su učenici i roditelji obaviješteni o svemu što se dogodilo.")]
    [InlineData("sr", "Iz bolnice je saopšteno da su povređeni putnici van životne opasnosti.")]
    [InlineData("bs", "Iz Kliničkog centra u Sarajevu saopćeno je da su povrijeđeni putnici van životne opasnosti.")]
    [InlineData("da", "Virksomheden vil bygge en ny fabrik og ansætte omkring to hundrede medarbejdere.")]
    [InlineData("no", "Selskapet vil bygge en ny fabrikk og ansette rundt to hundre medarbeidere.")]
    [InlineData("no", "Fleire tusen innbyggjarar måtte forlate heimane sine etter flaumen i området.")]
    [InlineData("cs", "Firma plánuje postavit novou továrnu a zaměstnat asi dvě stě lidí.")]
    [InlineData("sk", "Firma plánuje postaviť novú továreň a zamestnať asi dvesto ľudí.")]
    [InlineData("pt", "Milhares de moradores tiveram de deixar as suas casas por causa das inundações.")]
    [InlineData("gl", "Miles de veciños tiveron que deixar as súas casas por mor das inundacións.")]
    public void Tells_close_languages_apart(string code, string text) => Assert.Equal(code, LanguageIdentifier.Identify(text)?.Code);

    [Fact]
    public void Every_language_has_an_English_name() => Assert.DoesNotContain(LanguageIdentifier.Languages, l => Languages.NameOf(l) == l);

    [Fact]
    public void Can_name_sixty_languages_and_more() => Assert.True(LanguageIdentifier.Languages.Count >= 60, $"only {LanguageIdentifier.Languages.Count}");

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
    public void A_quotation_at_the_start_does_not_turn_the_language()
    {
        const string Quotation = "« Nous avons décidé de fermer le pont pendant deux semaines », a déclaré le ministre devant la presse. ";
        const string Article = "The minister told reporters that the bridge would stay closed and that nobody had been hurt in the accident. ";
        Assert.Equal("en", LanguageIdentifier.Identify(Quotation + string.Concat(Enumerable.Repeat(Article, 10)))?.Code);
    }

    [Fact]
    public void A_close_call_is_less_sure_than_a_clear_one()
    {
        var close = LanguageIdentifier.Identify("Sudija je osudio direktora na četiri godine zatvora zbog mita.")!.Confidence;
        var clear = LanguageIdentifier.Identify("A bíró négy év börtönre ítélte az igazgatót vesztegetés miatt.")!.Confidence;
        Assert.True(clear > close, $"{clear} is not above {close}");
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
