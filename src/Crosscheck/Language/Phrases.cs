namespace Crosscheck.Language;

/// <summary>Ranges of tokens that a reader takes as one phrase, read off the dependencies. Half-open, never empty, within the sentence.</summary>
public static class Phrases
{
    /// <summary>
    /// The noun phrase of a head: its determiners, modifiers and complements, without the preposition before it, and without what only
    /// comments on it (appositions, relative clauses, further conjuncts).
    /// </summary>
    /// <example><c>the new mayor of the town</c> from <c>mayor</c> in "by the new mayor of the town, who left".</example>
    public static (int First, int End) NounPhrase(SyntaxLayer layer, int head) => Grow(layer, head, StaysInNounPhrase);

    /// <summary>The noun phrase without its complements after the head: <c>the new mayor</c>.</summary>
    public static (int First, int End) BaseNounPhrase(SyntaxLayer layer, int head) => Grow(layer, head, StaysInBase);

    /// <summary>
    /// The clause of a verb or other predicate, with all that depends on it, without marks at its edges and without the conjunction
    /// or subordinator that joins it to another.
    /// </summary>
    public static (int First, int End) Clause(SyntaxLayer layer, int predicate)
    {
        var (first, end) = layer.Dependencies.Subtree(predicate);
        while (first < predicate && IsEdge(layer, first, predicate)) first++;
        while (end - 1 > predicate && layer.Relations[end - 1] == "punct") end--;
        return (first, end);
    }

    private static bool IsEdge(SyntaxLayer layer, int token, int predicate) =>
        layer.Relations[token] == "punct" || (layer.Heads[token] == predicate && layer.Relations[token] is "cc" or "mark");

    private static bool StaysInNounPhrase(string relation) =>
        StaysInBase(relation) || relation is "nmod" or "acl" or "nmod:unmarked" or "nmod:desc" or "fixed" or "obl";

    private static bool StaysInBase(string relation) => relation is
        "det" or "amod" or "compound" or "nummod" or "nmod:poss" or "flat" or "advmod" or "det:predet" or "goeswith" or "fixed" or "cc:preconj";

    /// <summary>Takes in the children on both sides, from the nearest, up to the first that does not belong.</summary>
    private static (int First, int End) Grow(SyntaxLayer layer, int head, Func<string, bool> stays)
    {
        var children = layer.Dependencies.ChildrenOf(head);
        var first = head;
        var end = head + 1;
        for (var i = children.Length - 1; i >= 0; i--)
        {
            if (children[i] > head) continue;
            if (!stays(layer.Relations[children[i]]) && !JoinsInside(layer, children[i], first)) break;
            first = layer.Dependencies.Subtree(children[i]).First;
        }

        foreach (var child in children)
        {
            if (child < head) continue;
            if (!stays(layer.Relations[child]) && !JoinsInside(layer, child, end)) break;
            end = layer.Dependencies.Subtree(child).End;
        }

        while (first < head && layer.Relations[first] == "punct" && layer.Heads[first] == head) first++;
        while (end - 1 > head && layer.Relations[end - 1] == "punct" && layer.Heads[end - 1] == head) end--;
        return (first, end);
    }

    /// <summary>Hyphens and commas between modifiers.</summary>
    private static bool JoinsInside(SyntaxLayer layer, int token, int beside) =>
        layer.Relations[token] == "punct" && layer.Form(token) is "-" or "," && Math.Abs(token - beside) <= 1;
}
