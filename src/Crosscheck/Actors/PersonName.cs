namespace Crosscheck.Actors;

/// <summary>The words of a person's name that tell one from another, folded, with their sounds worked out once.</summary>
internal sealed class PersonName(string[] words)
{
    private readonly string[] _sounds = [.. words.Select(NameKey.Sound)];

    public static PersonName None { get; } = new([]);

    public ReadOnlySpan<string> Words => words;

    public ReadOnlySpan<string> Sounds => _sounds;

    public int Count => words.Length;

    public static PersonName Of(string name) => new(NameKey.PersonWords(name));

    /// <summary>
    /// Whether both can name one person. One name's words stand in order in the other ("Obrador", "López Obrador", "Andrés Manuel López Obrador"),
    /// or surnames sound alike and first names can be the same. Two first names that differ keep two people of one surname apart.
    /// </summary>
    public bool CanBe(PersonName other)
    {
        var (shorter, longer) = Count <= other.Count ? (this, other) : (other, this);
        if (shorter.Count == 0) return false;
        return longer.HoldsInOrder(shorter)
            || (shorter.Count > 1 && NameKey.Close(shorter._sounds[^1], longer._sounds[^1]) && SameGiven(shorter, longer));
    }

    private static bool SameGiven(PersonName a, PersonName b)
    {
        if (a.Words[0].Length == 1 || b.Words[0].Length == 1) return a.Words[0][0] == b.Words[0][0];
        return NameKey.Close(a._sounds[0], b._sounds[0]);
    }

    private bool HoldsInOrder(PersonName shorter)
    {
        var next = 0;
        foreach (var sound in _sounds)
        {
            if (next < shorter.Count && sound == shorter._sounds[next]) next++;
        }

        return next == shorter.Count;
    }
}
