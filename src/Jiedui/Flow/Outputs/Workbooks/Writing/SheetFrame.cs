using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Outputs.Workbooks.Writing;

/// <summary>What stands in a sheet part before its rows and after them, in the order that the format demands.</summary>
internal static class SheetFrame
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static void Begin(XmlWriter xml, WrittenSheet sheet, bool isFirst)
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Main);
        if (sheet.IsWide)
            WithoutPrefix.Write(xml, new SheetProperties(new PageSetupProperties { FitToPage = true }));
        WithoutPrefix.Write(xml, new SheetViews(View(sheet, isFirst)));
        WithoutPrefix.Write(xml, new SheetFormatProperties { DefaultRowHeight = 18, CustomHeight = true });
        if (sheet.Columns.Count > 0)
            WithoutPrefix.Write(xml, new Columns(sheet.Columns.Select(ColumnOf)));
        xml.WriteStartElement("sheetData", Main);
    }

    public static void End(XmlWriter xml, WrittenSheet sheet)
    {
        xml.WriteEndElement();
        if (sheet.Merges.Count > 0)
            WithoutPrefix.Write(xml, new MergeCells(sheet.Merges.Select(range => new MergeCell { Reference = range })) { Count = (uint)sheet.Merges.Count });
        if (sheet.Rules.Count > 0)
            WithoutPrefix.Write(xml, new DataValidations(sheet.Rules.Select(RuleOf)) { Count = (uint)sheet.Rules.Count });
        if (sheet.IsWide)
            WithoutPrefix.Write(xml, new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToHeight = 0 });
        xml.WriteEndElement();
    }

    private static SheetView View(WrittenSheet sheet, bool isFirst)
    {
        var view = new SheetView { WorkbookViewId = 0, TabSelected = isFirst };
        if (sheet.FrozenRows > 0)
        {
            var below = CellAddress.Of(sheet.FrozenRows + 1, 0);
            view.Append(
                new Pane { VerticalSplit = sheet.FrozenRows, TopLeftCell = below, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft, ActiveCell = below, SequenceOfReferences = new ListValue<StringValue>([below]) });
        }
        return view;
    }

    private static Column ColumnOf((double Width, CellLook Look) column, int at) =>
        new() { Min = (uint)at + 1, Max = (uint)at + 1, Width = column.Width, CustomWidth = true, Style = (uint)column.Look };

    private static DataValidation RuleOf(InputRule rule)
    {
        var validation = new DataValidation
        {
            AllowBlank = true,
            ShowInputMessage = true,
            PromptTitle = rule.Title,
            Prompt = rule.Prompt,
            SequenceOfReferences = new ListValue<StringValue>([rule.Range]),
        };
        if (rule.List is { } list)
        {
            validation.Type = DataValidationValues.List;
            validation.Formula1 = new Formula1(list);
            validation.ShowErrorMessage = rule.IsStrict;
            validation.ErrorTitle = "不是本列的选项";
            validation.Error = "请从下拉列表中选一项。";
        }
        return validation;
    }
}
