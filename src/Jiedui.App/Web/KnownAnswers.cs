using Jiedui.Flow.Ledgers;
using Microsoft.Extensions.Caching.Memory;

namespace Jiedui.App.Web;

/// <summary>
/// What pages tell of the books, as last reckoned, for all who ask the same. An answer holds until something was done to the books, by this process or another. A
/// question names all that its answer depends on, whose eyes it is for above all: what somebody may not see is the answer to another question.
/// </summary>
internal sealed class KnownAnswers : IDisposable
{
    /// <summary>More than the pages of some partnerships ask.</summary>
    private const int Most = 4096;

    /// <summary>What nobody has asked for so long goes.</summary>
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(10);

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The answer as of what the asker saw of the books, or later. Who asks while it is being reckoned waits for it, and does not reckon it too.</summary>
    public TAnswer Of<TAnswer>(object question, Seen seen, Func<TAnswer> reckon)
        where TAnswer : notnull
    {
        var place = known.GetOrCreate(question, entry =>
        {
            (entry.Size, entry.SlidingExpiration) = (1, Unused);
            return new Place();
        })!;
        lock (place)
        {
            if (place.Answer is not TAnswer || place.Seen != seen)
                (place.Answer, place.Seen) = (reckon(), seen);
            return (TAnswer)place.Answer;
        }
    }

    /// <summary>Lets go of what nobody asked for a while: of itself it does so only while it is asked.</summary>
    public void Forget() => known.Compact(0);

    public void Dispose() => known.Dispose();

    private sealed class Place
    {
        public object? Answer { get; set; }

        public Seen Seen { get; set; }
    }
}
