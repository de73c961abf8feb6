namespace Jiheng.Ledger.Accounts;

/// <summary>
/// Holds the tables against each other: what must be equal, what must add up. Every difference is exact; one that the rounding of the
/// printed figures explains is a remark.
/// </summary>
internal sealed class AccountsChecks
{
    private static readonly (AccountsTableKind Table, string Side, string Name, string Column)[][] EqualLines =
    [
        [(AccountsTableKind.IncomeAndExpenditure, "收入", "本年收入合计", "决算数"), (AccountsTableKind.Income, "", "合计", "合计")],
        [(AccountsTableKind.IncomeAndExpenditure, "支出", "本年支出合计", "决算数"), (AccountsTableKind.Expenditure, "", "合计", "合计")],
        [(AccountsTableKind.IncomeAndExpenditure, "收入", "总计", "决算数"), (AccountsTableKind.IncomeAndExpenditure, "支出", "总计", "决算数")],
        [(AccountsTableKind.Appropriation, "收入", "总计", "决算数"), (AccountsTableKind.Appropriation, "支出", "总计", "决算数")],
        [(AccountsTableKind.Appropriation, "支出", "本年支出合计", "一般公共预算"), (AccountsTableKind.GeneralBudget, "", "合计", "合计")],
        [(AccountsTableKind.Appropriation, "支出", "本年支出合计", "政府性基金预算"), (AccountsTableKind.GovernmentFund, "", "合计", "合计")],
        [(AccountsTableKind.Appropriation, "支出", "本年支出合计", "国有资本经营预算"), (AccountsTableKind.StateCapital, "", "合计", "合计")],
        [(AccountsTableKind.GeneralBudget, "", "合计", "基本支出"), (AccountsTableKind.BasicExpenditure, "", "合计", "决算数")],
    ];

    private static readonly string[] IncomeColumns = ["财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"];
    private static readonly string[] ExpenditureColumns = ["基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"];

    private readonly ILookup<AccountsTableKind, AccountsCell> _tables;
    private readonly Dictionary<(AccountsTableKind Table, string Side, string Name, string Column), AccountsCell> _named = [];
    private readonly List<AccountsFinding> _findings = [];

    private AccountsChecks(IReadOnlyList<AccountsCell> cells)
    {
        _tables = cells.ToLookup(c => c.Line.Table);
        foreach (var cell in cells) _named.TryAdd((cell.Line.Table, cell.Line.Side, cell.Line.Name, cell.Line.Column), cell);
    }

    /// <summary>Runs all checks whose figures are there.</summary>
    public static IReadOnlyList<AccountsFinding> Run(IReadOnlyList<AccountsCell> cells)
    {
        var checks = new AccountsChecks(cells);
        checks.CheckEqualLines();
        checks.CheckSides();
        checks.CheckColumns(AccountsTableKind.Income, IncomeColumns);
        checks.CheckColumns(AccountsTableKind.Expenditure, ExpenditureColumns);
        checks.CheckColumns(AccountsTableKind.GeneralBudget, ExpenditureColumns);
        checks.CheckColumns(AccountsTableKind.GovernmentFund, ExpenditureColumns);
        checks.CheckColumns(AccountsTableKind.StateCapital, ExpenditureColumns);
        foreach (var table in (AccountsTableKind[])[AccountsTableKind.Income, AccountsTableKind.Expenditure, AccountsTableKind.GeneralBudget, AccountsTableKind.GovernmentFund, AccountsTableKind.StateCapital, AccountsTableKind.BasicExpenditure])
            checks.CheckTree(table);
        checks.CheckBasic();
        checks.CheckThreePublic();
        return checks._findings;
    }

    private void CheckEqualLines()
    {
        foreach (var lines in EqualLines)
        {
            if (_named.TryGetValue(lines[0], out var first) && _named.TryGetValue(lines[1], out var second) && first.Value.Base != second.Value.Base)
                _findings.Add(AccountsFindings.Different(first, second));
        }
    }

