using System.Text.Json.Serialization;
using Crosscheck.Articles;
using Crosscheck.Attributions;
using Crosscheck.Claims;
using Crosscheck.Diagnostics;
using Crosscheck.Events;
using Crosscheck.Names;
using Crosscheck.Quantities;
using Crosscheck.Reports.Quotes;
using Crosscheck.Stories;
using Crosscheck.Times;

namespace Crosscheck.Reports.Json;

/// <summary>The serializers, generated when the library is built: names in snake case, values of enumerations in kebab case.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    Converters =
    [
        typeof(SpanConverter), typeof(PassageConverter), typeof(EntityTypeConverter), typeof(TimeTypeConverter),
        typeof(KebabCase<BlockKind>), typeof(KebabCase<NoticeKind>), typeof(KebabCase<FurnitureKind>), typeof(KebabCase<MentionForm>),
        typeof(KebabCase<TimeAnchor>), typeof(KebabCase<QuantityModifier>), typeof(KebabCase<ChangeDirection>), typeof(KebabCase<AttributionKind>),
        typeof(KebabCase<SpeechAct>), typeof(KebabCase<Factuality>), typeof(KebabCase<OriginKind>), typeof(KebabCase<CopyRelation>),
        typeof(KebabCase<ClaimKind>), typeof(KebabCase<Standing>), typeof(KebabCase<Stance>), typeof(KebabCase<Voice>),
        typeof(KebabCase<ConflictKind>), typeof(KebabCase<ConflictResolution>), typeof(KebabCase<Severity>),
    ])]
[JsonSerializable(typeof(Dossier))]
[JsonSerializable(typeof(Quote))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class DossierJsonContext : JsonSerializerContext;
