using Jiheng.Documents.Docx;
using Jiheng.Documents.Tests.Reading;
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
        "四、存在的问题和下一步打算",
        "2025年，我局将围绕绩效目标继续做好各项工作。",
    ];

    /// <summary>A docx of lines.</summary>
    public static byte[] Docx(params string[] lines)
    {
        using var bytes = new MemoryStream();
        DocxWriter.Write(new Document("", [.. lines.Select(Paragraph.Of)]), bytes);
        return bytes.ToArray();
    }

    /// <summary>A report whose income stands once more in a text box as Word keeps it, for newer and older programs.</summary>
    public static byte[] WithTextBox
    {
        get
        {
            const string Box = "<w:txbxContent><w:p><w:r><w:t>收入合计12507.41万元</w:t></w:r></w:p></w:txbxContent>";
            string[] before = ["雁峰区卫生健康局2024年部门整体支出绩效自评报告", "一、收支情况", "2024年收入合计12507.41万元。"];
            return HandMade.Docx(string.Concat(before.Select(l => $"<w:p><w:r><w:t>{l}</w:t></w:r></w:p>"))
                + $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{Box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{Box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
        }
    }

    /// <summary>A page without a letter on it, as a scanner saves it.</summary>
    public static byte[] Scan => System.Text.Encoding.ASCII.GetBytes("""
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
        trailer <</Root 1 0 R>>
        %%EOF
        """);

    /// <summary>The accounts of 2025 before they were approved, as their titles say.</summary>
    public static byte[] Unapproved
    {
        get
        {
            var tables = Layouts.Nine(YanfengAccounts.Of2025).Blocks.OfType<Table>();
            static TableCell Retitled(TableCell cell) => cell with { Runs = [new Run(cell.Text + "（草案）")] };
            return Xlsx(new Document("", [.. tables.Select(t => t with { Rows = [t.Rows[0] with { Cells = [Retitled(t.Rows[0].Cells[0]), .. t.Rows[0].Cells.Skip(1)] }, .. t.Rows.Skip(1)] })]));
        }
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
