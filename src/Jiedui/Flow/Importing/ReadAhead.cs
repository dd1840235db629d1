using System.Collections.Concurrent;

namespace Jiedui.Flow.Importing;

/// <summary>Takes from a source on a thread of its own, a few blocks ahead of who uses it: one core reads and reckons while the other writes.</summary>
public static class ReadAhead
{
    private const int BlockItems = 256;
    private const int BlocksAhead = 4;

    /// <summary>The items of a source in their order; its faults come where they belong in it. Ended early, the source is let go of before this returns.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source)
    {
        foreach (var block in Blocks(source))
        {
            foreach (var item in block)
                yield return item;
        }
    }

    /// <summary>The same, some hundred at a time.</summary>
    public static IEnumerable<IReadOnlyList<T>> Blocks<T>(IEnumerable<T> source)
    {
        using var ended = new CancellationTokenSource();
        using var blocks = new BlockingCollection<List<T>>(BlocksAhead);
        var reading = Task.Factory.StartNew(() => Read(source, blocks, ended.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var block in blocks.GetConsumingEnumerable())
                yield return block;
            reading.GetAwaiter().GetResult();
        }
        finally
        {
            ended.Cancel();
            // Whoever ends early has a fault of his own to tell, or wants no more.
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
        }
    }

    private static void Read<T>(IEnumerable<T> source, BlockingCollection<List<T>> blocks, CancellationToken ended)
    {
        var block = new List<T>(BlockItems);
        try
        {
            try
            {
                foreach (var item in source)
                {
                    block.Add(item);
                    if (block.Count < BlockItems)
                        continue;
                    blocks.Add(block, ended);
                    block = new List<T>(BlockItems);
                }
            }
            finally
            {
                // What came before a fault is handed on, too.
                blocks.Add(block, ended);
                blocks.CompleteAdding();
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
    }
}
