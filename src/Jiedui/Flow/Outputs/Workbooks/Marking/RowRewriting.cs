using System.Globalization;
using System.Xml;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Outputs.Workbooks.Marking;

/// <summary>Copies sheetData and marks its cells.</summary>
internal sealed class RowRewriting(XmlReader reader, XmlWriter writer, IReadOnlyList<Mark> marks, MarkingStyles styles, InheritedFormats formats)
{
    private readonly string space = reader.NamespaceURI;
    private readonly string prefix = reader.Prefix;
    private int next;
    private int row;

    public void Write()
    {
        writer.WriteStartElement(prefix, reader.LocalName, space);
        writer.WriteAttributes(reader, defattr: false);
        foreach (var _ in Children("row"))
        {
            row = InheritedFormats.Number(reader, "r") is var number and > 0 ? number : row + 1;
            WriteMissingRows(before: row);
            if (next < marks.Count && marks[next].Row == row)
                WriteMarkedRow();
            else
                writer.WriteNode(reader, defattr: false);
        }
        WriteMissingRows(before: int.MaxValue);
        writer.WriteEndElement();
    }

    /// <summary>Stands on each child of this name in turn, copying all others, and leaves the reader behind the end; the body must pass over the child.</summary>
    private IEnumerable<int> Children(string name)
    {
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        if (isEmpty)
            yield break;
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == name)
                yield return 0;
            else
                writer.WriteNode(reader, defattr: false);
        }
        reader.Read();
    }

    private void WriteMarkedRow()
    {
        writer.WriteStartElement(prefix, "row", space);
        // spans tells how far the cells reach, and may no longer be true; it is only a hint.
        WriteAttributes(except: "spans");
        uint? rowFormat = reader.GetAttribute("customFormat") is "1" or "true" ? (uint)InheritedFormats.Number(reader, "s") : null;
        var column = -1;
        foreach (var _ in Children("c"))
        {
            column = ColumnOf(reader.GetAttribute("r")) ?? column + 1;
            WriteMissingCells(rowFormat, before: column);
            if (Next is { } mark && mark.Column == column)
                WriteMarkedCell(mark);
            else
                WriteCell(column, reader.GetAttribute("s"));
        }
        WriteMissingCells(rowFormat, before: int.MaxValue);
        writer.WriteEndElement();
    }

    private Mark? Next => next < marks.Count && marks[next].Row == row ? marks[next] : null;

    private void WriteMarkedCell(Mark mark)
    {
        next++;
        WriteCell(mark.Column, styles.Of((uint)InheritedFormats.Number(reader, "s"), mark.Severity).ToString(CultureInfo.InvariantCulture));
    }

    private void WriteCell(int column, string? format)
    {
        writer.WriteStartElement(prefix, "c", space);
        // Without an address the place would follow from the cells before it, and one may have been put there.
        writer.WriteAttributeString("r", CellAddress.Of(row, column));
        if (format is not null)
            writer.WriteAttributeString("s", format);
        for (var isOne = reader.MoveToFirstAttribute(); isOne; isOne = reader.MoveToNextAttribute())
        {
            if (reader.Name is not ("r" or "s"))
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
        }
        reader.MoveToElement();
        CopyContent();
        writer.WriteEndElement();
    }

    private void CopyContent()
    {
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        if (isEmpty)
            return;
        while (reader.NodeType != XmlNodeType.EndElement)
            writer.WriteNode(reader, defattr: false);
        reader.Read();
    }

    private void WriteMissingRows(int before)
    {
        while (next < marks.Count && marks[next].Row < before)
        {
            var number = marks[next].Row;
            writer.WriteStartElement(prefix, "row", space);
            writer.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
            while (next < marks.Count && marks[next].Row == number)
                WriteEmpty(marks[next++], null);
            writer.WriteEndElement();
        }
    }

    private void WriteMissingCells(uint? rowFormat, int before)
    {
        while (Next is { } mark && mark.Column < before)
        {
            WriteEmpty(mark, rowFormat);
            next++;
        }
    }

    private void WriteEmpty(Mark mark, uint? rowFormat)
    {
        writer.WriteStartElement(prefix, "c", space);
        writer.WriteAttributeString("r", CellAddress.Of(mark.Row, mark.Column));
        writer.WriteAttributeString("s", styles.Of(formats.Of(rowFormat, mark.Column), mark.Severity).ToString(CultureInfo.InvariantCulture));
        writer.WriteEndElement();
    }

    private void WriteAttributes(string except)
    {
        for (var isOne = reader.MoveToFirstAttribute(); isOne; isOne = reader.MoveToNextAttribute())
        {
            if (reader.Name != except)
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
        }
        reader.MoveToElement();
    }

    private static int? ColumnOf(string? address) =>
        address is { Length: > 0 } && address.TakeWhile(char.IsAsciiLetterUpper).Count() is var letters and > 0
            ? address[..letters].Aggregate(0, (column, letter) => column * 26 + letter - 'A' + 1) - 1
            : null;
}
