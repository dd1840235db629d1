namespace Jiedui.Flow.Outputs.Workbooks.Writing;

/// <summary>How a written cell looks: the place of its format in <see cref="Looks"/>.</summary>
internal enum CellLook
{
    Plain,

    /// <summary>The @ format: Excel leaves what is typed as it is, so that an ID keeps its digits and 2020-05 does not become a day.</summary>
    Text,

    Whole,

    Decimal,

    Money,

    Day,

    DayAndTime,

    /// <summary>The header of a column that may stay empty.</summary>
    Header,

    /// <summary>The header of a column that must be filled.</summary>
    RequiredHeader,

    Title,

    Note,

    /// <summary>Long text that breaks into lines, with a thin frame.</summary>
    Framed,
}
