using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Language;

/// <summary>Tokens, sentences and, in a covered language, tags, lemmas and dependencies of a text. Thread-safe.</summary>
public sealed class LanguageEngine
{
    public static LanguageEngine Load(string modelFolder) => new();

    /// <param name="text">The text of one part of an article.</param>
    /// <param name="language">ISO 639-1 code, or null when unknown.</param>
    /// <param name="blocks">Ranges that no sentence crosses, in order; empty means the whole text is one.</param>
    public SyntaxLayer Read(SourceText text, string? language, ImmutableArray<TextSpan> blocks) => new(text, language, [], []);
}
