using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Stories;

/// <summary>Finds the runs of words that two texts share, longest continuation first from left to right.</summary>
internal static class SharedPassages
{
    /// <summary>Places of one shingle that are tried; a text that repeats itself more often is compared by its first ones.</summary>
    private const int MaxPlaces = 16;

    /// <summary>Passages that are listed for a pair.</summary>
    private const int MaxPassages = 200;

    /// <returns>Maximal runs of at least <see cref="Fingerprint.Width"/> words, in order of the first text, not overlapping in it.</returns>
    public static ImmutableArray<SharedPassage> Find(Fingerprint a, Fingerprint b)
    {
        var places = new Dictionary<ulong, List<int>>();
        for (var j = 0; j < b.Shingles.Length; j++)
        {
            if (!a.Distinct.Contains(b.Shingles[j])) continue;
            if (!places.TryGetValue(b.Shingles[j], out var list)) places[b.Shingles[j]] = list = [];
            if (list.Count < MaxPlaces) list.Add(j);
        }

        var passages = ImmutableArray.CreateBuilder<SharedPassage>();
        var next = 0;
        for (var i = 0; i < a.Shingles.Length && passages.Count < MaxPassages;)
        {
            if (!places.TryGetValue(a.Shingles[i], out var starts))
            {
                i++;
                continue;
            }

            int length = 0, at = 0;
            foreach (var j in starts)
            {
                var run = Run(a, b, i, j);
                // Of equally long runs the one that goes on where the last passage ended.
                if (run > length || (run == length && at < next && j >= next)) (length, at) = (run, j);
            }

            if (length < Fingerprint.Width)
            {
                i++;
                continue;
            }

            passages.Add(new SharedPassage(SpanOf(a, i, length), SpanOf(b, at, length)));
            i += length;
            next = at + length;
        }

        return passages.ToImmutable();
    }

    private static int Run(Fingerprint a, Fingerprint b, int i, int j)
    {
        var length = 0;
        while (i + length < a.Words.Count && j + length < b.Words.Count && a.Words[i + length].Hash == b.Words[j + length].Hash) length++;
        return length;
    }

    private static TextSpan SpanOf(Fingerprint text, int first, int count) => new(text.Words[first].Span.Start, text.Words[first + count - 1].Span.End);
}
