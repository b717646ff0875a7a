namespace Crosscheck.Attributions;

/// <summary>The parts of a clause that tell its mood, read off the predicate's children.</summary>
internal struct PredicateClause
{
    private int _predicate;

    /// <summary>Has an auxiliary besides those that a command may have ("do not", "let us", "be").</summary>
    private bool _auxiliary;

    private bool _bareForm;

    /// <summary>Token of the subject, or -1.</summary>
    public int Subject { get; private set; }

    public bool Finite { get; private set; }

    /// <summary>A bare verb without a subject: a command, or an infinitive where <see cref="Marked"/>.</summary>
    public readonly bool Bare => _bareForm && !_auxiliary && Subject < 0;

    public bool Negated { get; private set; }

    /// <summary>Negated by "never".</summary>
    public bool Never { get; private set; }

    /// <summary>Under "should", "must", "ought", "shall" or "better".</summary>
    public bool Modal { get; private set; }

    /// <summary>Under "can", "could", "may" or "might".</summary>
    public bool Able { get; private set; }

    public bool Would { get; private set; }

    /// <summary>Under "will", "going to", or a reported "would".</summary>
    public bool Future { get; private set; }

    public bool Perfect { get; private set; }

    public bool Progressive { get; private set; }

    public bool Past { get; private set; }

    public bool Passive { get; private set; }

    public bool Copula { get; private set; }

    /// <summary>With a complement whose subject is the predicate's.</summary>
    public bool Complement { get; private set; }

    /// <summary>That complement is an infinitive with "to".</summary>
    public bool ToDo { get; private set; }

    /// <summary>That complement is "have to" or "need to": "going to have to".</summary>
    public bool Forced { get; private set; }

    /// <summary>A clause of its own follows.</summary>
    public bool Clausal { get; private set; }

    /// <summary>An infinitive with "to" hangs on it.</summary>
    public bool Infinitive { get; private set; }

    /// <summary>It is one itself.</summary>
    public bool Marked { get; private set; }

    /// <summary>"There is".</summary>
    public bool Expletive { get; private set; }

    /// <summary>Nobody in particular is the subject: "nobody knows", "it is not clear".</summary>
    public bool Nobody { get; private set; }

    /// <summary>The object is "me": "let me".</summary>
    public bool Me { get; private set; }

    public static PredicateClause Read(AttributionContext context, int predicate)
    {
        var tag = context.Xpos(predicate);
        var clause = new PredicateClause
        {
            _predicate = predicate,
            _bareForm = tag is "VB",
            Subject = -1,
            Finite = tag is "VBD" or "VBZ" or "VBP",
            Past = tag is "VBD",
            Progressive = tag is "VBG",
        };
        for (var child = context.Tree.FirstChild(predicate); child >= 0; child = context.Tree.NextSibling(child)) clause.Take(context, child);
        clause.Future |= clause.Complement && tag is "VBG" && ActReader.LemmaOf(context, predicate) is "go";
        return clause;
    }

    private void Take(AttributionContext context, int child)
    {
        var lemma = ActReader.LemmaOf(context, child);
        var form = context.Syntax.Form(child);
        switch (context.RelationOf(child))
        {
            case "nsubj" or "nsubj:pass":
                Subject = child;
                Passive |= context.RelationOf(child) is "nsubj:pass";
                Negated |= lemma is "nobody" or "none" or "nothing" || IsNone(context, child);
                Nobody = Negated || lemma is "it";
                break;
            case "expl":
                Expletive |= lemma is "there";
                Nobody |= lemma is "it";
                break;
            case "aux" or "aux:pass" or "cop":
                TakeAuxiliary(context, child, lemma);
                break;
            case "xcomp":
                Complement = true;
                ToDo |= IsInfinitive(context, child);
                Forced |= lemma is "have" or "need";
                break;
            case "ccomp" or "csubj":
                Clausal |= child > _predicate;
                Infinitive |= IsInfinitive(context, child);
                break;
            case "advcl" or "acl":
                Infinitive |= child > _predicate && IsInfinitive(context, child);
                break;
            case "obj":
                Me |= form is "me";
                break;
            case "advmod":
                // "She better get well."
                Modal |= form is "better" && child == _predicate - 1 && context.Xpos(_predicate) is "VB";
                break;
            case "mark":
                Marked |= child < _predicate && context.Xpos(child) is "TO";
                break;
            default:
                break;
        }

        if (!ActReader.IsNegation(context, child) || context.RelationOf(child) is not ("advmod" or "neg" or "det" or "cc:preconj")) return;
        Negated = true;
        Never |= form is "never" or "Never";
    }

    private void TakeAuxiliary(AttributionContext context, int child, ReadOnlySpan<char> lemma)
    {
        var tag = context.Xpos(child);
        var copula = context.RelationOf(child) is "cop";
        Copula |= copula;
        Passive |= context.RelationOf(child) is "aux:pass";
        Finite |= tag is "MD" or "VBD" or "VBZ" or "VBP";
        Past |= tag is "VBD";
        Modal |= lemma is "should" or "must" or "ought" or "shall";
        Able |= lemma is "can" or "ca" or "could" or "may" or "might";
        Would |= lemma is "would" or "'d";
        Future |= lemma is "will" or "'ll" or "’ll" or "wo" || (lemma is "would" && context.Quotations.At(child) < 0);
        Perfect |= lemma is "have" && !copula;
        _bareForm |= copula && tag is "VB";
        _auxiliary |= (lemma is not ("do" or "let") || tag is "VBD" or "VBZ") && !(copula && tag is "VB");
    }

    private static bool IsInfinitive(AttributionContext context, int verb)
    {
        for (var child = context.Tree.FirstChild(verb); child >= 0 && child < verb; child = context.Tree.NextSibling(child))
        {
            if (context.Xpos(child) is "TO") return true;
        }

        return false;
    }

    /// <summary>"No letter", "no chance".</summary>
    private static bool IsNone(AttributionContext context, int noun)
    {
        for (var child = context.Tree.FirstChild(noun); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "det" && ActReader.IsNegation(context, child)) return true;
        }

        return false;
    }
}
