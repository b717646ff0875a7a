using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>The tokens of a text as the search for what is counted asks about them. Tokens beyond the text have no tag and no role.</summary>
internal sealed class PhraseTokens(FigureLexicon lexicon, SyntaxLayer syntax, ImmutableArray<TextSpan> calendar)
{
    private readonly string _text = syntax.Text.Value;

    public SyntaxLayer Syntax => syntax;

    public bool HasTags { get; } = syntax.HasTags && syntax.Xpos.Length > 0;

    public bool HasTree { get; } = syntax.HasDependencies && syntax.Relations.Length > 0;

    /// <summary>How many tokens were looked at.</summary>
    public long Looks { get; private set; }

    public ReadOnlySpan<char> Form(int token)
    {
        Looks++;
        return token >= 0 && token < syntax.Tokens.Length ? syntax.Form(token) : [];
    }

    public string Tag(int token)
    {
        Looks++;
        return token >= 0 && token < syntax.Xpos.Length ? syntax.Xpos[token] ?? string.Empty : string.Empty;
    }

    public bool Is(int token, PhraseRole roles) => lexicon.Roles.Has(Form(token), roles);

    public bool IsNoun(int token) => Tag(token).StartsWith("NN", StringComparison.Ordinal);

    public bool IsName(int token) => Tag(token) is "NNP" or "NNPS";

    /// <summary>A noun by its tag, or any longer word where there are no tags.</summary>
    public bool IsNounLike(int token) => HasTags ? IsNoun(token) : IsLetter(token) && Form(token).Length > 2;

    /// <summary>A word that cannot be what is counted.</summary>
    public bool IsSmall(int token) => Classes(token, lexicon.NotCounted);

    public bool IsTimeUnit(int token) => Classes(token, lexicon.TimeUnit);

    public bool IsUnit(int token) => Classes(token, lexicon.Percent | lexicon.Point | lexicon.TimeUnit);

    public bool IsPercent(int token) => Classes(token, lexicon.Percent);

    public bool IsLetter(int token) => Form(token) is [var first, ..] && char.IsLetter(first);

    public bool IsCapital(int token) => Form(token) is [var first, ..] && char.IsUpper(first);

    public bool IsDash(int token) => Form(token) is "-" or "–" or "—" or "--" or "―";

    public bool IsQuote(int token) => Form(token) is "\"" or "“" or "”" or "'" or "‘" or "’" or "``" or "''";

    /// <summary>Part of a date or a time of day.</summary>
    public bool InCalendar(int token)
    {
        if (token >= syntax.Tokens.Length) return false;
        int low = 0, high = calendar.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (calendar[middle].Overlaps(syntax.Tokens[token].Span)) return true;
            if (calendar[middle].Start < syntax.Tokens[token].Start) low = middle + 1;
            else high = middle - 1;
        }

        return false;
    }

    /// <summary>The figure ends on a bracket's inside: "half of her support (44 percent)".</summary>
    public bool Bracketed(Figure figure) => figure.Start > 0 && _text[figure.Start - 1] == '(';

    private bool Classes(int token, ulong classes) => lexicon.Words.Find(Form(token)) is { } word && (word.Classes & classes) != 0;
}
