using Jiedui.Flow.Importing;

namespace Jiedui.Tests.Flow.Importing;

public class ReadAheadTests
{
    [Fact]
    public void All_come_in_their_order() => Assert.Equal(Enumerable.Range(0, 10_000), ReadAhead.Of(Enumerable.Range(0, 10_000)));

    [Fact]
    public void A_fault_comes_behind_what_was_read_before_it()
    {
        using var items = ReadAhead.Of(BreaksOff(1_000)).GetEnumerator();
        for (var number = 0; number < 1_000; number++)
        {
            Assert.True(items.MoveNext());
            Assert.Equal(number, items.Current);
        }
        Assert.Throws<InvalidDataException>(() => items.MoveNext());
    }

    [Fact]
    public void Whoever_ends_early_has_let_go_of_the_source()
    {
        var isOpen = false;
        Assert.Equal(3, ReadAhead.Of(Endless()).ElementAt(3));
        Assert.False(isOpen);

        IEnumerable<int> Endless()
        {
            isOpen = true;
            try
            {
                for (var number = 0; ; number++)
                    yield return number;
            }
            finally
            {
                isOpen = false;
            }
        }
    }

    private static IEnumerable<int> BreaksOff(int after)
    {
        for (var number = 0; number < after; number++)
            yield return number;
        throw new InvalidDataException();
    }
}
