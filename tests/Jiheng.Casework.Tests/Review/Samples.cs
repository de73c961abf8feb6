using System.Text;
using Jiheng.Casework.Review;
using Jiheng.Documents.Docx;
using Jiheng.Documents.Xlsx;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Tests.Review;

/// <summary>Reports as departments hand them in, made in memory.</summary>
internal static class Samples
{
    public const string WrongSum = "全局编制26名，其中行政编制9名，事业编制18名。";
    public const string RightSum = "全局编制27名，其中行政编制9名，事业编制18名。";
    public const string WrongRate = "应建档1200人，实际建档1080人，建档率92.50%。";
    public const string RightRate = "应建档1200人，实际建档1080人，建档率90.00%。";

    public static Document Report(string department, params IEnumerable<string> paragraphs) => new(
        $"{department}2024年度部门整体支出绩效自评报告",
        [new Heading(1, [new Run("一、部门概况")]), .. paragraphs.Select(Paragraph.Of)]);

    public static byte[] Docx(Document document)
    {
        using var bytes = new MemoryStream();
        DocxWriter.Write(document, bytes);
        return bytes.ToArray();
    }

    public static byte[] Xlsx(string caption, params string[][] rows)
    {
        var table = new Table([.. rows[0].Select(h => new TableColumn(h))], [.. rows.Skip(1).Select(r => new TableRow([.. r.Select(TableCell.Of)]))]) { Caption = caption };
        using var bytes = new MemoryStream();
        XlsxWriter.Write(Workbook.From(table), bytes);
        return bytes.ToArray();
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static AuditedFile Audit(string text, string name = "自评报告.txt") => AuditedFile.Read(new MemoryStream(Text(text)), name);

    /// <summary>Some three hundred words that no other department with another <paramref name="topic"/> writes.</summary>
    public static IEnumerable<string> Prose(string department, string topic, int seed)
    {
        var random = new Random(seed);
        string[] verbs = ["推进", "落实", "完善", "加强", "规范", "巩固", "健全", "优化", "统筹", "深化"];
        string[] things = ["服务体系", "人员培训", "制度建设", "设备更新", "信息公开", "日常巡查", "群众满意度", "财务管理", "项目验收", "档案整理", "安全生产", "对口帮扶"];
        for (var i = 0; i < 14; i++)
            yield return $"{department}{verbs[random.Next(verbs.Length)]}{topic}{things[random.Next(things.Length)]}，{verbs[random.Next(verbs.Length)]}{things[random.Next(things.Length)]}，{topic}{verbs[random.Next(verbs.Length)]}{things[random.Next(things.Length)]}。";
    }
}
