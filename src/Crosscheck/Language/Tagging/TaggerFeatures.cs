using Crosscheck.Learning;

namespace Crosscheck.Language.Tagging;

/// <summary>The features of one word for the tagger: the word, its affixes and shape, its neighbours, and the two tags before it.</summary>
internal static class TaggerFeatures
{
    /// <summary>Features a word has.</summary>
    public const int Count = 42;

    /// <summary>Stands for the place before the first and after the last word.</summary>
    private const uint Edge = 0x5EED;

    /// <param name="tag1">Tag of the word before, or -1 at the start.</param>
    /// <param name="tag2">Tag of the word before that, or -1.</param>
    /// <param name="features">Room for <see cref="Count"/>.</param>
    public static void Extract(SentenceWords words, int i, int tag1, int tag2, Span<uint> features)
    {
        var lower = words.Lower;
        var classes = words.Classes;
        var w = lower[i];
        var p1 = i > 0 ? lower[i - 1] : Edge;
        var p2 = i > 1 ? lower[i - 2] : Edge;
        var n1 = i + 1 < lower.Length ? lower[i + 1] : Edge;
        var n2 = i + 2 < lower.Length ? lower[i + 2] : Edge;
        uint c0 = classes[i];
        uint cn1 = i + 1 < classes.Length ? classes[i + 1] : Edge;
        uint cn2 = i + 2 < classes.Length ? classes[i + 2] : Edge;
        uint cn3 = i + 3 < classes.Length ? classes[i + 3] : Edge;
        var casing = (uint)words.Casing;
        var first = i == 0 ? 1u : 0u;
        var shape = FeatureHash.Of(100).Add(words.Shapes[i]).Add(casing).Add(first).Value;
        var plainShape = words.Shapes[i];
        var t1 = (uint)(tag1 + 1);
        var t2 = (uint)(tag2 + 1);
        var s2 = words.Suffix(i, 2);
        var s3 = words.Suffix(i, 3);
        var n = 0;
        features[n++] = FeatureHash.Of(0).Value;
        features[n++] = FeatureHash.Of(1).Add(w).Value;
        features[n++] = FeatureHash.Of(2).Add(w).Add(shape).Value;
        features[n++] = FeatureHash.Of(3).Add(shape).Value;
        features[n++] = FeatureHash.Of(4).Add(words.Suffix(i, 1)).Value;
        features[n++] = FeatureHash.Of(5).Add(s2).Value;
        features[n++] = FeatureHash.Of(6).Add(s3).Value;
        features[n++] = FeatureHash.Of(7).Add(words.Suffix(i, 4)).Value;
        features[n++] = FeatureHash.Of(8).Add(words.Prefix(i, 1)).Value;
        features[n++] = FeatureHash.Of(9).Add(words.Prefix(i, 2)).Value;
        features[n++] = FeatureHash.Of(10).Add(words.Prefix(i, 3)).Value;
        features[n++] = FeatureHash.Of(11).Add(c0).Value;
        features[n++] = FeatureHash.Of(12).Add(t1).Value;
        features[n++] = FeatureHash.Of(13).Add(t1).Add(t2).Value;
        features[n++] = FeatureHash.Of(14).Add(t1).Add(w).Value;
        features[n++] = FeatureHash.Of(15).Add(t1).Add(t2).Add(w).Value;
        features[n++] = FeatureHash.Of(16).Add(t1).Add(cn1).Value;
        features[n++] = FeatureHash.Of(17).Add(t1).Add(c0).Add(cn1).Value;
        features[n++] = FeatureHash.Of(18).Add(t1).Add(c0).Value;
        features[n++] = FeatureHash.Of(19).Add(cn1).Value;
        features[n++] = FeatureHash.Of(20).Add(cn1).Add(cn2).Value;
        features[n++] = FeatureHash.Of(21).Add(c0).Add(cn1).Add(cn2).Value;
        features[n++] = FeatureHash.Of(22).Add(w).Add(cn1).Value;
        features[n++] = FeatureHash.Of(23).Add(p1).Value;
        features[n++] = FeatureHash.Of(24).Add(p2).Value;
        features[n++] = FeatureHash.Of(25).Add(n1).Value;
        features[n++] = FeatureHash.Of(26).Add(n2).Value;
        features[n++] = FeatureHash.Of(27).Add(p1).Add(w).Value;
        features[n++] = FeatureHash.Of(28).Add(w).Add(n1).Value;
        features[n++] = FeatureHash.Of(29).Add(p1).Add(n1).Value;
        features[n++] = FeatureHash.Of(30).Add(p2).Add(p1).Add(w).Value;
        features[n++] = FeatureHash.Of(31).Add(w).Add(n1).Add(n2).Value;
        features[n++] = FeatureHash.Of(32).Add(s3).Add(shape).Value;
        features[n++] = FeatureHash.Of(33).Add(s2).Add(t1).Value;
        features[n++] = FeatureHash.Of(34).Add(shape).Add(t1).Value;
        features[n++] = FeatureHash.Of(35).Add(s3).Add(cn1).Value;
        features[n++] = FeatureHash.Of(36).Add(i > 0 ? words.Suffix(i - 1, 3) : Edge).Value;
        features[n++] = FeatureHash.Of(37).Add(i + 1 < lower.Length ? words.Suffix(i + 1, 3) : Edge).Value;
        features[n++] = FeatureHash.Of(38).Add(plainShape).Add(i > 0 ? words.Shapes[i - 1] : Edge).Add(i + 1 < lower.Length ? words.Shapes[i + 1] : Edge).Value;
        features[n++] = FeatureHash.Of(39).Add(t1).Add(n1).Value;
        features[n++] = FeatureHash.Of(40).Add(c0).Add(cn1).Add(cn2).Add(cn3).Value;
        features[n++] = FeatureHash.Of(41).Add(t2).Add(t1).Add(c0).Add(cn1).Value;
    }
}
