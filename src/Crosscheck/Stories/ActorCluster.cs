using System.Collections.Immutable;
using Crosscheck.Actors;
using Crosscheck.Names;

namespace Crosscheck.Stories;

/// <summary>Actors of several articles that are held to be one.</summary>
internal sealed class ActorCluster(EntityType type)
{
    /// <summary>Company kept in more articles than these tells nothing new.</summary>
    private const int MostCompany = 256;

    private readonly Dictionary<string, int> _fullest = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<(string Text, List<int> Articles)> _roles = [];
    private readonly Dictionary<string, int> _roleAt = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _company = new(StringComparer.Ordinal);

    public EntityType Type { get; } = type;

    /// <summary>A person's fullest name.</summary>
    public PersonName Name { get; private set; } = PersonName.None;

    public string? Country { get; private set; }

    public void Add(Actor actor, int article, HashSet<string> company)
    {
        _fullest[actor.Name] = _fullest.GetValueOrDefault(actor.Name) + 1;
        foreach (var used in actor.Aliases.Prepend(actor.Name))
        {
            if (_known.Add(used)) _names.Add(used);
        }

        foreach (var role in actor.Roles) AddRole(role.Text, article);
        Country ??= actor.Country;
        if (_company.Count < MostCompany) _company.UnionWith(company);
        if (Type != EntityType.Person) return;
        var name = PersonName.Of(actor.Name);
        if (name.Count > Name.Count) Name = name;
    }

    /// <summary>How many of an article's named actors also stood beside this one elsewhere.</summary>
    public int Shared(HashSet<string> company)
    {
        var shared = 0;
        foreach (var key in company)
        {
            if (_company.Contains(key)) shared++;
        }

        return shared;
    }

    public CorpusActor Finish()
    {
        var name = _fullest.OrderByDescending(n => n.Key.Contains(' ', StringComparison.Ordinal) || Type == EntityType.Polity).ThenByDescending(n => n.Value)
            .ThenByDescending(n => n.Key.Length).ThenBy(n => n.Key, StringComparer.Ordinal).First().Key;
        return new CorpusActor(name, Type, [.. _names.Where(n => n != name)], [.. _roles.Select(r => new CorpusRole(r.Text, [.. r.Articles]))]);
    }

    private void AddRole(string text, int article)
    {
        if (!_roleAt.TryGetValue(text, out var at))
        {
            _roleAt[text] = at = _roles.Count;
            _roles.Add((text, []));
        }

        if (_roles[at].Articles is var articles && (articles.Count == 0 || articles[^1] != article)) articles.Add(article);
    }
}
