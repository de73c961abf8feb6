using System.Text.RegularExpressions;
using Jiheng.Model.Measures;

namespace Jiheng.Ledger.Accounts;

/// <summary>Gives rows and columns the names that they have in every layout.</summary>
internal sealed partial class LineNames(AccountsTableKind kind)
{
    /// <summary>Heads that say nothing about which figure of a row is meant.</summary>
    private static readonly string[] Silent = ["项目", "金额", "栏次", "行次", "收入", "支出", "本年支出", "小计", "合计", "本年收入合计", "本年支出合计", "收入合计", "支出合计", "支出功能分类", "统计数"];

    private static readonly (string Word, string Name)[] ThreePublicItems =
        [("出国", "因公出国（境）费"), ("购置及运行", "公务用车购置及运行维护费"), ("购置和运行", "公务用车购置及运行维护费"), ("用车购置费", "公务用车购置费"),
         ("用车运行", "公务用车运行维护费"), ("接待费", "公务接待费")];

    private string _under = "";
    private string _side = "";
    private int _block = -1;

    /// <summary>Names a figure; figures must come block by block, row by row.</summary>
    public AccountsLine Name(RawFigure raw)
    {
        if (raw.Block != _block) (_block, _under, _side) = (raw.Block, "", "");
        return kind switch
        {
            AccountsTableKind.ThreePublic or AccountsTableKind.Operation => ListLine(raw),
            AccountsTableKind.IncomeAndExpenditure or AccountsTableKind.Appropriation => TwoSidedLine(raw),
            AccountsTableKind.BasicExpenditure => EconomicLine(raw),
            _ => new AccountsLine(kind, "", raw.Code, raw.Code.Length > 0 ? raw.Name : Total(Bare(raw.Name)), Column(raw.Path)),
        };
    }

    /// <summary>The unit that the label of a row states for itself: 个, 人, 辆, 万元; <c>null</c> when it states none.</summary>
    public static MeasureUnit? OwnUnit(RawFigure raw) =>
        OwnUnitWord().Match(raw.Name) is { Success: true } word && MeasureUnit.TryParse(word.Groups[1].Value, out var unit) ? unit : null;

    private AccountsLine TwoSidedLine(RawFigure raw)
    {
        var name = Bare(raw.Name);
        if (_side.Length == 0) _side = raw.Path[0].Contains("支出", StringComparison.Ordinal) && !raw.Path[0].Contains("收入", StringComparison.Ordinal) ? "支出" : "收入";
        if (name.EndsWith("支出", StringComparison.Ordinal) || name == "本年支出合计") _side = "支出";
        name = name switch { "总计" or "收入总计" or "支出总计" => "总计", "收入合计" => "本年收入合计", "支出合计" => "本年支出合计", _ => name };
        if (name is "总计" or "本年收入合计" or "本年支出合计") _under = "";
        else if (name.StartsWith("年初", StringComparison.Ordinal) || name.StartsWith("年末", StringComparison.Ordinal)) _under = name = Carried(name);
        else if (_under.Length > 0) name = $"{_under}/{name}";
        return new AccountsLine(kind, _side, "", name, TwoSidedColumn(raw.Path));
    }

    private static string Carried(string name) => (name.StartsWith("年初", StringComparison.Ordinal) ? "年初" : "年末")
        + (name.Contains("财政拨款", StringComparison.Ordinal) ? "财政拨款" : "") + "结转和结余";

    private static string TwoSidedColumn(IReadOnlyList<string> path)
    {
        var stage = path.Select(BudgetColumn).FirstOrDefault(b => b is not null) ?? "决算数";
        var funding = path.Select(p => p.Contains("一般公共", StringComparison.Ordinal) ? "一般公共预算" : p.Contains("政府性基金", StringComparison.Ordinal) ? "政府性基金预算"
            : p.Contains("国有资本", StringComparison.Ordinal) ? "国有资本经营预算" : null).FirstOrDefault(f => f is not null);
        return funding is null ? stage : stage == "决算数" ? funding : $"{stage}/{funding}";
    }

