using Crosscheck.Articles.Html;

namespace Crosscheck.Articles.Metadata;

/// <summary>The page's <c>meta</c> elements by lower-case name, property or itemprop, in document order.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    public static MetaTags Read(Page page)
    {
        var tags = new MetaTags();
        foreach (ref readonly var node in page.Nodes.AsSpan())
        {
            if (node.Tag != Tag.Meta) continue;
            if (node.Element.GetAttribute("content") is not { Length: > 0 } content) continue;
            var name = node.Element.GetAttribute("property") ?? node.Element.GetAttribute("name") ?? node.Element.GetAttribute("itemprop") ?? node.Element.GetAttribute("http-equiv");
            if (name is null || content.Length > 4000) continue;
            var text = ReadableText.Of(content);
            if (text.Length == 0) continue;
            var key = name.Trim().ToLowerInvariant();
            if (!tags._values.TryGetValue(key, out var list)) tags._values[key] = list = [];
            if (list.Count < 20) list.Add(text);
        }

        return tags;
    }

    public IReadOnlyList<string> All(string name) => _values.GetValueOrDefault(name) ?? [];

    /// <summary>Every name with its values, in document order of the names.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Values)> Everything => _values.Select(v => (v.Key, (IReadOnlyList<string>)v.Value));

    /// <summary>The first value of the first name that has one, with that name.</summary>
    public (string Name, string Value)? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var list)) return (name, list[0]);
        }

        return null;
    }
}