    private void CheckSides()
    {
        foreach (var side in _tables[AccountsTableKind.IncomeAndExpenditure].Where(c => c.Line.Column == "决算数").GroupBy(c => c.Line.Side))
        {
            var total = side.FirstOrDefault(c => c.Line.Name == $"本年{side.Key}合计");
            if (total is not null) CheckSum(total, [.. side.TakeWhile(c => c != total).Where(c => c.Line.Name.EndsWith(side.Key, StringComparison.Ordinal))]);
        }
    }

    /// <summary>合计 of a row is the sum of its columns.</summary>
    private void CheckColumns(AccountsTableKind table, string[] columns)
    {
        foreach (var row in _tables[table].GroupBy(c => (c.Line.Code, c.Line.Name)))
        {
            var total = row.FirstOrDefault(c => c.Line.Column == "合计");
            if (total is not null) CheckSum(total, [.. row.Where(c => columns.Contains(c.Line.Column))]);
        }
    }

    /// <summary>A class is the sum of the classes one level below it; the total that of the topmost.</summary>
    private void CheckTree(AccountsTableKind table)
    {
        foreach (var column in _tables[table].GroupBy(c => c.Line.Column))
        {
            var coded = column.Where(c => c.Line.Code.Length is 3 or 5 or 7).ToList();
            if (column.FirstOrDefault(c => c.Line is { Code: "", Name: "合计" }) is { } total) CheckSum(total, [.. coded.Where(c => c.Line.Code.Length == 3)]);
            foreach (var parent in coded)
                CheckSum(parent, [.. coded.Where(c => c.Line.Code.Length == parent.Line.Code.Length + 2 && c.Line.Code.StartsWith(parent.Line.Code, StringComparison.Ordinal))]);
        }
    }

    private void CheckBasic()
    {
        AccountsCell? Line(string name) => _named.GetValueOrDefault((AccountsTableKind.BasicExpenditure, "", name, "决算数"));
        if (Line("合计") is { } total) CheckSum(total, Given(Line("人员经费合计"), Line("公用经费合计")));
        if (Line("人员经费合计") is { } people) CheckSum(people, Given(Line("工资福利支出"), Line("对个人和家庭的补助")));
    }

    private void CheckThreePublic()
    {
        foreach (var column in (string[])["预算数", "决算数"])
        {
            AccountsCell? Line(string name) => _named.GetValueOrDefault((AccountsTableKind.ThreePublic, "", name, column));
            var (bought, run) = (Line("公务用车购置费"), Line("公务用车运行维护费"));
            var cars = Line("公务用车购置及运行维护费");
            if (cars is not null) CheckSum(cars, Given(bought, run));
            if (Line("合计") is { } total) CheckSum(total, cars is null ? Given(Line("因公出国（境）费"), bought, run, Line("公务接待费")) : Given(Line("因公出国（境）费"), cars, Line("公务接待费")));
        }
    }

    private static IReadOnlyList<AccountsCell> Given(params IReadOnlyList<AccountsCell?> cells) => [.. cells.OfType<AccountsCell>()];

    /// <summary>Each printed figure may be off by half of its last digit; n parts and their whole by n + 1 halves.</summary>
    private void CheckSum(AccountsCell whole, IReadOnlyList<AccountsCell> parts)
    {
        if (parts.Count == 0) return;
        var sum = parts.Sum(p => p.Value.Base);
        var gap = Math.Abs(whole.Value.Base - sum);
        if (gap == 0) return;
        var places = Math.Max(2, parts.Append(whole).Max(c => c.Value.Places));
        var step = new decimal(1, 0, 0, false, (byte)places) * whole.Value.Unit.Factor;
        _findings.Add(AccountsFindings.NotTheSum(whole, parts, sum, gap <= step / 2m * (parts.Count + 1)));
    }
}
