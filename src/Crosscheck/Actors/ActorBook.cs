using Crosscheck.Names;

namespace Crosscheck.Actors;

/// <summary>The actors of one article and the keys they are found by.</summary>
internal sealed class ActorBook
{
    /// <summary>People of one surname that are compared; more of them in one article are a list of names, not a story.</summary>
    private const int MostNamesakes = 32;

    private readonly List<ActorDraft> _drafts = [];
    private readonly Dictionary<string, List<ActorDraft>> _persons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActorDraft> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActorDraft> _byAcronym = new(StringComparer.Ordinal);
    private readonly Dictionary<Country, ActorDraft> _byCountry = [];

    public IReadOnlyList<ActorDraft> Drafts => _drafts;

    public ActorDraft Create(string name, EntityType type, bool plural = false, bool unnamed = false)
    {
        var draft = new ActorDraft(_drafts.Count, name, type) { IsPlural = plural, IsUnnamed = unnamed };
        _drafts.Add(draft);
        return draft;
    }

    public ActorDraft OfCountry(Country country, string name)
    {
        if (!_byCountry.TryGetValue(country, out var draft))
        {
            draft = Create(name, EntityType.Polity);
            draft.Country = country;
            _byCountry[country] = draft;
        }

        draft.AddName(name);
        return draft;
    }

    public ActorDraft? FindCountry(Country country) => _byCountry.GetValueOrDefault(country);

    public ActorDraft? Find(string key) => _byKey.GetValueOrDefault(key);

    public ActorDraft GetOrCreate(string key, string name, EntityType type, bool plural = false, bool unnamed = false)
    {
        if (!_byKey.TryGetValue(key, out var draft)) _byKey[key] = draft = Create(name, type, plural, unnamed);
        draft.AddName(name);
        return draft;
    }

    public void AddKey(string key, ActorDraft draft) => _byKey.TryAdd(key, draft);

    public void AddAcronym(string acronym, ActorDraft draft) => _byAcronym.TryAdd(acronym, draft);

    public ActorDraft? OfAcronym(string acronym) => _byAcronym.GetValueOrDefault(acronym);

    /// <summary>A person with a name of several words: one that it can be, else a new one.</summary>
    public ActorDraft OfFullName(string name, PersonName words)
    {
        var surname = words.Sounds[^1];
        if (_persons.TryGetValue(surname, out var namesakes))
        {
            for (var i = namesakes.Count - 1; i >= Math.Max(0, namesakes.Count - MostNamesakes); i--)
            {
                if (namesakes[i].Name.Count < 2 || !namesakes[i].Name.CanBe(words)) continue;
                namesakes[i].AddName(name);
                if (words.Count > namesakes[i].Name.Count) namesakes[i].Name = words;
                return namesakes[i];
            }
        }

        var draft = Create(name, EntityType.Person);
        draft.Name = words;
        for (var i = 0; i < words.Count; i++)
        {
            if (words.Sounds[..i].IndexOf(words.Sounds[i]) < 0) Index(words.Sounds[i], draft);
        }

        return draft;
    }

    /// <summary>People that one word may name: by surname, else by another part of the name. Latest in the list of names last.</summary>
    public List<ActorDraft> OfOneWord(string sound)
    {
        if (!_persons.TryGetValue(sound, out var all)) return [];
        var recent = all.Count > MostNamesakes ? all.GetRange(all.Count - MostNamesakes, MostNamesakes) : all;
        var bySurname = recent.FindAll(p => p.Name.Sounds[^1] == sound);
        return bySurname.Count > 0 ? bySurname : recent;
    }

    public ActorDraft OfSingleName(string name, PersonName word)
    {
        var draft = Create(name, EntityType.Person);
        draft.Name = word;
        Index(word.Sounds[^1], draft);
        return draft;
    }

    private void Index(string key, ActorDraft draft)
    {
        if (!_persons.TryGetValue(key, out var list)) _persons[key] = list = [];
        list.Add(draft);
    }
}
