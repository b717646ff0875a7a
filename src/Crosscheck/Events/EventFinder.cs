using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Events;

/// <summary>
/// Finds who did what to whom: a lexicon of verbs and event nouns gives the CAMEO code and PLOVER type, the dependencies give the parties,
/// the governing words give the factuality. Thread-safe.
/// </summary>
public sealed class EventFinder
{
    /// <summary>A learned type is taken where the lexicon has none and the model is at least this sure.</summary>
    private const double SureType = 0.6;

    private const string NoCode = "CAMEO has no code for this kind of event";
    private const string NoParties = "the sentence names neither who acts nor on whom";

    private readonly EventTyper _typer;
    private readonly FactualityJudge _factuality;

    private EventFinder(EventTyper typer, FactualityJudge factuality)
    {
        _typer = typer;
        _factuality = factuality;
    }

    /// <exception cref="InvalidOperationException">The weights are missing or broken.</exception>
    public static EventFinder Load(string modelFolder) => new(EventTyper.Load(modelFolder), FactualityJudge.Load(modelFolder));

    /// <summary>The events in order of their triggers; none where the text has no dependencies.</summary>
    public ImmutableArray<NewsEvent> Find(
        SyntaxLayer syntax, ImmutableArray<Mention> names, ImmutableArray<TimeExpression> times, ImmutableArray<Attribution> attributions)
    {
        if (!syntax.HasDependencies || syntax.Xpos.IsEmpty) return [];
        var context = new AttributionContext(syntax);
        var holders = new Holders(context, attributions);
        var setting = new Setting(context, names, times);
        var bag = new FeatureBag();
        var found = ImmutableArray.CreateBuilder<NewsEvent>();
        var taken = new HashSet<int>();
        foreach (var match in Matches(context))
        {
            if (match.Object >= 0) taken.Add(match.Object);
        }

        foreach (var match in Matches(context))
        {
            if (taken.Contains(match.Trigger) && !context.IsVerb(match.Trigger)) continue;
            var built = Build(context, match, holders, setting, bag);
            // A noun that names no party and no known kind tells nobody anything.
            if (built.Type is null && built.Actor is null && built.Recipient is null && !context.IsVerb(match.Trigger)) continue;
            found.Add(built);
        }

        return found.ToImmutable();
    }

    private static IEnumerable<EventMatch> Matches(AttributionContext context)
    {
        for (var i = 0; i < context.Count; i++)
        {
            if (EventMatch.Of(context, i) is { } match) yield return match;
        }
    }

    private NewsEvent Build(AttributionContext context, EventMatch match, Holders holders, Setting setting, FeatureBag bag)
    {
        var trigger = match.Trigger;
        var roles = context.IsVerb(trigger) ? Participants.OfVerb(context, trigger) : Participants.OfNoun(context, trigger);
        if (roles.Recipient == match.Object) roles = roles with { Recipient = -1 };
        // "cut off the entry of food to Gaza": the one concerned stands under the object.
        if (roles.Recipient < 0 && match.Object >= 0) roles = roles with { Recipient = Participants.Modifier(context, match.Object, false) };
        var (actor, recipient) = (Phrase(context, roles.Actor, trigger, roles.Recipient), Phrase(context, roles.Recipient, trigger, roles.Actor));
        var holder = holders.Of(trigger);
        var (factuality, sureness) = _factuality.Judge(context, trigger, holder is { } h ? holders[h] : null, bag);

        var type = match.Code is { } code ? ActionLexicon.Instance.TypeOf(code) : null;
        var typeConfidence = type is null ? 0.5 : 0.7;
        string? reason = null;
        if (type is null)
        {
            if (actor is { } a && recipient is { } r && _typer.TypeOf(context, a, r, bag) is { Probability: >= SureType } learned)
            {
                type = new ActionType(learned.Type, null);
                typeConfidence = learned.Probability;
            }
            else
            {
                reason = actor is null && recipient is null ? NoParties : NoCode;
            }
        }

        return new NewsEvent(
            context.Syntax.Tokens[trigger].Span, actor, recipient, type?.Type, reason, type?.Mode, type is null ? null : match.Code, factuality,
            setting.TimeOf(trigger), setting.PlaceOf(trigger), holder, Math.Round(typeConfidence * (0.5 + (sureness / 2)), 3));
    }

    /// <summary>The noun phrase of a party, or null; never over the trigger or the other party.</summary>
    private static TextSpan? Phrase(AttributionContext context, int token, int trigger, int other)
    {
        if (token < 0 || token == trigger) return null;
        var sentence = context.SentenceRange(context.Sentences[token]);
        var range = SourcePhrase.Core(context, token, sentence);
        if (range.IsEmpty || range.Contains(trigger) || (other >= 0 && range.Contains(other))) range = new TokenRange(token, token + 1);
        return context.Syntax.Span(range.First, range.End);
    }
}
