using System.Text.Json;
using System.Text.RegularExpressions;

namespace Crosscheck.Tests.Reports;

/// <summary>JSON Schema 2020-12 for the keywords that the dossier's schema uses; any other keyword is an error, so that none goes unchecked.</summary>
internal sealed class JsonSchemaValidator(JsonElement schema)
{
    private readonly List<string> _errors = [];

    public IReadOnlyList<string> Validate(JsonElement instance)
    {
        _errors.Clear();
        Check(schema, instance, "$");
        return [.. _errors];
    }

    private void Check(JsonElement rule, JsonElement value, string at)
    {
        foreach (var keyword in rule.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$schema" or "$id" or "$defs" or "title" or "description":
                    break;
                case "$ref":
                    Check(Resolve(keyword.Value.GetString()!), value, at);
                    break;
                case "type":
                    Expect(Types(keyword.Value).Any(t => IsOf(t, value)), at, $"is no {keyword.Value}");
                    break;
                case "const":
                    Expect(value.GetRawText() == keyword.Value.GetRawText(), at, $"is not {keyword.Value}");
                    break;
                case "enum":
                    Expect(keyword.Value.EnumerateArray().Any(v => v.GetRawText() == value.GetRawText()), at, $"{value} is none of {keyword.Value}");
                    break;
                case "pattern" when value.ValueKind == JsonValueKind.String:
                    Expect(Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!, RegexOptions.NonBacktracking), at, $"{value} does not match {keyword.Value}");
                    break;
                case "minimum" when value.ValueKind == JsonValueKind.Number:
                    Expect(value.GetDecimal() >= keyword.Value.GetDecimal(), at, $"{value} is under {keyword.Value}");
                    break;
                case "maximum" when value.ValueKind == JsonValueKind.Number:
                    Expect(value.GetDecimal() <= keyword.Value.GetDecimal(), at, $"{value} is over {keyword.Value}");
                    break;
                case "minItems" when value.ValueKind == JsonValueKind.Array:
                    Expect(value.GetArrayLength() >= keyword.Value.GetInt32(), at, "has too few items");
                    break;
                case "maxItems" when value.ValueKind == JsonValueKind.Array:
                    Expect(value.GetArrayLength() <= keyword.Value.GetInt32(), at, "has too many items");
                    break;
                case "items" when value.ValueKind == JsonValueKind.Array:
                    var index = 0;
                    foreach (var item in value.EnumerateArray()) Check(keyword.Value, item, $"{at}[{index++}]");
                    break;
                case "required" when value.ValueKind == JsonValueKind.Object:
                    foreach (var name in keyword.Value.EnumerateArray()) Expect(value.TryGetProperty(name.GetString()!, out _), at, $"lacks {name}");
                    break;
                case "properties" when value.ValueKind == JsonValueKind.Object:
                    foreach (var property in keyword.Value.EnumerateObject())
                    {
                        if (value.TryGetProperty(property.Name, out var member)) Check(property.Value, member, $"{at}.{property.Name}");
                    }

                    break;
                case "additionalProperties" when value.ValueKind == JsonValueKind.Object:
                    foreach (var member in value.EnumerateObject())
                    {
                        if (rule.TryGetProperty("properties", out var known) && known.TryGetProperty(member.Name, out _)) continue;
                        if (keyword.Value.ValueKind == JsonValueKind.False) _errors.Add($"{at}: has an unknown member '{member.Name}'");
                        else Check(keyword.Value, member.Value, $"{at}.{member.Name}");
                    }

                    break;
                case "anyOf":
                    Expect(keyword.Value.EnumerateArray().Any(choice => new JsonSchemaValidator(schema).Passes(choice, value)), at, $"{value.GetRawText()} fits no choice");
                    break;
                case "pattern" or "minimum" or "maximum" or "minItems" or "maxItems" or "items" or "required" or "properties" or "additionalProperties":
                    break;
                default:
                    _errors.Add($"{at}: the validator does not know the keyword '{keyword.Name}'");
                    break;
            }
        }
    }

    private bool Passes(JsonElement rule, JsonElement value)
    {
        Check(rule, value, "$");
        return _errors.Count == 0;
    }

    private JsonElement Resolve(string reference)
    {
        var found = schema;
        foreach (var step in reference.Split('/').Skip(1)) found = found.GetProperty(step);
        return found;
    }

    private static IEnumerable<string> Types(JsonElement types) =>
        types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Select(t => t.GetString()!) : [types.GetString()!];

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => false,
    };

    private void Expect(bool holds, string at, string otherwise)
    {
        if (!holds) _errors.Add($"{at}: {otherwise}");
    }
}
