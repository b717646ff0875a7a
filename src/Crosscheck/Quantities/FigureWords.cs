using Crosscheck.Language;

namespace Crosscheck.Quantities;

/// <summary>Words as figures are compared by them: one name for what is said in several ways, else the lemma.</summary>
internal static class FigureWords
{
    /// <summary>A word that says something (no article, preposition, number), under its kind or lemma; else null.</summary>
    public static string? Content(SyntaxLayer syntax, int token)
    {
        var form = syntax.Form(token);
        if (form.Length == 0 || !char.IsLetter(form[0])) return null;
        if (FigureKinds.Of(form) is { } kind) return kind;
        if (!syntax.HasTags) return form.Length >= 4 ? form.ToString().ToLowerInvariant() : null;
        return syntax.Upos[token] is PartOfSpeech.Noun or PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.ProperNoun ? Concept(syntax, token) : null;
    }

    public static string Concept(SyntaxLayer syntax, int token) =>
        FigureKinds.Of(syntax.Form(token)) ?? (syntax.Lemmas.Length > token ? syntax.Lemmas[token] : syntax.Form(token).ToString()).ToLowerInvariant();
}
