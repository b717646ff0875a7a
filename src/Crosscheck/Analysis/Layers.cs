namespace Crosscheck.Analysis;

/// <summary>The layers that steps need and give.</summary>
[Flags]
public enum Layers
{
    None = 0,
    Syntax = 1,
    Names = 2,
    Times = 4,
    Attributions = 8,
    Quantities = 16,
    Events = 32,
    Actors = 64,
    All = Syntax | Names | Times | Attributions | Quantities | Events | Actors,
}
