using System.Text.Json;
using System.Text.Json.Serialization;
using Crosscheck.Names;
using Crosscheck.Stories;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Reports.Json;

/// <summary>A span as <c>[start, end]</c>.</summary>
internal sealed class SpanConverter : JsonConverter<TextSpan>
{
    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }

    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<int> ends = stackalloc int[2];
        Numbers.Read(ref reader, ends);
        return ends[0] >= 0 && ends[1] >= ends[0] ? new TextSpan(ends[0], ends[1]) : throw new JsonException("A span is [start, end], neither negative nor reversed.");
    }
}

/// <summary>A passage of two texts as <c>[startA, endA, startB, endB]</c>.</summary>
internal sealed class PassageConverter : JsonConverter<SharedPassage>
{
    public override void Write(Utf8JsonWriter writer, SharedPassage value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.A.Start);
        writer.WriteNumberValue(value.A.End);
        writer.WriteNumberValue(value.B.Start);
        writer.WriteNumberValue(value.B.End);
        writer.WriteEndArray();
    }

    public override SharedPassage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<int> ends = stackalloc int[4];
        Numbers.Read(ref reader, ends);
        return ends[0] >= 0 && ends[1] >= ends[0] && ends[2] >= 0 && ends[3] >= ends[2]
            ? new SharedPassage(new TextSpan(ends[0], ends[1]), new TextSpan(ends[2], ends[3]))
            : throw new JsonException("A passage is [startA, endA, startB, endB], neither negative nor reversed.");
    }
}

file static class Numbers
{
    public static void Read(ref Utf8JsonReader reader, scoped Span<int> into)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("Expected an array of offsets.");
        foreach (ref var number in into)
        {
            reader.Read();
            number = reader.GetInt32();
        }

        reader.Read();
        if (reader.TokenType != JsonTokenType.EndArray) throw new JsonException($"Expected {into.Length} offsets.");
    }
}

/// <summary>An enumeration's member in kebab case: <c>single-origin</c>.</summary>
internal sealed class KebabCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>TIMEX3 writes its types in capitals.</summary>
internal sealed class TimeTypeConverter() : JsonStringEnumConverter<TimeType>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false);

/// <summary>Types of names as the annotated sets of the field abbreviate them.</summary>
internal sealed class EntityTypeConverter : JsonConverter<EntityType>
{
    public override void Write(Utf8JsonWriter writer, EntityType value, JsonSerializerOptions options) => writer.WriteStringValue(DossierNames.Of(value));

    public override EntityType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.GetString();
        foreach (var type in Enum.GetValues<EntityType>())
        {
            if (DossierNames.Of(type) == name) return type;
        }

        throw new JsonException($"'{name}' is no type of name.");
    }
}
