using System.Collections.Immutable;
using Crosscheck.Diagnostics;

namespace Crosscheck.Articles.Decoding;

/// <summary>A document's characters and the name of the encoding they were read in (lower case, as the WHATWG Encoding standard names it).</summary>
public sealed record DecodedText(string Text, string Encoding, ImmutableArray<Diagnostic> Diagnostics);
