namespace Crosscheck.Language.Heads;

/// <summary>In which sentence, paragraph and quotation each word of a text stands.</summary>
/// <param name="Sentence">Number of each token's sentence; filled as the pass decides where sentences begin.</param>
/// <param name="Paragraph">Number of each token's block.</param>
/// <param name="Quotation">Number of the quotation that each token belongs to, or -1.</param>
internal sealed record WordPlaces(int[] Sentence, int[] Paragraph, int[] Quotation);
