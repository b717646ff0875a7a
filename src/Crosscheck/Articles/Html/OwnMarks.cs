using Crosscheck.Articles.Html.Parsing;

namespace Crosscheck.Articles.Html;

/// <summary>What elements say of themselves by tag, class, id, role and item property. Equal classes and ids, of which a page has many, are read once.</summary>
internal sealed class OwnMarks(MarkupTree tree)
{
    private readonly Dictionary<Key, (string Words, Mark Mark)> _known = new(new SameSource(tree.Source));

    /// <summary>The class and id words, the mark they or the rest announce, and whether an attribute describes data.</summary>
    public (string Words, Mark Mark, bool Describes) Read(int element, Tag tag)
    {
        AttributeSlice classes = default, id = default;
        string? property = null, role = null;
        bool hidden = false, describes = false;
        foreach (var attribute in tree.AttributesOf(element))
        {
            switch (attribute.Name)
            {
                case AttributeName.Class: classes = attribute; break;
                case AttributeName.Id: id = attribute; break;
                case AttributeName.Role: role = tree.Value(attribute); break;
                case AttributeName.Hidden: hidden = true; break;
                case AttributeName.Itemprop:
                    property = tree.Value(attribute);
                    describes = true;
                    break;
                case AttributeName.Property or AttributeName.Rel or AttributeName.Datetime or AttributeName.Pubdate:
                    describes = true;
                    break;
            }
        }

        var (words, mark) = Words(classes, id);
        return (words, mark != Mark.None && tag is not (Tag.Html or Tag.Body) ? mark : TagMark(tag, hidden, property, role), describes);
    }

    private (string Words, Mark Mark) Words(AttributeSlice classes, AttributeSlice id)
    {
        if (classes.Start == classes.End && id.Start == id.End) return (string.Empty, Mark.None);
        var key = new Key(classes.Start, classes.End, id.Start, id.End);
        if (_known.TryGetValue(key, out var known)) return known;
        var words = ClassWords.Normalize(classes.Name == AttributeName.Unknown ? null : tree.Value(classes), id.Name == AttributeName.Unknown ? null : tree.Value(id));
        return _known[key] = (words, ClassWords.MarkOf(words));
    }

    private static Mark TagMark(Tag tag, bool hidden, string? property, string? role)
    {
        switch (tag)
        {
            case Tag.Nav: return Mark.Navigation;
            case Tag.Footer: return Mark.Footer;
            case Tag.Aside: return Mark.Sidebar;
            case Tag.Figcaption or Tag.Caption: return Mark.Caption;
            case Tag.Html or Tag.Body: return Mark.None;
        }

        if (hidden) return Mark.Hidden;
        if (property is not null)
        {
            if (property.Contains("articleBody", StringComparison.OrdinalIgnoreCase)) return Mark.Body;
            if (property is "author" or "publisher") return Mark.Byline;
            if (property is "datePublished" or "dateModified") return Mark.Date;
            if (property is "caption") return Mark.Caption;
        }

        return role switch
        {
            "navigation" or "menu" or "menubar" or "search" => Mark.Navigation,
            "complementary" => Mark.Sidebar,
            "contentinfo" => Mark.Footer,
            "banner" => Mark.Header,
            "dialog" or "alertdialog" => Mark.Cookies,
            _ => Mark.None,
        };
    }

    /// <summary>Where a class and an id stand in the source.</summary>
    private readonly record struct Key(int ClassStart, int ClassEnd, int IdStart, int IdEnd);

    /// <summary>Keys are equal where the same text stands there.</summary>
    private sealed class SameSource(string source) : IEqualityComparer<Key>
    {
        public bool Equals(Key x, Key y) => Class(x).SequenceEqual(Class(y)) && Id(x).SequenceEqual(Id(y));

        public int GetHashCode(Key key) => HashCode.Combine(string.GetHashCode(Class(key), StringComparison.Ordinal), string.GetHashCode(Id(key), StringComparison.Ordinal));

        private ReadOnlySpan<char> Class(Key key) => source.AsSpan(key.ClassStart, key.ClassEnd - key.ClassStart);

        private ReadOnlySpan<char> Id(Key key) => source.AsSpan(key.IdStart, key.IdEnd - key.IdStart);
    }
}
