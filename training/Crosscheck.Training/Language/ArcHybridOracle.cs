using Crosscheck.Language.Parsing;

namespace Crosscheck.Training.Language;

/// <summary>The actions that lead to a projective tree, an arc as soon as it may be made.</summary>
internal static class ArcHybridOracle
{
    /// <param name="numbers">Number of each action by label.</param>
    /// <returns>2n actions, or null where the tree cannot be reached.</returns>
    public static int[]? ActionsOf(int[] heads, string[] relations, ActionTable table, IReadOnlyDictionary<string, int> numbers)
    {
        var count = heads.Length;
        var waiting = new int[count + 1];
        foreach (var head in heads) waiting[head < 0 ? count : head]++;
        var state = new ParserState();
        state.Begin(count);
        var actions = new int[2 * count];
        for (var step = 0; step < actions.Length; step++)
        {
            int s0 = state.Stack(0), s1 = state.Stack(1);
            string label;
            if (s0 >= 0 && waiting[s0] == 0 && (heads[s0] < 0 ? count : heads[s0]) == state.Next) label = "L-" + relations[s0];
            else if (s1 >= 0 && waiting[s0] == 0 && heads[s0] == s1) label = "R-" + relations[s0];
            else label = "S";
            if (!numbers.TryGetValue(label, out var action) || !table.Allows(state, action)) return null;
            if (label != "S") waiting[label[0] == 'L' ? state.Next : s1]--;
            actions[step] = action;
            state.Apply(table.MoveOf(action), table.RelationOf(action));
        }

        return actions;
    }
}
