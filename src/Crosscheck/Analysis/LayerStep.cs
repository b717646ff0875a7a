namespace Crosscheck.Analysis;

/// <summary>A step of the analysis: what it needs, what it gives, and whether it understands only covered languages.</summary>
internal sealed record LayerStep(string Name, Layers Needs, Layers Gives, bool AnyLanguage, Action<Draft> Run);
