using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Text;

namespace Crosscheck.Training.Names;

/// <summary>
/// The command <c>name-confidence MODELS NAMES.tsv</c>: fits the curve of <see cref="NameConfidence"/> on documents that the encoder did not train on, and
/// prints what to write there.
/// </summary>
internal static class NameConfidenceTrainer
{
    public static int Run(string[] args)
    {
        if (args.Length != 2)
        {
            Console.Error.WriteLine("usage: train name-confidence MODELS_FOLDER NAMES.tsv[.gz]");
            return 2;
        }

        var engine = LanguageEngine.Load(args[0]);
        var examples = new List<(double Margin, bool Right)>();
        foreach (var document in TaggedDocument.Read(args[1]).Select(d => d.WithJoinedClitics()))
        {
            var gold = Gold(document);
            examples.AddRange(NameFinder.Tag(Syntax(engine, document), least: 0).Select(n => ((double)n.Margin, gold.Contains((n.FirstToken, n.EndToken, n.Label)))));
        }

        var (slope, offset) = Fit(examples);
        Console.WriteLine($"{examples.Count} names, {examples.Count(e => e.Right)} right; slope {slope:F4}, offset {offset:F3}");
        return 0;
    }

    /// <summary>A logistic curve by Newton's method.</summary>
    private static (double Slope, double Offset) Fit(List<(double Margin, bool Right)> examples)
    {
        double slope = 0.3, offset = 0;
        for (var round = 0; round < 50; round++)
        {
            double ga = 0, gb = 0, haa = 1e-6, hab = 0, hbb = 1e-6;
            foreach (var (x, right) in examples)
            {
                var p = 1 / (1 + Math.Exp(-((slope * x) + offset)));
                var (d, h) = (p - (right ? 1 : 0), p * (1 - p));
                ga += d * x;
                gb += d;
                haa += h * x * x;
                hab += h * x;
                hbb += h;
            }

            var det = (haa * hbb) - (hab * hab);
            slope -= ((ga * hbb) - (gb * hab)) / det;
            offset -= ((gb * haa) - (ga * hab)) / det;
        }

        return (slope, offset);
    }

    private static SyntaxLayer Syntax(LanguageEngine engine, TaggedDocument document)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(document.Forms.Length);
        var at = 0;
        foreach (var form in document.Forms)
        {
            tokens.Add(new Token(new TextSpan(at, at + form.Length)));
            at += form.Length + 1;
        }

        var built = tokens.ToImmutable();
        return engine.Annotate(
            new SourceText(string.Join(' ', document.Forms)), "en", built,
            [.. document.Sentences.Select(s => new Sentence(new TextSpan(built[s.First].Start, built[s.End - 1].End), s.First, s.End))]);
    }

    private static HashSet<(int First, int End, string Label)> Gold(TaggedDocument document)
    {
        var gold = new HashSet<(int, int, string)>();
        for (var i = 0; i < document.Labels.Length; i++)
        {
            if (document.Labels[i] is not ['B', '-', ..] label) continue;
            var end = i + 1;
            while (end < document.Labels.Length && document.Labels[end] is ['I', '-', ..] next && next.AsSpan(2).SequenceEqual(label.AsSpan(2))) end++;
            gold.Add((i, end, label[2..]));
        }

        return gold;
    }
}
