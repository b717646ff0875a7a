using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Crosscheck.Language;

namespace Crosscheck.Names;

/// <summary>
/// A name has one sense in a text, nearly always (Gale, Church and Yarowsky 1992, "One sense per discourse"): readings in doubt take the type that most of the text's
/// readings of the same words have, each counted by its confidence. A person's last name alone is the person.
/// </summary>
internal static class OneSense
{
    /// <summary>From this confidence on a reading stays what it is.</summary>
    private const double Sure = 0.9;

    /// <summary>From this confidence on a full name speaks for its last word too.</summary>
    private const double SureOfPerson = 0.8;

    private const string Person = "Person";

    /// <summary>Changes the labels and margins of those in doubt.</summary>
    public static void Apply(SyntaxLayer syntax, ImmutableArray<TaggedName>.Builder names)
    {
        var votes = new Dictionary<string, List<Vote>>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            Add(votes, syntax.Text.Slice(name.Span).ToString(), name);
            if (name.Label == Person && name.EndToken > name.FirstToken + 1 && name.Confidence >= SureOfPerson) Add(votes, syntax.Form(name.EndToken - 1).ToString(), name);
        }

        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            if (name.Confidence >= Sure) continue;
            var best = votes[syntax.Text.Slice(name.Span).ToString()].MaxBy(v => v.Sum)!;
            // Where all are in doubt nothing is learned from them.
            if (double.IsFinite(best.Margin)) names[i] = name with { Label = best.Label, Margin = Math.Max(name.Margin, best.Margin) };
        }
    }

    private static void Add(Dictionary<string, List<Vote>> votes, string form, TaggedName name)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(votes, form, out _);
        list ??= [];
        var vote = list.Find(v => v.Label == name.Label);
        if (vote is null) list.Add(vote = new Vote(name.Label));
        vote.Sum += name.Confidence;
        if (name.Confidence >= NameConfidence.Least) vote.Margin = Math.Min(vote.Margin, name.Margin);
    }

    private sealed class Vote(string label)
    {
        public string Label => label;

        public double Sum { get; set; }

        /// <summary>The least margin among the readings that count as names; infinite where none does.</summary>
        public double Margin { get; set; } = double.PositiveInfinity;
    }
}
