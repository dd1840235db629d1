using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Jiedui.Flow.Intake.Workbooks.Xls;

/// <summary>
/// Lends a reader over an .xls and says in our words what it says in its own. To open one takes half as long as all the rest, for it reads every text of the
/// workbook: so one that was given back is lent again.
/// </summary>
internal sealed class XlsReading(Stream file, string fileName) : IDisposable
{
    private IExcelDataReader? spare;

    static XlsReading() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public string FileName { get; } = fileName;

    /// <summary>A reader before its first sheet; to be given back.</summary>
    public IExcelDataReader Lend()
    {
        if (Interlocked.Exchange(ref spare, null) is not { } known)
            return Open();
        return Guarded(() =>
        {
            known.Reset();
            return known;
        });
    }

    public void GiveBack(IExcelDataReader reader) => Interlocked.Exchange(ref spare, reader)?.Dispose();

    public void Dispose()
    {
        spare?.Dispose();
        file.Dispose();
    }

    private IExcelDataReader Open()
    {
        if (!CompoundFile.HasPossibleSectors(file))
            throw WhatItReallyIs() ?? Refusal.Damaged(FileName, "文件头已损坏");
        file.Position = 0;
        // Old Chinese programs leave out the code page.
        var settings = new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = Encoding.GetEncoding("GB18030") };
        return Guarded(() => ExcelReaderFactory.CreateBinaryReader(file, settings));
    }

    /// <summary>The library meets broken files with whatever exception the broken byte happens to cause.</summary>
    public T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException locked)
        {
            throw Refusal.Encrypted(FileName, locked);
        }
        catch (EndOfStreamException broken)
        {
            throw WhatItReallyIs() ?? Refusal.Truncated(FileName, broken);
        }
        catch (Exception broken) when (broken is not (OutOfMemoryException or UnreadableFileException or ObjectDisposedException))
        {
            throw WhatItReallyIs() ?? Refusal.Damaged(FileName, "表格内容读不出来", broken);
        }
    }

    private UnreadableFileException? WhatItReallyIs() => CompoundFile.Holds(file) switch
    {
        CompoundContent.EncryptedPackage => Refusal.Encrypted(FileName),
        CompoundContent.Document => Refusal.WrongType(FileName, " Word 文档（.doc）"),
        CompoundContent.Presentation => Refusal.WrongType(FileName, "演示文稿（.ppt）"),
        CompoundContent.Message => Refusal.WrongType(FileName, "邮件（.msg）"),
        CompoundContent.Unknown => null,
    };
}
