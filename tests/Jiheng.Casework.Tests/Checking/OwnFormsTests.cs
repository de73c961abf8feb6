using Jiheng.Audit;
using Jiheng.Casework.Forms;
using Jiheng.Casework.Handing;
using Jiheng.Documents.Reading;

namespace Jiheng.Casework.Tests.Checking;

/// <summary>The forms that we print for the samples, audited as a finance authority would: only what the samples truly contradict is said.</summary>
public class OwnFormsTests
{
    private static readonly Dictionary<string, string[]> True = new(StringComparer.Ordinal)
    {
        // The published 基本支出 47447.27 and 项目支出 5832.55 do not make the published 50998.18.
        ["anyi-2023"] = ["JH2314 50998.18", "JH2311 加强长效管理机制"],
        ["hengyang-projects-2024"] = ["JH2311 医疗服务和公共卫生能力提升"],
        ["lianjiang-2024"] = [],
        ["shanting-2019"] = ["JH2311 基层卫生健康服务环境明显改善"],
        ["yanfeng-2024"] = [],
    };

    public static TheoryData<string, string> Files()
    {
        var data = new TheoryData<string, string>();
        foreach (var sample in True.Keys) foreach (var file in (string[])["score-table.xlsx", "score-table.docx"]) data.Add(sample, file);
        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_printed_form_read_back_raises_only_true_findings(string sample, string file)
    {
        using var bytes = new MemoryStream();
        HandInFiles.All.Single(f => f.Name == file).Write(ShippedSamples.Open(sample), bytes);
        bytes.Position = 0;
        Codes(DocumentReader.Read(bytes, file).Document!).ShouldBe(True[sample]);
    }

    [Theory]
    [InlineData("anyi-2023")]
    [InlineData("yanfeng-2024")]
    public void A_form_that_never_was_a_file_is_checked_alike(string sample) => Codes(ScoreTable.Write(ShippedSamples.Open(sample))).ShouldBe(True[sample]);

    private static IEnumerable<string> Codes(Model.Documents.Document document) => Auditor.Audit(document).Findings.Select(f => $"{f.Code} {f.Text}");
}
