using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Tests.Attributions;

/// <summary>Layers made by hand: white-space tokens, a sentence a line.</summary>
internal static class HandMade
{
    /// <summary>Tokens are divided by spaces; <c>_</c> stands for "no space here"; a line is a sentence, an empty line is left in the text.</summary>
    public static SyntaxLayer Layer(string marked, ImmutableArray<int> heads = default, ImmutableArray<CueReading> cues = default)
    {
        var text = new System.Text.StringBuilder();
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        foreach (var line in marked.Split('\n'))
        {
            var first = tokens.Count;
            var start = text.Length;
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var glued = word.StartsWith('_');
                if (!glued && tokens.Count > first) text.Append(' ');
                var from = text.Length;
                text.Append(glued ? word[1..] : word);
                tokens.Add(new Token(new TextSpan(from, text.Length)));
            }

            if (tokens.Count > first) sentences.Add(new Sentence(new TextSpan(start, text.Length), first, tokens.Count));
            text.Append('\n');
        }

        var relations = heads.IsDefault ? default : Enumerable.Repeat("dep", tokens.Count).ToImmutableArray();
        return new SyntaxLayer(new SourceText(text.ToString()), "en", tokens.ToImmutable(), sentences.ToImmutable(), heads: heads, relations: relations) { Cues = cues.IsDefault ? [] : cues };
    }
}
