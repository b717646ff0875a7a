using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Attributions;

/// <summary>Tells which act an attribution with known parts performs.</summary>
public static class ActClassifier
{
    /// <summary>The act of each attribution, in their order; each is its source, cue and content. Spans may be empty or absent.</summary>
    public static ImmutableArray<SpeechAct> Classify(
        SyntaxLayer syntax, IReadOnlyList<(ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content)> attributions)
    {
        var context = new AttributionContext(syntax);
        var acts = ImmutableArray.CreateBuilder<SpeechAct>(attributions.Count);
        foreach (var (source, cue, content) in attributions) acts.Add(Classify(context, source, cue, content));
        return acts.MoveToImmutable();
    }

    internal static SpeechAct Classify(AttributionContext context, ImmutableArray<TextSpan> source, ImmutableArray<TextSpan> cue, ImmutableArray<TextSpan> content) =>
        ActRules.Guess(ActReader.Read(
            context, ActReader.Tokens(context, cue).AsSpan(), ActReader.Tokens(context, source).AsSpan(), ActReader.Tokens(context, content).AsSpan()));
}
