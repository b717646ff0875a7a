using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Tests;

/// <summary>Words and marks without tags, for testing layers without trained weights: sentences end at ". ", "! " and "? " before a capital, and at line ends.</summary>
internal static class PlainSyntax
{
    public static SyntaxLayer Read(string value, string? language = "en")
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var first = 0;
        for (var i = 0; i < value.Length;)
        {
            var end = i + 1;
            if (char.IsLetterOrDigit(value[i]))
            {
                while (end < value.Length && (char.IsLetterOrDigit(value[end])
                    || (value[end] is ',' or '.' or ':' && char.IsDigit(value[end - 1]) && end + 1 < value.Length && char.IsDigit(value[end + 1])))) end++;
            }

            if (!char.IsWhiteSpace(value[i])) tokens.Add(new Token(new TextSpan(i, end)));
            var stop = value[i] is '.' or '!' or '?' && end + 1 < value.Length && value[end] == ' ' && char.IsUpper(value[end + 1]) && i > 3 && char.IsLetterOrDigit(value[i - 1]) && char.IsLetterOrDigit(value[i - 2]) && value[i - 3] != ' ';
            if ((stop || value[i] == '\n' || end == value.Length) && tokens.Count > first)
            {
                sentences.Add(new Sentence(new TextSpan(tokens[first].Start, tokens[^1].End), first, tokens.Count));
                first = tokens.Count;
            }

            i = end;
        }

        return new SyntaxLayer(new SourceText(value), language, tokens.ToImmutable(), sentences.ToImmutable());
    }
}
