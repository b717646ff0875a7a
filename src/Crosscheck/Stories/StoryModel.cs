using Crosscheck.Learning;

namespace Crosscheck.Stories;

/// <summary>The trained answer to "does this article belong to that story?".</summary>
internal sealed record StoryModel(BoostedTrees Trees)
{
    /// <summary>Least probability with which an article joins a story, chosen by cross-validation over stories.</summary>
    public const double Threshold = 0.35;

    public static StoryModel Default { get; } = new(Read());

    private static BoostedTrees Read()
    {
        using var stream = StoryLexicon.Open("Stories/Assets/stories.trees");
        return BoostedTrees.Read(stream);
    }
}
