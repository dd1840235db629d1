namespace Jiedui.Declaring;

/// <summary>
/// The kinds of column. Each surface (cell reader, storage, template, grid, form, export, help) switches over this without a default arm, so that a kind which one
/// of them forgets does not compile.
/// </summary>
public enum ColumnKind
{
    /// <summary>Any text. Stored as string.</summary>
    Text,

    /// <summary>Several texts split on 、,，;； or line breaks. Stored as string[].</summary>
    List,

    /// <summary>A day, month or year as written. Stored as PartialDate.</summary>
    Date,

    /// <summary>A month. Stored as PartialDate.</summary>
    Month,

    /// <summary>A year. Stored as PartialDate.</summary>
    Year,

    /// <summary>A whole number, maybe a range. Stored as Amount.</summary>
    Count,

    /// <summary>A number with up to two decimals. Stored as Amount.</summary>
    Decimal,

    /// <summary>Money in 分. Stored as Amount.</summary>
    Money,

    /// <summary>A percentage in hundredths of one per cent. Stored as Amount.</summary>
    Percent,

    /// <summary>One of the listed options, or, where open, another word. Stored as string.</summary>
    Choice,

    /// <summary>A registered unit: unknown is an error. Stored as UnitRef.</summary>
    Unit,

    /// <summary>An organisation: registered or, if new, added and reported. Stored as UnitRef.</summary>
    Organisation,

    /// <summary>居民身份证号 after GB 11643. Stored as string.</summary>
    IdNumber,

    /// <summary>A telephone number. Stored as string.</summary>
    Phone,

    /// <summary>统一社会信用代码 after GB 32100. Stored as string.</summary>
    Uscc,

    /// <summary>是/否. Stored as bool.</summary>
    Flag,
}
