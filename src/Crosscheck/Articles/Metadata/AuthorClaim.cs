using System.Collections.Immutable;

namespace Crosscheck.Articles.Metadata;

/// <summary>Where a page names its authors. The order is part of the model's file.</summary>
internal enum AuthorPlace : byte
{
    Linked,
    LinkedPerson,
    Head,
    HeadSocial,
    Relation,
    Property,
    Marked,
    MarkedTogether,
    Byline,
    Lead,
    Dated,
    Signature,
    Script,
}

/// <summary>One place of the page that names who wrote: people, or a desk or house where it names no person.</summary>
/// <param name="Distance">Blocks between it and the headline or an edge of the text, whichever is nearest; 0 for what is not on the page.</param>
/// <param name="Behind">Blocks by which it stands behind the headline; negative before it.</param>
/// <param name="AtEnd">Whether it stands behind the text's last block.</param>
/// <param name="Length">Characters of the whole printing.</param>
internal sealed record AuthorClaim(ImmutableArray<string> Names, bool IsDesk, AuthorPlace Place, string Basis, int Distance = 0, int Behind = 0, bool AtEnd = false, int Length = 0)
{
    /// <summary>Equal for equal sets of names, however printed.</summary>
    public string Key { get; } = string.Join('|', Names.Select(n => ReadableText.Loose(n)).Distinct().Order(StringComparer.Ordinal));
}
