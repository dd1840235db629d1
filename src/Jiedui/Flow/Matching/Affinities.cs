namespace Jiedui.Flow.Matching;

/// <summary>How far each text of the people agrees with each of the openings, in hundredths: a table where it is small, else only what is above zero.</summary>
internal sealed class Affinities(int wanted, int offered)
{
    /// <summary>The largest table, in bytes.</summary>
    private const long Largest = 1 << 24;

    private readonly byte[]? table = (long)wanted * offered <= Largest ? new byte[wanted * offered] : null;
    private readonly Dictionary<long, byte> sparse = [];

    public void Set(int mine, int theirs, int affinity)
    {
        if (table is not null)
            table[mine * offered + theirs] = (byte)affinity;
        else
            sparse[Key(mine, theirs)] = (byte)affinity;
    }

    public int Of(int mine, int theirs) => table is not null ? table[mine * offered + theirs] : sparse.GetValueOrDefault(Key(mine, theirs));

    private static long Key(int mine, int theirs) => ((long)mine << 32) | (uint)theirs;
}
