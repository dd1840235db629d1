using Jiedui.Declaring;
using Jiedui.Flow.Intake.Cells;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Sheets;

/// <summary>How one cell is read: <c>CellReader.Read</c>.</summary>
public delegate CellReading CellRead(Column column, RawCell cell, string headerUnit, IReadOnlyList<UnitRef> unitsSoFar);
