using System.Text;

namespace Jiedui.Bench.Roster;

/// <summary>Writes one sheet as an .xls: records of BIFF8 (MS-XLS) as the one stream of a compound file (MS-CFB).</summary>
internal static class OldWorkbook
{
    /// <summary>More rows an .xls does not hold.</summary>
    public const int MostRows = 65_536;

    private const int Sector = 512;

    /// <summary>Numbers of sectors in a sector, and in the header.</summary>
    private const int Entries = Sector / sizeof(uint);
    private const int InHeader = 109;

    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint FatSector = 0xFFFFFFFD;
    private const uint ListSector = 0xFFFFFFFC;
    private const uint Free = 0xFFFFFFFF;

    public static void Write(string file, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var workbook = new MemoryStream();
        using (var records = new BinaryWriter(workbook, Encoding.Unicode, leaveOpen: true))
        {
            Begin(records, globals: true);
            Record(records, 0x42, (ushort)1200);
            Record(records, 0xE0, new byte[20]);
            // Where the sheet begins: behind this record and the one that ends this part.
            const int SheetRecord = 4 + 8 + 2;
            Record(records, 0x85, (uint)(workbook.Position + SheetRecord + 4), (ushort)0, (byte)1, (byte)1, Encoding.Unicode.GetBytes("册"));
            Record(records, 0x0A);
            Begin(records, globals: false);
            var row = 0;
            foreach (var cells in rows)
            {
                for (ushort column = 0; column < cells.Count; column++)
                    Cell(records, (ushort)row, column, cells[column]);
                row++;
            }
            Record(records, 0x0A);
        }
        // A shorter stream would lie elsewhere.
        workbook.SetLength(Math.Max(4096, (workbook.Length + Sector - 1) / Sector * Sector));
        using var to = new BinaryWriter(File.Create(file));
        Compound(to, workbook);
    }

    private static void Begin(BinaryWriter records, bool globals) => Record(records, 0x809, (ushort)0x600, (ushort)(globals ? 0x05 : 0x10), (ushort)0x0DBB, (ushort)0x07CC, 0u, 6u);

    private static void Cell(BinaryWriter records, ushort row, ushort column, object? value)
    {
        if (value is string text)
            Record(records, 0x204, row, column, (ushort)0, (ushort)text.Length, (byte)1, Encoding.Unicode.GetBytes(text));
        else if (value is int number)
            Record(records, 0x203, row, column, (ushort)0, (double)number);
    }

    private static void Record(BinaryWriter records, ushort kind, params ReadOnlySpan<object> fields)
    {
        records.Write(kind);
        var length = records.BaseStream.Position;
        records.Write((ushort)0);
        foreach (var field in fields)
        {
            switch (field)
            {
                case byte one: records.Write(one); break;
                case ushort two: records.Write(two); break;
                case uint four: records.Write(four); break;
                case double eight: records.Write(eight); break;
                case byte[] bytes: records.Write(bytes); break;
            }
        }
        var end = records.BaseStream.Position;
        records.BaseStream.Position = length;
        records.Write((ushort)(end - length - 2));
        records.BaseStream.Position = end;
    }

    /// <summary>Header, allocation table and where its sectors are, directory, and the stream behind them.</summary>
    private static void Compound(BinaryWriter to, MemoryStream stream)
    {
        var sectors = (int)(stream.Length / Sector);
        // The table names also its own sectors, those that list them, and the directory's.
        var (fats, lists) = (0, 0);
        for (var needed = -1; needed != fats;)
        {
            needed = fats;
            lists = (Math.Max(0, fats - InHeader) + Entries - 2) / (Entries - 1);
            fats = (sectors + 1 + fats + lists + Entries - 1) / Entries;
        }
        var directory = fats + lists;
        to.Write((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16]]);
        foreach (var field in (ushort[])[0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0])
            to.Write(field);
        foreach (var field in (uint[])[0, (uint)fats, (uint)directory, 0, 4096, EndOfChain, 0, lists == 0 ? EndOfChain : (uint)fats, (uint)lists])
            to.Write(field);
        for (var at = 0; at < InHeader; at++)
            to.Write(at < fats ? (uint)at : Free);
        for (var at = 0; at < fats * Entries; at++)
        {
            var inStream = at - directory - 1;
            to.Write(at < fats ? FatSector : at < directory ? ListSector : at == directory || inStream == sectors - 1 ? EndOfChain : inStream < sectors ? (uint)(at + 1) : Free);
        }
        for (var list = 0; list < lists; list++)
        {
            for (var at = InHeader + list * (Entries - 1); at < InHeader + (list + 1) * (Entries - 1); at++)
                to.Write(at < fats ? (uint)at : Free);
            to.Write(list == lists - 1 ? EndOfChain : (uint)(fats + list + 1));
        }
        Entry(to, "Root Entry", kind: 5, child: 1, EndOfChain, 0);
        Entry(to, "Workbook", kind: 2, child: Free, (uint)(directory + 1), (ulong)stream.Length);
        Entry(to, "", kind: 0, child: Free, 0, 0);
        Entry(to, "", kind: 0, child: Free, 0, 0);
        stream.WriteTo(to.BaseStream);
    }

    private static void Entry(BinaryWriter to, string name, byte kind, uint child, uint start, ulong length)
    {
        to.Write(Encoding.Unicode.GetBytes(name.PadRight(32, '\0')));
        to.Write((ushort)(name.Length == 0 ? 0 : 2 * (name.Length + 1)));
        to.Write(kind);
        to.Write((byte)1);
        to.Write(Free);
        to.Write(Free);
        to.Write(child);
        to.Write(new byte[36]);
        to.Write(start);
        to.Write(length);
    }
}
