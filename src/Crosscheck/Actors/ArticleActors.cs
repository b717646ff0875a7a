using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Names;

namespace Crosscheck.Actors;

/// <summary>One article's way from mentions to actors.</summary>
internal sealed class ArticleActors
{
    private readonly ActorBook _book = new();
    private readonly List<ResolvedPart> _parts;
    private readonly string? _outlet;

    public ArticleActors(ImmutableArray<NamedPart> parts, string? outlet)
    {
        _parts = [.. parts.Select(p => new ResolvedPart(p))];
        _outlet = outlet;
    }

    public ActorLayer Resolve()
    {
        new NameLinker(_book, _parts).Link();
        foreach (var part in _parts) RoleFinder.Find(part);
        NominalLinker.FindOverthrown(_book, _parts);
        var links = _parts.ConvertAll(Read);
        var (actors, numbers) = Number();
        int? NumberOf(ActorDraft? draft) => draft is null ? null : numbers[draft.Number];
        return new ActorLayer(
            actors,
            [.. _parts.Select((part, i) => new PartActors(
                [.. part.Names.Concat(part.Others).OrderBy(m => m.Mention.Span).ThenBy(m => m.Mention.Form).Select(m => new ResolvedMention(Typed(m), NumberOf(m.Actor)))],
                [.. links[i].Attributions.Select(a => new AttributionActors(NumberOf(a.Speaker), NumberOf(a.Addressee)))],
                [.. links[i].Events.Select(e => new EventActors(NumberOf(e.Actor), NumberOf(e.Recipient)))],
                [.. links[i].Quantities.Select(NumberOf)]))]);
    }

    /// <summary>A name that the rest of the article shows to be of another type gets that type.</summary>
    private static Mention Typed(DraftMention mention) =>
        mention is { Mention.Form: MentionForm.Name, Actor: { } actor } && mention.Mention.Type != actor.Type && mention.Mention.Type != EntityType.Group
            && !(actor.Type == EntityType.Polity && mention.Mention.Type is EntityType.Location or EntityType.Facility)
            ? mention.Mention with { Type = actor.Type }
            : mention.Mention;

    private sealed record Links((ActorDraft? Speaker, ActorDraft? Addressee)[] Attributions, (ActorDraft? Actor, ActorDraft? Recipient)[] Events, ActorDraft?[] Quantities);

    private Links Read(ResolvedPart part)
    {
        var spans = new SpanLinker(part);
        var quotes = new QuotedSpeech(part);
        var attributions = part.Source.Attributions;
        for (var a = 0; a < attributions.Length; a++) quotes.SetSpeaker(a, spans.Find(attributions[a].Source));
        var wanted = Wanted(part, spans);
        Walk(part, quotes, wanted);
        for (var a = 0; a < attributions.Length; a++) quotes.SetSpeaker(a, spans.Find(attributions[a].Source));
        FirstPersons(part, quotes);
        return new Links(
            [.. attributions.Select(a => (spans.Find(a.Source), a.Addressee is { } to ? spans.Find([to]) : null))],
            [.. part.Source.Events.Select(e => (e.Actor is { } actor ? spans.Find([actor]) : null, e.Recipient is { } recipient ? spans.Find([recipient]) : null))],
            [.. part.Source.Quantities.Select(q => q.SaidBy is { } by ? spans.Find([by]) : null)]);
    }

    /// <summary>Heads of the phrases that speak or act: they become actors even without a name.</summary>
    private static HashSet<int> Wanted(ResolvedPart part, SpanLinker spans)
    {
        var wanted = new HashSet<int>();
        foreach (var attribution in part.Source.Attributions)
        {
            if (spans.HeadOf(attribution.Source) is { } head) wanted.Add(head);
            if (attribution.Addressee is { } to && spans.HeadOf([to]) is { } addressee) wanted.Add(addressee);
        }

        foreach (var e in part.Source.Events)
        {
            if (e.Actor is { } actor && spans.HeadOf([actor]) is { } head) wanted.Add(head);
            if (e.Recipient is { } recipient && spans.HeadOf([recipient]) is { } other) wanted.Add(other);
        }

        foreach (var quantity in part.Source.Quantities)
        {
            if (quantity.SaidBy is { } by && spans.HeadOf([by]) is { } head) wanted.Add(head);
        }

        return wanted;
    }

