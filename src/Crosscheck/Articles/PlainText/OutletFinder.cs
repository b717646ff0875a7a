using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Articles.PlainText;

/// <summary>The outlet, where only the text itself can name it: in a closing notice, in the line over the menu, or as the one that sources tell things.</summary>
internal static class OutletFinder
{
    private const double OfNotice = 0.92;
    private const double OfMasthead = 0.75;
    private const double OfSelfReference = 0.6;

    private static readonly FrozenSet<string> Anonymous = EmbeddedLexicon.Lines("Articles/Lexicon/anonymous-sources.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static Sourced<string>? Find(SourceText document, StoryParts parts)
    {
        foreach (var notice in parts.Notices)
        {
            if (notice is { Kind: NoticeKind.Translated or NoticeKind.Edited or NoticeKind.Unverified, Names: { } name } && Agencies.NameOf(name) is null)
            {
                return new Sourced<string>(name, "closing notice", OfNotice);
            }
        }

        foreach (var piece in parts.Furniture)
        {
            if (piece.Kind == FurnitureKind.Navigation && WidgetTexts.KindOf(piece.Text) is null && piece.Text.Length < 50) return new Sourced<string>(piece.Text, "name over the page's menu", OfMasthead);
        }

        return SelfReference(document, parts);
    }

    /// <summary>"A diplomatic source told Asharq Al-Awsat": whom unnamed sources tell things is likely the outlet, when it is no agency and one name alone.</summary>
    private static Sourced<string>? SelfReference(SourceText document, StoryParts parts)
    {
        const string Told = " told ";
        string? found = null;
        foreach (var (_, span) in parts.Body)
        {
            var text = document[span];
            for (var at = text.IndexOf(Told, StringComparison.Ordinal); at >= 0;)
            {
                var name = Name(text[(at + Told.Length)..]);
                if (name is not null && AnonymousBefore(text[..at]) && Agencies.NameOf(name) is null)
                {
                    if (found is not null && found != name) return null;
                    found = name;
                }

                var next = text[(at + Told.Length)..].IndexOf(Told, StringComparison.Ordinal);
                at = next < 0 ? -1 : at + Told.Length + next;
            }
        }

        return found is null ? null : new Sourced<string>(found, $"self-reference: a source \"told {found}\"", OfSelfReference);
    }

    /// <summary>Whether an unnamed source is the last person before the verb, within its sentence.</summary>
    private static bool AnonymousBefore(ReadOnlySpan<char> before)
    {
        var start = before.LastIndexOfAny(".!?\u201D");
        var sentence = start < 0 ? before : before[(start + 1)..];
        if (sentence.Length > 200) sentence = sentence[^200..];
        var lookup = Anonymous.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in sentence.SplitAny(" ,;-\u2014\u2013"))
        {
            if (lookup.Contains(sentence[range])) return true;
        }

        return false;
    }

    private static string? Name(ReadOnlySpan<char> text)
    {
        var article = text.StartsWith("the ", StringComparison.Ordinal) || text.StartsWith("The ", StringComparison.Ordinal) ? 4 : 0;
        var i = article;
        var end = i;
        var words = 0;
        while (i < text.Length && words < 6)
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '-' or '&' or '\u2019' or '\'')) i++;
            if (i == start || !char.IsUpper(text[start])) break;
            end = i;
            words++;
            if (i >= text.Length || text[i] != ' ') break;
            i++;
        }

        // One word alone is as often a person or a channel.
        return words >= 2 ? text[article..end].ToString() : null;
    }
}
