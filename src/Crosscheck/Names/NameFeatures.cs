using Crosscheck.Learning;

namespace Crosscheck.Names;

/// <summary>
/// The features of every token of a document for the name tagger: word, shape, affixes, neighbours, known names, and what the rest
/// of the document shows of the same word (Chieu and Ng 2002, Ratinov and Roth 2009). Trainer and finder use this same class.
/// </summary>
internal static class NameFeatures
{
    private const int LongestWord = 64;

    /// <summary>Features per token, one after another; <paramref name="starts"/> holds where each token's begin, and the end.</summary>
    public static uint[] Extract(NameTokens tokens, out int[] starts)
    {
        var prepared = Prepare(tokens);
        var features = new List<uint>(tokens.Count * 64);
        starts = new int[tokens.Count + 1];
        foreach (var (first, end) in tokens.Sentences)
        {
            for (var i = first; i < end; i++)
            {
                starts[i] = features.Count;
                Add(features, prepared, i, first, end);
            }

            starts[end] = features.Count;
        }

        return [.. features];
    }

    /// <summary>What is known of each token alone.</summary>
    private static Word[] Prepare(NameTokens tokens)
    {
        var words = new Word[tokens.Count];
        Span<char> lower = stackalloc char[LongestWord];
        foreach (var (first, end) in tokens.Sentences)
        {
            var casing = SentenceCasing.Of(tokens, first, end);
            for (var i = first; i < end; i++)
            {
                var form = tokens[i];
                if (form.Length > LongestWord) form = form[..LongestWord];
                var length = form.ToLowerInvariant(lower);
                words[i] = Word.Of(form, lower[..length], casing);
            }

            KnownPhrases.Mark(tokens, first, end, words);
        }

        DocumentEvidence.Mark(tokens, words);
        return words;
    }

    private static void Add(List<uint> f, Word[] words, int i, int first, int end)
    {
        var none = Word.Edge;
        ref readonly var w = ref words[i];
        ref readonly var p = ref (i > first ? ref words[i - 1] : ref none);
        ref readonly var pp = ref (i > first + 1 ? ref words[i - 2] : ref none);
        ref readonly var n = ref (i + 1 < end ? ref words[i + 1] : ref none);
        ref readonly var nn = ref (i + 2 < end ? ref words[i + 2] : ref none);
        var casing = (int)w.Casing;
        var opening = i == first ? 1 : 0;

        f.Add(FeatureHash.Of(1).Value);
        f.Add(FeatureHash.Of(2).Add(w.Lower).Value);
        f.Add(FeatureHash.Of(3).Add(w.Lower).Add(w.Shape).Value);
        f.Add(FeatureHash.Of(4).Add(p.Lower).Value);
        f.Add(FeatureHash.Of(5).Add(n.Lower).Value);
        f.Add(FeatureHash.Of(6).Add(pp.Lower).Value);
        f.Add(FeatureHash.Of(7).Add(nn.Lower).Value);
        f.Add(FeatureHash.Of(8).Add(p.Lower).Add(w.Lower).Value);
        f.Add(FeatureHash.Of(9).Add(w.Lower).Add(n.Lower).Value);
        f.Add(FeatureHash.Of(10).Add(p.Lower).Add(n.Lower).Value);
        f.Add(FeatureHash.Of(11).Add(pp.Lower).Add(p.Lower).Value);
        f.Add(FeatureHash.Of(12).Add(n.Lower).Add(nn.Lower).Value);

        f.Add(FeatureHash.Of(13).Add(w.Shape).Add(casing).Value);
        f.Add(FeatureHash.Of(14).Add(w.Shape).Add(opening).Value);
        f.Add(FeatureHash.Of(15).Add(p.Shape).Add(w.Shape).Add(n.Shape).Value);
        f.Add(FeatureHash.Of(16).Add(p.Shape).Add(w.Shape).Value);
        f.Add(FeatureHash.Of(17).Add(w.Shape).Add(n.Shape).Add(nn.Shape).Value);
        f.Add(FeatureHash.Of(18).Add(w.Shape).Add(n.Lower).Value);
        f.Add(FeatureHash.Of(19).Add(w.Shape).Add(p.Lower).Value);
        f.Add(FeatureHash.Of(20).Add(w.LongShape).Value);
        f.Add(FeatureHash.Of(21).Add(w.Shape).Add(p.Shape).Add(pp.Shape).Value);

        f.Add(FeatureHash.Of(22).Add(w.Suffix2).Value);
        f.Add(FeatureHash.Of(23).Add(w.Suffix3).Value);
        f.Add(FeatureHash.Of(24).Add(w.Suffix4).Value);
        f.Add(FeatureHash.Of(25).Add(w.Prefix2).Value);
        f.Add(FeatureHash.Of(26).Add(w.Prefix3).Value);
        f.Add(FeatureHash.Of(27).Add(w.Prefix4).Value);
        f.Add(FeatureHash.Of(28).Add(w.Suffix3).Add(w.Shape).Value);
        f.Add(FeatureHash.Of(29).Add(n.Suffix3).Add(w.Shape).Value);
        f.Add(FeatureHash.Of(30).Add(p.Suffix3).Add(w.Shape).Value);

        AddBits(f, 40, (int)w.Class, w.Shape);
        AddBits(f, 60, (int)p.Class, w.Shape);
        AddBits(f, 80, (int)n.Class, w.Shape);
        AddBits(f, 100, (int)nn.Class, 0);
        AddBits(f, 120, (int)pp.Class, 0);
        if (((int)p.Class | (int)n.Class) != 0) f.Add(FeatureHash.Of(31).Add((int)p.Class).Add((int)n.Class).Add(w.Shape).Value);

        AddBits(f, 140, w.Known, casing);
        AddBits(f, 180, p.Known, w.Shape);
        AddBits(f, 220, n.Known, w.Shape);
        if (w.Known != 0)
        {
            f.Add(FeatureHash.Of(32).Add(w.Known).Add(w.Shape).Value);
            f.Add(FeatureHash.Of(33).Add(w.Known).Add(n.Shape).Add((int)n.Class).Value);
            f.Add(FeatureHash.Of(34).Add(w.Known).Add(p.Lower).Value);
            f.Add(FeatureHash.Of(35).Add(w.Known).Add(n.Lower).Value);
        }

        AddBits(f, 260, w.Evidence, w.Shape);
        if (w.Evidence != 0)
        {
            f.Add(FeatureHash.Of(36).Add(w.Evidence).Add(w.Shape).Add(opening).Value);
            f.Add(FeatureHash.Of(37).Add(w.Evidence).Add(p.Evidence).Value);
            f.Add(FeatureHash.Of(38).Add(w.Evidence).Add(n.Evidence).Value);
        }
    }

    private static void AddBits(List<uint> f, int template, int bits, uint with)
    {
        for (var bit = 0; bits != 0; bit++, bits >>= 1)
        {
            if ((bits & 1) == 0) continue;
            f.Add(FeatureHash.Of(template + bit).Value);
            if (with != 0) f.Add(FeatureHash.Of(template + bit).Add(with).Value);
        }
    }

    private static void AddBits(List<uint> f, int template, int bits, int with) => AddBits(f, template, bits, (uint)with);
}
