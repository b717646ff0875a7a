using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Attributions;

/// <summary>Which attribution's content holds which other attribution.</summary>
internal static class Nesting
{
    /// <summary>Sets <see cref="Attribution.Inside"/> to the smallest content that holds all words of an attribution; holders are always longer, so there is no circle.</summary>
    /// <param name="attributions">In order of their first word.</param>
    public static ImmutableArray<Attribution> Mark(List<Attribution> attributions)
    {
        var marked = ImmutableArray.CreateBuilder<Attribution>(attributions.Count);
        // Contents that may still hold what follows, by where they end.
        var open = new List<int>();
        var lengths = attributions.ConvertAll(a => a.Content.Sum(c => c.Length));
        var byContent = Enumerable.Range(0, attributions.Count).Where(i => attributions[i].Content.Length > 0).OrderBy(i => attributions[i].Content[0].Start).ThenBy(i => i).ToArray();
        var next = 0;
        foreach (var attribution in attributions)
        {
            var words = WordsOf(attribution);
            while (next < byContent.Length && attributions[byContent[next]].Content[0].Start <= words.Start) open.Add(byContent[next++]);
            open.RemoveAll(i => attributions[i].Content[^1].End <= words.Start);
            int? holder = null;
            foreach (var i in open)
            {
                if (ReferenceEquals(attributions[i], attribution) || !Holds(attributions[i], attribution)) continue;
                if (holder is not { } h || lengths[i] < lengths[h] || (lengths[i] == lengths[h] && i < h)) holder = i;
            }

            marked.Add(attribution with { Inside = holder });
        }

        return marked.MoveToImmutable();
    }

    private static TextSpan WordsOf(Attribution attribution)
    {
        var words = attribution.Cue[0];
        foreach (var span in attribution.Source) words = words.Cover(span);
        foreach (var span in attribution.Content) words = words.Cover(span);
        return words;
    }

    /// <summary>Whether each part of the inner lies in some part of the outer's content, and the outer says more than that.</summary>
    private static bool Holds(Attribution outer, Attribution inner)
    {
        var size = 0;
        foreach (var span in inner.Content) size += span.Length;
        foreach (var span in outer.Content) size -= span.Length;
        return size < 0 && AllIn(inner.Cue) && AllIn(inner.Source) && AllIn(inner.Content);

        bool AllIn(ImmutableArray<TextSpan> spans)
        {
            foreach (var span in spans)
            {
                var held = false;
                foreach (var part in outer.Content) held |= part.Contains(span);
                if (!held) return false;
            }

            return true;
        }
    }
}