    private static string? BudgetColumn(string head)
    {
        head = Undated(head);
        if (head.Contains("年初预算", StringComparison.Ordinal)) return "年初预算数";
        if (head.Contains("全年预算", StringComparison.Ordinal) || head.Contains("调整预算", StringComparison.Ordinal) || head.Contains("调整后", StringComparison.Ordinal)) return "全年预算数";
        if (head.Contains("上年", StringComparison.Ordinal)) return "上年决算数";
        return head.EndsWith("预算数", StringComparison.Ordinal) ? "预算数" : null;
    }

    private AccountsLine EconomicLine(RawFigure raw)
    {
        var column = Column(raw.Path);
        if (raw.Path.Count > 0 && raw.Path[^1] is "金额" or "决算数" or "合计" or "小计" or "本年支出合计" or "基本支出" || column == "合计") column = "决算数";
        var name = raw.Code.Length > 0 ? raw.Name : Bare(raw.Name);
        if (raw.Code.Length == 0 && name is "合计" or "总计" or "基本支出合计")
        {
            name = column is "人员经费" or "公用经费" ? column + "合计" : "合计";
            column = "决算数";
        }
        return new AccountsLine(kind, "", raw.Code, name, column);
    }

    /// <summary>Items stand in rows or in heads; either way the item is the row and 预算数 or 决算数 the column.</summary>
    private AccountsLine ListLine(RawFigure raw)
    {
        var heads = raw.Path.Select(Undated).ToList();
        var column = heads.Select(BudgetColumn).FirstOrDefault(b => b is not null) ?? "决算数";
        if (raw.Name.Length > 0) return new AccountsLine(kind, "", "", Item(Bare(raw.Name)), column);
        var items = heads.Where(h => BudgetColumn(h) is null && h is not ("决算数" or "小计" or "金额" or "统计数") && !h.EndsWith("决算数", StringComparison.Ordinal)).ToList();
        return new AccountsLine(kind, "", "", Item(items.Count > 0 ? Bare(items[^1]) : "合计"), column);
    }

    private static string Item(string name)
    {
        if (OwnUnitWord().IsMatch(name)) return OwnUnitWord().Replace(name, "");
        if (name.Contains("三公", StringComparison.Ordinal) || name is "合计" or "总计" or "支出合计") return "合计";
        return ThreePublicItems.FirstOrDefault(i => name.Contains(i.Word, StringComparison.Ordinal)).Name ?? name;
    }

    private static string Column(IReadOnlyList<string> path)
    {
        var words = path.Select(p => Bare(Undated(p))).Where(p => p.Length > 0 && !Silent.Contains(p)).Select(p => p switch
        {
            "附属单位缴款" or "附属单位缴款收入" => "附属单位上缴收入",
            "对附属单位补助" => "对附属单位补助支出",
            _ => p,
        });
        var column = string.Join('/', words);
        return column.Length > 0 ? column : "合计";
    }

    private static string Total(string name) => name is "总计" or "本年支出合计" or "本年收入合计" ? "合计" : name;

    private static string Undated(string text) => YearWord().Replace(text, "");

    /// <summary>A label without its number (一、 （一） 1.) and without 其中 or 减.</summary>
    private static string Bare(string name) => Numbering().Replace(name, "").Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);

    [GeneratedRegex("^(?:其中：|减：|加：|[一二三四五六七八九十]+、|（[一二三四五六七八九十0-9]+）|[0-9]{1,2}[.、．]|—+|-+)+")]
    private static partial Regex Numbering();

    [GeneratedRegex("(?:19|20)[0-9]{2}年度?")]
    private static partial Regex YearWord();

    [GeneratedRegex("（(个|人|人次|辆|批|批次|台|套|平方米|次|件|户|家|万元|元)）$")]
    private static partial Regex OwnUnitWord();
}
