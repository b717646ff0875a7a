using System.Collections.Immutable;
using Crosscheck.Actors;
using Crosscheck.Analysis;
using Crosscheck.Attributions;
using Crosscheck.Events;
using Crosscheck.Quantities;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Reports.Building;

/// <summary>Records the layers of an article's parts, one part after the other; within a part in the order of the layer, which the identifiers follow.</summary>
internal sealed class LayerRecorder(Func<int?, string?> actorOf)
{
    private const string NoActorFound = "the words name nobody that could be told";

    private readonly ImmutableArray<DossierMention>.Builder _mentions = ImmutableArray.CreateBuilder<DossierMention>();
    private readonly ImmutableArray<DossierTime>.Builder _times = ImmutableArray.CreateBuilder<DossierTime>();
    private readonly ImmutableArray<DossierQuantity>.Builder _quantities = ImmutableArray.CreateBuilder<DossierQuantity>();
    private readonly ImmutableArray<DossierAttribution>.Builder _attributions = ImmutableArray.CreateBuilder<DossierAttribution>();
    private readonly ImmutableArray<DossierEvent>.Builder _events = ImmutableArray.CreateBuilder<DossierEvent>();

    public ImmutableArray<DossierMention> Mentions => _mentions.ToImmutable();

    public ImmutableArray<DossierTime> Times => _times.ToImmutable();

    public ImmutableArray<DossierQuantity> Quantities => _quantities.ToImmutable();

    public ImmutableArray<DossierAttribution> Attributions => _attributions.ToImmutable();

    public ImmutableArray<DossierEvent> Events => _events.ToImmutable();

    public void Add(AnalyzedText part, ImmutableArray<TimeExpression> times, PartIds ids)
    {
        var label = part.Part.Label;
        foreach (var mention in part.Actors.Mentions) _mentions.Add(Record(mention, label));
        for (var i = 0; i < times.Length; i++) _times.Add(Record(times[i], ids.Time(i), label));
        for (var i = 0; i < part.Quantities.Length; i++) _quantities.Add(Record(part, part.Quantities[i], i, times, ids, label));
        for (var i = 0; i < part.Attributions.Length; i++) _attributions.Add(Record(part, part.Attributions[i], i, ids, label));
        for (var i = 0; i < part.Events.Length; i++) _events.Add(Record(part, part.Events[i], i, times, ids, label));
    }

    private DossierMention Record(ResolvedMention resolved, string? label)
    {
        var actor = actorOf(resolved.Actor);
        return new DossierMention(
            label, resolved.Mention.Span, actor, actor is null ? NoActorFound : null, resolved.Mention.Type, resolved.Mention.Form,
            Measured.Probability(resolved.Mention.Confidence));
    }

    private static DossierTime Record(TimeExpression time, string id, string? label) => new(
        id, label, time.Span, time.Type, time.Value, time.Value is null ? time.ValueReason ?? "the words do not fix it" : null, time.Anchor, time.Modifier,
        time.Inferred, Measured.Probability(time.Confidence));

    private DossierQuantity Record(AnalyzedText part, Quantity quantity, int index, ImmutableArray<TimeExpression> times, PartIds ids, string? label)
    {
        var speakers = part.Actors.QuantitySpeakers;
        var saidBy = actorOf(index < speakers.Length ? speakers[index] : null);
        var asOf = quantity.AsOf is { } words ? ValueAt(times, words) ?? Words(part, words) : null;
        return new DossierQuantity(
            ids.Quantity(index)!, label, quantity.Span,
            Measured.Plain(quantity.Value),
            quantity.Value is not null ? null : quantity.Modifier == QuantityModifier.Range ? "a range: low and high" : "the words give no number",
            Measured.Plain(quantity.Low), Measured.Plain(quantity.High), quantity.Modifier, quantity.Unit, quantity.Per,
            quantity.Counted, quantity.Counted is null ? "the text does not say what is counted" : null,
            asOf, asOf is null ? "no day is given for it" : null, quantity.AsOf,
            saidBy, saidBy is not null ? null : quantity.SaidBy is null ? "told in the outlet's own words" : NoActorFound, quantity.SaidBy,
            quantity.Change?.Direction, quantity.Change?.From is { } from ? Words(part, from) : null, quantity.Change?.From,
            ids.Quantity(quantity.DerivedFrom), Measured.Probability(quantity.Confidence));
    }

    private DossierAttribution Record(AnalyzedText part, Attribution attribution, int index, PartIds ids, string? label)
    {
        var who = index < part.Actors.Attributions.Length ? part.Actors.Attributions[index] : default;
        var speaker = actorOf(who.Speaker);
        var addressee = actorOf(who.Addressee);
        return new DossierAttribution(
            ids.Attribution(index)!, label, attribution.Source, attribution.Cue, attribution.Content, attribution.Kind, attribution.Act, attribution.Hedged,
            speaker, speaker is not null ? null : attribution.Source.IsEmpty ? "the text names no source" : NoActorFound,
            addressee, addressee is not null ? null : attribution.Addressee is null ? "nobody is addressed by name" : NoActorFound, attribution.Addressee,
            attribution.Occasion is { } occasion ? Words(part, occasion) : null, attribution.Occasion,
            ids.Attribution(attribution.Inside), Measured.Probability(attribution.Confidence));
    }

    private DossierEvent Record(AnalyzedText part, NewsEvent found, int index, ImmutableArray<TimeExpression> times, PartIds ids, string? label)
    {
        var who = index < part.Actors.Events.Length ? part.Actors.Events[index] : default;
        var actor = actorOf(who.Actor);
        var recipient = actorOf(who.Recipient);
        var time = found.Time is { } t && t >= 0 && t < times.Length ? times[t] : null;
        return new DossierEvent(
            ids.Event(index)!, label, found.Trigger,
            actor, actor is not null ? null : found.Actor is null ? "the sentence does not say who" : NoActorFound, found.Actor,
            recipient, recipient is not null ? null : found.Recipient is null ? "the sentence does not say to whom" : NoActorFound, found.Recipient,
            found.Type, found.Type is null ? found.TypeReason ?? "no type fits" : null, found.Mode,
            found.Cameo, found.Cameo is null ? "no code fits" : null, found.Factuality,
            time?.Value, time is null ? "the text gives it no time" : time.Value is null ? time.ValueReason ?? "the words do not fix it" : null, time?.Span,
            found.Place is { } place ? Words(part, place) : null, found.Place is null ? "the text gives it no place" : null, found.Place,
            ids.Attribution(found.Attribution), Measured.Probability(found.Confidence));
    }

    private static string? ValueAt(ImmutableArray<TimeExpression> times, TextSpan words)
    {
        foreach (var time in times)
        {
            if (time.Span == words) return time.Value;
        }

        foreach (var time in times)
        {
            if (words.Contains(time.Span)) return time.Value;
        }

        return null;
    }

    private static string Words(AnalyzedText part, TextSpan span) => part.Text.Slice(span);
}
