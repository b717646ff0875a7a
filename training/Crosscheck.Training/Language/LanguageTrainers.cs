using System.Diagnostics;
using Crosscheck.Language.Parsing;
using Crosscheck.Language.Tagging;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Language;

/// <summary>The commands <c>tagger OUT TREEBANK...</c> (tags, universal tags, lemmas) and <c>parser OUT TREEBANK...</c>.</summary>
internal static class LanguageTrainers
{
    private const int TaggerEpochs = 8;
    private const int FoldEpochs = 4;
    private const int Folds = 4;
    private const int ParserEpochs = 3;
    private const int TrainingWidth = 6;

    /// <summary>Smallest weights kept: what is left decides the file's size.</summary>
    private const float SmallestTaggerWeight = 0.5f;
    private const float SmallestUniversalWeight = 0.05f;
    private const float SmallestParserWeight = 1f;

    public static int Tagger(string[] args)
    {
        if (args.Length < 2) return Usage("tagger");
        var sentences = Treebank.Read(args[1..]);
        var tags = TaggerTraining.TagsOf(sentences);
        var dictionary = TaggerTraining.Classes(sentences);
        dictionary.Write(Path.Combine(args[0], Crosscheck.Language.Tagging.Tagger.DictionaryName));
        var learner = TaggerTraining.Train(sentences, tags, dictionary, TaggerEpochs);
        learner.Write(Path.Combine(args[0], Crosscheck.Language.Tagging.Tagger.WeightsName), tags, SmallestTaggerWeight);
        UniversalTraining.Train(sentences).Write(Path.Combine(args[0], UniversalTagger.WeightsName), UniversalTraining.Labels, SmallestUniversalWeight);
        LemmaTraining.Train(sentences).Write(args[0]);
        return 0;
    }

    public static int Parser(string[] args)
    {
        if (args.Length < 2) return Usage("parser");
        var watch = Stopwatch.StartNew();
        void Report(string line) => Console.WriteLine($"{watch.Elapsed.TotalSeconds,6:F0} s  {line}");

        // The tags' numbers and the words' classes are the shipped tagger's.
        var tagger = Crosscheck.Language.Tagging.Tagger.Load(args[0]);
        var read = Treebank.Read(args[1..]);
        var tags = Jackknifed(read, [.. tagger.Tags], Report);
        var sentences = ParserTraining.Prepare(read);
        var labels = ParserTraining.Labels(sentences);
        var table = new ActionTable(labels);
        var numbers = labels.Index().ToDictionary(l => l.Item, l => l.Index, StringComparer.Ordinal);
        var examples = new List<ParserExample>();
        for (var i = 0; i < sentences.Count; i++)
        {
            if (ArcHybridOracle.ActionsOf(sentences[i].Heads, sentences[i].Relations, table, numbers) is { } actions) examples.Add(new ParserExample(sentences[i], tags[i], actions));
        }

        Report($"{examples.Count} of {sentences.Count} trees, {labels.Length} actions");
        var learner = new ParserTraining(labels, tagger.Dictionary, TrainingWidth).Train(examples, ParserEpochs, Report, Write);
        Write(learner);
        void Write(AveragedPerceptron learned) => learned.Write(Path.Combine(args[0], Crosscheck.Language.Parsing.Parser.WeightsName), labels, SmallestParserWeight);
        return 0;
    }

    /// <summary>Tags each part of the sentences by a tagger trained on the other parts, so that the parser meets the tagger's true errors.</summary>
    private static byte[][] Jackknifed(List<TreebankSentence> sentences, string[] tags, Action<string> report)
    {
        var result = new byte[sentences.Count][];
        var words = new SentenceWords();
        long right = 0, all = 0;
        for (var fold = 0; fold < Folds; fold++)
        {
            // Neighbouring sentences share a document: folds are runs, not every fifth sentence.
            var (start, end) = (sentences.Count * fold / Folds, sentences.Count * (fold + 1) / Folds);
            List<TreebankSentence> others = [.. sentences[..start], .. sentences[end..]];
            var dictionary = TaggerTraining.Classes(others);
            var model = TaggerTraining.Train(others, tags, dictionary, FoldEpochs).Build(tags, SmallestTaggerWeight);
            var tagger = new Crosscheck.Language.Tagging.Tagger(model, dictionary);
            for (var i = start; i < end; i++)
            {
                sentences[i].Fill(words, dictionary);
                result[i] = new byte[sentences[i].Count];
                tagger.Tag(words, result[i]);
                for (var j = 0; j < result[i].Length; j++)
                {
                    if (tags[result[i][j]] == sentences[i].Xpos[j]) right++;
                    all++;
                }
            }
        }

        report($"jackknifed tags: {(double)right / all:F4} right");
        return result;
    }

    private static int Usage(string name)
    {
        Console.Error.WriteLine($"usage: train {name} FOLDER TREEBANK.conllu[.gz]...");
        return 2;
    }
}
