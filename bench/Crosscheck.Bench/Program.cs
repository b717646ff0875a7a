using BenchmarkDotNet.Running;
using Crosscheck.Bench;

BenchmarkSwitcher.FromAssembly(typeof(SampleBenchmarks).Assembly).Run(args);
