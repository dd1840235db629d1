namespace Jiedui.Declaring;

/// <summary>Something that an import has to tell: where, what, why, and what to do.</summary>
/// <param name="Cell">The address in its sheet, e.g. D5607; a row's first cell where it concerns the whole row; empty where it concerns the sheet.</param>
/// <param name="Column">The column's standard name, or the header as written where no ledger knows it; empty where it concerns the row or sheet.</param>
/// <param name="Code">A stable code, e.g. id.digits-lost.</param>
/// <param name="Severity">What it does to its row.</param>
/// <param name="Message">What is wrong and why, in Chinese, as one sentence that names the cell.</param>
/// <param name="Remedy">What to do, in Chinese.</param>
/// <param name="Value">The cell as written; masked where personal.</param>
public sealed record Finding(string Cell, string Column, string Code, Severity Severity, string Message, string Remedy, string Value);
