using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Claims;

/// <summary>What the grammar of a clause shows: whether it can be read by itself, and the word that it says of its subject.</summary>
internal static class ClauseShape
{
    private const int LeastTokens = 4;

    private static readonly string[] LightVerbs = ["be", "have", "do", "make", "take", "get", "give", "go", "come"];

    /// <summary>
    /// The words of a clause that has a subject and a predicate of its own and both of its quotation marks; else its whole sentence, as printed.
    /// </summary>
    public static TextSpan Readable(SyntaxLayer syntax, TextSpan clause, TextSpan sentence) =>
        StandsAlone(syntax, clause) ? clause : sentence;

    /// <summary>Stem of the clause's main verb, adjective or noun; null without one, for a light verb, and without dependencies.</summary>
    public static ulong? Predicate(SyntaxLayer syntax, TextSpan clause)
    {
        if (!syntax.HasDependencies || !syntax.HasTags) return null;
        var (first, end) = syntax.TokensIn(clause);
        var at = Top(syntax, first, end);
        if (at < 0 || syntax.Upos[at] is not (PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.Noun)) return null;
        foreach (var light in LightVerbs)
        {
            if (syntax.Lemmas.Length == syntax.Tokens.Length && syntax.Lemmas[at].Equals(light, StringComparison.OrdinalIgnoreCase)) return null;
        }

        return ClaimLexicon.StemHash(syntax.Form(at));
    }

    private static bool StandsAlone(SyntaxLayer syntax, TextSpan clause)
    {
        if (!syntax.HasDependencies || !syntax.HasTags) return false;
        var (first, end) = syntax.TokensIn(clause);
        while (end > first && syntax.Upos[end - 1] == PartOfSpeech.Punct && syntax.Form(end - 1) is "," or ";" or ":") end--;
        if (end - first < LeastTokens || !HasPairedQuotes(syntax.Text[clause])) return false;
        // "which closed the quay", "because he", "put in writing what": the beginning and the end hang on other words.
        if (IsSubordinate(syntax, first) || syntax.Upos[end - 1] is PartOfSpeech.Adp or PartOfSpeech.SConj or PartOfSpeech.CConj or PartOfSpeech.Det || IsWhWord(syntax, end - 1)) return false;
        var top = Top(syntax, first, end);
        if (top < 0) return false;
        bool subject = false, finite = syntax.Upos[top] == PartOfSpeech.Verb && syntax.Xpos.Length > 0 && syntax.Xpos[top] is "VBD" or "VBZ" or "VBP" or "MD";
        for (var t = first; t < end; t++)
        {
            if (syntax.Heads[t] != top) continue;
            var relation = syntax.Relations[t];
            subject |= relation.StartsWith("nsubj", StringComparison.Ordinal) || relation is "expl" or "csubj";
            finite |= relation is "cop" || relation.StartsWith("aux", StringComparison.Ordinal);
        }

        return subject && finite;
    }

    private static bool IsSubordinate(SyntaxLayer syntax, int token) => syntax.Upos[token] is PartOfSpeech.SConj or PartOfSpeech.CConj or PartOfSpeech.Part || IsWhWord(syntax, token);

    private static bool IsWhWord(SyntaxLayer syntax, int token) => syntax.Xpos.Length > 0 && syntax.Xpos[token] is "WDT" or "WP" or "WP$" or "WRB";

    /// <summary>The first token of the range whose head lies outside it and that is no mark.</summary>
    private static int Top(SyntaxLayer syntax, int first, int end)
    {
        for (var t = first; t < end; t++)
        {
            if (syntax.Upos[t] != PartOfSpeech.Punct && (syntax.Heads[t] < first || syntax.Heads[t] >= end)) return t;
        }

        return -1;
    }

    private static bool HasPairedQuotes(ReadOnlySpan<char> text)
    {
        int straight = 0, curly = 0;
        foreach (var c in text)
        {
            if (c == '"') straight++;
            else if (c is '“') curly++;
            else if (c is '”') curly--;
        }

        return straight % 2 == 0 && curly == 0;
    }
}
