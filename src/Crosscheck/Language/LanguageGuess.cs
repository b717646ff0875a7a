namespace Crosscheck.Language;

/// <param name="Code">ISO 639-1 code, or ISO 639-2 where the language has none of two letters.</param>
/// <param name="Confidence">Probability that the text is in this language.</param>
public sealed record LanguageGuess(string Code, double Confidence);
