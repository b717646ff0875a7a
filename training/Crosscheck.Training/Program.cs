using Crosscheck.Training.Articles;
using Crosscheck.Training.Attributions;
using Crosscheck.Training.Claims;
using Crosscheck.Training.Encoder;
using Crosscheck.Training.Events;
using Crosscheck.Training.Language;
using Crosscheck.Training.Quantities;
using Crosscheck.Training.Stories;

// Each trainer: NAME INPUT... and writes into models/. One line a trainer.
Dictionary<string, Func<string[], int>> trainers = new(StringComparer.Ordinal)
{
    ["attribution-confidence"] = ConfidenceTrainer.Run,
    ["figures"] = LikenessTrainer.Run,
    ["figure-pairs"] = WeakPairs.Run,
    ["pieces"] = PieceExport.Run,
    ["sentences"] = SentenceExport.Run,
    ["lemmas"] = LemmaTrainer.Run,
    ["language-sequences"] = Crosscheck.Training.Language.Identification.SequenceStatistics.Run,
    ["languages"] = Crosscheck.Training.Language.Identification.LanguageTrainer.Run,
    ["languages-confidence"] = Crosscheck.Training.Language.Identification.ConfidenceFit.Run,
    ["languages-judge"] = Crosscheck.Training.Language.Identification.LanguageJudge.Run,
    ["name-confidence"] = Crosscheck.Training.Names.NameConfidenceTrainer.Run,
    ["seams"] = Crosscheck.Training.Seams.SeamTrainer.Run,
    ["seams-judgement"] = Crosscheck.Training.Seams.SeamJudgementTrainer.Run,
    ["seam-windows"] = Crosscheck.Training.Seams.SeamWindowExport.Run,
    ["seams-judge"] = Crosscheck.Training.Seams.SeamJudge.Run,
    ["authors"] = AuthorTrainer.Run,
    ["dates"] = DateTrainer.Run,
    ["html-blocks"] = HtmlBlockTrainer.Run,
    ["claim-links"] = LinkTrainer.Run,
    ["stories"] = StoryTrainer.Run,
    ["event-types"] = EventTypeTrainer.Run,
    ["factuality"] = FactualityTrainer.Run,
};

if (args.Length == 0 || !trainers.TryGetValue(args[0], out var train))
{
    Console.Error.WriteLine($"usage: train NAME [ARGUMENTS]; NAME is one of: {string.Join(", ", trainers.Keys)}");
    return 2;
}

return train(args[1..]);
