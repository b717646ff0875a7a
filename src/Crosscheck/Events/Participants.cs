using Crosscheck.Attributions;

namespace Crosscheck.Events;

/// <summary>Who acts and who is acted on, as tokens that head their phrases; -1 where the sentence does not say.</summary>
internal readonly record struct Roles(int Actor, int Recipient)
{
    public static Roles None { get; } = new(-1, -1);
}

/// <summary>Reads an event's participants from the dependencies around its trigger: passives, participles, control, light verbs, nominalisations.</summary>
internal static class Participants
{
    private const int LongestClimb = 6;

    public static Roles OfVerb(AttributionContext context, int verb)
    {
        var passive = IsPassive(context, verb);
        int subject = Child(context, verb, "nsubj", "nsubj:pass", "csubj"), indirect = Child(context, verb, "iobj"), target = Child(context, verb, "obj");
        if (subject < 0) (subject, passive) = Inherited(context, verb, passive);
        if (passive)
        {
            var agent = Oblique(context, verb, true);
            return Resolve(context, agent, subject);
        }

        var recipient = indirect >= 0 ? indirect : target;
        if (recipient < 0 || IsThing(context, recipient))
        {
            var oblique = Oblique(context, verb, false);
            if (oblique < 0 && recipient >= 0) oblique = Modifier(context, recipient, false);
            if (oblique >= 0) recipient = oblique;
        }

        // "Putin and Trump spoke": each is the other's counterpart.
        if (recipient < 0 && subject >= 0) recipient = Child(context, subject, "conj");
        return Resolve(context, subject, recipient);
    }

    public static Roles OfNoun(AttributionContext context, int noun)
    {
        var actor = Child(context, noun, "nmod:poss");
        if (actor < 0) actor = Modifier(context, noun, true);
        if (actor < 0) actor = Premodifier(context, noun);
        var recipient = Modifier(context, noun, false);
        var head = context.Tree.Head(noun);
        var relation = context.RelationOf(noun);
        if (actor < 0 && head >= 0 && context.IsVerb(head) && relation is "obj" or "obl")
        {
            var roles = OfVerb(context, head);
            if (IsLight(context, head))
            {
                actor = roles.Actor;
                if (recipient < 0 && roles.Recipient != noun) recipient = roles.Recipient;
            }
        }

        return Resolve(context, actor, recipient);
    }

    /// <summary>Verbs that only carry an event noun.</summary>
    public static bool IsLight(AttributionContext context, int verb) =>
        ActReader.LemmaOf(context, verb) is "hold" or "have" or "make" or "take" or "give" or "launch" or "conduct" or "carry" or "stage" or "mount" or "impose" or "begin"
            or "start" or "open" or "order" or "do" or "commit" or "deliver" or "offer" or "pay" or "continue" or "resume" or "undertake" or "suffer" or "perform" or "issue";

    public static bool IsPassive(AttributionContext context, int verb)
    {
        for (var child = context.Tree.FirstChild(verb); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "aux:pass" or "nsubj:pass") return true;
        }

        return context.Xpos(verb) is "VBN" && context.RelationOf(verb) is "acl";
    }

    private static int Child(AttributionContext context, int token, string a, string? b = null, string? c = null)
    {
        for (var child = context.Tree.FirstChild(token); child >= 0; child = context.Tree.NextSibling(child))
        {
            var relation = context.RelationOf(child);
            if (relation.SequenceEqual(a) || (b is not null && relation.SequenceEqual(b)) || (c is not null && relation.SequenceEqual(c))) return child;
        }

        return -1;
    }

    /// <summary>A subject that stands higher: of a coordinated verb, of the verb that controls this one, of the noun that a clause modifies.</summary>
    private static (int Subject, bool Passive) Inherited(AttributionContext context, int verb, bool passive)
    {
        var token = verb;
        for (var steps = 0; steps < LongestClimb; steps++)
        {
            var head = context.Tree.Head(token);
            if (head < 0) break;
            var relation = context.RelationOf(token);
            if (relation is "acl") return (context.IsNoun(head) || context.Xpos(head) is "PRP" ? head : -1, passive);
            if (relation is not ("conj" or "xcomp" or "advcl" or "ccomp")) break;
            if (relation is "xcomp" && Child(context, head, "obj", "iobj") is >= 0 and var controlled) return (controlled, passive);
            if (Child(context, head, "nsubj", "nsubj:pass", "csubj") is >= 0 and var subject)
            {
                var theirs = relation is "conj" && passive is false && context.Xpos(token) is "VBN" && IsPassive(context, head);
                return (subject, passive || theirs);
            }

            token = head;
        }

        return (-1, passive);
    }

    private static int Oblique(AttributionContext context, int verb, bool agent)
    {
        var found = -1;
        for (var child = context.Tree.FirstChild(verb); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is not ("obl" or "nmod") || child < verb) continue;
            var preposition = Preposition(context, child);
            if (agent ? preposition is "by" : preposition is "to" or "with" or "against" or "on" or "at" or "for" or "from" or "upon" or "over" or "into" or "of" or "between")
            {
                if (found < 0 && !IsTime(context, child)) found = child;
            }
        }

        return found;
    }

    public static int Modifier(AttributionContext context, int noun, bool agent)
    {
        for (var child = context.Tree.FirstChild(noun); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is not ("nmod" or "obl") || child < noun) continue;
            var preposition = Preposition(context, child);
            if (agent ? preposition is "by" or "between" : preposition is "of" or "on" or "against" or "with" or "to" or "for" or "in" or "from") return child;
        }

        return -1;
    }

    /// <summary>"the Israeli attack", "a government decision".</summary>
    private static int Premodifier(AttributionContext context, int noun)
    {
        for (var child = context.Tree.FirstChild(noun); child >= 0 && child < noun; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "amod" or "compound" && char.IsUpper(context.Syntax.Form(child)[0])) return child;
        }

        return -1;
    }

    public static ReadOnlySpan<char> Preposition(AttributionContext context, int token)
    {
        var marker = Child(context, token, "case");
        return marker < 0 ? default : ActReader.LemmaOf(context, marker);
    }

    /// <summary>A relative pronoun stands for the noun that its clause modifies.</summary>
    private static Roles Resolve(AttributionContext context, int actor, int recipient) =>
        new(Antecedent(context, actor), recipient == actor ? -1 : Antecedent(context, recipient));

    private static int Antecedent(AttributionContext context, int token)
    {
        if (token < 0) return token;
        if (context.Xpos(token) is not ("WDT" or "WP") && context.Syntax.Form(token) is not ("that" or "which" or "who")) return token;
        var verb = context.Tree.Head(token);
        var noun = verb >= 0 && context.RelationOf(verb) is "acl" ? context.Tree.Head(verb) : -1;
        return noun >= 0 ? noun : token;
    }

    /// <summary>A common noun for a thing or a happening: the one it is done to is named elsewhere ("sent a message to").</summary>
    private static bool IsThing(AttributionContext context, int token) =>
        context.Xpos(token) is "NN" or "NNS" && (ActionLexicon.Instance.Noun(ActReader.LemmaOf(context, token).ToString()).Length > 0
            || ActReader.LemmaOf(context, token) is "aid" or "weapon" or "money" or "support" or "tie" or "relation" or "letter" or "statement" or "food" or "fire" or "rocket" or "missile" or "troop" or "sanction" or "ban");

    private static bool IsTime(AttributionContext context, int token) =>
        ActReader.LemmaOf(context, token) is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "day" or "week" or "month" or "year" or "night" or "morning"
        || ActReader.LemmaOf(context, token) is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday"
        || context.Xpos(token) is "CD";
}
