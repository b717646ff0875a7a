using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Actors;

/// <summary>From words that another layer marked ("Kremlin spokesman Dmitry Peskov") to the actor they mean: that of their head.</summary>
internal sealed class SpanLinker(ResolvedPart part)
{
    public int? HeadOf(ImmutableArray<TextSpan> spans)
    {
        foreach (var span in spans)
        {
            var (first, end) = part.Syntax.TokensIn(span);
            if (first < end) return HeadIn(first, end);
        }

        return null;
    }

    /// <summary>Null when the head is no mention, or it is not known who is meant.</summary>
    public ActorDraft? Find(ImmutableArray<TextSpan> spans)
    {
        if (HeadOf(spans) is not { } head) return null;
        if (part.NameAt[head] is var n and >= 0) return part.Names[n].Actor;
        if (part.OtherAt(head) is { } other) return other.Actor;
        return part.PhraseAt[head] is var p and >= 0 ? part.MentionOf(p)?.Actor : null;
    }

    /// <summary>A name that ends the head's phrase is the head, whatever the parse says of "spokesman Dmitry Peskov".</summary>
    private int HeadIn(int first, int end)
    {
        var head = part.HeadOf(first, end);
        if (part.PhraseAt[head] is var p and >= 0 && part.Phrases[p].Head is var phraseHead && phraseHead < end && phraseHead != head) return phraseHead;
        return head;
    }
}
