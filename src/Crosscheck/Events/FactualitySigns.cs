using Crosscheck.Attributions;

namespace Crosscheck.Events;

/// <summary>What the words around an event say of its factuality.</summary>
[Flags]
internal enum FactualitySign
{
    None = 0,
    Negated = 1 << 0,
    Possible = 1 << 1,
    Planned = 1 << 2,
    Failed = 1 << 3,
    Alleged = 1 << 4,
    Denied = 1 << 5,
    Conditional = 1 << 6,
    Past = 1 << 7,
    Present = 1 << 8,
    Progressive = 1 << 9,
    Perfect = 1 << 10,
    Infinitive = 1 << 11,
    Future = 1 << 12,
    Obligation = 1 << 13,
    Purpose = 1 << 14,
    Question = 1 << 15,
    Noun = 1 << 16,
    Would = 1 << 17,
    Imperative = 1 << 18,
    Implied = 1 << 19,
}

/// <summary>Climbs from an event's word to the root and collects negation, modality, tense and what the governing words imply (as in FactBank, Saurí and Pustejovsky 2009).</summary>
internal static class FactualitySigns
{
    private const int LongestClimb = 8;

    private static readonly WordClasses Governors = WordClasses.Read("Events/Lexicon/governors.tsv");
    private static readonly int Planning = Governors.Bit("planning");
    private static readonly int Possible = Governors.Bit("possible");
    private static readonly int Failing = Governors.Bit("failing");
    private static readonly int Alleging = Governors.Bit("alleging");
    private static readonly int Denying = Governors.Bit("denying");
    private static readonly int Implicative = Governors.Bit("implicative");
    private const int SignCount = 20;

    public static FactualitySign Read(AttributionContext context, int trigger)
    {
        var signs = context.IsVerb(trigger) ? FactualitySign.None : FactualitySign.Noun;
        var token = trigger;
        for (var steps = 0; steps < LongestClimb && token >= 0; steps++)
        {
            var here = Around(context, token, steps == 0 || Passes(context, token));
            if (steps == 0 || !context.IsVerb(token) || (signs & (FactualitySign.Past | FactualitySign.Present)) != FactualitySign.None)
            {
                if ((signs & (FactualitySign.Past | FactualitySign.Present | FactualitySign.Infinitive)) != FactualitySign.None) here &= ~Tenses;
            }

            signs |= here;
            var head = context.Tree.Head(token);
            if (head < 0) break;
            var relation = context.RelationOf(token);
            // Coordination and loose attachment pass nothing on but tense.
            if (relation is "parataxis" or "appos" or "acl" && steps > 0 && (signs & FactualitySign.Noun) == FactualitySign.None) break;
            if (relation is "conj" && (signs & (FactualitySign.Past | FactualitySign.Present)) != FactualitySign.None) break;
            if (relation is "nsubj" or "nsubj:pass" && (signs & FactualitySign.Noun) != FactualitySign.None && steps == 0) signs |= Around(context, head, false) & Tenses;
            if (relation is "advcl" && (signs & FactualitySign.Infinitive) != FactualitySign.None) signs |= FactualitySign.Purpose;
            if (relation is "advcl" or "nsubj" or "nsubj:pass" or "obl") break;
            if (relation is "xcomp" or "ccomp" or "acl" or "obj" or "nmod" or "conj" or "compound" or "amod" or "advmod" or "csubj")
            {
                var mask = Governors.MaskOf(ActReader.LemmaOf(context, head));
                if ((mask & Planning) != 0) signs |= FactualitySign.Planned;
                if ((mask & Possible) != 0) signs |= FactualitySign.Possible;
                if ((mask & Failing) != 0) signs |= FactualitySign.Failed;
                if ((mask & Alleging) != 0) signs |= FactualitySign.Alleged;
                if ((mask & Denying) != 0) signs |= FactualitySign.Denied;
                // "went on to win", "managed to flee": the event is as real as the verb above it.
                if ((mask & Implicative) != 0) signs = (signs & ~FactualitySign.Infinitive) | FactualitySign.Implied;
                if (relation is "xcomp" && ActReader.LemmaOf(context, head) is "have" or "get") signs |= FactualitySign.Obligation;
                if (relation is "ccomp" && (signs & Tenses) != FactualitySign.None) break;
            }

            token = head;
        }

        return signs;
    }

    private const FactualitySign Tenses = FactualitySign.Past | FactualitySign.Present | FactualitySign.Progressive | FactualitySign.Perfect;

    /// <summary>Verbs whose negation or mood is that of the event below them.</summary>
    private static bool Passes(AttributionContext context, int token) => context.IsVerb(token);

