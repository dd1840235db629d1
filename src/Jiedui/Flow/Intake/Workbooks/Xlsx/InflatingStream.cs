namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>A part's bytes as they inflate. It counts them, and refuses to feed a bomb or an endless token to its reader.</summary>
internal sealed class InflatingStream(XlsxPackage package, string part, Stream inflater, long promised, long packed) : Stream
{
    private long soFar;

    private long tokenStart;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => soFar;
        set => throw new NotSupportedException();
    }

    /// <summary>Said by the reader whenever a token was finished.</summary>
    public void TokenEnds() => tokenStart = soFar;

    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = inflater.Read(buffer);
        }
        catch (InvalidDataException broken)
        {
            throw Refusal.Damaged(package.FileName, $"部件“{part}”解不开", broken);
        }
        if (count == 0 && buffer.Length > 0 && soFar < promised)
            throw Refusal.Truncated(package.FileName);
        soFar += count;
        package.Watch(part, soFar, packed);
        if (soFar - tokenStart > Limits.XmlTokenBytes)
            throw Refusal.Damaged(package.FileName, $"部件“{part}”里有一个长得不正常的标记");
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inflater.Dispose();
        base.Dispose(disposing);
    }
}
