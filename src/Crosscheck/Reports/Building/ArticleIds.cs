using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Reports.Building;

/// <summary>Identifiers of an article's items, for the stories that refer to them by index.</summary>
internal sealed record ArticleIds(string Article, ImmutableArray<PartIds> Parts)
{
    public PartIds? Of(TextPart part)
    {
        foreach (var ids in Parts)
        {
            if (ids.Part == part) return ids;
        }

        return null;
    }
}

/// <summary>Items of one part are numbered in a row: the number before the first, and how many.</summary>
internal sealed record PartIds(
    TextPart Part, int BeforeAttributions, int Attributions, int BeforeEvents, int Events, int BeforeQuantities, int Quantities, int BeforeTimes)
{
    public string? Attribution(int? index) => index is { } i && i >= 0 && i < Attributions ? $"q{BeforeAttributions + i + 1}" : null;

    public string? Event(int index) => index >= 0 && index < Events ? $"e{BeforeEvents + index + 1}" : null;

    public string? Quantity(int? index) => index is { } i && i >= 0 && i < Quantities ? $"n{BeforeQuantities + i + 1}" : null;

    public string Time(int index) => $"t{BeforeTimes + index + 1}";
}
