using System.Collections.Immutable;
using Crosscheck.Actors;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Text;

namespace Crosscheck.Tests.Actors;

/// <summary>Text with its names marked by hand: words at spaces, "[P:Ann Lee]" is a person (O organisation, G polity, N group, L location); a line is a sentence.</summary>
internal static class NamedText
{
    public static NamedPart Part(string marked, TextPart? part = null)
    {
        var text = new System.Text.StringBuilder();
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var names = ImmutableArray.CreateBuilder<Mention>();
        foreach (var line in marked.Split('\n'))
        {
            int first = tokens.Count, start = text.Length, open = 0;
            var type = EntityType.Other;
            foreach (var raw in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var word = raw;
                if (word.Length > 2 && word[0] == '[' && word[2] == ':')
                {
                    type = TypeOf(word[1]);
                    word = word[3..];
                    open = text.Length;
                }

                var closes = word.Length > 1 && word[^1] == ']';
                if (closes) word = word[..^1];
                tokens.Add(new Token(new TextSpan(text.Length, text.Length + word.Length)));
                text.Append(word);
                if (closes) names.Add(new Mention(new TextSpan(open, text.Length), type, MentionForm.Name, 0.9));
                text.Append(' ');
            }

            if (tokens.Count > first) sentences.Add(new Sentence(new TextSpan(start, tokens[^1].End), first, tokens.Count));
        }

        var syntax = new SyntaxLayer(new SourceText(text.ToString()), "en", tokens.ToImmutable(), sentences.ToImmutable());
        return new NamedPart(part ?? TextPart.Body, syntax, names.ToImmutable(), [], [], []);
    }

    public static ActorLayer Resolve(params string[] marked) =>
        ActorResolver.Load().Resolve([.. marked.Select((m, i) => Part(m, i == 0 ? TextPart.Body : TextPart.Headline))], null);

    /// <summary>The actor that the nth name of a part means.</summary>
    public static Actor? Meant(this ActorLayer layer, int name, int part = 0) =>
        layer.Parts[part].Mentions[name].Actor is { } actor ? layer.Actors[actor] : null;

    private static EntityType TypeOf(char letter) => letter switch
    {
        'P' => EntityType.Person,
        'O' => EntityType.Organization,
        'G' => EntityType.Polity,
        'N' => EntityType.Group,
        'L' => EntityType.Location,
        _ => EntityType.Other,
    };
}
