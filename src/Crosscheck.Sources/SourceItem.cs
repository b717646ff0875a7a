using Crosscheck.Articles;
using Crosscheck.Diagnostics;

namespace Crosscheck.Sources;

/// <summary>What an input gave: a document, or the reason why there is none.</summary>
public readonly record struct SourceItem(RawDocument? Document, Diagnostic? Diagnostic)
{
    public static implicit operator SourceItem(RawDocument document) => new(document, null);

    public static implicit operator SourceItem(Diagnostic diagnostic) => new(null, diagnostic);
}
