using System.Diagnostics;
using Crosscheck.Eval;
using Crosscheck.Eval.Bodies;
using Crosscheck.Eval.Tasks;

// predict TASK INPUT OUTPUT [--threads N]
EvalTask[] tasks =
[
    QuantitiesTask.Task, FiguresTask.Task,
    ExtractionTask.Task,
    BlockListing.Task,
    BodyLabels.Mark,
    BodyLabels.Gold,
    LanguageTask.Task,
    .. SyntaxTasks.All,
    TimesTask.Task,
    AttributionTasks.Attribution,
    AttributionTasks.Acts,
    NamesTask.Task,
    ActorsTask.Task,
    PagesTask.Task,
    PagesTask.Make,
    PagesTask.Score,
    CopiesTask.Task,
    StoriesTask.Task,
    EventTasks.Events,
    EventTasks.Raw,
    EventTasks.Factuality,
    ClaimLinksTask.Task,
    LikenessTask.Task,
];

var threads = 1;
var positional = new List<string>();
for (var i = 0; i < args.Length; i++)
{
    if (args[i] == "--threads" && i + 1 < args.Length && int.TryParse(args[i + 1], out var n) && n > 0)
    {
        threads = n;
        i++;
    }
    else
    {
        positional.Add(args[i]);
    }
}

if (positional.Count != 3 || Array.Find(tasks, t => t.Name == positional[0]) is not { } task)
{
    Console.Error.WriteLine("usage: predict TASK INPUT OUTPUT [--threads N]");
    foreach (var known in tasks) Console.Error.WriteLine($"  {known.Name,-14} {known.About}");
    return 2;
}

var watch = Stopwatch.StartNew();
var tally = task.Run(positional[1], positional[2], threads);
var seconds = watch.Elapsed.TotalSeconds;
var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
Console.WriteLine($"{tally.Items} items, {tally.Words} words, {seconds:F1} s, {tally.Words / Math.Max(seconds, 1e-9):F0} words/s, peak {peak:F0} MB");
return 0;
