using System.Buffers.Binary;

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>
/// Where a zip's list of entries stands. Looked at before ZipArchive reads that list, for it makes an object of each of a few million entries before anybody can
/// count them.
/// </summary>
internal static class CentralDirectory
{
    private const int EndRecord = 22;

    private const int LongestComment = 65_535;

    private const int Zip64Locator = 20;

    /// <summary>The bytes between the list's start and the end record; null where there is no end record, that is, where the file breaks off.</summary>
    public static long? SizeIn(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndRecord + LongestComment + Zip64Locator)];
        var tailStart = file.Length - tail.Length;
        file.Position = tailStart;
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || tail.Length - end < EndRecord)
            return null;
        var start = (long)BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (end >= Zip64Locator && tail.AsSpan(end - Zip64Locator).StartsWith("PK\u0006\u0007"u8))
            start = Math.Min(start, StartByZip64(file, BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(end - Zip64Locator + 8))));
        return tailStart + end - start;
    }

    private static long StartByZip64(Stream file, long record)
    {
        const int StartInRecord = 48;
        if (record < 0 || record > file.Length - StartInRecord - sizeof(long))
            return long.MaxValue;
        Span<byte> start = stackalloc byte[sizeof(long)];
        file.Position = record + StartInRecord;
        file.ReadExactly(start);
        return Math.Max(0, BinaryPrimitives.ReadInt64LittleEndian(start));
    }
}
