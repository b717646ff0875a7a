using System.Collections.Immutable;
using Crosscheck.Learning;

namespace Crosscheck.Names;

/// <summary>Features of the second pass: those of the first, the labels it gave around the token, and to the same word and name elsewhere in the document.</summary>
internal static class StackedFeatures
{
    /// <summary>Adds to every token's features; <paramref name="starts"/> is replaced by the new places.</summary>
    public static uint[] Extract(NameTokens tokens, uint[] features, ref int[] starts, ReadOnlySpan<int> labels, ImmutableArray<string> names)
    {
        var types = TypeNumbers(names, out var typeCount);
        var words = new uint[tokens.Count];
        for (var i = 0; i < words.Length; i++) words[i] = FeatureHash.OfLowerText(tokens[i].Length > 64 ? tokens[i][..64] : tokens[i]);
        var counts = Count(words, labels, types, typeCount);
        var stacked = new List<uint>(features.Length + (tokens.Count * 12));
        var places = new int[starts.Length];
        foreach (var (first, end) in tokens.Sentences)
        {
            for (var i = first; i < end; i++)
            {
                places[i] = stacked.Count;
                stacked.AddRange(features.AsSpan(starts[i]..starts[i + 1]));
                var before = i > first ? labels[i - 1] : -1;
                var after = i + 1 < end ? labels[i + 1] : -1;
                var here = labels[i];
                stacked.Add(FeatureHash.Of(700).Add(here).Value);
                stacked.Add(FeatureHash.Of(701).Add(before).Add(here).Value);
                stacked.Add(FeatureHash.Of(702).Add(here).Add(after).Value);
                stacked.Add(FeatureHash.Of(703).Add(here).Add(words[i]).Value);
                AddShares(stacked, 710, counts[words[i]], types[here], typeCount, here);
                if (i > first) AddShares(stacked, 720, counts[words[i - 1]], types[labels[i - 1]], typeCount, here);
                if (i + 1 < end) AddShares(stacked, 730, counts[words[i + 1]], types[labels[i + 1]], typeCount, here);
            }

            places[end] = stacked.Count;
        }

        starts = places;
        return [.. stacked];
    }

    private static int[] TypeNumbers(ImmutableArray<string> names, out int count)
    {
        var known = new List<string>();
        var types = new int[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var type = names[i].Length > 2 ? names[i][2..] : names[i];
            if (!known.Contains(type)) known.Add(type);
            types[i] = known.IndexOf(type);
        }

        count = known.Count;
        return types;
    }

    private static Dictionary<uint, int[]> Count(uint[] words, ReadOnlySpan<int> labels, int[] types, int typeCount)
    {
        var counts = new Dictionary<uint, int[]>();
        for (var i = 0; i < words.Length; i++)
        {
            if (!counts.TryGetValue(words[i], out var row)) counts[words[i]] = row = new int[typeCount];
            row[types[labels[i]]]++;
        }

        return counts;
    }

    /// <summary>The commonest type of the word at its other places and how clear it is there.</summary>
    private static void AddShares(List<uint> features, int template, int[] counts, int own, int typeCount, int here)
    {
        int best = -1, total = 0, most = 0;
        for (var type = 0; type < typeCount; type++)
        {
            var elsewhere = counts[type] - (type == own ? 1 : 0);
            total += elsewhere;
            if (elsewhere <= most) continue;
            most = elsewhere;
            best = type;
        }

        if (total == 0)
        {
            features.Add(FeatureHash.Of(template).Value);
            return;
        }

        var share = most == total ? 3 : most * 3 >= total * 2 ? 2 : 1;
        features.Add(FeatureHash.Of(template + 1).Add(best).Value);
        features.Add(FeatureHash.Of(template + 2).Add(best).Add(share).Add(Math.Min(total, 3)).Value);
        features.Add(FeatureHash.Of(template + 3).Add(best).Add(share).Add(here).Value);
    }
}
