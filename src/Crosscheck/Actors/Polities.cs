using Crosscheck.Language;
using Crosscheck.Names;

namespace Crosscheck.Actors;

/// <summary>
/// Which country a name stands for: its own name, the people's adjective, a seat of government ("the Kremlin"), or its capital where that
/// means the government. After "in", "near" and the like a capital is the city.
/// </summary>
internal static class Polities
{
    public static Country? Named(string name) => Countries.ByName.GetValueOrDefault(Lower(name)) ?? Countries.BySeat.GetValueOrDefault(Lower(name));

    public static Country? OfAdjective(string word) => Countries.ByAdjective.GetValueOrDefault(Lower(word));

    /// <summary>Of a building or street that stands for a government.</summary>
    public static Country? OfSeat(string name) => Countries.BySeat.GetValueOrDefault(Lower(name));

    public static Country? OfCapital(string name) => Countries.ByCapital.GetValueOrDefault(Lower(name));

    public static bool IsCountryName(string name, Country country) => Countries.ByName.GetValueOrDefault(Lower(name)) == country;

    /// <summary>Whether a capital named here means the city: after a preposition of place, as the goal of a journey or strike, or before "-based".</summary>
    public static bool IsPlaceHere(SyntaxLayer syntax, int first, int end, int sentenceFirst, int sentenceEnd)
    {
        if (end + 1 < sentenceEnd && syntax.Form(end) is "-" && syntax.Form(end + 1) is "based" or "born" or "area") return true;
        var before = first - 1;
        if (before >= sentenceFirst && syntax.Form(before) is "the" or "The") before--;
        if (before >= sentenceFirst)
        {
            switch (syntax.Form(before))
            {
                case "in" or "In" or "near" or "Near" or "at" or "around" or "outside" or "inside" or "across" or "into" or "through" or "throughout" or "of"
                    or "visited" or "visiting" or "visit" or "left" or "leaving" or "reached" or "entered" or "hit" or "struck" or "bombed" or "shelled" or "from" or "From" or "over" or "central" or "downtown" or "southern"
                    or "northern" or "eastern" or "western":
                    return true;
                case "to":
                    return before > sentenceFirst && syntax.Form(before - 1) is "travelled" or "traveled" or "travel" or "trip" or "flew" or "flight" or "fly" or "went" or "go" or "going" or "visit" or "returned" or "return" or "came"
                        or "journey" or "arrived" or "moved" or "drove" or "road" or "highway" or "way";
                default:
                    break;
            }
        }

        return end < sentenceEnd && syntax.Form(end) is "," && end + 1 < sentenceEnd && Countries.ByName.ContainsKey(syntax.Form(end + 1).ToString().ToLowerInvariant());
    }

    private static string Lower(string name)
    {
        var lower = name.ToLowerInvariant().Replace('’', '\'');
        return lower.StartsWith("the ", StringComparison.Ordinal) ? lower[4..] : lower;
    }
}