    private static FactualitySign Around(AttributionContext context, int token, bool mood)
    {
        var signs = FactualitySign.None;
        var tag = context.Xpos(token);
        var auxiliary = false;
        for (var child = context.Tree.FirstChild(token); child >= 0; child = context.Tree.NextSibling(child))
        {
            var relation = context.RelationOf(child);
            var lemma = ActReader.LemmaOf(context, child);
            if (mood && relation is "advmod" or "neg" or "det" && ActReader.IsNegation(context, child)) signs |= FactualitySign.Negated;
            if (relation is "mark" && lemma is "if" or "whether" or "unless") signs |= FactualitySign.Conditional;
            if (relation is "mark" or "aux" && lemma is "to" && context.Xpos(child) is "TO") signs |= FactualitySign.Infinitive;
            if (relation is "advmod" or "amod")
            {
                var mask = Governors.MaskOf(lemma);
                if ((mask & Planning) != 0) signs |= FactualitySign.Planned;
                if ((mask & Possible) != 0) signs |= FactualitySign.Possible;
                if ((mask & Alleging) != 0) signs |= FactualitySign.Alleged;
                if ((mask & Failing) != 0) signs |= FactualitySign.Failed;
            }

            if (relation is not ("aux" or "aux:pass" or "cop")) continue;
            if (context.Xpos(child) is not "MD") auxiliary = true;
            if (mood)
            {
                if (lemma is "may" or "might" or "could" or "can") signs |= FactualitySign.Possible;
                if (lemma is "would" or "'d") signs |= FactualitySign.Would;
                if (lemma is "will" or "'ll" or "wo" or "shall") signs |= FactualitySign.Future;
                if (lemma is "should" or "must" or "ought") signs |= FactualitySign.Obligation;
            }

            if (lemma is "have") signs |= FactualitySign.Perfect | FactualitySign.Past;
            if (lemma is "be" && tag is "VBG") signs |= FactualitySign.Progressive | (context.Xpos(child) is "VBD" ? FactualitySign.Past : FactualitySign.Present);
            else if (lemma is "be" or "do") signs |= context.Xpos(child) is "VBD" ? FactualitySign.Past : context.Xpos(child) is "VBZ" or "VBP" ? FactualitySign.Present : FactualitySign.None;
        }

        if (tag is "VB" && mood && IsImperative(context, token)) signs |= FactualitySign.Imperative;
        if (tag is "VBD") signs |= FactualitySign.Past;
        else if (tag is "VBZ" or "VBP" && !auxiliary) signs |= FactualitySign.Present;
        else if (tag is "VBN" && !auxiliary) signs |= FactualitySign.Past;
        else if (tag is "VBG" && !auxiliary) signs |= FactualitySign.Progressive;
        return signs;
    }

    /// <summary>A bare verb without subject, auxiliary or "to".</summary>
    private static bool IsImperative(AttributionContext context, int token)
    {
        if (context.RelationOf(token) is "xcomp" or "acl" or "advcl") return false;
        for (var child = context.Tree.FirstChild(token); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "nsubj" or "aux" or "mark" or "nsubj:pass" or "aux:pass") return false;
        }

        return true;
    }

    public static void Extract(AttributionContext context, int trigger, FactualitySign signs, Attribution? attribution, FeatureBag bag)
    {
        var guess = (uint)Guess(signs, attribution);
        bag.Add(1);
        bag.Add(2, guess);
        for (var bit = 0; bit < SignCount; bit++)
        {
            if (((int)signs >> bit & 1) == 0) continue;
            bag.Add(3, (uint)bit);
            bag.Add(4, (uint)bit, guess);
            for (var other = bit + 1; other < SignCount; other++)
            {
                if (((int)signs >> other & 1) != 0) bag.Add(5, (uint)bit, (uint)other);
            }
        }

        bag.Add(6, context.Tag(trigger));
        bag.Add(7, context.Tag(trigger), context.Relation(trigger));
        var head = context.Tree.Head(trigger);
        if (head >= 0) bag.Add(8, context.Tag(head), context.Relation(trigger));
        bag.Add(9, attribution is null ? 99u : (uint)attribution.Act);
        bag.Add(10, attribution is null ? 99u : (uint)attribution.Act, guess);
        bag.Add(11, attribution is { Hedged: true } ? 1u : 0u, guess);
    }

    /// <summary>The factuality by rule.</summary>
    public static Factuality Guess(FactualitySign signs, Attribution? attribution)
    {
        if (Has(FactualitySign.Denied)) return Factuality.Denied;
        if (attribution?.Act == SpeechAct.Denies) return Factuality.Denied;
        if (Has(FactualitySign.Alleged) || attribution?.Act == SpeechAct.Alleges) return Factuality.Alleged;
        if (Has(FactualitySign.Imperative)) return Factuality.Possible;
        if (Has(FactualitySign.Would)) return attribution is null ? Factuality.Possible : Factuality.Planned;
        if (Has(FactualitySign.Conditional) || Has(FactualitySign.Possible) || Has(FactualitySign.Obligation)) return Factuality.Possible;
        if (Has(FactualitySign.Negated) != Has(FactualitySign.Failed)) return Factuality.NotHappened;
        if (attribution?.Act is SpeechAct.Demands or SpeechAct.Asks) return Factuality.Possible;
        if (Has(FactualitySign.Planned) || Has(FactualitySign.Future) || Has(FactualitySign.Purpose)) return Factuality.Planned;
        if (Has(FactualitySign.Infinitive) && !Has(FactualitySign.Past)) return Factuality.Planned;
        if (Has(FactualitySign.Past)) return Factuality.Happened;
        return Has(FactualitySign.Present) || Has(FactualitySign.Progressive) ? Factuality.Ongoing : Factuality.Happened;

        bool Has(FactualitySign sign) => (signs & sign) != FactualitySign.None;
    }
}
