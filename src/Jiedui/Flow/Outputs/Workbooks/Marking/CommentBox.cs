using System.Globalization;

namespace Jiedui.Flow.Outputs.Workbooks.Marking;

/// <summary>The box of one comment: as wide as a sentence needs, as high as its text, out of sight until the mouse is over the cell.</summary>
internal static class CommentBox
{
    private const int LettersPerLine = 24;
    private const int PointsPerLine = 16;
    private const int MostLines = 20;

    public static string Of(Mark mark, int number, string type)
    {
        var lines = Math.Min(MostLines, mark.Text.Split('\n').Sum(line => 1 + line.Length / LettersPerLine) + 1);
        var (row, column) = (mark.Row - 1, mark.Column);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{number}" type="#{type}" style="position:absolute;margin-left:80pt;margin-top:2pt;width:260pt;height:{lines * PointsPerLine}pt;z-index:1;visibility:hidden" fillcolor="#fffbe6" strokecolor="#c9a400" o:insetmode="auto"><v:fill color2="#fffbe6"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1}, 12, {Math.Max(0, row - 1)}, 6, {column + 5}, 30, {row + lines - 1}, 6</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>

            """);
    }
}
