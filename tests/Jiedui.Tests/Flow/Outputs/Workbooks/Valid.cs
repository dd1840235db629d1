using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Jiedui.Tests.Flow.Outputs.Workbooks;

/// <summary>Whether Excel would take a workbook without offering to repair it.</summary>
internal static class Valid
{
    /// <param name="original">The workbook that it was made from: its own errors are not ours.</param>
    public static void Workbook(string path, string? original = null) =>
        Assert.Empty(ErrorsOf(path).Except(original is null ? [] : ErrorsOf(original)).Take(10));

    private static List<string> ErrorsOf(string path)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }
}
