using Crosscheck.Attributions;
using Crosscheck.Learning;
using Crosscheck.Text;

namespace Crosscheck.Events;

/// <summary>Features of the question: what does the first party do to the second?</summary>
internal static class PairFeatures
{
    private const int LongestClimb = 8;
    private const int Reach = 40;

    /// <summary>The token of a span whose head lies outside it, or -1 for a span without tokens.</summary>
    public static int HeadOf(AttributionContext context, TextSpan span)
    {
        var (first, end) = context.Syntax.TokensIn(span);
        for (var i = first; i < end; i++)
        {
            var head = context.Tree.Head(i);
            if ((head < first || head >= end) && !context.IsPunctuation(i)) return i;
        }

        return first < end ? first : -1;
    }

    /// <summary>Where two parties stand in a sentence: of several places the pair that stand nearest without overlap. A party that is not there word for word gets the whole sentence.</summary>
    public static (TextSpan Source, TextSpan Target) Locate(string sentence, string source, string target)
    {
        var best = (new TextSpan(0, sentence.Length), new TextSpan(0, sentence.Length));
        var nearest = int.MaxValue;
        foreach (var s in Places(sentence, source))
        {
            foreach (var t in Places(sentence, target))
            {
                if (s.Overlaps(t) && !s.Contains(t) && !t.Contains(s)) continue;
                var distance = s.Overlaps(t) ? sentence.Length : Math.Max(s.Start, t.Start) - Math.Min(s.End, t.End);
                if (distance >= nearest) continue;
                nearest = distance;
                best = (s, t);
            }
        }

        return best;
    }

    private static List<TextSpan> Places(string sentence, string words)
    {
        var places = new List<TextSpan>();
        words = words.Trim();
        for (var at = words.Length == 0 ? -1 : sentence.IndexOf(words, StringComparison.Ordinal); at >= 0 && places.Count < 8; at = sentence.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            places.Add(new TextSpan(at, at + words.Length));
        }

        if (places.Count == 0) places.Add(new TextSpan(0, sentence.Length));
        return places;
    }

    public static void Extract(AttributionContext context, int source, int target, FeatureBag bag)
    {
        bag.Add(1);
        var verb = Governor(context, source);
        if (verb >= 0) Predicate(context, verb, 10, bag);
        var over = Governor(context, target);
        if (over >= 0 && over != verb) Predicate(context, over, 30, bag);
        bag.Add(50, TreePath.Hash(context, source, target));
        if (verb >= 0) bag.Add(51, context.Relation(source), context.Lemma(verb));
        if (over >= 0) bag.Add(52, context.Relation(target), context.Lemma(over));
        bag.Add(53, context.Relation(source), context.Relation(target));
        // Words on the way from one to the other through the tree, then in the text.
        for (var (token, steps) = (target, 0); token >= 0 && steps < LongestClimb; token = context.Tree.Head(token), steps++)
        {
            if (token == target) continue;
            bag.Add(60, context.Lemma(token));
            Types(context, token, 61, bag);
            if (token == verb) break;
        }

        var (first, end) = source < target ? (source + 1, target) : (target + 1, source);
        for (var i = first; i < Math.Min(end, first + Reach); i++)
        {
            if (context.IsPunctuation(i)) continue;
            bag.Add(62, context.Lemma(i));
            if (context.IsVerb(i) || context.IsNoun(i)) Types(context, i, 63, bag);
        }

        var sentence = context.SentenceRange(context.Sentences[source]);
        for (var i = sentence.First; i < Math.Min(sentence.End, sentence.First + (2 * Reach)); i++)
        {
            if (context.IsVerb(i) || context.IsNoun(i)) bag.Add(64, context.Lemma(i));
        }

        bag.Add(65, source < target ? 1u : 0u);
        bag.Add(66, context.Lemma(source));
        bag.Add(67, context.Lemma(target));
    }

    /// <summary>The first verb or event noun above a token.</summary>
    private static int Governor(AttributionContext context, int token)
    {
        for (var steps = 0; steps < LongestClimb; steps++)
        {
            token = context.Tree.Head(token);
            if (token < 0) return -1;
            if (context.IsVerb(token)) return token;
        }

        return -1;
    }

    private static void Predicate(AttributionContext context, int verb, int template, FeatureBag bag)
    {
        bag.Add(template, context.Lemma(verb));
        bag.Add(template + 1, context.Lemma(verb), Participants.IsPassive(context, verb) ? 1u : 0u);
        Types(context, verb, template + 2, bag);
        for (var child = context.Tree.FirstChild(verb); child >= 0; child = context.Tree.NextSibling(child))
        {
            var relation = context.RelationOf(child);
            if (ActReader.IsNegation(context, child)) bag.Add(template + 3, context.Lemma(verb));
            if (relation is "compound:prt") bag.Add(template + 4, context.Lemma(verb), context.Lemma(child));
            if (relation is "aux") bag.Add(template + 5, context.Lemma(child));
            if (relation is "obj" or "xcomp" or "ccomp" or "obl" or "nsubj:pass" or "advcl")
            {
                bag.Add(template + 6, context.Relation(child), context.Lemma(child));
                bag.Add(template + 7, context.Lemma(verb), context.Lemma(child));
                Types(context, child, template + 8, bag);
                var preposition = Participants.Preposition(context, child);
                if (preposition.Length > 0) bag.Add(template + 9, context.Lemma(verb), FeatureHash.OfLowerText(preposition));
                if (relation is "xcomp" or "ccomp") bag.Add(template + 10, context.Lemma(verb), context.Relation(child));
            }
        }
    }

    /// <summary>The roots of the codes that the lexicon has for a word.</summary>
    private static void Types(AttributionContext context, int token, int template, FeatureBag bag)
    {
        if (EventMatch.Of(context, token) is { Code: { } code })
        {
            bag.Add(FeatureHash.Of(template).Add(code.AsSpan(0, 2)));
            if (ActionLexicon.Instance.TypeOf(code) is { } type) bag.Add(FeatureHash.Of(template).Add(9u).Add(type.Type));
        }
    }
}
