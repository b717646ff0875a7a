using System.Collections.Immutable;
using System.Text;
using Crosscheck.Articles.Dates;
using Crosscheck.Diagnostics;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Articles.PlainText;

/// <summary>Makes the articles of a page out of the parts of its stories.</summary>
internal static class StoryWriter
{
    private const string BlockJoint = "\n\n";

    public static ImmutableArray<Article> Write(
        SourceText document, GivenMetadata given, string path, List<(TextSpan Span, StoryParts Parts)> stories, List<Diagnostic> diagnostics)
    {
        var outlets = stories.ConvertAll(s => OutletFinder.Find(document, s.Parts));
        // Stories of one page are of one outlet, as far as the page tells.
        var other = outlets.Find(o => o is not null);
        var borrowed = other is null ? null : other with { Basis = $"{other.Basis} in another story of the page", Confidence = other.Confidence * 0.8 };
        var articles = ImmutableArray.CreateBuilder<Article>(stories.Count);
        for (var i = 0; i < stories.Count; i++)
        {
            var outlet = given.Outlet is { Length: > 0 } named
                ? new Sourced<string>(named, given.Basis, 0.95)
                : outlets[i] ?? borrowed;
            articles.Add(WriteOne(document, given, path, stories[i].Span, stories[i].Parts, outlet, i == 0, diagnostics));
        }

        return articles.ToImmutable();
    }

    private static Article WriteOne(
        SourceText document, GivenMetadata given, string path, TextSpan span, StoryParts parts, Sourced<string>? outlet, bool first, List<Diagnostic> diagnostics)
    {
        var (body, blocks) = Join(document, parts);
        var reasons = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var disagreeing = ImmutableArray.CreateBuilder<Candidate>();
        var published = Published(given, parts, disagreeing, first);
        if (published is null)
        {
            var caption = parts.Captions.Find(c => c.Date is not null);
            reasons["published"] = caption is null ? "no date is printed with the text" : $"no date is printed with the text; a caption's date is {caption.Date}";
            diagnostics.Add(new Diagnostic(DiagnosticCode.NoPublicationDate, Severity.Note, path, new TextSpan(span.Start, Math.Min(span.End, span.Start + 1)), "No publication date is printed with this story. Give one with the document if it is known."));
        }

        if (outlet is null) reasons["outlet"] = "the text does not name its outlet";
        var headline = Headline(document, given, parts, disagreeing, first);
        if (headline is null) reasons["headline"] = "no line stands over the text";
        var language = LanguageIdentifier.Identify(body.Value);
        if (language is null)
        {
            reasons["language"] = "the text is too short or too mixed to tell";
            diagnostics.Add(new Diagnostic(DiagnosticCode.LanguageUnknown, Severity.Note, path, span, "The language of this story could not be told from its words."));
        }

        return new Article
        {
            DocumentSpan = span,
            Body = body,
            Blocks = blocks,
            Headline = headline,
            HeadlineSpan = parts.Headline,
            Authors = [.. parts.Authors.Distinct(StringComparer.Ordinal)],
            Agencies = [.. parts.Agencies],
            Outlet = outlet,
            Published = published,
            Modified = parts.Changed is { } changed ? new Sourced<PublishedAt>(changed.At, "date field before the text", 0.9) : null,
            Url = given.Url,
            Language = language is null ? null : new Sourced<string>(language.Code, "words of the text", language.Confidence),
            Captions = [.. parts.Captions],
            Notices = [.. parts.Notices.OrderBy(n => n.DocumentSpan)],
            Furniture = parts.FurnitureInOrder(),
            Disagreeing = disagreeing.ToImmutable(),
            Reasons = reasons.ToImmutable(),
        };
    }

    private static (SourceText Body, ImmutableArray<Block> Blocks) Join(SourceText document, StoryParts parts)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>(parts.Body.Count);
        foreach (var (kind, span) in parts.Body)
        {
            if (text.Length > 0) text.Append(BlockJoint);
            var start = text.Length;
            text.Append(document[span]);
            blocks.Add(new Block(kind, new TextSpan(start, text.Length), span));
        }

        return (new SourceText(text.ToString()), blocks.ToImmutable());
    }

    private static Sourced<PublishedAt>? Published(GivenMetadata given, StoryParts parts, ImmutableArray<Candidate>.Builder disagreeing, bool first)
    {
        var printed = parts.Published is { } field ? new Sourced<PublishedAt>(field.At, field.Labelled ? "date field before the text" : "date line", field.Labelled ? 0.95 : 0.85) : null;
        // What came with the document speaks of its first story.
        if (!first || given.Published is not { } words || DateReader.ReadAt(words.Trim(), 0, words.Trim().Length) is not { } told) return printed;
        if (printed is not null && printed.Value.Day != told.At.Day) disagreeing.Add(new Candidate("published", printed.Value.ToString(), printed.Basis));
        return new Sourced<PublishedAt>(told.At, given.Basis, 0.97);
    }

    private static Sourced<string>? Headline(SourceText document, GivenMetadata given, StoryParts parts, ImmutableArray<Candidate>.Builder disagreeing, bool first)
    {
        var told = first && given.Title is { Length: > 0 } title ? title : null;
        if (parts.Headline is not { } span) return told is null ? null : new Sourced<string>(told, given.Basis, 0.9);
        var printed = document.Slice(span);
        var repeated = parts.Furniture.Exists(f => f.Kind == FurnitureKind.RepeatedHeadline);
        if (told is null) return new Sourced<string>(printed, repeated ? "line over the text, printed more than once" : "line over the text", repeated ? 0.98 : 0.85);
        var same = Likeness.Of(told, printed) > 0.7;
        if (!same) disagreeing.Add(new Candidate("headline", told, given.Basis));
        return new Sourced<string>(printed, same ? $"line over the text, and {given.Basis}" : "line over the text", same ? 0.99 : 0.75);
    }
}
