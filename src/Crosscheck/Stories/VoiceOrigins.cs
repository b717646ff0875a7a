using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Names;

namespace Crosscheck.Stories;

/// <summary>
/// Named voices speaking for themselves: whoever prints them, each is one origin. A spokesperson's words are those of
/// whom he speaks for, where his role names it ("Kremlin spokesman").
/// </summary>
internal static class VoiceOrigins
{
    /// <summary>Evidence listed for one voice in one article.</summary>
    private const int EvidencePerArticle = 3;

    private static readonly ImmutableArray<string> SpokesWords = ["spokes", "press secretary", "press officer"];

    public static IEnumerable<Origin> Find(ImmutableArray<int> members, ImmutableArray<AnalyzedArticle> articles, ImmutableArray<CorpusActor> actors, ImmutableArray<ImmutableArray<int>> actorOf)
    {
        var voices = new SortedDictionary<int, (SortedSet<int> Articles, List<OriginEvidence> Evidence)>();
        foreach (var member in members)
        {
            var named = NamedActors(articles[member]);
            var body = articles[member].Body;
            for (var i = 0; i < body.Attributions.Length; i++)
            {
                if (body.Actors.Attributions[i].Speaker is not { } speaker || !named.Contains(speaker) || speaker >= actorOf[member].Length) continue;
                if (body.Attributions[i].Content.IsEmpty) continue;
                var voice = SpeaksFor(actorOf[member][speaker], actors);
                if (!voices.TryGetValue(voice, out var found)) voices[voice] = found = ([], []);
                found.Articles.Add(member);
                var source = body.Attributions[i].Source;
                if (!source.IsEmpty && found.Evidence.Count(e => e.Article == member) < EvidencePerArticle)
                {
                    found.Evidence.Add(new OriginEvidence(member, source[0], InDocument: false));
                }
            }
        }

        return voices.Select(v => new Origin(OriginKind.Voice, actors[v.Key].Name, [.. v.Value.Articles], [.. v.Value.Evidence], v.Key));
    }

    /// <summary>Actors of an article that it names and that can speak: the rest ("officials", "a source") are nobody's voice.</summary>
    public static HashSet<int> NamedActors(AnalyzedArticle article)
    {
        var named = new HashSet<int>();
        foreach (var part in article.Parts)
        {
            foreach (var mention in part.Actors.Mentions)
            {
                if (mention is { Actor: { } actor, Mention: { Form: MentionForm.Name, Type: EntityType.Person or EntityType.Organization or EntityType.Polity } }) named.Add(actor);
            }
        }

        return named;
    }

    /// <summary>The actor whose words a speaker's are: itself, or the body that its role as spokesperson names.</summary>
    public static int SpeaksFor(int actor, ImmutableArray<CorpusActor> actors)
    {
        if (actors[actor].Type != EntityType.Person) return actor;
        foreach (var role in actors[actor].Roles)
        {
            var text = role.Text;
            if (!SpokesWords.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase))) continue;
            int best = -1, length = 0;
            for (var i = 0; i < actors.Length; i++)
            {
                // A seat of power ("Kremlin") may have been read as a person's surname; whoever has a role is a person.
                if (i == actor || (actors[i].Type == EntityType.Person && (!actors[i].Roles.IsEmpty || actors[i].Name.Contains(' ', StringComparison.Ordinal)))) continue;
                foreach (var name in actors[i].Aliases.Prepend(actors[i].Name))
                {
                    if (name.Length > length && HoldsWord(text, Bare(name))) (best, length) = (i, name.Length);
                }
            }

            if (best >= 0) return best;
        }

        return actor;
    }

    private static string Bare(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static bool HoldsWord(string text, string word)
    {
        if (word.Length < 2) return false;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var before = at == 0 || !char.IsLetterOrDigit(text[at - 1]);
            var end = at + word.Length;
            if (before && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
        }

        return false;
    }
}
