using Crosscheck.Language;

namespace Crosscheck.Quantities;

/// <summary>Words as figures are compared by them: one name for what is said in several ways, else the lemma.</summary>
internal static class FigureWords
{
    /// <summary>A word that says something of what is measured (no article, number, "said" or "Monday"), under its kind or lemma; else null.</summary>
    public static string? Content(SyntaxLayer syntax, int token)
    {
        var form = syntax.Form(token);
        if (form.Length == 0 || !char.IsLetter(form[0])) return null;
        if (Kind(syntax, token) is { } kind) return kind.Role == KindRole.Plain ? null : kind.Kind;
        if (!syntax.HasTags) return form.Length >= 4 ? form.ToString().ToLowerInvariant() : null;
        return syntax.Upos[token] is PartOfSpeech.Noun or PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.ProperNoun ? Lemma(syntax, token) : null;
    }

    /// <summary>The kind or the lemma of a word.</summary>
    public static string Concept(SyntaxLayer syntax, int token) => Kind(syntax, token) is { Role: not KindRole.Plain } kind ? kind.Kind : Lemma(syntax, token);

    /// <summary>The kind that a word names in the form that is printed, else by its lemma.</summary>
    public static (string Kind, KindRole Role)? Kind(SyntaxLayer syntax, int token) =>
        FigureKinds.Of(syntax.Form(token)) ?? (syntax.Lemmas.Length > token ? FigureKinds.Of(syntax.Lemmas[token]) : null);

    private static string Lemma(SyntaxLayer syntax, int token) => (syntax.Lemmas.Length > token ? syntax.Lemmas[token] : syntax.Form(token).ToString()).ToLowerInvariant();
}
