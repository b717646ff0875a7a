using System.Text;
using System.Xml;

namespace Crosscheck.Sources.Feeds;

/// <summary>Reads the head and the entries that an XML reader comes by, in the vocabularies of RSS, Atom, Dublin Core and RSS's content module.</summary>
internal sealed class XmlEntries(XmlReader reader, FeedHead head, List<FeedEntry> entries)
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string Dublin = "http://purl.org/dc/elements/1.1/";
    private const string FeedBurner = "http://rssnamespace.org/feedburner/ext/1.0";
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>What a prefix means where nothing declares it.</summary>
    public static string? UsualNamespace(string prefix) => prefix switch
    {
        "content" => Content,
        "dc" => Dublin,
        "feedburner" => FeedBurner,
        "atom" => Atom,
        "rss" => string.Empty,
        "rdf" => "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        _ => null,
    };

    /// <returns>Whether there was a feed, with entries or without.</returns>
    /// <exception cref="XmlException">The XML breaks; the entries before were added.</exception>
    public bool ReadAll()
    {
        var any = false;
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            switch (reader.LocalName)
            {
                case "rss" or "RDF" or "feed" or "channel":
                    any = true;
                    reader.Read();
                    break;
                case "item" or "entry" when IsCore():
                    any = true;
                    var entry = new FeedEntry();
                    ReadChildren(() => Field(entry));
                    entries.Add(entry);
                    break;
                case "title" when IsCore() && head.Title is null:
                    head.Title = Text();
                    break;
                case "author" when IsCore():
                    AddAuthor(head.Authors);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return any;
    }

    private bool IsCore() => reader.NamespaceURI is "" or Atom or "http://purl.org/rss/1.0/" or "http://my.netscape.com/rdf/simple/0.9/" or "http://purl.org/atom/ns#" or "http://backend.userland.com/rss2";

    /// <summary>Calls for each child element; the call leaves the reader behind it.</summary>
    private void ReadChildren(Action child)
    {
        var depth = reader.Depth;
        var empty = reader.IsEmptyElement;
        reader.Read();
        if (empty) return;
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element) child();
            else reader.Read();
        }

        if (reader.NodeType == XmlNodeType.EndElement) reader.Read();
    }

    private void Field(FeedEntry entry)
    {
        switch (reader.NamespaceURI, reader.LocalName)
        {
            case (Content, "encoded"):
                Keep(entry, Text(), content: true);
                break;
            case (Dublin, "creator"):
                Add(entry.Authors, Text());
                break;
            case (Dublin, "date"):
                entry.Published = Or(entry.Published, Text());
                break;
            case (FeedBurner, "origLink"):
                entry.Address = Text() ?? entry.Address;
                break;
            default:
                if (IsCore()) CoreField(entry);
                else reader.Skip();
                break;
        }
    }

    private void CoreField(FeedEntry entry)
    {
        switch (reader.LocalName)
        {
            case "title":
                entry.Title = Or(entry.Title, Plain(Text()));
                break;
            case "link":
                Link(entry);
                break;
            case "guid" when reader.GetAttribute("isPermaLink") != "false":
                var guid = Text();
                if (IsAddress(guid)) entry.Address ??= guid;
                break;
            case "pubDate" or "published" or "issued":
                entry.Published = Or(entry.Published, Text());
                break;
            case "updated" or "modified":
                entry.Changed = Or(entry.Changed, Text());
                break;
            case "author":
                AddAuthor(entry.Authors);
                break;
            case "source":
                Source(entry);
                break;
            case "content":
                // Content that lies elsewhere is not in the feed.
                if (reader.GetAttribute("src") is null) Keep(entry, Text(), content: true);
                else reader.Skip();
                break;
            case "description" or "summary":
                Keep(entry, Text(), content: false);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    /// <summary>What was said first. Both are read before this is asked, since reading moves the reader on: <c>??=</c> would leave it where it stands.</summary>
    private static string? Or(string? first, string? later) => first ?? later;

    private static void Keep(FeedEntry entry, string? text, bool content)
    {
        if (content) entry.Content = text ?? entry.Content;
        else entry.Summary ??= text;
    }

    private void Link(FeedEntry entry)
    {
        var (rel, target) = (reader.GetAttribute("rel"), reader.GetAttribute("href"));
        var text = Text();
        if (rel is null or "alternate" && (target ?? text) is { } address && IsAddress(address)) entry.Address ??= address;
    }

    /// <summary>RSS 2.0 names the source in the text, Atom holds the head of its feed.</summary>
    private void Source(FeedEntry entry)
    {
        string? title = null;
        var text = new StringBuilder();
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return;
        }

        reader.Read();
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (reader.LocalName == "title") title = Plain(Text());
                else reader.Skip();
                continue;
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) text.Append(reader.Value);
            reader.Read();
        }

        if (reader.NodeType == XmlNodeType.EndElement) reader.Read();
        entry.Source ??= title ?? Plain(text.ToString());
    }

    /// <summary>Atom's author has a name; RSS has an address with the name in brackets.</summary>
    private void AddAuthor(List<string> authors)
    {
        string? name = null;
        var text = new StringBuilder();
        var depth = reader.Depth;
        var empty = reader.IsEmptyElement;
        reader.Read();
        if (empty) return;
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (reader.LocalName == "name") name = Or(name, Plain(Text()));
                else reader.Skip();
                continue;
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) text.Append(reader.Value);
            reader.Read();
        }

        if (reader.NodeType == XmlNodeType.EndElement) reader.Read();
        var printed = text.ToString();
        if (name is null && printed.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && printed.Contains('@', StringComparison.Ordinal)) printed = printed[(open + 1)..].TrimEnd(')', ' ');
        Add(authors, name ?? printed);
    }

    private static void Add(List<string> authors, string? name)
    {
        if (Plain(name) is { } plain && !plain.Contains('@', StringComparison.Ordinal) && authors.Count < 50) authors.Add(plain);
    }

    /// <summary>What an element holds: its text, or its markup where it holds elements as XHTML does. Null for nothing.</summary>
    private string? Text()
    {
        var text = new StringBuilder();
        var depth = reader.Depth;
        var empty = reader.IsEmptyElement;
        var markup = reader.GetAttribute("type") is "xhtml" or "application/xhtml+xml";
        reader.Read();
        while (!empty && !reader.EOF && reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    markup = true;
                    StartTag(text);
                    break;
                case XmlNodeType.EndElement:
                    text.Append("</").Append(reader.LocalName).Append('>');
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    text.Append(markup ? System.Net.WebUtility.HtmlEncode(reader.Value) : reader.Value);
                    break;
            }

            reader.Read();
        }

        if (!empty && reader.NodeType == XmlNodeType.EndElement) reader.Read();
        return text.ToString().Trim() is { Length: > 0 } found ? found : null;
    }

    private void StartTag(StringBuilder text)
    {
        text.Append('<').Append(reader.LocalName);
        foreach (var name in (ReadOnlySpan<string>)["href", "src", "alt", "class"])
        {
            if (reader.GetAttribute(name) is { } value) text.Append(' ').Append(name).Append("=\"").Append(System.Net.WebUtility.HtmlEncode(value)).Append('"');
        }

        text.Append(reader.IsEmptyElement ? "/>" : ">");
    }

    private static bool IsAddress(string? text) => text is not null && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    /// <summary>A title or name without the references and tags that many feeds leave in it, on one line.</summary>
    private static string? Plain(string? text)
    {
        if (text is null) return null;
        var decoded = System.Net.WebUtility.HtmlDecode(text);
        foreach (var tag in (ReadOnlySpan<string>)["<b>", "</b>", "<i>", "</i>", "<em>", "</em>", "<strong>", "</strong>"]) decoded = decoded.Replace(tag, string.Empty, StringComparison.OrdinalIgnoreCase);
        var folded = string.Join(' ', decoded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return folded.Length > 0 ? folded : null;
    }
}
