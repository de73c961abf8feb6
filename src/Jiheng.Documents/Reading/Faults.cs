namespace Jiheng.Documents.Reading;

/// <summary>All faults of reading, with their texts.</summary>
internal static class Faults
{
    public static UnreadableException Empty(string file) =>
        new("JH4001", file, "文件是空的，没有任何内容。", "请检查文件是否传输完整，再重新提交。");

    public static UnreadableException Unknown(string file) =>
        new("JH4002", file, "认不出这是什么文件。", "请提交 docx、xlsx、xls、doc、wps、pdf、html、txt 或 md 文件。");

    public static UnreadableException TooLarge(string file, int limit) =>
        new("JH4003", file, $"文件超过 {limit / 1024 / 1024} MB。", "请压缩其中的图片，或拆成几个文件再提交。");

    public static UnreadableException Protected(string file) =>
        new("JH4004", file, "文件设了打开密码。", "请取消密码后另存，再重新提交。");

    public static UnreadableException Damaged(string file, string? where = null) =>
        new("JH4005", file, "文件已损坏，或内容不完整。", "请用 Word、WPS 打开后另存一份，再重新提交。", where);

    public static UnreadableException Bomb(string file, string? where = null) =>
        new("JH4006", file, "文件解压后异常庞大，可能是有意构造的，已停止读取。", "请确认文件来源；如确需提交，请另存为新文件。", where);

    public static UnreadableException ForbiddenXml(string file, string? where) =>
        new("JH4007", file, "文件里有文档类型定义（DTD）或实体声明，正常的文档不含这些，已停止读取。", "请确认文件来源，用 Word、WPS 打开后另存，再重新提交。", where);

    public static UnreadableException Encoding(string file, long position) =>
        new("JH4008", file, "文字编码既不是 UTF-8，也不是 GB18030（GBK）。", "请用记事本打开，另存为 UTF-8 编码，再重新提交。", $"第 {position + 1} 字节起");

    public static UnreadableException Macros(string file) =>
        new("JH4009", file, "文件含有宏。", "请另存为不含宏的 docx 或 xlsx，再重新提交。");

    public static UnreadableException NoProgram(string file, string what, string program) =>
        new("JH4010", file, $"读取{what}要用到 {program}，这台机器上没有安装。", $"请联系管理员安装 {program}，或把文件另存为 docx 再提交。");

    public static UnreadableException ProgramFailed(string file, string program) =>
        new("JH4011", file, $"{program} 没有在规定时间内转换成功。", "请用 Word、WPS 打开后另存为 docx，再重新提交。");

    public static UnreadableException Scan(string file) =>
        new("JH4012", file, "文件里没有可读的文字，应是扫描件或图片，未做核对。", "请提交由 Word 直接导出的 PDF，或提交 docx 原件。");

    public static UnreadableException TooDeep(string file, string? where) =>
        new("JH4013", file, "文件内容嵌套过深，已停止读取。", "请用 Word、WPS 打开后另存，再重新提交。", where);

    public static UnreadableException WrongName(string file, string extension, string really) =>
        new("JH4014", file, $"文件名是 {extension}，内容却是{really}。", "请改成正确的扩展名，或打开后另存为需要的格式，再重新提交。");

    public static UnreadableException TooManyCells(string file, string? where, int limit) =>
        new("JH4015", file, $"表格超过 {limit} 个单元格。", "请删去空白的行和列，或拆成几个文件再提交。", where);
}

/// <summary>Carries a fault from where it is met to <see cref="DocumentReader"/>; never leaves this project.</summary>
internal sealed class UnreadableException(string code, string file, string problem, string remedy, string? where = null) : Exception(problem)
{
    public DocumentFault Fault { get; } = new(code, file, problem, remedy, where);
}
