using System.Globalization;
using System.Xml;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Outputs.Workbooks.Writing;

/// <summary>
/// Writes the rows of one sheet. A cell of text is written as text whatever it begins with: a formula it can never become. Written with XmlWriter, for an
/// object of the SDK for each of twenty million cells would be most of the work.
/// </summary>
internal sealed class SheetWriter : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly XmlWriter xml;
    private readonly WrittenSheet sheet;
    private bool isInRow;

    public SheetWriter(XmlWriter xml, WrittenSheet sheet, bool isFirst)
    {
        (this.xml, this.sheet) = (xml, sheet);
        SheetFrame.Begin(xml, sheet, isFirst);
    }

    public string Name => sheet.Name;

    /// <summary>The number of the row that is being written, one-based.</summary>
    public int Row { get; private set; }

    public void NextRow(double? height = null) => NextRow(Row + 1, height);

    public void NextRow(int number, double? height = null)
    {
        EndRow();
        (Row, isInRow) = (number, true);
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Row.ToString(CultureInfo.InvariantCulture));
        if (height is { } points)
        {
            xml.WriteAttributeString("ht", points.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customHeight", "1");
        }
    }

    public void Text(int column, string text, CellLook look)
    {
        BeginCell(column, look, "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(CellXmlText.Of(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <param name="number">As the file shall hold it, with a point.</param>
    public void Number(int column, string number, CellLook look)
    {
        BeginCell(column, look, null);
        xml.WriteElementString("v", Main, number);
        xml.WriteEndElement();
    }

    public void Empty(int column, CellLook look)
    {
        BeginCell(column, look, null);
        xml.WriteEndElement();
    }

    public void Dispose()
    {
        EndRow();
        SheetFrame.End(xml, sheet);
        xml.Dispose();
    }

    private void EndRow()
    {
        if (isInRow)
            xml.WriteEndElement();
        isInRow = false;
    }

    private void BeginCell(int column, CellLook look, string? type)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", CellAddress.Of(Row, column));
        if (look != CellLook.Plain)
            xml.WriteAttributeString("s", ((int)look).ToString(CultureInfo.InvariantCulture));
        if (type is not null)
            xml.WriteAttributeString("t", type);
    }
}