    /// <summary>Reads on from the first word, so that each nominal and pronoun sees what stands before it.</summary>
    private void Walk(ResolvedPart part, QuotedSpeech quotes, HashSet<int> wanted)
    {
        var discourse = new Discourse();
        var nominals = new NominalLinker(_book, part, discourse, wanted, _outlet);
        var pronouns = new PronounLinker(part, discourse, quotes);
        for (var s = 0; s < part.Syntax.Sentences.Length; s++)
        {
            var sentence = part.Syntax.Sentences[s];
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (part.NameAt[i] is var n and >= 0)
                {
                    var name = part.Names[n];
                    if (i == name.End - 1) See(part, quotes, discourse, name.Actor, i, s, plural: false);
                    if (i == name.End - 1 && name.Actor is null && name.Mention.Type == EntityType.Person) discourse.Add(new Seen(null, i, s, part.IsSubject(i), false, quotes.SpeakerlessContentAt(i), true));
                    continue;
                }

                if (PronounLinker.IsPronoun(part.Form(i)) && (!part.Syntax.HasTags || part.Syntax.Upos[i] is PartOfSpeech.Pron or PartOfSpeech.Det))
                {
                    if (pronouns.Link(i, s)?.Actor is { } meant) See(part, quotes, discourse, meant, i, s, meant.IsPlural);
                    continue;
                }

                var p = part.PhraseAt[i];
                if (p < 0 || part.Phrases[p].Head != i) continue;
                var mention = part.Taken[p] ? part.OtherAt(i) : nominals.Link(p);
                SeePhrase(part, quotes, discourse, mention?.Actor, i, s);
            }
        }
    }

    private static void See(ResolvedPart part, QuotedSpeech quotes, Discourse discourse, ActorDraft? actor, int token, int sentence, bool plural)
    {
        if (actor is null) return;
        discourse.Add(new Seen(actor, token, sentence, IsSubjectHere(part, token), plural || actor.IsPlural, quotes.SpeakerlessContentAt(token), actor.Type == EntityType.Person));
    }

    /// <summary>The head of a name may be its first word.</summary>
    private static bool IsSubjectHere(ResolvedPart part, int token)
    {
        if (part.IsSubject(token)) return true;
        if (part.NameAt[token] is not (var n and >= 0)) return false;
        for (var i = part.Names[n].First; i < token; i++)
        {
            if (part.IsSubject(i)) return true;
        }

        return part.PhraseAt[token] is var p and >= 0 && part.IsSubject(part.Phrases[p].Head);
    }

    private static void SeePhrase(ResolvedPart part, QuotedSpeech quotes, Discourse discourse, ActorDraft? actor, int token, int sentence)
    {
        var noun = part.Lower(token);
        var plural = part.Syntax.Xpos.Length > token && part.Syntax.Xpos[token] is "NNS" or "NNPS";
        var kind = Heads.Of(noun);
        discourse.Add(new Seen(
            actor, token, sentence, part.IsSubject(token), actor?.IsPlural ?? plural || kind.HasFlag(HeadClass.People), quotes.SpeakerlessContentAt(token),
            kind.HasFlag(HeadClass.Person) || kind.HasFlag(HeadClass.People)));
    }

    /// <summary>"I" in direct speech is who speaks.</summary>
    private static void FirstPersons(ResolvedPart part, QuotedSpeech quotes)
    {
        for (var i = 0; i < part.Syntax.Tokens.Length; i++)
        {
            if (part.Form(i) is not ("I" or "me" or "my" or "My" or "myself" or "mine") || quotes.SpeakerAt(i) is not { } speaker || part.NameAt[i] >= 0 || part.OtherAt(i) is not null) continue;
            if (speaker.Type != EntityType.Person) continue;
            part.AddOther(i, i, Math.Max(0, part.Syntax.SentenceAt(part.Syntax.Tokens[i].Start)), EntityType.Person, MentionForm.Pronoun, speaker, 0.9);
        }
    }

    /// <summary>Actors in order of their first mention; those that no mention means are dropped.</summary>
    private (ImmutableArray<Actor> Actors, int?[] Numbers) Number()
    {
        var numbers = new int?[_book.Drafts.Count];
        var actors = ImmutableArray.CreateBuilder<Actor>();
        foreach (var part in _parts)
        {
            foreach (var mention in part.Names.Concat(part.Others).OrderBy(m => m.Mention.Span).ThenBy(m => m.Mention.Form))
            {
                if (mention.Actor is not { } actor || numbers[actor.Number] is not null) continue;
                numbers[actor.Number] = actors.Count;
                actors.Add(actor.Finish());
            }
        }

        return (actors.ToImmutable(), numbers);
    }
}
