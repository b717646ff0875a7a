using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Times;

namespace Crosscheck.Stories;

/// <summary>Copies and origins, stories, actors across articles, and dates inferred from companions. Thread-safe.</summary>
public sealed class StoryGrouper(TimeTagger times, OutletRegister outlets)
{
    /// <param name="articles">In the order of the dossier: by publication, undated ones last, then by sha256.</param>
    public Grouping Group(ImmutableArray<AnalyzedArticle> articles)
    {
        var sketches = articles.Select(ArticleSketch.Of).ToList();
        var texts = articles.Select(a => new CopyText(a.Article.Body.Value, a.Article.Outlet?.Value, a.Article.Language?.Value)).ToList();
        var prints = texts.Select(t => Fingerprint.Of(t.Text)).ToList();
        var copies = CopyFinder.FindAll(texts, prints);
        var clusters = Cluster(sketches, copies);
        var (actors, actorOf) = CorpusActors.Merge(articles);
        var inference = new DateInference(times);
        var dates = new InferredDate?[articles.Length];
        var stories = ImmutableArray.CreateBuilder<Story>(clusters.Count);
        var copiesOf = new List<Copy>[clusters.Count];
        var storyOf = new int[articles.Length];
        for (var s = 0; s < clusters.Count; s++)
        {
            copiesOf[s] = [];
            foreach (var member in clusters[s]) storyOf[member] = s;
        }

        foreach (var copy in copies)
        {
            if (storyOf[copy.A] == storyOf[copy.B]) copiesOf[storyOf[copy.A]].Add(copy);
        }

        var follows = StorySequence.Find(clusters, sketches);
        for (var s = 0; s < clusters.Count; s++)
        {
            var members = clusters[s];
            var inStory = copiesOf[s].ToImmutableArray();
            var origins = OriginFinder.Find(members, inStory, articles, outlets);
            var voices = VoiceOrigins.Find(members, articles, actors, actorOf);
            stories.Add(new Story(StoryTitle.Of(members, articles), members, follows[s], [.. origins, .. voices], inStory));
            foreach (var member in members) dates[member] = inference.Infer(member, members, articles, a => OriginFinder.OutletName(articles[a], outlets));
        }

        return new Grouping(stories.ToImmutable(), actors, actorOf, [.. dates]);
    }

    /// <summary>Articles by story, in order; an article that copies another in full joins its story whatever the clusterer thinks.</summary>
    private static List<ImmutableArray<int>> Cluster(List<ArticleSketch> sketches, ImmutableArray<Copy> copies)
    {
        var clusterer = new StoryClusterer();
        var parent = new List<int>();
        int Find(int s)
        {
            while (parent[s] != s) s = parent[s] = parent[parent[s]];
            return s;
        }

        var found = new int[sketches.Count];
        for (var i = 0; i < sketches.Count; i++)
        {
            found[i] = clusterer.Add(sketches[i]);
            while (parent.Count < clusterer.Stories) parent.Add(parent.Count);
        }

        foreach (var copy in copies)
        {
            if (copy.Relation is not (CopyRelation.Identical or CopyRelation.Duplicate)) continue;
            int a = Find(found[copy.A]), b = Find(found[copy.B]);
            if (a != b) parent[Math.Max(a, b)] = Math.Min(a, b);
        }

        // An article that came before the story had grown may have been left alone.
        for (var s = 0; s < clusterer.Stories; s++)
        {
            if (clusterer[s].Articles != 1 || clusterer.Reconsider(s) is not { } home) continue;
            int a = Find(s), b = Find(home);
            if (a != b) parent[Math.Max(a, b)] = Math.Min(a, b);
        }

        return [.. Enumerable.Range(0, sketches.Count).GroupBy(i => Find(found[i])).OrderBy(g => g.First()).Select(g => g.ToImmutableArray())];
    }
}
