using System.Globalization;

namespace Jiheng.Ledger.Tests.Accounts;

/// <summary>The final accounts of one bureau's year, from which workbooks of any layout are made. Figures in 万元.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Income">本年收入合计.</param>
/// <param name="Classes">Functional classes at the level 项: code, name, basic and project expenditure.</param>
/// <param name="Economic">Economic classes at the level 款 of basic expenditure.</param>
/// <param name="Vehicles">公务用车运行维护费.</param>
/// <param name="Reception">公务接待费.</param>
internal sealed record YanfengAccounts(int Year, decimal Income, (string Code, string Name, decimal Basic, decimal Project)[] Classes,
    (string Code, string Name, decimal Amount)[] Economic, decimal Vehicles, decimal Reception)
{
    public static YanfengAccounts Of2024 { get; } = new(2024, 12507.41m,
        [("2080505", "机关事业单位基本养老保险缴费支出", 352.10m, 0), ("2100101", "行政运行", 612.33m, 0), ("2100302", "乡镇卫生院", 7908.36m, 0),
         ("2100399", "其他基层医疗卫生机构支出", 0, 35.67m), ("2100408", "基本公共卫生服务", 0, 2031.30m), ("2100409", "重大公共卫生服务", 0, 245m),
         ("2100499", "其他公共卫生支出", 0, 8.7m), ("2100717", "计划生育服务", 0, 1213.95m), ("2100799", "其他计划生育事务支出", 0, 100m)],
        [("30101", "基本工资", 2795.3m), ("30102", "津贴补贴", 2000m), ("30201", "办公费", 3904.13m), ("30231", "公务用车运行维护费", 6m), ("30305", "生活补助", 115.01m), ("31002", "办公设备购置", 52.35m)],
        6m, 0);

    public static YanfengAccounts Of2025 { get; } = new(2025, 13120.55m,
        [("2080505", "机关事业单位基本养老保险缴费支出", 361.77m, 0), ("2100101", "行政运行", 640.02m, 0), ("2100302", "乡镇卫生院", 8102.46m, 0),
         ("2100399", "其他基层医疗卫生机构支出", 0, 41.2m), ("2100408", "基本公共卫生服务", 0, 2188.64m), ("2100409", "重大公共卫生服务", 0, 251.33m),
         ("2100499", "其他公共卫生支出", 0, 9.15m), ("2100717", "计划生育服务", 0, 1380.08m), ("2100799", "其他计划生育事务支出", 0, 123.55m)],
        [("30101", "基本工资", 2901.4m), ("30102", "津贴补贴", 2077.25m), ("30201", "办公费", 3937.6m), ("30231", "公务用车运行维护费", 5.4m), ("30305", "生活补助", 121.86m), ("31002", "办公设备购置", 60.74m)],
        5.4m, 0);

    public decimal Basic => Classes.Sum(c => c.Basic);

    public decimal Project => Classes.Sum(c => c.Project);

    public decimal Expenditure => Basic + Project;

    /// <summary>Rows of the functional tree: class, subclass, item, each with its sums.</summary>
    public IEnumerable<(string Code, string Name, decimal Basic, decimal Project)> Tree()
    {
        foreach (var level1 in Classes.GroupBy(c => c.Code[..3]))
        {
            yield return (level1.Key, Names[level1.Key], level1.Sum(c => c.Basic), level1.Sum(c => c.Project));
            foreach (var level2 in level1.GroupBy(c => c.Code[..5]))
            {
                yield return (level2.Key, Names[level2.Key], level2.Sum(c => c.Basic), level2.Sum(c => c.Project));
                foreach (var item in level2) yield return item;
            }
        }
    }

    /// <summary>Rows of the economic tree.</summary>
    public IEnumerable<(string Code, string Name, decimal Amount)> EconomicTree(params string[] classes)
    {
        foreach (var level1 in Economic.Where(e => classes.Contains(e.Code[..3])).GroupBy(e => e.Code[..3]))
        {
            yield return (level1.Key, Names[level1.Key], level1.Sum(e => e.Amount));
            foreach (var item in level1) yield return item;
        }
    }

    public decimal EconomicSum(params string[] classes) => Economic.Where(e => classes.Contains(e.Code[..3])).Sum(e => e.Amount);

    private static readonly Dictionary<string, string> Names = new()
    {
        ["208"] = "社会保障和就业支出", ["20805"] = "行政事业单位养老支出", ["210"] = "卫生健康支出", ["21001"] = "卫生健康管理事务", ["21003"] = "基层医疗卫生机构",
        ["21004"] = "公共卫生", ["21007"] = "计划生育事务", ["301"] = "工资福利支出", ["302"] = "商品和服务支出", ["303"] = "对个人和家庭的补助", ["310"] = "资本性支出",
    };

    /// <summary>As the tables print it, 0 as an empty cell.</summary>
    public static string Wan(decimal value) => value == 0 ? "" : value.ToString("F2", CultureInfo.InvariantCulture);

    /// <summary>In 元 with thousands separators.</summary>
    public static string Yuan(decimal value) => value == 0 ? "" : (value * 10000m).ToString("N2", CultureInfo.InvariantCulture);
}
