using System.Buffers;
using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Crosscheck.Reports.Json;
using Crosscheck.Reports.Quotes;

namespace Crosscheck.Reports;

/// <summary>The dossier as JSON (docs/dossier.md, docs/dossier.schema.json). Equal dossiers give equal bytes: UTF-8, LF, no byte order mark.</summary>
public static class DossierJson
{
    /// <summary>Members that stand only where they say something; every other member is always written, as null where it is unknown.</summary>
    private static readonly FrozenSet<string> OnlyWhenSaid = FrozenSet.ToFrozenSet(
    [
        "in", "path", "document_record", "actors", "as_of_span", "said_by_span", "base_span", "addressee_span", "occasion_span", "actor_span",
        "recipient_span", "time_span", "place_span",
    ]);

    private static readonly FrozenSet<string> OfTheLayers = FrozenSet.ToFrozenSet(
    [
        "headline_sentences", "sentences", "analyzed", "analyzed_reason", "analyzed_end", "mentions", "times", "quantities", "attributions", "events",
    ]);

    private static readonly JsonSerializerOptions Options = OptionsWith(layers: true);
    private static readonly JsonSerializerOptions PageOptions = OptionsWith(layers: false);

    /// <summary>Writes the whole dossier: an item a line where it fits, so that two dossiers compare line by line.</summary>
    public static void Write(Dossier dossier, Stream stream)
    {
        var output = new ArrayBufferWriter<byte>(1 << 16);
        output.Write("{\n  \"format\": "u8);
        Value(dossier.Format, 1);
        Member("version");
        Value(dossier.Version, 1);
        Member("models");
        Value<IReadOnlyDictionary<string, string>>(dossier.Models, 1);
        Items("documents", dossier.Documents);
        Items("articles", dossier.Articles);
        Items("actors", dossier.Actors);
        Items("stories", dossier.Stories);
        Items("diagnostics", dossier.Diagnostics);
        output.Write("\n}\n"u8);
        Flush();

        void Member(string name)
        {
            output.Write(",\n  "u8);
            Value(name, 1);
            output.Write(": "u8);
        }

        void Items<T>(string name, IReadOnlyList<T> items)
        {
            Member(name);
            output.Write("["u8);
            for (var i = 0; i < items.Count; i++)
            {
                output.Write(i == 0 ? "\n    "u8 : ",\n    "u8);
                Value(items[i], 2);
                if (output.WrittenCount > 1 << 20) Flush();
            }

            output.Write(items.Count == 0 ? "]"u8 : "\n  ]"u8);
        }

        void Value<T>(T value, int indent) => JsonLayout.Write(Compact(value, Options), indent, output);

        void Flush()
        {
            stream.Write(output.WrittenSpan);
            output.ResetWrittenCount();
        }
    }

    /// <summary>Writes one article as a line of its own.</summary>
    /// <param name="layers">False: the page alone, without what the analysis gives.</param>
    public static void WriteArticle(DossierArticle article, bool layers, Stream stream)
    {
        stream.Write(Compact(article, layers ? Options : PageOptions));
        stream.Write("\n"u8);
    }

    /// <summary>Writes one attribution with its page as a line of its own.</summary>
    public static void WriteQuote(Quote quote, Stream stream)
    {
        stream.Write(Compact(quote, Options));
        stream.Write("\n"u8);
    }

    /// <summary>Reads a dossier back.</summary>
    /// <exception cref="JsonException">The text is no dossier of this format.</exception>
    public static Dossier Read(Stream stream)
    {
        var dossier = JsonSerializer.Deserialize(stream, (JsonTypeInfo<Dossier>)Options.GetTypeInfo(typeof(Dossier)));
        return dossier is { Format: Dossier.CurrentFormat } ? dossier : throw new JsonException($"This is not a dossier of format {Dossier.CurrentFormat}.");
    }

    private static byte[] Compact<T>(T value, JsonSerializerOptions options) =>
        JsonSerializer.SerializeToUtf8Bytes(value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));

    private static JsonSerializerOptions OptionsWith(bool layers)
    {
        // The page is not markup: quotation marks and letters of any script stay as they are.
        var options = new JsonSerializerOptions(DossierJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = DossierJsonContext.Default.WithAddedModifier(type => LeaveOut(type, layers)),
        };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOut(JsonTypeInfo type, bool layers)
    {
        foreach (var property in type.Properties)
        {
            if (OnlyWhenSaid.Contains(property.Name) || property.Name.EndsWith("_reason", StringComparison.Ordinal)
                || (property.Name == "document_span" && type.Type == typeof(DossierEvidence)))
            {
                property.ShouldSerialize = (_, value) => value is not null;
            }
            else if (!layers && type.Type == typeof(DossierArticle) && OfTheLayers.Contains(property.Name))
            {
                property.ShouldSerialize = (_, _) => false;
            }
        }
    }
}
