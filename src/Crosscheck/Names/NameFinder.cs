using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Learning;
using Crosscheck.Text;

namespace Crosscheck.Names;

/// <summary>Names of persons, organisations, places and the rest. Thread-safe.</summary>
public sealed class NameFinder
{
    private readonly NameTagger _tagger;

    private NameFinder(NameTagger tagger) => _tagger = tagger;

    /// <exception cref="InvalidOperationException">The folder lacks the trained weights: a broken install.</exception>
    public static NameFinder Load(string modelFolder) => new(new NameTagger(
        LinearModel.Load(Path.Combine(modelFolder, "names", "first.model")),
        LinearModel.Load(Path.Combine(modelFolder, "names", "second.model"))));

    /// <returns>Names in order of the text; they do not overlap.</returns>
    public ImmutableArray<Mention> Find(SyntaxLayer syntax)
    {
        var names = ImmutableArray.CreateBuilder<Mention>();
        foreach (var tagged in Tag(syntax))
        {
            if (EntityTyping.Of(syntax, tagged) is { } type) names.Add(new Mention(tagged.Span, type, MentionForm.Name, tagged.Confidence));
        }

        return names.ToImmutable();
    }

    /// <summary>Everything the tagger labels, dates and sums of money included.</summary>
    internal ImmutableArray<TaggedName> Tag(SyntaxLayer syntax)
    {
        if (syntax.Tokens.IsEmpty) return [];
        var tokens = new NameTokens(syntax);
        var margins = new float[tokens.Count];
        var labels = _tagger.Tag(tokens, margins);
        var names = ImmutableArray.CreateBuilder<TaggedName>();
        foreach (var (first, end) in tokens.Sentences)
        {
            for (var i = first; i < end; i++)
            {
                var label = _tagger.Labels[labels[i]];
                if (label == "O") continue;
                var type = label[2..];
                var to = i + 1;
                while (to < end && _tagger.Labels[labels[to]] is ['I', '-', ..] next && next.AsSpan(2).SequenceEqual(type)) to++;
                (i, to) = Trim(syntax, i, to, out var last);
                names.Add(new TaggedName(syntax.Span(i, to), i, to, type, NameConfidence.Of(margins.AsSpan(i, to - i))));
                i = last - 1;
            }
        }

        return names.ToImmutable();
    }

    /// <summary>Cuts a possessive that the tagger took along.</summary>
    private static (int First, int End) Trim(SyntaxLayer syntax, int first, int end, out int last)
    {
        last = end;
        while (end - 1 > first && syntax.Form(end - 1) is "'s" or "’s" or "'" or "’") end--;
        return (first, end);
    }
}

/// <summary>Words that the tagger labelled, with the label it learned from its training data.</summary>
internal readonly record struct TaggedName(TextSpan Span, int FirstToken, int EndToken, string Label, double Confidence);
