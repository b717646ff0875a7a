using Crosscheck.Eval.Pages;

namespace Crosscheck.Training.Seams;

/// <summary>Keeps the articles that the seam head learns from apart from those that the trees above it learn from.</summary>
internal static class SeamParts
{
    public static List<PageArticle> Of(List<PageArticle> articles, string part) => part switch
    {
        "head" => [.. articles.Where((_, i) => i % 4 != 3)],
        "rest" => [.. articles.Where((_, i) => i % 4 == 3)],
        _ => throw new ArgumentException($"'{part}' is neither 'head' nor 'rest'."),
    };
}
