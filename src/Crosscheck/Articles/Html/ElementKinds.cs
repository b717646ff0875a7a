using System.Collections.Frozen;

namespace Crosscheck.Articles.Html;

internal enum ElementKind : byte
{
    Other,
    Void,
    RawText,

    /// <summary>Reopened by the parser in every following block while left open.</summary>
    Formatting,

    /// <summary>Closed by its next sibling: left open it does not nest.</summary>
    Implied,

    /// <summary>SVG and MathML, where a slash closes.</summary>
    Foreign,
}

/// <summary>How tags behave while a tree is built (HTML standard, sections 13.1.2 and 13.2.6).</summary>
internal static class ElementKinds
{
    private static readonly FrozenDictionary<string, ElementKind>.AlternateLookup<ReadOnlySpan<char>> Kinds = new[]
    {
        ("area base br col embed hr img input link meta param source track wbr frame keygen image", ElementKind.Void),
        ("script style textarea title xmp iframe noembed noframes", ElementKind.RawText),
        ("a b big code em font i nobr s small strike strong tt u", ElementKind.Formatting),
        ("p li dt dd tr td th tbody thead tfoot option optgroup body html head rt rp colgroup caption", ElementKind.Implied),
        ("svg path g circle rect use line polygon polyline ellipse defs lineargradient stop symbol clippath mask math", ElementKind.Foreign),
    }
        .SelectMany(row => row.Item1.Split(' '), (row, name) => KeyValuePair.Create(name, row.Item2))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static ElementKind Of(ReadOnlySpan<char> name) => Kinds.TryGetValue(name, out var kind) ? kind : ElementKind.Other;
}
