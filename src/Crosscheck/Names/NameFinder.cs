using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Language.Heads;
using Crosscheck.Text;

namespace Crosscheck.Names;

/// <summary>Names of persons, organisations, places and the rest, decoded from the scores that the language pass left.</summary>
public static class NameFinder
{
    /// <returns>Names in order of the text; they do not overlap.</returns>
    public static ImmutableArray<Mention> Find(SyntaxLayer syntax)
    {
        var names = ImmutableArray.CreateBuilder<Mention>();
        foreach (var tagged in Tag(syntax))
        {
            if (EntityTyping.Of(syntax, tagged) is { } type) names.Add(new Mention(tagged.Span, type, MentionForm.Name, tagged.Confidence));
        }

        return names.ToImmutable();
    }

    /// <summary>Everything that is labelled, dates and sums of money included.</summary>
    /// <param name="least">The confidence below which a label is held to be none.</param>
    internal static ImmutableArray<TaggedName> Tag(SyntaxLayer syntax, double least = NameConfidence.Least)
    {
        if (syntax.Names is not { } scores) return [];
        var decoder = SequenceDecoder.OfNames(scores.Labels);
        var names = ImmutableArray.CreateBuilder<TaggedName>();
        foreach (var sentence in syntax.Sentences) Tag(syntax, sentence, scores, decoder, names);
        OneSense.Apply(syntax, names);
        names.RemoveAll(n => n.Confidence < least);
        return names.ToImmutable();
    }

    private static void Tag(SyntaxLayer syntax, Sentence sentence, NameScores scores, SequenceDecoder decoder, ImmutableArray<TaggedName>.Builder names)
    {
        var (first, count) = (sentence.FirstToken, sentence.TokenCount);
        var room = decoder.Room(count).AsSpan();
        for (var i = 0; i < count; i++) scores.Of(first + i).CopyTo(room[(i * scores.Labels.Length)..]);
        var labels = new int[count];
        var margins = new float[count];
        decoder.Decode(count, labels, margins);
        for (var i = 0; i < count; i++)
        {
            var label = scores.Labels[labels[i]];
            if (label == "O") continue;
            var type = label[2..];
            var to = i + 1;
            while (to < count && scores.Labels[labels[to]] is ['I', '-', ..] next && next.AsSpan(2).SequenceEqual(type)) to++;
            var at = first + i;
            foreach (var (start, end) in Parts(syntax, type, at, Trim(syntax, at, first + to)))
            {
                if (IsAddress(syntax.Form(start))) continue;
                names.Add(new TaggedName(syntax.Span(start, end), start, end, type, NameConfidence.Margin(margins.AsSpan(start - first, end - start))));
            }

            i = to - 1;
        }
    }

    /// <summary>"Holland, Michigan" names two places, whether the training data's readers marked one or two.</summary>
    private static IEnumerable<(int First, int End)> Parts(SyntaxLayer syntax, string type, int first, int end)
    {
        for (var i = first + 1; type is "Location" && i < end - 1; i++)
        {
            if (syntax.Form(i) is not "," || i == first) continue;
            yield return (first, i);
            first = i + 1;
        }

        yield return (first, end);
    }

    /// <summary>Mail and web addresses and names of files look like names and are none.</summary>
    private static bool IsAddress(ReadOnlySpan<char> form) => form.ContainsAny('@', '_') || form.Contains("://", StringComparison.Ordinal);

    /// <summary>Cuts a possessive that the tagger took along.</summary>
    private static int Trim(SyntaxLayer syntax, int first, int end)
    {
        while (end - 1 > first && syntax.Form(end - 1) is "'s" or "’s" or "'" or "’") end--;
        return end;
    }
}

/// <summary>Words that were labelled, with the label of the training data.</summary>
/// <param name="Margin">By how much its least certain token beats the best other labelling there.</param>
internal readonly record struct TaggedName(TextSpan Span, int FirstToken, int EndToken, string Label, double Margin)
{
    public double Confidence => NameConfidence.Of(Margin);
}
