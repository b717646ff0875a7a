namespace Crosscheck.Language.Parsing;

/// <summary>The best few next actions over all states of a beam, best first; of equal scores the one offered first.</summary>
internal sealed class Beam(int width)
{
    internal readonly record struct Candidate(float Score, int State, int Action);

    private readonly Candidate[] _best = new Candidate[width];

    public int Count { get; private set; }

    public ReadOnlySpan<Candidate> Best => _best.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>Offers every action that a state allows.</summary>
    public void Offer(ParserState state, int index, ActionTable actions, ReadOnlySpan<float> scores)
    {
        for (var a = 0; a < scores.Length; a++)
        {
            var score = state.Score + scores[a];
            if (Count == width && score <= _best[^1].Score) continue;
            if (!actions.Allows(state, a)) continue;
            Insert(new Candidate(score, index, a));
        }
    }

    private void Insert(Candidate candidate)
    {
        var at = Count < width ? Count++ : width - 1;
        while (at > 0 && _best[at - 1].Score < candidate.Score)
        {
            _best[at] = _best[at - 1];
            at--;
        }

        _best[at] = candidate;
    }
}
