using BenchmarkDotNet.Running;
using Crosscheck.Bench;

if (args is ["encoder", .. var options])
    EncoderSpeed.Run(options.ElementAtOrDefault(0), rounds: 40);
else if (args is ["reading", var pages, .. var share])
    ReadingSpeed.Run(pages, every: share is [var n] ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) : 1, rounds: 20);
else if (args is ["layers", .. var folders])
    LayerShares.Run(folders.ElementAtOrDefault(0) ?? "samples", rounds: 15);
else
    BenchmarkSwitcher.FromAssembly(typeof(SampleBenchmarks).Assembly).Run(args);
