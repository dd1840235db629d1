namespace Jiedui.Flow.Intake.Workbooks.Csv;

/// <summary>Comma, semicolon or tab: the one that stands most often outside quotes in the first lines.</summary>
internal static class CsvSeparator
{
    private const int LinesLookedAt = 50;

    private const int CharactersLookedAt = 256 << 10;

    public static char Of(TextReader text)
    {
        int commas = 0, semicolons = 0, tabs = 0, lines = 0;
        var quoted = false;
        for (var looked = 0; looked < CharactersLookedAt && lines < LinesLookedAt && text.Read() is >= 0 and var read; looked++)
        {
            var character = (char)read;
            if (character == '"')
                quoted = !quoted;
            else if (quoted)
                continue;
            else if (character == '\n')
                lines++;
            else if (character == ',')
                commas++;
            else if (character == ';')
                semicolons++;
            else if (character == '\t')
                tabs++;
        }
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }
}
