using Crosscheck.Attributions;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Actors;

/// <summary>Which direct quotation a token stands in, and who speaks it.</summary>
internal sealed class QuotedSpeech
{
    private readonly int[] _attributionAt;
    private readonly ActorDraft?[] _speakers;

    public QuotedSpeech(ResolvedPart part)
    {
        var attributions = part.Source.Attributions;
        _speakers = new ActorDraft?[attributions.Length];
        _attributionAt = new int[part.Syntax.Tokens.Length];
        Array.Fill(_attributionAt, -1);
        for (var a = 0; a < attributions.Length; a++)
        {
            if (attributions[a].Kind != AttributionKind.Direct) continue;
            foreach (var span in attributions[a].Content) Mark(part.Syntax, span, a);
        }
    }

    /// <summary>Whether a token stands in a direct quotation.</summary>
    public bool SpeakerlessContentAt(int token) => _attributionAt[token] >= 0;

    /// <summary>Index of the attribution whose direct words hold a token, or -1.</summary>
    public int AttributionAt(int token) => _attributionAt[token];

    public void SetSpeaker(int attribution, ActorDraft? speaker) => _speakers[attribution] = speaker;

    public ActorDraft? SpeakerAt(int token) => _attributionAt[token] is var a and >= 0 ? _speakers[a] : null;

    /// <summary>Whether an actor is the one who speaks here: in its own words "he" is another.</summary>
    public bool Speaks(ActorDraft actor, int token) => SpeakerAt(token) == actor;

    private void Mark(SyntaxLayer syntax, TextSpan span, int attribution)
    {
        var (first, end) = syntax.TokensIn(span);
        for (var i = first; i < end; i++)
        {
            if (_attributionAt[i] < 0) _attributionAt[i] = attribution;
        }
    }
}
