using Jiheng.Model.Documents;
using Jiheng.Model.Facts;
using Jiheng.Model.Measures;

namespace Jiheng.Ledger.Accounts;

/// <summary>
/// Reads final accounts as departments publish them (部门决算公开表). Tables are told by their titles, never by number or sheet
/// name; what is not recognised is listed with the reason and nothing is taken from it.
/// </summary>
public static class AccountsReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name, for messages and sources.</param>
    /// <param name="document">Its tables, as a reader of documents gave them.</param>
    /// <param name="settled">What a person has confirmed; it goes before what the file says.</param>
    public static AccountsBook Read(string file, Document document, SettledAccounts? settled = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        settled ??= new SettledAccounts();
        List<AccountsFinding> findings = [], unread = [];
        var heads = Heads(document);
        var tables = Choose(heads, settled, findings, unread);
        List<AccountsCell> cells = [.. tables.SelectMany(t => t.Cells)];
        if (tables.Count == 0) findings.Insert(0, AccountsFindings.NoTables(file));
        var known = heads.Where(h => h.Kind is not null).ToList();
        var book = new AccountsBook(file)
        {
            Unit = Unit(known, settled, findings),
            Year = Year(heads, known, settled, findings),
            Scope = Scope(known, settled),
            Stage = Stage(heads, known, settled, findings),
            Tables = [.. tables.Select(t => t.Table)],
            Cells = cells,
            Unread = unread,
        };
        findings.AddRange(AccountsChecks.Run(cells));
        return book with { Facts = AccountsFacts.Of(book), Findings = findings };
    }

    private static List<TableHead> Heads(Document document)
    {
        List<TableHead> heads = [];
        var above = "";
        foreach (var block in document.Blocks)
        {
            if (block is Table table)
            {
                var grid = new AccountsGrid(table);
                var starts = TableHead.Starts(grid);
                for (var i = 0; i < starts.Count && grid.Height > 0; i++)
                    heads.Add(TableHead.Read(grid, starts[i], i + 1 < starts.Count ? starts[i + 1] : grid.Height, i > 0 ? "" : Plain(Above(table, above))));
                above = "";
            }
            else above = block switch { Heading h => h.Text, Paragraph p when p.Text.Trim().Length > 0 && AccountsTitles.IsTitle(Plain(p.Text)) => p.Text, _ => above };
        }
        return heads;
    }

    /// <summary>Readers of workbooks caption a table with its sheet's name, which is no title.</summary>
    private static string Above(Table table, string line) => table.Caption.Length > 0 && table.Caption != table.Place?.Part ? table.Caption : line;

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Reads each recognised table; of two tables of one kind with different contents neither is used.</summary>
    private static List<(AccountsTable Table, IReadOnlyList<AccountsCell> Cells)> Choose(
        List<TableHead> heads, SettledAccounts settled, List<AccountsFinding> findings, List<AccountsFinding> unread)
    {
        var units = heads.Where(h => h.Kind is not null && h.Money is not null).Select(h => h.Money!.Value.Unit).Distinct().ToList();
        List<(AccountsTable Table, IReadOnlyList<AccountsCell> Cells)> read = [];
        foreach (var head in heads)
        {
            if (head.Kind is not { } kind)
            {
                if (head.Title.Length > 0) unread.Add(head.Title.Contains("预算表", StringComparison.Ordinal) || head.Title.Contains("预算总表", StringComparison.Ordinal)
                    ? AccountsFindings.BudgetTable(head.TitleAt, head.Title) : AccountsFindings.UnknownTitle(head.TitleAt, head.Title));
                else unread.Add(AccountsFindings.NoTitle(head.TitleAt));
                continue;
            }
            var raw = TableBody.Read(head, findings);
            if (raw.Count == 0)
            {
                unread.Add(AccountsFindings.NoFigures(head.TitleAt, head.Title));
                continue;
            }
            if ((head.Money?.Unit ?? settled.MoneyUnit ?? (units.Count == 1 ? units[0] : null)) is not { } unit)
            {
                unread.Add(AccountsFindings.NoMoneyUnit(head.TitleAt, head.Title));
                continue;
            }
            var table = new AccountsTable(kind, head.Title, head.TitleAt, unit, head.Money?.At, Funding(kind, head.Title));
            read.Add((table, Cells(head, table, raw, findings)));
        }
        // Counts, assets and procurement are published as one list or several.
        foreach (var twice in read.Where(t => t.Table.Kind != AccountsTableKind.Operation).GroupBy(t => t.Table.Kind).Where(g => g.Count() > 1).ToList())
        {
            var first = twice.First();
            foreach (var again in twice.Skip(1)) read.Remove(again);
            if (twice.Skip(1).All(t => Same(t.Cells, first.Cells))) continue;
            read.Remove(first);
            findings.Add(AccountsFindings.SameTableTwice(first.Table, twice.ElementAt(1).Table));
        }
        return read;
    }

    private static bool Same(IReadOnlyList<AccountsCell> left, IReadOnlyList<AccountsCell> right) =>
        left.Select(c => (c.Line, c.Value.Base)).ToHashSet().SetEquals(right.Select(c => (c.Line, c.Value.Base)));

    private static List<AccountsCell> Cells(TableHead head, AccountsTable table, IReadOnlyList<RawFigure> raw, List<AccountsFinding> findings)
    {
        var names = new LineNames(table.Kind);
        List<AccountsCell> cells = [];
        foreach (var figure in raw)
        {
            var line = names.Name(figure);
            var unit = LineNames.OwnUnit(figure) ?? table.MoneyUnit;
            cells.Add(new AccountsCell(line, new Amount(figure.Value, unit), head.Grid.PlaceOf(figure.Row, figure.Column), FundingOf(line, table.Funding)));
        }
        foreach (var twice in cells.GroupBy(c => c.Line).Where(g => g.Count() > 1).ToList())
        {
            var alike = twice.Select(c => c.Value.Base).Distinct().Count() == 1;
            foreach (var again in alike ? twice.Skip(1) : twice) cells.Remove(again);
            if (!alike) findings.Add(AccountsFindings.SameLineTwice(twice.First(), [.. twice.Select(c => c.At)]));
        }
        return cells;
    }

    private static FundingBasis Funding(AccountsTableKind kind, string title) => kind switch
    {
        AccountsTableKind.Appropriation or AccountsTableKind.GovernmentFund or AccountsTableKind.StateCapital => FundingBasis.FiscalAppropriation,
        AccountsTableKind.GeneralBudget => FundingBasis.GeneralPublicBudget,
        AccountsTableKind.BasicExpenditure or AccountsTableKind.ThreePublic =>
            title.Contains("一般公共预算", StringComparison.Ordinal) ? FundingBasis.GeneralPublicBudget
            : title.Contains("财政拨款", StringComparison.Ordinal) ? FundingBasis.FiscalAppropriation : FundingBasis.All,
        _ => FundingBasis.All,
    };

    private static FundingBasis FundingOf(AccountsLine line, FundingBasis ofTable) =>
        line.Table == AccountsTableKind.Appropriation && line.Column.EndsWith("一般公共预算", StringComparison.Ordinal) ? FundingBasis.GeneralPublicBudget : ofTable;

    private static Understood<string>? Unit(List<TableHead> known, SettledAccounts settled, List<AccountsFinding> findings)
    {
        var named = known.Where(h => h.Unit is not null).Select(h => h.Unit!.Value).ToList();
        if (named.Find(u => u.Name != named[0].Name) is { Name: not null } other) findings.Add(AccountsFindings.DifferentUnits(named[0].At, named[0].Name, other.At, other.Name));
        if (settled.Unit is { } unit) return new(unit, null);
        return named.Count == 0 ? null : new(named[0].Name, named[0].At);
    }

    private static Understood<int>? Year(List<TableHead> heads, List<TableHead> known, SettledAccounts settled, List<AccountsFinding> findings)
    {
        var dated = known.Where(h => h.Year is not null).Select(h => h.Year!.Value).ToList();
        if (dated.Find(y => y.Year != dated[0].Year) is { Year: > 0 } other) findings.Add(AccountsFindings.DifferentYears(dated[0].At, dated[0].Year, other.At, other.Year));
        if (settled.Year is { } year) return new(year, null);
        if (dated.Count > 0) return new(dated[0].Year, dated[0].At);
        return heads.Find(h => h.Year is not null)?.Year is { } cover ? new(cover.Year, cover.At, IsGuess: true, "表上没有写年度，取自文件里的其他页。") : null;
    }

    private static Understood<UnitScope> Scope(List<TableHead> known, SettledAccounts settled)
    {
        if (settled.Scope is { } scope) return new(scope, null);
        foreach (var head in known)
        {
            if (head.Unit is { } unit && unit.Name.Contains("本级", StringComparison.Ordinal)) return new(UnitScope.Own, unit.At);
            if (head.Title.Contains("本级", StringComparison.Ordinal)) return new(UnitScope.Own, head.TitleAt);
            if (head.Title.Contains("部门", StringComparison.Ordinal) || (head.Unit is { } whole && (whole.Name.EndsWith("（部门）", StringComparison.Ordinal) || whole.Name.Contains("汇总", StringComparison.Ordinal))))
                return new(UnitScope.Consolidated, head.TitleAt);
        }
        return new(UnitScope.Consolidated, null, IsGuess: true, "表上没有写明是本级还是汇总，按部门汇总理解。");
    }

    private static Understood<Stage> Stage(List<TableHead> heads, List<TableHead> known, SettledAccounts settled, List<AccountsFinding> findings)
    {
        if (settled.Stage is { } stage) return new(stage, null);
        var draft = heads.Find(h => h.Stage is { IsDraft: true })?.Stage?.At;
        var approved = known.Find(h => h.Stage is { IsDraft: false })?.Stage?.At;
        if (draft is not null && known.Exists(h => h.Stage is { IsDraft: true }) && approved is not null) findings.Add(AccountsFindings.DraftAndApproved(draft, approved));
        if (draft is not null) return new(Model.Facts.Stage.DraftAccounts, draft);
        if (approved is not null) return new(Model.Facts.Stage.ApprovedAccounts, approved);
        return new(Model.Facts.Stage.ApprovedAccounts, null, IsGuess: true, "表上没有写明是草案还是批复后的决算，按批复后的理解。");
    }
}

/// <summary>What a person has settled about a file of accounts; <c>null</c> for what the file itself tells.</summary>
/// <param name="Unit">Name of the department or unit.</param>
/// <param name="Year">Fiscal year.</param>
/// <param name="MoneyUnit">元 or 万元, for tables that state none.</param>
/// <param name="Scope">With or without subordinate units.</param>
/// <param name="Stage">Draft or approved accounts.</param>
public sealed record SettledAccounts(string? Unit = null, int? Year = null, MeasureUnit? MoneyUnit = null, UnitScope? Scope = null, Stage? Stage = null);
