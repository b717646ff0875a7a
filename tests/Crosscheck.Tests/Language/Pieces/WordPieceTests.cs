using System.IO.Compression;
using Crosscheck.Language.Pieces;
using Crosscheck.Tests.Reports;
using Xunit;

namespace Crosscheck.Tests.Language.Pieces;

public sealed class WordPieceTests
{
    internal static Vocabulary Vocabulary { get; } = Vocabulary.Load(Path.Combine(AppContext.BaseDirectory, "models", "encoder", "vocab.txt"));

    private static List<int> Encode(string text)
    {
        var pieces = new List<int>();
        new WordPiece(Vocabulary).Encode(text, pieces);
        return pieces;
    }

    /// <summary>Made by training/encoder/reference_pieces.py, which knows nothing of this program: odd scripts, emoji, controls, unpaired surrogates.</summary>
    [Fact]
    public void Ten_thousand_odd_lines_are_cut_as_the_reference_cuts_them()
    {
        var lines = 0;
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(RepositoryFiles.Root, "tests", "Crosscheck.Tests", "Language", "Pieces", "reference.tsv.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            lines++;
            var columns = line.Split('\t');
            var text = string.Concat(columns[0].Chunk(4).Select(h => (char)Convert.ToUInt16(new string(h), 16)));
            Assert.True(columns[1] == string.Join(' ', Encode(text)), $"line {lines}, {columns[0]}: {string.Join(' ', Encode(text))} instead of {columns[1]}");
        }

        Assert.Equal(10_000, lines);
    }

    [Fact]
    public void Case_and_accents_make_no_difference() => Assert.Equal(Encode("uber cafe"), Encode("Über CAFÉ"));

    [Fact]
    public void A_text_of_marks_and_controls_alone_has_no_pieces() => Assert.Empty(Encode("\u0301\u200b\u0000\uD800"));

    [Fact]
    public void A_word_that_is_too_long_is_unknown() => Assert.Equal([Vocabulary.Unknown], Encode(new string('a', 101)));

    [Fact]
    public void No_more_pieces_are_given_than_asked_for()
    {
        var pieces = new List<int> { 7 };
        new WordPiece(Vocabulary).Encode(new string('!', 1_000_000), pieces, 16);
        Assert.Equal(17, pieces.Count);
    }

    [Theory]
    [InlineData("", LetterCase.None)]
    [InlineData("1,000", LetterCase.None)]
    [InlineData("word", LetterCase.Lower)]
    [InlineData("Word", LetterCase.Title)]
    [InlineData("I", LetterCase.Title)]
    [InlineData("U.S.", LetterCase.Upper)]
    [InlineData("McKay", LetterCase.Mixed)]
    [InlineData("iPhone", LetterCase.Mixed)]
    public void The_letter_case_of_a_word_is_told(string word, object expected) => Assert.Equal(expected, LetterCases.Of(word));
}
