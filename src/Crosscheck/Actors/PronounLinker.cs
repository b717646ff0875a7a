using Crosscheck.Names;

namespace Crosscheck.Actors;

/// <summary>
/// Third-person pronouns to actors by agreement, recency and syntactic role (weights after Lappin and Leass 1994). One that two candidates
/// fit nearly as well stays open.
/// </summary>
internal sealed class PronounLinker(ResolvedPart part, Discourse discourse, QuotedSpeech quotes)
{
    private const int Sentences = 2;
    private const double Lead = 1.35;

    /// <summary>Things compete for "it", and not all of them are seen.</summary>
    private const double LeadOfThings = 1.8;

    private enum Kind
    {
        None,
        He,
        She,
        It,
        They,
    }

    public static bool IsPronoun(ReadOnlySpan<char> form) => KindOf(form) != Kind.None;

    /// <summary>Adds the mention; who is meant may stay null.</summary>
    public DraftMention? Link(int token, int sentence)
    {
        var kind = KindOf(part.Form(token));
        if (kind == Kind.None || (kind == Kind.It && IsExpletive(token))) return null;
        var actor = Choose(kind, token, sentence);
        var type = actor?.Type ?? (kind is Kind.He or Kind.She ? EntityType.Person : EntityType.Other);
        if (actor is not null && actor.Gender == Gender.Unknown && actor.Type == EntityType.Person) actor.Gender = kind switch { Kind.He => Gender.Male, Kind.She => Gender.Female, _ => Gender.Unknown };
        return part.AddOther(token, token, sentence, type, MentionForm.Pronoun, actor, actor is null ? 0.5 : 0.8);
    }

    private static Kind KindOf(ReadOnlySpan<char> form)
    {
        if (form.Length is < 2 or > 10) return Kind.None;
        Span<char> lower = stackalloc char[10];
        lower = lower[..form.ToLowerInvariant(lower)];
        return lower switch
        {
            "he" or "him" or "his" or "himself" => Kind.He,
            "she" or "her" or "hers" or "herself" => Kind.She,
            "it" or "its" or "itself" => form is "IT" ? Kind.None : Kind.It,
            "they" or "them" or "their" or "theirs" or "themselves" => Kind.They,
            _ => Kind.None,
        };
    }

    private ActorDraft? Choose(Kind kind, int token, int sentence)
    {
        var weights = new Dictionary<object, double>();
        var subject = part.IsSubject(token);
        var reporting = subject && part.Syntax.HasDependencies && part.Syntax.Heads[token] is var verb and >= 0 && ReportingVerbs.Contains(part.Syntax.Lemmas.Length > verb ? part.Syntax.Lemmas[verb] : part.Lower(verb));
        var insideQuote = quotes.SpeakerlessContentAt(token);
        foreach (var seen in discourse.Back(sentence, Sentences))
        {
            if (seen.Token >= token || !Fits(kind, seen, reporting)) continue;
            if (seen.Actor is { } candidate && (quotes.Speaks(candidate, token) || SameClause(token, seen))) continue;
            var weight = (seen.Subject ? 80.0 : IsPlaceOnly(seen) ? 25.0 : 45.0) * Math.Pow(0.5, sentence - seen.Sentence);
            if (subject && seen.Subject) weight *= 1.25;
            if (seen.Quoted != insideQuote) weight *= 0.5;
            if (seen.Sentence == sentence) weight *= 1.1;
            object key = seen.Actor is { } actor ? actor : part.Lower(seen.Token);
            weights[key] = weights.GetValueOrDefault(key) + weight;
        }

        object? best = null;
        double most = 0, next = 0;
        foreach (var (candidate, weight) in weights)
        {
            if (weight > most)
            {
                (next, most, best) = (most, weight, candidate);
            }
            else
            {
                next = Math.Max(next, weight);
            }
        }

        return best is ActorDraft chosen && most >= next * (kind is Kind.He or Kind.She || reporting ? Lead : LeadOfThings) ? chosen : null;
    }

    /// <summary>"In Gaza" says where, not who.</summary>
    private bool IsPlaceOnly(in Seen seen) =>
        seen.Actor is { Type: EntityType.Polity or EntityType.Location } && part.Syntax.HasDependencies
            && (part.Syntax.Relations[seen.Token].StartsWith("obl", StringComparison.Ordinal) || part.Syntax.Relations[seen.Token].StartsWith("nmod", StringComparison.Ordinal));

    private static bool Fits(Kind kind, in Seen seen, bool reporting) => kind switch
    {
        Kind.He => seen.Actor is { Type: EntityType.Person, Gender: not Gender.Female, IsPlural: false } || (seen.Actor is null && seen.Person && !seen.Plural),
        Kind.She => seen.Actor is { Type: EntityType.Person, Gender: not Gender.Male, IsPlural: false } || (seen.Actor is null && seen.Person && !seen.Plural),
        Kind.It => seen.Actor is { IsPlural: false, Type: EntityType.Organization or EntityType.Polity or EntityType.Facility or EntityType.Location } || (seen.Actor is null && !seen.Person && !seen.Plural && !reporting),
        _ => seen.Actor is { IsPlural: true } || (seen.Actor is null && seen.Plural && (!reporting || seen.Person)),
    };

    /// <summary>A subject and an object of one verb are two ("Peskov told him").</summary>
    private bool SameClause(int token, in Seen seen)
    {
        if (!part.Syntax.HasDependencies || !seen.Subject || part.IsSubject(token)) return false;
        var relation = part.Syntax.Relations[token];
        return (relation is "obj" or "iobj" || relation.StartsWith("obl", StringComparison.Ordinal)) && part.Syntax.Heads[token] == part.Syntax.Heads[seen.Token]
            && !part.Form(token).EndsWith("self", StringComparison.Ordinal) && !part.Form(token).EndsWith("selves", StringComparison.Ordinal);
    }

    /// <summary>"It is the Senate that will fail": what follows is meant, nobody before.</summary>
    private bool IsCleft(int token)
    {
        var at = token + 1;
        if (at + 1 >= part.Syntax.Tokens.Length || part.Form(at) is not ("is" or "was" or "'s" or "’s")) return false;
        return part.NameAt[at + 1] >= 0 || part.Form(at + 1) is "the" or "not" or "a" or "an" or "this";
    }

    /// <summary>"It was clear that ...", "it seems", "it took": nobody is meant.</summary>
    private bool IsExpletive(int token)
    {
        if (!part.Form(token).Equals("it", StringComparison.OrdinalIgnoreCase)) return false;
        if (part.Syntax.HasDependencies && part.Syntax.Relations[token] is "expl") return true;
        if (IsCleft(token)) return true;
        var at = token + 1;
        var end = Math.Min(part.Syntax.Tokens.Length, token + 6);
        while (at < end && part.Lower(at) is "is" or "was" or "be" or "been" or "would" or "will" or "could" or "may" or "might" or "should" or "has" or "not" or "n't" or "also" or "still" or "'s" or "’s") at++;
        return at < end && part.Lower(at) is "seem" or "seems" or "seemed" or "appears" or "appeared" or "clear" or "unclear" or "likely" or "unlikely" or "possible" or "impossible" or "important"
            or "necessary" or "immediately" or "time" or "true" or "believed" or "understood" or "known" or "expected" or "difficult" or "hard" or "easy" or "good" or "better" or "too" or "obvious" or "up" or "takes" or "took" or "turns" or "turned" or "rained" or "raining";
    }
}
