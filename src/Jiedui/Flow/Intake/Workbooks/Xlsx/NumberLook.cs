namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>What a cell's format makes of its number in the reader's eyes.</summary>
internal enum NumberLook
{
    Number,
    Date,

    /// <summary>A date of which only year and month are shown: 2020年5月 is kept in the file as its first day, and is none the less a month.</summary>
    Month,

    /// <summary>0.06 shown as 6%.</summary>
    Percent,
}
