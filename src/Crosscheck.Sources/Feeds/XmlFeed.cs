using System.Xml;

namespace Crosscheck.Sources.Feeds;

/// <summary>
/// RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0. A document type is skipped, its entities are never expanded and nothing outside the file is looked at. Where
/// the XML breaks, the entries are read again one by one, each mended as far as that is safe, and those that stay broken are counted.
/// </summary>
internal static class XmlFeed
{
    /// <summary>Null for XML that holds no feed.</summary>
    public static Feed? Read(string text)
    {
        var head = new FeedHead();
        var entries = new List<FeedEntry>();
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings(ConformanceLevel.Document));
            return new XmlEntries(reader, head, entries).ReadAll() ? new Feed(head, entries, 0, Mended: false) : null;
        }
        catch (XmlException)
        {
            return OneByOne(text);
        }
    }

    private static Feed? OneByOne(string text)
    {
        var head = new FeedHead();
        var entries = new List<FeedEntry>();
        var unread = 0;
        var first = -1;
        foreach (var (start, end) in EntrySlices.Of(text))
        {
            if (first < 0)
            {
                first = start;
                ReadFragment(HeadOf(text[..start]), head, []);
            }

            var before = entries.Count;
            if (!ReadFragment(text[start..end], head, entries) || entries.Count == before)
            {
                entries.RemoveRange(before, entries.Count - before);
                unread++;
            }
        }

        return first < 0 ? null : new Feed(head, entries, unread, Mended: true);
    }

    /// <summary>What stands before the first entry, without the start tags that close behind the last.</summary>
    private static string HeadOf(string text)
    {
        var title = text.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        var end = title < 0 ? -1 : text.IndexOf("</title>", title, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? string.Empty : text[title..(end + 8)];
    }

    private static bool ReadFragment(string slice, FeedHead head, List<FeedEntry> entries)
    {
        try
        {
            var names = new NameTable();
            var context = new XmlParserContext(names, new AnyPrefix(names), null, XmlSpace.None);
            using var reader = XmlReader.Create(new StringReader(XmlMending.Mend(slice)), Settings(ConformanceLevel.Fragment), context);
            new XmlEntries(reader, head, entries).ReadAll();
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static XmlReaderSettings Settings(ConformanceLevel level) => new()
    {
        ConformanceLevel = level,
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersFromEntities = 1024,
    };

    /// <summary>Prefixes of an entry that stands alone: the usual ones by their name, others as what they are.</summary>
    private sealed class AnyPrefix(XmlNameTable names) : XmlNamespaceManager(names)
    {
        public override string? LookupNamespace(string prefix) => base.LookupNamespace(prefix) ?? XmlEntries.UsualNamespace(prefix) ?? "urn:prefix:" + prefix;
    }
}
