using Crosscheck.Language;
using Crosscheck.Language.Identification;
using Xunit;

namespace Crosscheck.Tests.Language.Identification;

public sealed class FramedWordsTests
{
    [Fact]
    public void Words_stand_in_frames_in_lower_case() => Assert.Equal(["_l_", "_état_", "_s_", "_est_", "_tu_"], Read("L'État s'est tu, 2024!", Script.Latin));

    [Fact]
    public void Words_in_another_script_are_passed_over() => Assert.Equal(["_the_", "_ministry_"], Read("The министерство ministry", Script.Latin));

    [Fact]
    public void Marks_belong_to_their_word() => Assert.Equal(["_पुल_", "_को_"], Read("पुल को।", Script.Devanagari));

    [Fact]
    public void An_endless_word_counts_with_its_beginning() => Assert.Equal(["_" + new string('x', 40) + "_", "_end_"], Read(new string('X', 100_000) + " end", Script.Latin));

    private static List<string> Read(string text, Script script)
    {
        var read = new List<string>();
        var words = new FramedWords(text, script, new char[FramedWords.Longest]);
        while (words.MoveNext()) read.Add(words.Current.ToString());
        return read;
    }
}
