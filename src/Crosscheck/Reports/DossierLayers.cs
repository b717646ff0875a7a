using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Events;
using Crosscheck.Names;
using Crosscheck.Quantities;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Reports;

/// <summary>Something found in an article: where (<c>headline</c>, <c>caption:N</c>, or null for the text) and at what place.</summary>
public interface IFoundItem
{
    string? In { get; }

    /// <summary>The code unit by which the item has its place in the string, and so its sentence.</summary>
    int Start { get; }
}

public sealed record DossierMention(
    string? In, TextSpan Span, string? Actor, string? ActorReason, EntityType Type, MentionForm Form, double Confidence) : IFoundItem
{
    int IFoundItem.Start => Span.Start;
}

/// <param name="Inferred">The value counts from a publication date that was inferred.</param>
public sealed record DossierTime(
    string Id, string? In, TextSpan Span, TimeType Type, string? Value, string? ValueReason, TimeAnchor Anchor, string? Modifier, bool Inferred,
    double Confidence) : IFoundItem
{
    int IFoundItem.Start => Span.Start;
}

/// <param name="AsOf">The day the figure holds for, as valued; the printed words where no day could be given.</param>
/// <param name="Change">Whether a rate of change goes up or down; <paramref name="Base"/> is what it is counted from, as printed.</param>
/// <param name="DerivedFrom">Identifier of the quantity that this one was computed from; null for a printed one.</param>
public sealed record DossierQuantity(
    string Id, string? In, TextSpan Span, decimal? Value, string? ValueReason, decimal? Low, decimal? High, QuantityModifier Modifier, string Unit,
    string? Per, TextSpan? Counted, string? CountedReason, string? AsOf, string? AsOfReason, TextSpan? AsOfSpan, string? SaidBy, string? SaidByReason,
    TextSpan? SaidBySpan, ChangeDirection? Change, string? Base, TextSpan? BaseSpan, string? DerivedFrom, double Confidence) : IFoundItem
{
    int IFoundItem.Start => Span.Start;
}

/// <summary>Who said what, in the PolNeAR scheme.</summary>
/// <param name="Occasion">The words for where or when it was said; its span beside it.</param>
/// <param name="Inside">Identifier of the attribution whose content holds this one.</param>
public sealed record DossierAttribution(
    string Id, string? In, ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content, AttributionKind Kind,
    SpeechAct Act, bool Hedged, string? Speaker, string? SpeakerReason, string? Addressee, string? AddresseeReason, TextSpan? AddresseeSpan,
    string? Occasion, TextSpan? OccasionSpan, string? Inside, double Confidence) : IFoundItem
{
    int IFoundItem.Start
    {
        get
        {
            // The cue is where it is said that somebody says it; a quotation may begin sentences before.
            foreach (var spans in (ReadOnlySpan<ImmutableArray<TextSpan>>)[Cue, Content, Source])
            {
                if (!spans.IsDefaultOrEmpty) return spans[0].Start;
            }

            return 0;
        }
    }
}

/// <summary>Who did what to whom.</summary>
public sealed record DossierEvent(
    string Id, string? In, TextSpan Trigger, string? Actor, string? ActorReason, TextSpan? ActorSpan, string? Recipient, string? RecipientReason,
    TextSpan? RecipientSpan, string? Type, string? TypeReason, string? Mode, string? Cameo, string? CameoReason, Factuality Factuality, string? Time,
    string? TimeReason, TextSpan? TimeSpan, string? Place, string? PlaceReason, TextSpan? PlaceSpan, string? Attribution, double Confidence) : IFoundItem
{
    int IFoundItem.Start => Trigger.Start;
}
