using System.Runtime.InteropServices;

namespace Jiedui.Flow.Postings;

/// <summary>What is gathered in any order and asked for in its own: sorted in runs beside the work that gathers it, and merged at the end.</summary>
internal sealed class SortedRuns<T>
    where T : IComparable<T>
{
    private const int RunLength = 1 << 16;

    private readonly List<Task<List<T>>> runs = [];
    private List<T> filling = [];

    public int Count { get; private set; }

    public void Add(in T one)
    {
        if (filling.Count == RunLength)
            EndRun();
        filling.Add(one);
        Count++;
    }

    /// <summary>All of it in order. Nothing is added any more.</summary>
    public IEnumerable<T> InOrder()
    {
        EndRun();
        var sorted = runs.ConvertAll(run => run.GetAwaiter().GetResult());
        return sorted is [var only] ? only : Merged(sorted);
    }

    private static IEnumerable<T> Merged(List<List<T>> sorted)
    {
        var heads = new PriorityQueue<(List<T> Run, int At), T>(sorted.Where(run => run.Count > 0).Select(run => ((run, 0), run[0])));
        while (heads.TryPeek(out var head, out var least))
        {
            yield return least;
            if (head.At + 1 < head.Run.Count)
                heads.DequeueEnqueue((head.Run, head.At + 1), head.Run[head.At + 1]);
            else
                heads.Dequeue();
        }
    }

    private void EndRun()
    {
        var full = filling;
        filling = [];
        // A few are sorted at once: to hand them over would take longer.
        runs.Add(full.Count < RunLength ? Task.FromResult(Sorted(full)) : Task.Run(() => Sorted(full)));
    }

    private static List<T> Sorted(List<T> run)
    {
        CollectionsMarshal.AsSpan(run).Sort();
        return run;
    }
}
