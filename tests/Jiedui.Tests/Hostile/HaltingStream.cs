namespace Jiedui.Tests.Hostile;

/// <summary>Bytes on their way over a slow line: at each quarter all stops until what was sent has arrived, and somebody looks at what is there.</summary>
internal sealed class HaltingStream(byte[] content, Action look) : MemoryStream(content)
{
    private int quarter = 1;

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length / 4 * quarter && quarter < 4)
        {
            quarter++;
            await Task.Delay(150, cancellationToken);
            look();
        }
        return await base.ReadAsync(buffer, cancellationToken);
    }
}
