using System.Text;
using System.Text.RegularExpressions;

namespace Jiedui.Tests.Hostile.Fuzzing;

/// <summary>What a spiteful or broken program does to the XML of a workbook's part: it stays XML, or nearly, and says what no workbook says.</summary>
internal static partial class XmlCuts
{
    private static readonly string[] Addresses = ["A0", "XFD1048576", "XFE1", "ZZZZZZ99999999999", "1A", "", "A-1", "$A$1", "a1", "A1:B2", "A1048577", "Ａ１"];
    private static readonly string[] Values = ["99999999", "-1", "1e400", "NaN", "", " ", "0x10", "2147483648", "1e-400", "9".PadRight(400, '9'), "&#xD800;", "&#0;", "&nope;", "&amp;&lt;", "_x0000_", "1E+", "43831.99999999999", "-693594", "2958466"];
    private static readonly string[] Kinds = ["s", "b", "e", "n", "str", "inlineStr", "d", "zzz", ""];
    private static readonly string[] Ranges = ["A1:XFD1048576", "B2:C3", "C3:B2", "A1:A1", "A1:", "::", "XFD1048576:A1", "A2:A1000000", "A1:ZZZZ9999999"];
    private static readonly string[] Encodings = ["utf-16", "utf-7", "gb18030", "ibm037", "nonsense", "utf-32", ""];
    private static readonly string[] Targets = ["../../../etc/passwd", "/xl/workbook.xml", "http://127.0.0.1:1/x", "worksheets/sheet1.xml", "", "sheet%00.xml", "..", "worksheets/../worksheets/./sheet1.xml"];

    public static byte[] Apply(byte[] part, Cut cut)
    {
        var xml = Encoding.UTF8.GetString(part);
        return (cut.Kind % 18) switch
        {
            0 => Bytes(Swap(xml, Address(), cut, _ => $" r=\"{cut.Of(Addresses)}\"")),
            1 => Bytes(Swap(xml, Value(), cut, _ => $"<v>{cut.Of(Values)}</v>")),
            2 => Bytes(Swap(xml, Kind(), cut, _ => $" t=\"{cut.Of(Kinds)}\"")),
            3 => Bytes(Swap(xml, Number(), cut, _ => $"\"{cut.Of(Values)}\"")),
            4 => Bytes(Swap(xml, Attribute(), cut, found => found.Value + found.Value)),
            5 => Bytes(Swap(xml, Tag(), cut, found => found.Value + cut.Of(["<a>", "</c>", "<!-- ", "<![CDATA[", "<?x ", "&x;", "</worksheet>", "<x:y/>", "<row/>", "<c><v>1</v></c>"]))),
            6 => Bytes(Swap(xml, Tag(), cut, _ => "")),
            7 => Bytes(Swap(xml, Tag(), cut, found => found.Value + string.Concat(Enumerable.Repeat("<x>", 20 + (int)(cut.HowMuch * 5000))))),
            8 => Bytes(Doctype(xml, cut)),
            9 => Bytes(xml.Replace("</sheetData>", $"</sheetData><mergeCells>{string.Concat(Ranges.Select(range => $"<mergeCell ref=\"{range}\"/>").Skip(cut.What % Ranges.Length))}</mergeCells>", StringComparison.Ordinal)),
            10 => Bytes(Regex.Replace(xml, "<mergeCell ref=\"[^\"]*\"", $"<mergeCell ref=\"{cut.Of(Ranges)}\"")),
            11 => Bytes($"<?xml version=\"1.{cut.What % 3}\" encoding=\"{cut.Of(Encodings)}\"?>" + xml[(xml.StartsWith("<?", StringComparison.Ordinal) ? xml.IndexOf("?>", StringComparison.Ordinal) + 2 : 0)..]),
            12 => Reencoded(xml, cut),
            13 => Bytes(Swap(xml, Target(), cut, _ => $"Target=\"{cut.Of(Targets)}\"")),
            14 => Bytes(Swap(xml, Text(), cut, _ => $">{new string(cut.Of(['长', ' ', '\t', '9', '=']), (int)(cut.HowMuch * 100_000))}<")),
            15 => Bytes(Moved(xml, cut)),
            16 => Bytes(Regex.Replace(xml, "<(/?)([a-zA-Z])", "<$1m:$2").Replace("xmlns=", "xmlns:m=", StringComparison.Ordinal)),
            _ => Bytes(Swap(xml, Namespace(), cut, _ => "xmlns=\"urn:x\"")),
        };
    }

    private static byte[] Bytes(string xml) => Encoding.UTF8.GetBytes(xml);

    private static string Swap(string xml, Regex what, Cut cut, Func<Match, string> by)
    {
        var found = what.Matches(xml);
        if (found.Count == 0)
            return xml;
        var one = found[cut.At(found.Count)];
        return xml[..one.Index] + by(one) + xml[(one.Index + one.Length)..];
    }

    private static string Doctype(string xml, Cut cut)
    {
        var start = xml.StartsWith("<?", StringComparison.Ordinal) ? xml.IndexOf("?>", StringComparison.Ordinal) + 2 : 0;
        return xml[..start] + cut.Of(
        [
            "<!DOCTYPE a>", "<!DOCTYPE a [<!ENTITY x \"yyyyyyyyyy\"><!ENTITY z \"&x;&x;&x;&x;\">]>", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">", "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\">%p;]>",
            "<!doctype html>", "<!DOCTYPE", " <?xml version=\"1.0\"?>",
        ]) + xml[start..];
    }

    private static byte[] Reencoded(string xml, Cut cut)
    {
        var encoding = cut.Of([Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.GetEncoding("GB18030"), Encoding.Latin1]);
        return cut.HowMuch < 0.5 ? encoding.GetBytes(xml) : [.. encoding.GetPreamble(), .. encoding.GetBytes(xml)];
    }

    /// <summary>An element goes somewhere else: a cell into another row, a row before the first.</summary>
    private static string Moved(string xml, Cut cut)
    {
        var elements = Element().Matches(xml);
        if (elements.Count < 2)
            return xml;
        var one = elements[cut.At(elements.Count)];
        var without = xml.Remove(one.Index, one.Length);
        var tags = Tag().Matches(without);
        var place = tags[cut.What % tags.Count];
        return without.Insert(place.Index, one.Value);
    }

    [GeneratedRegex(" r=\"[^\"]*\"")]
    private static partial Regex Address();

    [GeneratedRegex("<v>[^<]*</v>")]
    private static partial Regex Value();

    [GeneratedRegex(" t=\"[^\"]*\"")]
    private static partial Regex Kind();

    [GeneratedRegex("\"[0-9]+\"")]
    private static partial Regex Number();

    [GeneratedRegex(" [a-zA-Z:]+=\"[^\"]*\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("</?[a-zA-Z:]+[^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("Target=\"[^\"]*\"")]
    private static partial Regex Target();

    [GeneratedRegex(">[^<]+<")]
    private static partial Regex Text();

    [GeneratedRegex("<(c|row|si|xf|sheet|Relationship) [^<>]*/>|<(c|si) ?[^<>]*>.*?</\\2>")]
    private static partial Regex Element();

    [GeneratedRegex("xmlns=\"[^\"]*\"")]
    private static partial Regex Namespace();
}
