using Jiheng.Model.Facts;

namespace Jiheng.Ledger.Accounts;

/// <summary>
/// Turns the figures of final accounts into facts of the metric dictionary. Classes of expenditure are items of axes by their level, so
/// that no axis adds a class to its own parts: 功能类, 功能 (款, at which reports speak) and 功能项; 经济 (类) and 经济款.
/// </summary>
internal static class AccountsFacts
{
    private static readonly Dictionary<(AccountsTableKind Table, string Side, string Name, string Column), string[]> Totals = new()
    {
        [(AccountsTableKind.IncomeAndExpenditure, "收入", "本年收入合计", "决算数")] = ["fin.income_total"],
        [(AccountsTableKind.IncomeAndExpenditure, "支出", "本年支出合计", "决算数")] = ["fin.expenditure_total", "fin.annual_execution"],
        [(AccountsTableKind.IncomeAndExpenditure, "支出", "本年支出合计", "年初预算数")] = ["fin.initial_budget"],
        [(AccountsTableKind.IncomeAndExpenditure, "支出", "本年支出合计", "全年预算数")] = ["fin.annual_budget"],
        [(AccountsTableKind.IncomeAndExpenditure, "收入", "年初结转和结余", "决算数")] = ["fin.carryover_prior"],
        [(AccountsTableKind.IncomeAndExpenditure, "支出", "年末结转和结余", "决算数")] = ["fin.year_end_balance"],
        [(AccountsTableKind.Income, "", "合计", "合计")] = ["fin.income_total"],
        [(AccountsTableKind.Expenditure, "", "合计", "合计")] = ["fin.expenditure_total", "fin.annual_execution"],
        [(AccountsTableKind.Expenditure, "", "合计", "基本支出")] = ["fin.basic_execution"],
        [(AccountsTableKind.Expenditure, "", "合计", "项目支出")] = ["fin.project_execution"],
        [(AccountsTableKind.Appropriation, "收入", "本年收入合计", "决算数")] = ["fin.income_total"],
        [(AccountsTableKind.Appropriation, "支出", "本年支出合计", "决算数")] = ["fin.fiscal_execution"],
        [(AccountsTableKind.Appropriation, "支出", "本年支出合计", "全年预算数")] = ["fin.fiscal_budget"],
        [(AccountsTableKind.Appropriation, "支出", "本年支出合计", "一般公共预算")] = ["fin.gpb_execution"],
        [(AccountsTableKind.Appropriation, "支出", "本年支出合计", "政府性基金预算")] = ["fin.govfund_execution"],
        [(AccountsTableKind.GeneralBudget, "", "合计", "合计")] = ["fin.gpb_execution"],
        [(AccountsTableKind.GeneralBudget, "", "合计", "基本支出")] = ["fin.basic_execution"],
        [(AccountsTableKind.GeneralBudget, "", "合计", "项目支出")] = ["fin.project_execution"],
        [(AccountsTableKind.BasicExpenditure, "", "合计", "决算数")] = ["fin.basic_execution"],
        [(AccountsTableKind.BasicExpenditure, "", "人员经费合计", "决算数")] = ["fin.personnel_execution"],
        [(AccountsTableKind.BasicExpenditure, "", "公用经费合计", "决算数")] = ["fin.operating_execution"],
        [(AccountsTableKind.BasicExpenditure, "", "工资福利支出", "决算数")] = ["fin.salary_welfare"],
        [(AccountsTableKind.BasicExpenditure, "", "商品和服务支出", "决算数")] = ["fin.goods_services"],
        [(AccountsTableKind.BasicExpenditure, "", "对个人和家庭的补助", "决算数")] = ["fin.individual_subsidy"],
        [(AccountsTableKind.BasicExpenditure, "", "资本性支出", "决算数")] = ["fin.capital_exp"],
        [(AccountsTableKind.ThreePublic, "", "合计", "预算数")] = ["sangong.budget_total"],
        [(AccountsTableKind.ThreePublic, "", "合计", "决算数")] = ["sangong.actual_total"],
        [(AccountsTableKind.ThreePublic, "", "因公出国（境）费", "决算数")] = ["sangong.abroad_actual"],
        [(AccountsTableKind.ThreePublic, "", "公务用车购置费", "决算数")] = ["sangong.vehicle_purchase_actual"],
        [(AccountsTableKind.ThreePublic, "", "公务用车运行维护费", "决算数")] = ["sangong.vehicle_running_actual"],
        [(AccountsTableKind.ThreePublic, "", "公务接待费", "决算数")] = ["sangong.reception_actual"],
        [(AccountsTableKind.GovernmentFund, "", "合计", "合计")] = ["fin.govfund_execution"],
    };

