namespace Crosscheck.Claims;

/// <summary>A stem of a carrier: how often, and whether it was written as a name.</summary>
internal readonly record struct CarrierTerm(ulong Hash, bool Name);

/// <summary>
/// Words that carry one proposition (a clause, or a sentence where nothing finer is known), in the form in which carriers are compared.
/// Sorted arrays, so that two carriers are compared by one walk.
/// </summary>
/// <param name="Article">Whose words: an index, only compared for equality.</param>
/// <param name="Order">Place among the carriers of its article.</param>
/// <param name="Position">That place as a share of the article, 0 to 1.</param>
internal sealed record Carrier(
    int Article, int Order, double Position, ulong[] Words, CarrierTerm[] Terms, ulong[] Pairs, ulong[] Prefixes, int[] Classes,
    decimal[] Numbers, int[] Calendar, bool Negated, bool Hedged, bool Quoted, bool Asks);
