using System.Globalization;
using System.Xml;

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>Reads a part's XML forwards, fetching nothing from outside it. Elements are known by their local names, so a prefix or the strict namespace changes nothing.</summary>
internal sealed class PartReader : IDisposable
{
    private readonly XlsxPackage package;

    private readonly string part;

    private readonly InflatingStream? inflating;

    private readonly XmlReader xml;

    private PartReader(XlsxPackage package, string part, Stream bytes)
    {
        this.package = package;
        this.part = part;
        inflating = bytes as InflatingStream;
        xml = XmlReader.Create(bytes, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
        });
    }

    public int Depth => xml.Depth;

    public string Element => xml.LocalName;

    private bool IsStart => xml.NodeType == XmlNodeType.Element;

    public string AttributeValue => xml.Value;

    public static PartReader? Find(XlsxPackage package, string part) =>
        package.Find(part) is { } bytes ? Over(package, part, bytes) : null;

    public static PartReader Over(XlsxPackage package, string part, Stream bytes)
    {
        try
        {
            return new PartReader(package, part, bytes);
        }
        catch (XmlException broken)
        {
            throw Explained(package, part, broken);
        }
    }

    public bool Read()
    {
        try
        {
            var read = xml.Read();
            inflating?.TokenEnds();
            return !read || xml.Depth <= Limits.XmlDepth ? read : throw Refusal.Damaged(package.FileName, $"部件“{part}”的标记嵌套过深");
        }
        catch (XmlException broken)
        {
            throw Explained(package, part, broken);
        }
    }

    /// <summary>Moves to the next child of the element at the given depth, over whatever stands between; false when that element ends.</summary>
    public bool NextChild(int parentDepth)
    {
        // An empty element has no end to come to.
        if (xml.Depth == parentDepth && IsStart && xml.IsEmptyElement)
            return false;
        while (Read() && xml.Depth > parentDepth)
        {
            if (IsStart && xml.Depth == parentDepth + 1)
                return true;
        }
        return false;
    }

    public bool NextRoot() => NextChild(-1);

    /// <summary>An attribute without regard to its prefix, or null.</summary>
    public string? Attribute(string name)
    {
        string? value = null;
        while (value is null && xml.MoveToNextAttribute())
        {
            if (xml.LocalName == name && xml.NamespaceURI != "http://www.w3.org/2000/xmlns/")
                value = xml.Value;
        }
        xml.MoveToElement();
        return value;
    }

    /// <summary>Moves over the current element's attributes; those of other namespaces have no name here.</summary>
    public bool NextAttribute(out string name)
    {
        var moved = xml.MoveToNextAttribute();
        name = moved && xml.NamespaceURI.Length == 0 ? xml.LocalName : "";
        return moved;
    }

    public void BackToElement() => xml.MoveToElement();

    /// <summary>Appends the text inside the current element; false as soon as the buffer is full.</summary>
    public bool AppendText(TextBuffer buffer)
    {
        if (xml.IsEmptyElement)
            return true;
        var depth = xml.Depth;
        while (Read() && xml.Depth > depth)
        {
            if (xml.HasValue && !AppendValue(buffer))
                return false;
        }
        return true;
    }

    public void Dispose() => xml.Dispose();

    private bool AppendValue(TextBuffer buffer)
    {
        try
        {
            while (!buffer.IsFull)
            {
                var count = xml.ReadValueChunk(buffer.Array, buffer.Length, buffer.Array.Length - buffer.Length);
                inflating?.TokenEnds();
                if (count == 0)
                    return true;
                buffer.Length += count;
            }
            return false;
        }
        catch (XmlException broken)
        {
            throw Explained(package, part, broken);
        }
    }

    private static UnreadableFileException Explained(XlsxPackage package, string part, XmlException broken) =>
        Doctype.StandsIn(package, part)
            ? Refusal.Doctype(package.FileName, part)
            : Refusal.Damaged(package.FileName, string.Create(CultureInfo.InvariantCulture, $"部件“{part}”第 {broken.LineNumber} 行第 {broken.LinePosition} 位不合 XML 规则"), broken);
}
