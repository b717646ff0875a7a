using System.Text;
using Crosscheck.Language;
using Crosscheck.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Crosscheck.Tests.Language;

public sealed class TokenizerTests
{
    private static string Cut(string text, Tokenizer tokenizer)
    {
        var tokens = new List<Token>();
        tokenizer.Tokenize(text, new TextSpan(0, text.Length), tokens);
        return string.Join('|', tokens.Select(t => text[t.Start..t.End]));
    }

    [Theory]
    [InlineData("I don't think it's Anna's.", "I|do|n't|think|it|'s|Anna|'s|.")]
    [InlineData("They shouldn't've; we’ll see.", "They|should|n't|'ve|;|we|’ll|see|.")]
    [InlineData("We cannot go, gonna stay", "We|can|not|go|,|gon|na|stay")]
    [InlineData("the workers' rights", "the|workers|'|rights")]
    [InlineData("Ms. O'Hara at 5 o'clock", "Ms.|O'Hara|at|5|o'clock")]
    [InlineData("a well-known non-stop co-worker", "a|well|-|known|non-stop|co-worker")]
    [InlineData("call 555-123-4567 or 555-0199", "call|555-123-4567|or|555-0199")]
    [InlineData("won 3-2 in 1999-2001", "won|3|-|2|in|1999|-|2001")]
    [InlineData("It cost $1,200.50, up 80%.", "It|cost|$|1,200.50|,|up|80|%|.")]
    [InlineData("on Oct. 5 at 7:30 p.m. sharp", "on|Oct.|5|at|7:30|p.m.|sharp")]
    [InlineData("in the U.S. and at St. Mary's", "in|the|U.S.|and|at|St.|Mary|'s")]
    [InlineData("J. R. Smith of Acme Corp. said", "J.|R.|Smith|of|Acme|Corp.|said")]
    [InlineData("This is the end.The next begins", "This|is|the|end|.|The|next|begins")]
    [InlineData("see https://example.com/a_b?c=1, or mail jo.doe@example.org.", "see|https://example.com/a_b?c=1|,|or|mail|jo.doe@example.org|.")]
    [InlineData("at example.com.", "at|example.com|.")]
    [InlineData("“Stop,” she said — “now…”", "“|Stop|,|”|she|said|—|“|now|…|”")]
    [InlineData("wait... what?! (no)", "wait|...|what|?!|(|no|)")]
    [InlineData("this -- or that", "this|--|or|that")]
    [InlineData("and/or 9/11 on 12/31/2001", "and|/|or|9/11|on|12/31/2001")]
    [InlineData("AT&T hired #Team @jane_doe :-)", "AT&T|hired|#Team|@jane_doe|:-)")]
    [InlineData("No. 5 is best. No. I won't", "No.|5|is|best|.|No|.|I|wo|n't")]
    [InlineData("He sat. The sun set.", "He|sat|.|The|sun|set|.")]
    [InlineData("in the '90s, get 'em", "in|the|'90s|,|get|'em")]
    [InlineData("Hi👩‍👩‍👧👍🏽🇫🇷🇩🇪!", "Hi|👩‍👩‍👧|👍🏽|🇫🇷|🇩🇪|!")]
    [InlineData("cafe\u0301s open", "cafe\u0301s|open")]
    public void English_is_cut_as_its_treebanks_are(string text, string expected) => Assert.Equal(expected, Cut(text, Tokenizer.English));

    [Theory]
    [InlineData("L'été, c'est 12,5 %.", "L'été|,|c'est|12,5|%|.")]
    [InlineData("东京有1400万人。", "东|京|有|1400|万|人|。")]
    [InlineData("Der Baden-Württemberger", "Der|Baden-Württemberger")]
    public void Other_languages_are_cut_at_spaces_and_marks(string text, string expected) => Assert.Equal(expected, Cut(text, Tokenizer.General));

    [Fact]
    public void Tokens_come_in_order_and_hold_every_character_but_white_space()
    {
        var alphabet = "aB9 .,'’-—/:@#&\n\t\"()…\u0301\u200D👍\uD83D\uDC00中é%$wntsx".ToCharArray();
        var texts = Gen.Elements(alphabet).ArrayOf().Select(c => new string(c));
        Prop.ForAll(texts.ToArbitrary(), text => Covers(text, Tokenizer.English) && Covers(text, Tokenizer.General)).QuickCheckThrowOnFailure();
    }

    private static bool Covers(string text, Tokenizer tokenizer)
    {
        var tokens = new List<Token>();
        tokenizer.Tokenize(text, new TextSpan(0, text.Length), tokens);
        var at = 0;
        foreach (var token in tokens)
        {
            if (token.Start < at || token.Span.IsEmpty || !string.IsNullOrWhiteSpace(text[at..token.Start])) return false;
            if (text[token.Start..token.End].Any(char.IsWhiteSpace)) return false;
            at = token.End;
        }

        return string.IsNullOrWhiteSpace(text[at..]);
    }

    public static TheoryData<string> Hostile => new(
        new string('a', 1_000_000),
        new string('7', 1_000_000),
        new string('.', 1_000_000),
        new string('"', 100_000),
        new string('\u0301', 200_000),
        new string('\uD83D', 200_000),
        new StringBuilder().Insert(0, "1-", 300_000).ToString(),
        new StringBuilder().Insert(0, "a.", 300_000).ToString(),
        new StringBuilder().Insert(0, "a'", 300_000).ToString(),
        new StringBuilder().Insert(0, "👩‍", 200_000).ToString(),
        new StringBuilder().Insert(0, "http://", 100_000).ToString());

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void Hostile_text_is_cut_whole(string text)
    {
        Assert.True(Covers(text, Tokenizer.English));
        Assert.True(Covers(text, Tokenizer.General));
    }
}
