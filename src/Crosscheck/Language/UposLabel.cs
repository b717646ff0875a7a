using System.Collections.Frozen;

namespace Crosscheck.Language;

/// <summary>The treebanks' names of the universal part-of-speech tags.</summary>
public static class UposLabel
{
    private static readonly string[] Labels =
        ["X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"];

    private static readonly FrozenDictionary<string, PartOfSpeech> ByLabel =
        Labels.Select((label, i) => (label, i)).ToFrozenDictionary(p => p.label, p => (PartOfSpeech)p.i, StringComparer.Ordinal);

    public static string Of(PartOfSpeech tag) => Labels[(int)tag];

    /// <summary>The tag with a label; <see cref="PartOfSpeech.X"/> for any other.</summary>
    public static PartOfSpeech Parse(string label) => ByLabel.GetValueOrDefault(label);
}
