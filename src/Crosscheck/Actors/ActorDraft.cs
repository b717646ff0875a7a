using System.Collections.Immutable;
using Crosscheck.Names;

namespace Crosscheck.Actors;

/// <summary>An actor while its article is read.</summary>
internal sealed class ActorDraft(int number, string name, EntityType type)
{
    private readonly List<string> _names = [name];
    private readonly List<ActorRole> _roles = [];

    /// <summary>Order of creation; also its index in the book.</summary>
    public int Number { get; } = number;

    public EntityType Type { get; } = type;

    public Gender Gender { get; set; }

    /// <summary>A group of people or things: "they" may mean it.</summary>
    public bool IsPlural { get; init; }

    /// <summary>Nobody gave it a name; it is called by a description.</summary>
    public bool IsUnnamed { get; init; }

    /// <summary>A person's fullest name.</summary>
    public PersonName Name { get; set; } = PersonName.None;

    /// <summary>The country whose government or people it is, or belongs to; null when not said.</summary>
    public Country? Country { get; set; }

    public IReadOnlyList<ActorRole> Roles => _roles;

    public IReadOnlyList<string> Names => _names;

    public void AddName(string name)
    {
        if (!_names.Contains(name, StringComparer.Ordinal)) _names.Add(name);
    }

    public void AddRole(ActorRole role)
    {
        if (!_roles.Exists(r => string.Equals(r.Text, role.Text, StringComparison.OrdinalIgnoreCase))) _roles.Add(role);
    }

    public bool HasRoleHead(ReadOnlySpan<char> lowerHead)
    {
        foreach (var role in _roles)
        {
            if (role.Text.AsSpan().Contains(lowerHead, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>The fullest name is the longest with the most words; of a country its name.</summary>
    public Actor Finish()
    {
        var fullest = Country is { } country && Type == EntityType.Polity
            ? _names.Find(n => n.Equals(country.Name, StringComparison.OrdinalIgnoreCase)) ?? _names.Find(n => Polities.IsCountryName(n, country)) ?? _names[0]
            : _names.MaxBy(n => (n.Count(c => c == ' '), n.Length))!;
        return new Actor(fullest, Type, [.. _names.Where(n => n != fullest)], [.. _roles], Country?.Name, IsUnnamed);
    }
}
