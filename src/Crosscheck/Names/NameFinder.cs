using System.Collections.Immutable;
using Crosscheck.Language;

namespace Crosscheck.Names;

/// <summary>Names of persons, organisations, places and the rest. Thread-safe.</summary>
public sealed class NameFinder
{
    public static NameFinder Load(string modelFolder) => new();

    public ImmutableArray<Mention> Find(SyntaxLayer syntax) => [];
}
