using Jiheng.Documents.Docx;
using Jiheng.Documents.Xlsx;
using Jiheng.Ledger.Tests.Accounts;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Tests.Drafting;

/// <summary>Files as they lie in an officer's folder.</summary>
internal static class OfficeFiles
{
    /// <summary>A report in our own words with the figures of a bureau's year 2024.</summary>
    public static string[] Report { get; } =
    [
        "雁峰区卫生健康局2024年部门整体支出绩效自评报告",
        "一、部门概况",
        "（一）部门职责",
        "1、贯彻卫生健康法律法规，做好全区15个街道社区的疾病预防控制。",
        "（二）机构和人员",
        "我局内设9个股室。核定编制16个，其中行政编制5个、事业编制11个。",
        "二、收支情况",
        "2024年收入合计12507.41万元，支出合计12507.41万元。",
        "2024年基本支出8872.79万元，其中人员经费4910.31万元、工作经费3962.48万元。人员经费中工资福利支出4795.3万元，对个人和家庭的补助115.01万元。",
        "2024年项目支出3634.62万元，占支出合计的29.06%。重大公共卫生服务经费245万元。公务用车运行维护费6万元。",
        "三、履职情况",
        "按照湘政办发〔2021〕79号文件，做实12项基本公共卫生服务，累计建立居民健康档案245839份，建档率99.41%。4月15日召开动员会，全年培训12次。",
        "四、下一步打算",
        "2025年，我局将继续做好各项工作。",
    ];

    /// <summary>A docx of lines.</summary>
    public static byte[] Docx(params string[] lines)
    {
        using var bytes = new MemoryStream();
        DocxWriter.Write(new Document("", [.. lines.Select(Paragraph.Of)]), bytes);
        return bytes.ToArray();
    }

    /// <summary>A workbook with a sheet per table.</summary>
    public static byte[] Xlsx(Document document)
    {
        using var bytes = new MemoryStream();
        XlsxWriter.Write(new Workbook([.. document.Blocks.OfType<Table>().Select(t => Workbook.FromTable(t.Place!.Value.Part!, t))]), bytes);
        return bytes.ToArray();
    }

    /// <summary>The accounts of 2024 in nine tables in 万元.</summary>
    public static byte[] Last => Xlsx(Layouts.Nine(YanfengAccounts.Of2024));

    /// <summary>The accounts of 2025 in 元, sheets renamed.</summary>
    public static byte[] Current => Xlsx(Layouts.Yuan(YanfengAccounts.Of2025));
}
