namespace Jiedui.Flow.Intake.Workbooks;

/// <summary>Where reading stops. Each stands well above what Excel or an office writes, so that only a hostile or broken file meets it.</summary>
internal static class Limits
{
    public const long FileBytes = 512L << 20;

    /// <summary>Excel's own limit is 1,048,576.</summary>
    public const int Rows = 1_048_576;

    /// <summary>Excel's own limit: the last column is XFD.</summary>
    public const int Columns = 16_384;

    /// <summary>Excel holds 32,767 characters in a cell; other programs write more.</summary>
    public const int CellCharacters = 64 << 10;

    public const int Merges = 1_000_000;

    public const int PackageEntries = 10_000;

    /// <summary>The zip directory is counted before it is read, for each of its entries becomes an object.</summary>
    public const long PackageDirectoryBytes = 4L << 20;

    public const long InflatedBytes = 4L << 30;

    /// <summary>Below this size a part may be packed as tightly as it likes.</summary>
    public const long UnsuspiciousBytes = 64L << 20;

    /// <summary>The most repetitive real sheets pack 10 to 40 times; a bomb up to 1,000 times.</summary>
    public const long InflationRatio = 200;

    /// <summary>No tag, comment or blank stretch of a part is longer; an XML reader would hold it whole.</summary>
    public const int XmlTokenBytes = 4 << 20;

    public const int XmlDepth = 64;

    /// <summary>Shared strings stand in memory while a workbook is open: 256 MiB of text ...</summary>
    public const long SharedCharacters = 128L << 20;

    /// <summary>... and 80 MB of positions.</summary>
    public const int SharedStrings = 10_000_000;

    /// <summary>Excel's own limit is 65,490.</summary>
    public const int CellFormats = 200_000;

    /// <summary>A .csv record must fit whole into memory.</summary>
    public const int CsvRecordCharacters = 8 << 20;
}
