namespace Crosscheck.Attributions;

/// <summary>The act by rule, in the guideline's order of precedence.</summary>
internal static class ActRules
{
    private static readonly WordClasses Cues = WordClasses.CueClasses;
    private static readonly WordClasses Contents = WordClasses.ContentClasses;
    private static readonly int Deny = Cues.Bit("deny");
    private static readonly int Allege = Cues.Bit("allege");
    private static readonly int Doubt = Cues.Bit("doubt");
    private static readonly int Promise = Cues.Bit("promise");
    private static readonly int Want = Cues.Bit("want");
    private static readonly int Propose = Cues.Bit("propose");
    private static readonly int Demand = Cues.Bit("demand");
    private static readonly int Ask = Cues.Bit("ask");
    private static readonly int Decline = Cues.Bit("decline");
    private static readonly int Answer = Cues.Bit("answer");
    private static readonly int Silence = Cues.Bit("silence");
    private static readonly int PassOver = Cues.Bit("pass-over");
    private static readonly int Speak = Cues.Bit("speak");
    private static readonly int Certain = Cues.Bit("certain");
    private static readonly int Claim = Cues.Bit("claim");
    private static readonly int Offer = Cues.Bit("offer");
    private static readonly int Insist = Cues.Bit("insist");
    private static readonly int Abandon = Cues.Bit("abandon");
    private static readonly int Give = Cues.Bit("give");
    private static readonly int Proclaim = Cues.Bit("proclaim");
    private static readonly int Hedge = Cues.Bit("hedge");
    private static readonly int Warn = Cues.Bit("warn");
    private static readonly int Condemn = Cues.Bit("condemn");
    private static readonly int Wrongdoing = Contents.Bit("wrongdoing");
    private static readonly int Negation = Contents.Bit("negation");
    private static readonly int Involvement = Contents.Bit("involvement");
    private static readonly int Receipt = Contents.Bit("receipt");
    private static readonly int Untrue = Contents.Bit("untrue");
    private static readonly int Unknown = Contents.Bit("unknown");

    /// <summary>Cues that name the act, whatever the content says.</summary>
    private static readonly int Naming = Allege | Decline | Promise | Want | Demand | Ask;

    public static SpeechAct Guess(in ActSigns signs)
    {
        // "Nor have they weighed in with {any explanation}": the negation stands elsewhere, "any" shows it.
        if (signs.Negated || (signs.Lead is "any" && Has(signs.Cue, Speak | Answer) && !Has(signs.Cue, Decline | Deny))) return OfNegated(signs);
        var (cue, early, mood) = (signs.Cue, signs.Early, signs.Mood);
        if (Has(cue, Abandon) && Has(cue, Promise | Want)) return SpeechAct.Asserts;
        if (Has(cue, Deny) || (!Has(cue, Naming) && Denies(signs))) return SpeechAct.Denies;
        if (Has(cue, Allege)) return Has(cue, Condemn) ? SpeechAct.Asserts : SpeechAct.Alleges;
        if (Has(cue, Decline)) return SpeechAct.Declines;
        if (Has(cue, Silence) || (signs.Silence && !Has(cue, Claim))) return SpeechAct.Silent;
        if (Has(cue, Promise)) return SpeechAct.Promises;
        if (Has(cue, Offer) && signs.Lead is "to") return SpeechAct.Promises;
        if (Has(cue, Want) && !signs.Infinitive) return signs.Lead is not "to" ? SpeechAct.Demands : signs.Second is "know" ? SpeechAct.Asks : SpeechAct.Promises;
        if (Has(cue, Ask)) return (signs.Lead is "to" || signs.For || mood.HasFlag(Mood.Infinitive)) && signs.Sourced ? SpeechAct.Demands : SpeechAct.Asks;
        if (Has(cue, Demand) && !(Has(cue, Warn) && IsStatement(signs))) return mood.HasFlag(Mood.Question) ? SpeechAct.Asks : SpeechAct.Demands;
        if (Has(cue, Doubt)) return Has(cue, Answer) ? SpeechAct.Asserts : SpeechAct.Doubts;
        return OfContent(signs);
    }

