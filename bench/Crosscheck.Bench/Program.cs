using BenchmarkDotNet.Running;
using Crosscheck.Bench;

if (args is ["encoder", .. var options])
    EncoderSpeed.Run(options.ElementAtOrDefault(0), rounds: 40);
else
    BenchmarkSwitcher.FromAssembly(typeof(SampleBenchmarks).Assembly).Run(args);