    /// <summary>Rows of the lists (counts, assets, procurement) by what their name says.</summary>
    private static readonly (string Word, string Metric)[] Listed =
        [("团组数", "sangong.trip_groups"), ("出国（境）人次", "sangong.trip_persons"), ("出国（境）人数", "sangong.trip_persons"), ("公务用车购置数", "sangong.vehicles_bought"),
         ("公务用车保有量", "sangong.vehicle_holdings"), ("国内公务接待批次", "sangong.reception_batches"), ("国内公务接待人次", "sangong.reception_persons"), ("国内公务接待人数", "sangong.reception_persons"),
         ("政府采购支出合计", "proc.actual"), ("政府采购支出总额", "proc.actual"), ("资产总计", "asset.total"), ("资产总额", "asset.total"), ("流动资产", "asset.current")];

    /// <summary>All facts of the book, each key once.</summary>
    public static IReadOnlyList<Fact> Of(AccountsBook book)
    {
        Dictionary<FactKey, Fact> facts = [];
        foreach (var cell in book.Cells.OrderBy(c => c.Line.Table))
        {
            foreach (var (metric, member) in MetricsOf(cell, book))
            {
                var key = new FactKey(book.Unit?.Value ?? "", book.Year?.Value ?? 0, metric, member, new Basis(book.Scope.Value, cell.Funding, StageOf(cell, book.Stage.Value)));
                facts.TryAdd(key, new Fact { Key = key, Value = cell.Value, Origin = FactOrigin.Import, Source = $"{book.File} {cell.At}" });
            }
        }
        return book.Year is null ? [] : [.. facts.Values];
    }

    private static Stage StageOf(AccountsCell cell, Stage accounts) => cell.Line.Column switch
    {
        "年初预算数" => Stage.InitialApproved,
        "全年预算数" => Stage.Adjusted,
        _ => accounts,
    };

    private static IEnumerable<(string Metric, Member Member)> MetricsOf(AccountsCell cell, AccountsBook book)
    {
        var line = cell.Line;
        if (Totals.TryGetValue((line.Table, line.Side, line.Name, line.Column), out var metrics)) return metrics.Select(m => (m, Member.All));
        return line.Table switch
        {
            AccountsTableKind.ThreePublic or AccountsTableKind.Operation when line.Column == "决算数" =>
                Listed.Where(l => line.Name.EndsWith(l.Word, StringComparison.Ordinal)).Take(1).Select(l => (l.Metric, Member.All)),
            AccountsTableKind.IncomeAndExpenditure when line is { Side: "收入", Column: "决算数" } && line.Name.EndsWith("收入", StringComparison.Ordinal) => [("fin.income_total", new Member("来源", line.Name))],
            AccountsTableKind.IncomeAndExpenditure when line is { Side: "支出", Column: "决算数" } && line.Name.EndsWith("支出", StringComparison.Ordinal) => [("fin.expenditure_total", new Member("功能类", line.Name))],
            AccountsTableKind.Income when line.Column == "合计" => Functional(line, book, "fin.income_total"),
            AccountsTableKind.Expenditure or AccountsTableKind.GeneralBudget => line.Column switch
            {
                "合计" => Functional(line, book, "fin.expenditure_total"),
                "基本支出" => Functional(line, book, "fin.basic_execution"),
                "项目支出" => Functional(line, book, "fin.project_execution"),
                _ => [],
            },
            AccountsTableKind.BasicExpenditure when line is { Column: "决算数", Code.Length: 5 } => [("fin.basic_execution", new Member("经济款", $"{line.Code} {line.Name}"))],
            AccountsTableKind.BasicExpenditure when line is { Column: "决算数", Code.Length: 3 } => [("fin.basic_execution", new Member("经济", line.Name))],
            _ => [],
        };
    }

    private static IEnumerable<(string, Member)> Functional(AccountsLine line, AccountsBook book, string metric) => line.Code.Length switch
    {
        3 => [(metric, new Member("功能类", line.Name))],
        5 => [(metric, new Member("功能", line.Name))],
        7 => [(metric, new Member("功能项", Parent(line, book) is { } parent ? $"{parent}/{line.Name}" : $"{line.Code} {line.Name}"))],
        _ => [],
    };

    /// <summary>The 款 above a 项: names such as 行政运行 stand under many.</summary>
    private static string? Parent(AccountsLine line, AccountsBook book) =>
        book.Cells.FirstOrDefault(c => c.Line.Table == line.Table && c.Line.Code == line.Code[..5])?.Line.Name;
}
