namespace Crosscheck.Analysis;

/// <summary>Maps a stream on several threads, in order, holding no more items than threads: memory does not grow with the stream.</summary>
public static class OrderedWork
{
    /// <param name="jobs">Items under way at once; 1 runs on the caller's thread.</param>
    public static IEnumerable<TResult> Map<T, TResult>(IEnumerable<T> items, int jobs, Func<T, TResult> map)
    {
        if (jobs <= 1)
        {
            foreach (var item in items) yield return map(item);
            yield break;
        }

        var pending = new Queue<Task<TResult>>(jobs);
        foreach (var item in items)
        {
            if (pending.Count == jobs) yield return pending.Dequeue().GetAwaiter().GetResult();
            pending.Enqueue(Task.Run(() => map(item)));
        }

        while (pending.TryDequeue(out var task)) yield return task.GetAwaiter().GetResult();
    }
}
