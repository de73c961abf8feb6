using Jiheng.Casework.Dossiers;
using Jiheng.Casework.Drafting;
using Jiheng.Documents.Docx;
using Jiheng.Ledger.Bundles;
using Jiheng.Packs;

namespace Jiheng.Casework.Tests.Drafting;

/// <summary>The reports of the five sample bureaus as Word files: a wrong replacement is worse than none.</summary>
public class SampleReportsTests
{
    /// <summary>Every amount that both years' accounts of Yanfeng hold, worked out by hand from their rows.</summary>
    private static readonly Dictionary<string, string[]> Right = new()
    {
        ["12507.41"] = ["13120.55", "13098.20"], ["8872.79"] = ["9104.25"], ["3634.62"] = ["3993.95"], ["4910.31"] = ["5100.51"], ["3962.48"] = ["4003.74"],
        ["4795.3"] = ["4978.65"], ["4795.30"] = ["4978.65"], ["115.01"] = ["121.86"], ["3910.13"] = ["3943.00"], ["52.35"] = ["60.74"], ["35.67"] = ["41.20"],
        ["245"] = ["251.33"], ["245.00"] = ["251.33"], ["8.7"] = ["9.15"], ["8.70"] = ["9.15"], ["1313.95"] = ["1503.63"],
    };

    [Theory]
    [InlineData("yanfeng-2024")]
    [InlineData("anyi-2023")]
    [InlineData("hengyang-projects-2024")]
    [InlineData("lianjiang-2024")]
    [InlineData("shanting-2019")]
    public void No_figure_of_a_sample_report_is_replaced_wrongly(string sample)
    {
        var report = Report(sample);
        var plan = DraftPlan.Make(report, Desk.Last, Desk.Current, report.Year!.Value.Year);
        plan.Figures.Count.ShouldBeGreaterThan(20);
        foreach (var figure in plan.Figures.Where(f => f is { IsCertain: true, IsYear: false }))
        {
            sample.ShouldBe("yanfeng-2024", $"{figure.Label}{figure.Old}: the accounts are those of another bureau");
            Right.GetValueOrDefault(figure.Old, []).ShouldContain(figure.New!, $"{figure.Label}{figure.Old}");
            if (figure.Old == "12507.41") figure.New.ShouldBe(figure.Label.Contains("收入") ? "13120.55" : "13098.20", figure.Label);
        }
        foreach (var year in plan.Figures.Where(f => f is { IsCertain: true, IsYear: true })) (int.Parse(year.New!) - int.Parse(year.Old)).ShouldBe(1);
    }

    [Fact]
    public void The_totals_of_the_sample_are_found() =>
        DraftPlan.Make(Report("yanfeng-2024"), Desk.Last, Desk.Current, 2024).Figures.Where(f => f is { IsCertain: true, IsYear: false }).Select(f => f.Old).ShouldBeSubsetOf(Right.Keys);

    private static OldReport Report(string sample)
    {
        var library = PackLibrary.Load(Path.Combine(Root, "packs")).Library.ShouldNotBeNull();
        var dossier = BundleReader.Read(Path.Combine(Root, "samples", sample), library).Dossier.ShouldNotBeNull();
        using var bytes = new MemoryStream();
        DocxWriter.Write(CaseFile.Open(dossier, library).Report(), bytes);
        return OldReport.Read(Desk.Open(bytes.ToArray()));
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Jiheng.slnx"))) folder = folder.Parent!;
            return folder.FullName;
        }
    }
}
