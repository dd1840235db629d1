using System.Globalization;

namespace Jiedui.Flow.Intake.Workbooks;

/// <summary>Every way to send a file back: where it stands, what is wrong, and what to do.</summary>
internal static class Refusal
{
    private const string SaveAgain = "请用 Excel 或 WPS 打开原文件，另存为“Excel 工作簿（.xlsx）”后重新上传。";

    private const string SendAgain = "请向提供人重新索取完整的文件；若能用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。";

    public static UnreadableFileException Empty(string file) =>
        new("file.empty", $"文件“{file}”是空的，没有任何内容。", "请确认选对了文件；若文件是传来的，请让对方重新发送。");

    public static UnreadableFileException TooLarge(string file) =>
        new("file.too-large", $"文件“{file}”太大（超过 512 MB 或文字过多），读不进来。", "请按单位或年度拆成几个文件，分别上传。");

    public static UnreadableFileException WrongType(string file, string seemsToBe) =>
        new("file.type", $"文件“{file}”不是能读的表格：它看起来是{seemsToBe}。", $"能读的有 .xlsx、.xls（含 WPS 的 .et）和 .csv。{SaveAgain}");

    public static UnreadableFileException Encrypted(string file, Exception? cause = null) =>
        new("file.encrypted", $"文件“{file}”已加密，没有密码打不开。", "请用 Excel 或 WPS 输入密码打开，在“文件—信息—保护工作簿”中清除密码，保存后重新上传。", cause);

    public static UnreadableFileException Truncated(string file, Exception? cause = null) =>
        new("file.truncated", $"文件“{file}”不完整：读到一半就断了，可能是传输中断。", SendAgain, cause);

    public static UnreadableFileException Damaged(string file, string where, Exception? cause = null) =>
        new("file.damaged", $"文件“{file}”已损坏：{where}。", SendAgain, cause);

    public static UnreadableFileException Bomb(string file, string what) =>
        new("file.bomb", $"文件“{file}”解压后异常庞大（{what}），不像正常的台账，已停止读取。", SaveAgain);

    public static UnreadableFileException Doctype(string file, string part) =>
        new("file.dtd", $"文件“{file}”的部件“{part}”里带有 DOCTYPE 声明，可能用来读取别处的文件，已拒绝读取。", SaveAgain);

    public static UnreadableFileException MissingPart(string file, string what) =>
        new("file.missing-part", $"文件“{file}”里缺少{what}，读不出表格。", SendAgain);

    public static UnreadableFileException TooManyColumns(string file, string sheet, int row) =>
        new("file.too-many-columns", string.Create(CultureInfo.InvariantCulture, $"文件“{file}”的“{sheet}”第 {row} 行超过 {Limits.Columns} 列。"),
            "请删去多余的列；若是 .csv，请检查分隔符是否写错。");

    public static UnreadableFileException CellTooLong(string file, string sheet, string cell) =>
        new("file.cell-too-long", string.Create(CultureInfo.InvariantCulture, $"文件“{file}”的“{sheet}”{cell} 的文字超过 {Limits.CellCharacters} 个字符（Excel 最多 32767 个）。"),
            "请缩短该单元格的内容，或把长文放到附件里。");

    public static UnreadableFileException Encoding(string file) =>
        new("file.encoding", $"文件“{file}”的文字编码认不出来：既不是 UTF-8，也不是 GB18030（GBK）。", SaveAgain);

    public static UnreadableFileException Quoting(string file, long row, Exception cause) =>
        new("file.quoting", string.Create(CultureInfo.InvariantCulture, $"文件“{file}”第 {row} 行起双引号不成对，分不清哪里是一格的结尾。"),
            "请检查该行的双引号：内容里的一个双引号应写成两个；或改用 .xlsx 上传。", cause);
}