    /// <summary>"Warned {that it is late}", "persuaded {him that it is}", against "warned {him to leave}".</summary>
    private static bool IsStatement(in ActSigns signs) =>
        signs.Lead is "that" || (signs.Mood & (Mood.Bare | Mood.Infinitive | Mood.Imperative)) == Mood.None;

    /// <summary>A cue that says what was not said, or not done in words.</summary>
    private static SpeechAct OfNegated(in ActSigns signs)
    {
        var cue = signs.Cue;
        if (Has(cue, Decline | Deny | Doubt)) return SpeechAct.Asserts;
        if (Has(cue, Propose) && !signs.Sourced) return SpeechAct.Denies;
        if (signs.Unable) return SpeechAct.Doubts;
        if (Has(cue, Answer)) return SpeechAct.Declines;
        if (Has(cue, PassOver | Allege | Promise)) return signs.Sourced ? SpeechAct.Silent : SpeechAct.Asserts;
        if (Has(cue, Speak)) return signs.Perfect ? SpeechAct.Silent : SpeechAct.Declines;
        if (Has(cue, Propose)) return SpeechAct.Silent;
        if (signs.Lead is "so") return SpeechAct.Denies;
        return Has(cue, Certain) ? SpeechAct.Doubts : SpeechAct.Asserts;
    }

    /// <summary>The content itself rejects something: involvement, its truth, or what the source is said to have done.</summary>
    private static bool Denies(in ActSigns signs) =>
        (Has(signs.Early, Negation) && Has(signs.Early, Involvement | Receipt))
        || Has(signs.Early, Untrue)
        || (signs.Mood & (Mood.Untrue | Mood.BareNo | Mood.OwnDenial)) != Mood.None
        || (Has(signs.Cue, Insist) && signs.Mood.HasFlag(Mood.Negated));

    /// <summary>The cue leaves it open: what the content says.</summary>
    private static SpeechAct OfContent(in ActSigns signs)
    {
        var (cue, mood) = (signs.Cue, signs.Mood);
        if (Has(cue, Give | Proclaim) && OfNoun(signs.Head) is { } named) return named;
        if (mood.HasFlag(Mood.Refusing)) return SpeechAct.Declines;
        if (mood.HasFlag(Mood.Promising) && !Has(cue, Hedge)) return SpeechAct.Promises;
        if (mood.HasFlag(Mood.Future) && Has(cue, Proclaim)) return SpeechAct.Promises;
        if (mood.HasFlag(Mood.Obliging)) return SpeechAct.Demands;
        if (mood.HasFlag(Mood.Unsettled) || Has(signs.Early, Unknown)) return SpeechAct.Doubts;
        if (Has(cue, Claim) && (Has(signs.Source, Allege) || mood.HasFlag(Mood.Wronging) || (Has(signs.Content, Wrongdoing) && !mood.HasFlag(Mood.Negated)))) return SpeechAct.Alleges;
        if (mood.HasFlag(Mood.Question)) return SpeechAct.Asks;
        // "He suggested {leaving}", but "the figures suggest {deeper motives}".
        if (Has(cue, Propose) && mood.HasFlag(Mood.Bare) && !(Has(cue, Hedge) && mood.HasFlag(Mood.Nominal))) return SpeechAct.Demands;
        return mood.HasFlag(Mood.Imperative) ? SpeechAct.Demands : SpeechAct.Asserts;
    }

    /// <summary>"Offered {some advice}", "raised {doubts}": the noun names the act.</summary>
    private static SpeechAct? OfNoun(int head) =>
        Has(head, Deny) ? SpeechAct.Denies
        : Has(head, Allege) ? SpeechAct.Alleges
        : Has(head, Promise) ? SpeechAct.Promises
        : Has(head, Demand) ? SpeechAct.Demands
        : Has(head, Doubt) ? SpeechAct.Doubts
        : null;

    private static bool Has(int mask, int bit) => (mask & bit) != 0;
}
