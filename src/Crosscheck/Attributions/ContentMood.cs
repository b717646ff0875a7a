namespace Crosscheck.Attributions;

/// <summary>
/// Reads what the main predicates of a content say: the roots of its sentences, what is joined to them, and what hangs on "I think". Modality and
/// negation are read off the auxiliaries of the predicate itself, so that a clause further down does not colour the whole.
/// </summary>
internal readonly ref struct ContentMood
{
    private static readonly WordClasses Contents = WordClasses.ContentClasses;
    private static readonly int Untrue = Contents.Bit("untrue");
    private static readonly int Wrongdoing = Contents.Bit("wrongdoing");
    private static readonly int Wronging = Contents.Bit("wronging") | Wrongdoing;
    private static readonly int Advisable = Contents.Bit("advisable");
    private static readonly int Committing = Contents.Bit("committing");
    private static readonly int Ready = Contents.Bit("ready");
    private static readonly int Holding = Contents.Bit("holding");
    private static readonly int Knowing = Contents.Bit("knowing");
    private static readonly int Settling = Contents.Bit("settling");
    private static readonly int Telling = Contents.Bit("telling");
    private static readonly int Unknown = Contents.Bit("unknown");
    private static readonly int Faking = Contents.Bit("faking");
    private static readonly int Experiencing = Contents.Bit("experiencing");
    private static readonly int Befalling = Contents.Bit("befalling");
    private static readonly int Discussing = Contents.Bit("discussing");

    private readonly AttributionContext _context;
    private readonly ReadOnlySpan<int> _source;
    private readonly ReadOnlySpan<int> _content;

    private ContentMood(AttributionContext context, ReadOnlySpan<int> source, ReadOnlySpan<int> content)
    {
        _context = context;
        _source = source;
        _content = content;
    }

    /// <param name="content">Tokens of the content, in order.</param>
    public static Mood Read(AttributionContext context, ReadOnlySpan<int> source, ReadOnlySpan<int> content)
    {
        if (content.Length == 0) return Mood.Bare;
        return new ContentMood(context, source, content).Read() | LastMark(context, content) | OnlyNo(context, content);
    }

    private Mood Read()
    {
        var mood = Mood.Bare;
        var first = true;
        foreach (var token in _content)
        {
            if (_context.IsPunctuation(token) || !IsMain(token)) continue;
            var found = Of(token, first);
            if (!found.HasFlag(Mood.Bare)) mood &= ~Mood.Bare;
            mood |= found & ~Mood.Bare;
            first = false;
        }

        return mood;
    }

    /// <summary>A root of the content, what is joined to one, or the clause that a verb of thinking in the first person holds.</summary>
    private bool IsMain(int token)
    {
        for (var steps = 0; steps < 4; steps++)
        {
            var head = _context.Tree.Head(token);
            if (!Holds(head)) return true;
            var relation = _context.RelationOf(token);
            if (relation is not ("conj" or "parataxis") && !(relation is "ccomp" && Has(head, Holding))) return false;
            token = head;
        }

        return false;
    }

    private bool Holds(int token) => token >= 0 && _content.BinarySearch(token) >= 0;

    private Mood Of(int predicate, bool first)
    {
        var clause = PredicateClause.Read(_context, predicate);
        var lemma = ActReader.LemmaOf(_context, predicate);
        var own = clause.Subject >= 0 && IsSource(clause.Subject);
        var aloneI = clause.Subject >= 0 && _context.Syntax.Form(clause.Subject) is "I";
        var mood = clause.Finite ? Mood.None : Mood.Bare;
        if (first && _context.IsNoun(predicate) && !clause.Copula) mood |= Mood.Nominal;
        if (clause.Future) mood |= Mood.Future;
        if (clause.Marked && !clause.Finite) mood |= Mood.Infinitive;
        if (clause.Negated && first) mood |= Mood.Negated;

        if ((!clause.Perfect || lemma is "get") && !aloneI && !clause.Negated && Obliges(predicate, lemma, clause)) mood |= Mood.Obliging;
        if (!clause.Perfect && !aloneI && clause.Modal && clause.Negated) mood |= Mood.Obliging;
        if (clause.Bare && _context.Quotations.At(predicate) >= 0 && !clause.Marked && !Has(predicate, Telling) && !clause.Me) mood |= Mood.Imperative;

        if (first && Refuses(predicate, own, clause)) mood |= Mood.Refusing;
        else if (Promises(predicate, lemma, own, clause)) mood |= Mood.Promising;
        if (own && clause.Negated && DeniesOwn(predicate, lemma, aloneI, clause)) mood |= Mood.OwnDenial;
        if (clause.Expletive && clause.Never) mood |= Mood.OwnDenial;
        if (!clause.Negated && (Has(predicate, Untrue) || HasQualifier(predicate, Untrue | Faking) || (clause.Passive && Has(predicate, Faking)))) mood |= Mood.Untrue;
        if (first && clause.Negated && Has(predicate, Knowing) && (!clause.Past || AsksAfter(predicate)) && (own || clause.Nobody)) mood |= Mood.Unsettled;
        if (clause.Negated && Has(predicate, Settling) && (clause.Passive || own)) mood |= Mood.Unsettled;
        if (!clause.Negated && Has(predicate, Unknown)) mood |= Mood.Unsettled;
        if (!own && !clause.Negated && clause.Subject >= 0 && (Has(predicate, Wronging) || HasObject(predicate, Wronging, 1))) mood |= Mood.Wronging;
        return mood;
    }

    /// <summary>The source, or nobody named in its own words, will not or cannot tell.</summary>
    private bool Refuses(int predicate, bool own, PredicateClause clause) =>
        clause.Negated && (own || clause.Subject < 0) && (clause.Future || clause.Able) && Discusses(predicate);

    /// <summary>The source will do it, would like to, or is about to; or somebody is bound to.</summary>
    private bool Promises(int predicate, ReadOnlySpan<char> lemma, bool own, PredicateClause clause)
    {
        if (own && clause.Would && clause.Complement && lemma is "like") return true;
        if (own && clause.Future && !clause.Passive && !clause.Forced && !Has(predicate, Telling | Knowing | Befalling)) return clause.Negated || !Has(predicate, Holding);
        if (clause.Negated || clause.Passive) return false;
        return ((clause.Complement || clause.Clausal) && Has(predicate, Committing)) || (own && (clause.Complement || clause.Infinitive) && Has(predicate, Ready));
    }

    /// <summary>A question follows: "know why", "sure whether".</summary>
    private bool AsksAfter(int predicate) =>
        predicate + 1 < _context.Count && _context.Syntax.Form(predicate + 1) is "why" or "how" or "who" or "whom" or "whose" or "what" or "when" or "where" or "which" or "whether" or "if";

    /// <summary>What the source says it did not do; not what it did not see, know, expect or have.</summary>
    private bool DeniesOwn(int predicate, ReadOnlySpan<char> lemma, bool aloneI, PredicateClause clause)
    {
        // "He did not know of it" answers somebody; "he did not know why" is open.
        if (clause.Past && (lemma is "aware" || (lemma is "know" && !AsksAfter(predicate)))) return true;
        if (clause.Future || clause.Modal || Has(predicate, Holding | Knowing | Experiencing)) return false;
        return clause.Never || (!clause.Passive && ((clause.Progressive && !aloneI) || (clause.Past && !clause.Perfect)));
    }

    /// <summary>"Will not comment", "not going to discuss it", "won't get into that".</summary>
    private bool Discusses(int predicate)
    {
        if (Has(predicate, Discussing) || IsInto(predicate)) return true;
        for (var child = _context.Tree.FirstChild(predicate); child >= 0; child = _context.Tree.NextSibling(child))
        {
            if (_context.RelationOf(child) is "xcomp" && (Has(child, Discussing) || IsInto(child))) return true;
        }

        return false;
    }

    private bool IsInto(int verb) =>
        ActReader.LemmaOf(_context, verb) is "go" or "get" && verb + 1 < _context.Count && _context.Syntax.Form(verb + 1) is "into";

    private bool Obliges(int predicate, ReadOnlySpan<char> lemma, PredicateClause clause)
    {
        if (clause.Modal || (clause.Forced && lemma is "go")) return true;
        if (clause.ToDo && (clause.Able || (clause.Future && lemma is "have"))) return false;
        if (clause.ToDo && lemma is "need" or "have" or "get" or "got" or "ought") return !clause.Past;
        if (lemma is "need" && clause.Subject >= 0 && !clause.Complement) return _context.Syntax.Form(clause.Subject) is "we" or "We" || clause.Passive;
        if (lemma is "demand" or "require" && clause.Clausal) return true;
        if (clause.Copula && (Has(predicate, Advisable) && (clause.Infinitive || clause.ToDo || clause.Clausal) || lemma is "time" && (clause.Infinitive || clause.ToDo))) return true;
        return clause.Expletive && HasNeed(predicate);
    }

    /// <summary>"There is a need for oversight".</summary>
    private bool HasNeed(int predicate)
    {
        if (ActReader.LemmaOf(_context, predicate) is "need") return true;
        for (var child = _context.Tree.FirstChild(predicate); child >= 0; child = _context.Tree.NextSibling(child))
        {
            if (_context.RelationOf(child) is "nsubj" && ActReader.LemmaOf(_context, child) is "need") return true;
        }

        return false;
    }

    private bool HasQualifier(int predicate, int classes)
    {
        for (var child = _context.Tree.FirstChild(predicate); child >= 0; child = _context.Tree.NextSibling(child))
        {
            if (_context.RelationOf(child) is "amod" or "xcomp" or "obl" or "acl" && Has(child, classes)) return true;
        }

        return false;
    }

    private bool HasObject(int predicate, int classes, int depth = 0)
    {
        for (var child = _context.Tree.FirstChild(predicate); child >= 0; child = _context.Tree.NextSibling(child))
        {
            if (_context.RelationOf(child) is "obj" or "obl" or "xcomp" or "ccomp" or "acl" && (Has(child, classes) || (depth > 0 && HasObject(child, classes, depth - 1)))) return true;
        }

        return false;
    }

    private bool Has(int token, int classes) =>
        (Contents.MaskOf(ActReader.LemmaOf(_context, token), _context.Syntax.Form(token), _context.IsVerb(token)) & classes) != 0;

    /// <summary>Whether a subject means the source: a pronoun that can, or the source's own head.</summary>
    private bool IsSource(int token)
    {
        if (_source.Length == 0) return false;
        var form = _context.Syntax.Form(token);
        if (form is "I" or "We" or "we") return _context.Quotations.At(token) >= 0;
        if (form is "he" or "she" or "they" or "it" or "He" or "She" or "They" or "It") return _context.Quotations.At(token) < 0 && CanMean(form);
        foreach (var word in _source)
        {
            if (_context.IsNoun(word) && _context.Lemma(word) == _context.Lemma(token) && _source.BinarySearch(_context.Tree.Head(word)) < 0) return true;
        }

        return false;
    }

    /// <summary>A source that is a pronoun itself is meant only by the same pronoun.</summary>
    private bool CanMean(ReadOnlySpan<char> pronoun)
    {
        if (_source.Length > 1 || _context.Xpos(_source[0]) is not "PRP") return true;
        return _context.Syntax.Form(_source[0]).Equals(pronoun, StringComparison.OrdinalIgnoreCase);
    }

    private static Mood LastMark(AttributionContext context, ReadOnlySpan<int> content) =>
        context.Syntax.Form(content[^1]) is "?" || (content.Length > 1 && context.Syntax.Form(content[^2]) is "?") ? Mood.Question : Mood.None;

    /// <summary>"No.", "Absolutely not, absolutely not": a content whose first words before a mark are a denial and no clause.</summary>
    private static Mood OnlyNo(AttributionContext context, ReadOnlySpan<int> content)
    {
        var words = 0;
        var no = false;
        foreach (var token in content)
        {
            if (context.IsPunctuation(token))
            {
                if (words > 0 && context.Syntax.Form(token) is [not '-' and not '–']) break;
                continue;
            }

            if (context.IsVerb(token) || context.Xpos(token) is "MD" or "PRP" || ++words > 3) return Mood.None;
            no = ActReader.IsNegation(context, token);
        }

        return no ? Mood.BareNo : Mood.None;
    }
}
