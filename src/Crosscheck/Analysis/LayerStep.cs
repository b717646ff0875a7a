namespace Crosscheck.Analysis;

/// <summary>A step of the analysis: what it needs, what it gives, whether it understands only covered languages, and what it reads from disk before its first run.</summary>
internal sealed record LayerStep(string Name, Layers Needs, Layers Gives, bool AnyLanguage, Action? Load, Action<Draft> Run);
