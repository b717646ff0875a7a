using System.Text.Json;
using Crosscheck.Names;

namespace Crosscheck.Reports;

/// <summary>The names under which the dossier publishes values of enumerations.</summary>
public static class DossierNames
{
    public static string Of(EntityType type) => type switch
    {
        EntityType.Person => "PER",
        EntityType.Organization => "ORG",
        EntityType.Polity => "GPE",
        EntityType.Location => "LOC",
        EntityType.Group => "GROUP",
        EntityType.Facility => "FAC",
        EntityType.Product => "PRODUCT",
        EntityType.Event => "EVENT",
        EntityType.Work => "WORK",
        _ => "OTHER",
    };

    /// <summary>Kebab case: <c>single-origin</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
