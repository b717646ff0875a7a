namespace Crosscheck.Actors;

/// <summary>Whether two names of people can name one person.</summary>
internal static class PersonNames
{
    /// <summary>
    /// One name's words stand in order in the other ("Obrador", "López Obrador", "Andrés Manuel López Obrador"), or surnames sound alike and
    /// first names can be the same. Two first names that differ keep two people of one surname apart.
    /// </summary>
    public static bool CanBeSame(string[] a, string[] b)
    {
        if (a.Length == 0 || b.Length == 0) return false;
        if (a.Length > b.Length) (a, b) = (b, a);
        if (InOrder(a, b)) return true;
        return a.Length > 1 && NameKey.Close(a[^1], b[^1]) && NameKey.SameGiven(a[0], b[0]);
    }

    private static bool InOrder(string[] shorter, string[] longer)
    {
        var next = 0;
        foreach (var word in longer)
        {
            if (next < shorter.Length && NameKey.Sound(word) == NameKey.Sound(shorter[next])) next++;
        }

        return next == shorter.Length;
    }
}
