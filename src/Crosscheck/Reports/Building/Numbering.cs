namespace Crosscheck.Reports.Building;

/// <summary>Hands out identifiers in the order in which items are recorded; counted across one dossier, or one stream of lines.</summary>
internal sealed class Numbering
{
    private int _documents;
    private int _articles;
    private int _actors;
    private int _attributions;
    private int _events;
    private int _quantities;
    private int _times;
    private int _stories;
    private int _origins;
    private int _claims;

    public string Document() => $"d{++_documents}";

    public string Article() => $"a{++_articles}";

    public string Actor() => $"p{++_actors}";

    public string Story() => $"s{++_stories}";

    public string Origin() => $"o{++_origins}";

    public string Claim() => $"c{++_claims}";

    /// <summary>The number before the first of a run of attributions.</summary>
    public int Attributions(int count) => (_attributions += count) - count;

    public int Events(int count) => (_events += count) - count;

    public int Quantities(int count) => (_quantities += count) - count;

    public int Times(int count) => (_times += count) - count;
}
