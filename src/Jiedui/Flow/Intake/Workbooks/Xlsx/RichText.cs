namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>A string as shared strings and inline strings write it: one t, or runs of them.</summary>
internal static class RichText
{
    /// <summary>Appends the text of the current element; false as soon as the buffer is full. How a word is pronounced (rPh) is no part of it.</summary>
    public static bool Append(PartReader reader, TextBuffer buffer)
    {
        var depth = reader.Depth;
        var fits = true;
        while (fits && reader.NextChild(depth))
        {
            if (reader.Element == "t")
                fits = reader.AppendText(buffer);
            else if (reader.Element == "r")
                fits = Append(reader, buffer);
        }
        return fits;
    }
}
