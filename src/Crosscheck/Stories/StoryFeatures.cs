namespace Crosscheck.Stories;

/// <summary>What the question "does this article belong to that story?" is decided by.</summary>
internal static class StoryFeatures
{
    public const int Count = 20;

    public static void Fill(ArticleSketch sketch, TermVector vector, GrowingStory story, Span<float> features)
    {
        double bestWord = 0, bestName = 0, bestFigure = 0, bestDate = 0, sumWord = 0, sumName = 0, bestSum = 0;
        int sameLanguage = 0;
        foreach (var (other, terms) in story.Recent)
        {
            var word = TermVector.Cosine(vector, terms, TermKind.Word);
            var name = TermVector.Cosine(vector, terms, TermKind.Name);
            bestWord = Math.Max(bestWord, word);
            bestName = Math.Max(bestName, name);
            bestSum = Math.Max(bestSum, word + name);
            bestFigure = Math.Max(bestFigure, TermVector.Cosine(vector, terms, TermKind.Figure));
            bestDate = Math.Max(bestDate, TermVector.Cosine(vector, terms, TermKind.Date));
            sumWord += word;
            sumName += name;
            if (other.Language is null || sketch.Language is null || other.Language == sketch.Language) sameLanguage++;
        }

        var recent = Math.Max(1, story.Recent.Count);
        features[0] = (float)story.Cosine(vector, TermKind.Word);
        features[1] = (float)story.Cosine(vector, TermKind.Name);
        features[2] = (float)story.Cosine(vector, TermKind.Figure);
        features[3] = (float)story.Cosine(vector, TermKind.Date);
        features[4] = (float)bestWord;
        features[5] = (float)bestName;
        features[6] = (float)bestFigure;
        features[7] = (float)bestDate;
        features[8] = (float)(sumWord / recent);
        features[9] = (float)(sumName / recent);
        features[10] = (float)bestSum;
        features[11] = (float)sameLanguage / recent;
        features[12] = DaysApart(sketch, story);
        features[13] = MathF.Log(1 + story.Articles);
        features[14] = MathF.Log(1 + sketch.Words);
        features[15] = vector.Of(TermKind.Name).Length;
        features[16] = vector.Of(TermKind.Date).Length;
        features[17] = SharedTop(vector, story, TermKind.Name, 5);
        features[18] = SharedTop(vector, story, TermKind.Word, 10);
        features[19] = (features[0] + features[1]) / 2;
    }

    /// <summary>Days between the article and the story's days; NaN when either has none.</summary>
    private static float DaysApart(ArticleSketch sketch, GrowingStory story)
    {
        if (sketch.Day is not { } day || story.FirstDay is not { } first || story.LastDay is not { } last) return float.NaN;
        if (day < first) return first.DayNumber - day.DayNumber;
        return day > last ? day.DayNumber - last.DayNumber : 0;
    }

    /// <summary>Share of the article's heaviest terms that the story's latest articles use.</summary>
    private static float SharedTop(TermVector vector, GrowingStory story, TermKind kind, int top)
    {
        var terms = vector.Of(kind);
        if (terms.Length == 0) return 0;
        var order = new int[terms.Length];
        var weights = new float[terms.Length];
        for (var i = 0; i < order.Length; i++) (order[i], weights[i]) = (i, -terms[i].Weight);
        Array.Sort(weights, order);
        var found = 0;
        var asked = Math.Min(top, terms.Length);
        for (var i = 0; i < asked; i++)
        {
            if (story.Uses(kind, terms[order[i]].Hash)) found++;
        }

        return (float)found / asked;
    }
}
