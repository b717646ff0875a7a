using Crosscheck.Attributions;
using Crosscheck.Text;

namespace Crosscheck.Reports.Html;

/// <summary>The dossier as writers for people look at it: items by identifier, addresses on the pages, words at a place.</summary>
internal sealed class DossierView
{
    private readonly Dictionary<string, DossierDocument> _documents;
    private readonly Dictionary<string, DossierArticle> _articles;
    private readonly Dictionary<string, DossierActor> _actors;
    private readonly Dictionary<string, (DossierArticle Article, DossierEvent Event)> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DossierStory> _storyOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DossierOrigin> _origins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DossierClaim> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Actor, string Article), string> _roles = [];
    private readonly Dictionary<(string Article, string? In, int Sentence), List<DossierClaim>> _claimsAt = [];

    public DossierView(Dossier dossier)
    {
        Dossier = dossier;
        _documents = dossier.Documents.ToDictionary(d => d.Id, StringComparer.Ordinal);
        _articles = dossier.Articles.ToDictionary(a => a.Id, StringComparer.Ordinal);
        _actors = dossier.Actors.ToDictionary(a => a.Id, StringComparer.Ordinal);
        foreach (var article in dossier.Articles)
        {
            foreach (var found in article.Events) _events[found.Id] = (article, found);
        }

        foreach (var actor in dossier.Actors)
        {
            foreach (var role in actor.Roles)
            {
                foreach (var id in role.Articles) _roles.TryAdd((actor.Id, id), role.Text);
            }
        }

        foreach (var story in dossier.Stories)
        {
            foreach (var id in story.Articles) _storyOf.TryAdd(id, story);
            foreach (var origin in story.Origins) _origins[origin.Id] = origin;
            foreach (var claim in story.Claims)
            {
                _claims[claim.Id] = claim;
                foreach (var occurrence in claim.Occurrences)
                {
                    var key = (occurrence.Article, occurrence.In, occurrence.Sentence);
                    if (!_claimsAt.TryGetValue(key, out var claims)) _claimsAt.Add(key, claims = []);
                    if (!claims.Contains(claim)) claims.Add(claim);
                }
            }
        }
    }

    public Dossier Dossier { get; }

    public DossierDocument Document(string id) => _documents[id];

    public DossierArticle Article(string id) => _articles[id];

    public DossierActor? Actor(string? id) => id is null ? null : _actors.GetValueOrDefault(id);

    public DossierOrigin? Origin(string? id) => id is null ? null : _origins.GetValueOrDefault(id);

    public (DossierArticle Article, DossierEvent Event) Event(string id) => _events[id];

    public DossierStory? StoryOf(string article) => _storyOf.GetValueOrDefault(article);

    public DossierClaim? Claim(string? id) => id is null ? null : _claims.GetValueOrDefault(id);

    public IReadOnlyList<DossierClaim> ClaimsAt(string article, string? part, int sentence) =>
        _claimsAt.TryGetValue((article, part, sentence), out var claims) ? claims : [];

    /// <summary>Articles that stand in no story.</summary>
    public IEnumerable<DossierArticle> Loose => Dossier.Articles.Where(a => !_storyOf.ContainsKey(a.Id));

    /// <summary>The outlet's name; where the page names none, the name of the file.</summary>
    public string Outlet(DossierArticle article)
    {
        if (article.Outlet is { } outlet && !string.IsNullOrWhiteSpace(outlet.Name)) return Wording.OneLine(outlet.Name);
        var path = Document(article.Document).Paths[0];
        return path[(path.LastIndexOf('/') + 1)..];
    }

    public string Title(DossierArticle article) => article.Headline is { } headline && !string.IsNullOrWhiteSpace(headline)
        ? Wording.OneLine(headline)
        : Opening(article.Text);

    public static string DateOf(DossierArticle article) =>
        article.Published is { } published ? Wording.Day(published.Value) + (published.Inferred ? " (inferred)" : string.Empty) : "undated";

    /// <summary>The identifier, on the page, of a sentence; of the article where that sentence is not known.</summary>
    public static string Anchor(DossierArticle article, string? part, int sentence) =>
        sentence >= 0 && sentence < article.SentencesOf(part).Length ? SentenceId(article.Id, part, sentence) : article.Id;

    public static string SentenceId(string article, string? part, int sentence) =>
        part is null ? $"{article}-s{sentence}" : $"{article}-{part.Replace(':', '-')}-s{sentence}";

    /// <summary>Index of the sentence that an offset stands in; -1 where there is none.</summary>
    public static int SentenceAt(DossierArticle article, string? part, int offset)
    {
        var sentences = article.SentencesOf(part);
        int low = 0, high = sentences.Length - 1, found = -1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].Start <= offset)
            {
                found = middle;
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return found;
    }

    public static string Anchor(DossierArticle article, IFoundItem item) => Anchor(article, item.In, SentenceAt(article, item.In, item.Start));

    /// <summary>The exact words, on one line.</summary>
    public static string Words(DossierArticle article, string? part, TextSpan span)
    {
        var text = article.TextOf(part);
        return span.End <= text.Length ? Wording.OneLine(text[span.Start..span.End]) : string.Empty;
    }

    public static string Words(DossierArticle article, string? part, IEnumerable<TextSpan> spans) => string.Join(" … ", spans.Select(s => Words(article, part, s)));

    /// <summary>What is said: a direct quotation in marks of its own instead of those that its page prints around each part.</summary>
    public static string Content(DossierArticle article, DossierAttribution attribution) =>
        attribution.Kind == AttributionKind.Direct && attribution.Content.Length > 0
            ? $"“{string.Join(" … ", attribution.Content.Select(s => Unquoted(Words(article, attribution.In, s))))}”"
            : Words(article, attribution.In, attribution.Content);

    private static string Unquoted(string words) => words.Trim('"', '“', '”', '„', '«', '»', '\'', '‘', ' ').TrimEnd(',');

    /// <summary>The sentence around a place; the place itself where there is no sentence.</summary>
    public static TextSpan SentenceSpan(DossierArticle article, string? part, int sentence, TextSpan otherwise)
    {
        var sentences = article.SentencesOf(part);
        return sentence >= 0 && sentence < sentences.Length ? sentences[sentence] : otherwise;
    }

    /// <summary>Who speaks: the actor's name, else the words of the source, else that nobody is named.</summary>
    public string Speaker(DossierArticle article, DossierAttribution attribution) =>
        Actor(attribution.Speaker)?.Name ?? (attribution.Source.IsEmpty ? "An unnamed source" : Words(article, attribution.In, attribution.Source));

    /// <summary>What the article calls the speaker, or null.</summary>
    public string? RoleIn(DossierArticle article, string? actor) =>
        actor is not null && _roles.TryGetValue((actor, article.Id), out var role) ? role : null;

    public DossierAttribution? Attribution(DossierArticle article, string? id) => id is null ? null : article.Attributions.FirstOrDefault(q => q.Id == id);

    /// <summary>Who says an occurrence: a speaker, or the outlet itself.</summary>
    public string VoiceOf(DossierOccurrence occurrence)
    {
        var article = Article(occurrence.Article);
        if (occurrence.Voice == Voice.Narrated) return Outlet(article);
        if (Actor(occurrence.Speaker) is { } actor) return actor.Name;
        return Attribution(article, occurrence.Attribution) is { } attribution ? Speaker(article, attribution) : "An unnamed source";
    }

    /// <summary>The act as words that a sentence can go on from.</summary>
    public static string Act(DossierArticle article, DossierAttribution attribution) =>
        attribution.Hedged && attribution.Act is SpeechAct.Asserts ? "said, with a hedge" : ActWording.Verb(attribution.Act, Words(article, attribution.In, attribution.Content));

    private static string Opening(string text)
    {
        var line = Wording.OneLine(text.Length > 160 ? text[..160] : text);
        return line.Length <= 90 ? line : line[..90].TrimEnd() + "…";
    }
}
