using System.Collections.Immutable;
using Crosscheck.Learning;
using Crosscheck.Names;

namespace Crosscheck.Training.Names;

/// <summary>Trains the two passes of the name tagger: <c>names TRAIN.tsv.gz MODEL-FOLDER</c>.</summary>
internal static class NameTrainer
{
    private const int Folds = 4;
    private const int Epochs = 9;
    private const int FoldEpochs = 5;
    private const int Least = 3;
    private const float Smallest = 0.02f;

    public static int Run(string[] args)
    {
        if (args.Length != 2)
        {
            Console.Error.WriteLine("usage: train names TRAIN.tsv.gz MODEL-FOLDER");
            return 2;
        }

        var documents = Augmented(TaggedDocument.Read(args[0]));
        var labels = Labels(documents);
        var extracted = documents.ConvertAll(d => new Extracted(d, labels));
        Console.WriteLine($"{documents.Count} documents, {documents.Sum(d => d.Forms.Length)} tokens, {labels.Length} labels");

        var folder = Directory.CreateDirectory(args[1]).FullName;
        var firstPath = Path.Combine(folder, "first.model");
        for (var fold = 0; fold < Folds; fold++)
        {
            var rows = Train(labels, extracted.Where(e => FoldOf(e.Document) != fold), FoldEpochs);
            LinearModelFile.Write(firstPath, labels, rows, Smallest);
            var model = LinearModel.Load(firstPath);
            foreach (var held in extracted.Where(e => FoldOf(e.Document) == fold)) held.Label(model);
        }

        LinearModelFile.Write(firstPath, labels, Train(labels, extracted, Epochs), Smallest);
        foreach (var e in extracted) e.Stack(labels);
        LinearModelFile.Write(Path.Combine(folder, "second.model"), labels, Train(labels, extracted, Epochs), Smallest);
        return 0;
    }

    private static LinearModelFile.Row[] Train(ImmutableArray<string> labels, IEnumerable<Extracted> documents, int epochs) =>
        StructuredPerceptron.Train(labels, [.. documents.SelectMany(d => d.Sentences(labels))], epochs, Least, Console.Out);

    /// <summary>Copies of a document share its fold.</summary>
    private static int FoldOf(TaggedDocument document) => (int)(FeatureHash.OfText(document.Id) % Folds);

    /// <summary>All documents; half of them with joined clitics; and some again in other casings.</summary>
    private static List<TaggedDocument> Augmented(List<TaggedDocument> documents)
    {
        var all = new List<TaggedDocument>();
        foreach (var document in documents)
        {
            var draw = FeatureHash.OfText("draw " + document.Id) % 20;
            all.Add(draw % 2 == 0 ? document : document.WithJoinedClitics());
            if (draw is 3 or 4) all.Add(document.Cased(Casing.Lower));
            if (draw is 5 or 6) all.Add(document.Cased(Casing.Upper));
            if (draw is 7 or 8 or 9) all.Add(document.Cased(Casing.Title));
        }

        return all;
    }

    private static ImmutableArray<string> Labels(List<TaggedDocument> documents)
    {
        var types = documents.SelectMany(d => d.Labels).Where(l => l.Length > 2).Select(l => l[2..]).Distinct().Order(StringComparer.Ordinal);
        return ["O", .. types.SelectMany(t => new[] { "B-" + t, "I-" + t })];
    }

    /// <summary>A document with its features, and later the labels that a model of other folds gave.</summary>
    private sealed class Extracted
    {
        private readonly NameTokens _tokens;
        private readonly int[] _given;
        private uint[] _features;
        private int[] _starts;

        public Extracted(TaggedDocument document, ImmutableArray<string> labels)
        {
            Document = document;
            _tokens = document.Tokens;
            _features = NameFeatures.Extract(_tokens, out _starts);
            _given = new int[_tokens.Count];
            _ = labels;
        }

        public TaggedDocument Document { get; }

        public void Label(LinearModel model) => NameTagger.Pass(model, _tokens, _features, _starts, _given, new float[_tokens.Count]);

        public void Stack(ImmutableArray<string> labels) => _features = StackedFeatures.Extract(_tokens, _features, ref _starts, _given, labels);

        public IEnumerable<TrainingSentence> Sentences(ImmutableArray<string> labels)
        {
            foreach (var (first, end) in Document.Sentences)
            {
                var from = _starts[first];
                yield return new TrainingSentence(
                    _features[from.._starts[end]],
                    [.. _starts[first..(end + 1)].Select(s => s - from)],
                    [.. Document.Labels[first..end].Select(l => labels.IndexOf(l))]);
            }
        }
    }
}
