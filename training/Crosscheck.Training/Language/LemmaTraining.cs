using Crosscheck.Language.Lemmas;
using Crosscheck.Learning;

namespace Crosscheck.Training.Language;

/// <summary>Learns the lemmatizer's decision list: an ending is kept where its most frequent edit differs from that of the next shorter one.</summary>
internal static class LemmaTraining
{
    private const int LongestEdit = 24;

    public static Lemmatizer Train(IReadOnlyList<TreebankSentence> sentences)
    {
        var edits = new List<Lemmatizer.Edit>();
        var numbers = new Dictionary<Lemmatizer.Edit, ushort>();
        var counts = new Dictionary<(int Length, uint Key), Dictionary<ushort, int>>();
        var shorter = new Dictionary<(int Length, uint Key), (int Length, uint Key)>();
        Span<char> room = stackalloc char[512];
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                if (sentence.Lemmas[i] == "_" || EditOf(sentence.Form(i), sentence.Lemmas[i]) is not { } edit) continue;
                if (!numbers.TryGetValue(edit, out var number))
                {
                    numbers[edit] = number = (ushort)edits.Count;
                    edits.Add(edit);
                }

                var normal = room[..WordForm.Normalize(sentence.Form(i), room)];
                var tag = FeatureHash.OfText(sentence.Xpos[i]);
                (int, uint)? last = null;
                for (var length = 0; length <= Lemmatizer.LongestEnding + 1; length++)
                {
                    if (length <= Lemmatizer.LongestEnding && length > normal.Length) continue;
                    var key = (length, Lemmatizer.KeyOf(normal, length, tag));
                    if (!counts.TryGetValue(key, out var seen)) counts[key] = seen = [];
                    seen[number] = seen.GetValueOrDefault(number) + 1;
                    if (last is { } before) shorter[key] = before;
                    last = key;
                }
            }
        }

        var decided = new Dictionary<(int Length, uint Key), ushort>();
        var kept = new SortedDictionary<uint, ushort>();
        foreach (var (key, seen) in counts.OrderBy(c => c.Key))
        {
            var best = seen.OrderByDescending(s => s.Value).ThenBy(s => s.Key).First();
            var fallback = shorter.TryGetValue(key, out var before) ? decided[before] : (ushort?)null;

            // One rare word makes no rule for the words that end as it does.
            var rule = key.Length > Lemmatizer.LongestEnding || seen.Values.Sum() >= 2;
            var edit = rule || fallback is null ? best.Key : fallback.Value;
            decided[key] = edit;
            if (edit != fallback) kept.TryAdd(key.Key, edit);
        }

        return new Lemmatizer([.. edits], kept);
    }

    private static Lemmatizer.Edit? EditOf(ReadOnlySpan<char> form, ReadOnlySpan<char> lemma)
    {
        var keep = form.Length > 0 && lemma.Length > 0 && char.IsUpper(lemma[0]);
        Span<char> written = stackalloc char[form.Length];
        if (keep) form.CopyTo(written);
        else form.ToLowerInvariant(written);
        var common = 0;
        while (common < written.Length && common < lemma.Length && written[common] == lemma[common]) common++;
        var cut = form.Length - common;
        return cut > LongestEdit || lemma.Length - common > LongestEdit ? null : new Lemmatizer.Edit(keep, cut, lemma[common..].ToString());
    }
}
