using System.Runtime.InteropServices;

namespace Crosscheck.Bench;

/// <summary>Processor time of the calling thread, so that a busy neighbour disturbs least.</summary>
internal static partial class ThreadTime
{
    private const int ThreadProcessorTime = 3;

    public static double Seconds
    {
        get
        {
            _ = ClockTime(ThreadProcessorTime, out var time);
            return time.Seconds + (time.Nanoseconds / 1e9);
        }
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
