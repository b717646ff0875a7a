using Crosscheck.Learning;

namespace Crosscheck.Attributions;

/// <summary>The relations on the way from one token to another, as a number.</summary>
internal static class TreePath
{
    private const int Longest = 6;
    private const uint Far = 7;

    /// <summary>Equal for equal ways: relations going up from <paramref name="from"/>, then down to <paramref name="to"/>; one value for all that are longer than six steps.</summary>
    public static uint Hash(AttributionContext context, int from, int to)
    {
        var tree = context.Tree;
        var up = FeatureHash.Of(2);
        var top = from;
        var steps = 0;
        while (!tree.IsWithin(to, top))
        {
            var head = tree.Head(top);
            if (head < 0 || ++steps > Longest) return Far;
            up = up.Add(context.Relation(top));
            top = head;
        }

        var down = FeatureHash.Of(3);
        for (var token = to; token != top; token = tree.Head(token))
        {
            if (++steps > Longest) return Far;
            down = down.Add(context.Relation(token));
        }

        return FeatureHash.Of(4).Add(up.Value).Add(down.Value).Value;
    }
}
