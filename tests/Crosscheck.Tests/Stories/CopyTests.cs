using Crosscheck.Stories;
using Xunit;

namespace Crosscheck.Tests.Stories;

public sealed class CopyTests
{
    private const string Wire =
        "The bridge over the Halda river was closed on Monday after engineers found cracks in two of its piers, the roads office said. "
        + "Lorries are being sent over the old ferry crossing at Brunn until repairs end in the autumn, and commuters face an hour's delay each way.";

    private static Copy Compare(string a, string b, string? outletA = "A", string? outletB = "B")
    {
        CopyText[] texts = [new(a, outletA, "en"), new(b, outletB, "en")];
        return CopyFinder.Compare(texts, [.. texts.Select(t => Fingerprint.Of(t.Text))], 0, 1);
    }

    [Fact]
    public void A_text_that_differs_in_case_and_punctuation_only_is_identical() =>
        Assert.Equal(CopyRelation.Identical, Compare(Wire, Wire.Replace(",", " -", StringComparison.Ordinal).ToUpperInvariant()).Relation);

    [Fact]
    public void A_text_with_a_paragraph_added_contains_the_copy() =>
        Assert.Equal(CopyRelation.Contained, Compare(Wire, Wire + " " + Invented.Words(1, 120)).Relation);

    [Fact]
    public void One_sentence_taken_over_is_partial() =>
        Assert.Equal(CopyRelation.Partial, Compare(Wire + " " + Invented.Words(1, 60), Invented.Words(2, 40) + ". " + Wire[..125] + Invented.Words(3, 40)).Relation);

    [Fact]
    public void The_same_share_within_one_outlet_is_reuse() =>
        Assert.Equal(CopyRelation.Reuse, Compare(Wire + " " + Invented.Words(1, 60), Invented.Words(2, 40) + ". " + Wire[..125] + Invented.Words(3, 40), "A", "A").Relation);

    [Fact]
    public void A_shared_set_phrase_is_no_copy() =>
        Assert.Equal(CopyRelation.Independent, Compare(Invented.Words(1, 80) + " told reporters at a press conference", Invented.Words(2, 80) + " told reporters at a press conference").Relation);

    [Fact]
    public void Passages_hold_the_same_words_on_both_sides()
    {
        var other = Invented.Words(4, 15) + ". " + Wire + " " + Invented.Words(5, 15);
        var copy = Compare(Wire, other);
        var passage = Assert.Single(copy.Passages);
        Assert.Equal(Wire[passage.A.Start..passage.A.End], other[passage.B.Start..passage.B.End]);
        Assert.Equal(0, passage.A.Start);
    }

    [Fact]
    public void Among_many_texts_the_copies_are_found_and_nothing_else()
    {
        var texts = Enumerable.Range(0, 300).Select(i => new CopyText(Invented.Words(i, 150), "A", "en")).ToList();
        texts[250] = new CopyText(texts[17].Text + " " + Invented.Words(999, 20), "B", "en");
        var copy = Assert.Single(CopyFinder.FindAll(texts, texts.ConvertAll(t => Fingerprint.Of(t.Text))));
        Assert.Equal((17, 250, CopyRelation.Duplicate), (copy.A, copy.B, copy.Relation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("𝕏 \ud83d 字字字字字字字")]
    public void Odd_texts_compare_without_harm(string text)
    {
        Assert.Equal(CopyRelation.Independent, Compare(text, Wire).Relation);
        Assert.InRange(Compare(text, text).Score, 0, 1);
    }

    [Fact]
    public void A_text_that_repeats_one_word_for_ever_stays_bounded()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 20_000));
        Assert.True(Compare(text, text + "more").Passages.Length <= 200);
    }
}
