using System.Text;
using Crosscheck.Articles.Seams;
using Crosscheck.Language;
using Crosscheck.Learning;
using Crosscheck.Tests.Language;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Articles.Seams;

public sealed class SeamFinderTests
{
    private const string Harbour =
        "The port of Lerwick will close its northern quay for two months, the harbour trust said on Monday. Ferries to the smaller islands will leave from the fish market instead. "
        + "The quay was damaged in the storms of last winter and has been held up by props since. Engineers hired by the trust found that a third of the piles had rotted below the water line. "
        + "The trust said it had set aside four million pounds for the repair and that no ferry would be cancelled.";

    private const string Chess =
        "A fifteen-year-old from Baku has won the chess championship of her country without losing a game. Leyla Aliyeva drew only twice in eleven rounds and beat the defending champion with the black pieces. "
        + "She learned the moves from her grandfather, a retired teacher, when she was five. Her coach called the last game the best that he had seen from any pupil. "
        + "Aliyeva will play for Azerbaijan at the olympiad in the autumn.";

    private static readonly SeamFinder Finder = SeamFinder.Load(ModelFolder.Default, new Lazy<LanguageEngine>(LanguageEngineTests.Engine));

    [Theory]
    [InlineData(" ")]
    [InlineData("\n\n")]
    [InlineData("")]
    public void A_story_glued_on_is_cut_off_where_it_begins(string joint)
    {
        var text = new SourceText(Harbour + joint + Chess);
        Assert.Equal([Harbour.Length + joint.Length], Finder.Find(text, text.Whole));
    }

    [Theory]
    [InlineData(Harbour)]
    [InlineData(Chess)]
    public void One_story_stays_whole(string story)
    {
        var text = new SourceText(story);
        Assert.Empty(Finder.Find(text, text.Whole));
    }

    [Fact]
    public void A_page_is_cut_in_sixty_four_at_most()
    {
        var page = new StringBuilder();
        for (var i = 0; i < 160; i++) page.Append(i % 2 == 0 ? Harbour : Chess).Append("\n\n");
        var text = new SourceText(page.ToString());
        Assert.InRange(Finder.Find(text, text.Whole).Count, 0, 63);
    }
}
