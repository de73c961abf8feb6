using Jiheng.Ledger.Accounts;
using Jiheng.Model.Facts;

namespace Jiheng.Casework.Drafting;

/// <summary>Holds the words before a figure against the row and column of a cell: how well they name it, and whether they deny it.</summary>
internal static class LabelMatch
{
    private static readonly Dictionary<string, string[]> OtherNames = new(StringComparer.Ordinal)
    {
        ["本年收入合计"] = ["收入合计", "总收入", "收入总计", "收入总额", "收入"],
        ["本年支出合计"] = ["支出合计", "总支出", "支出总计", "支出总额", "本年支出", "全年执行数", "执行数", "支出"],
        ["公用经费合计"] = ["公用经费", "工作经费", "日常公用"],
        ["人员经费合计"] = ["人员经费"],
        ["商品和服务支出"] = ["商品和服务支出", "商品与服务支出"],
        ["对个人和家庭的补助"] = ["对个人和家庭的补助", "对个人和家庭补助"],
        ["因公出国（境）费"] = ["出国（境）", "出国(境)", "因公出国", "出国"],
        ["公务用车购置及运行维护费"] = ["公务用车购置及运行", "公务用车购置和运行"],
        ["公务用车购置费"] = ["用车购置费", "公车购置"],
        ["公务用车运行维护费"] = ["运行维护费", "运行费", "公车运行"],
        ["公务接待费"] = ["公务接待", "接待费"],
    };

    /// <summary>Words that make a figure something else than what was earned or spent in the year.</summary>
    private static readonly string[] Elsewhere = ["追加", "下达", "到位", "争取", "结转", "结余", "采购", "资产", "债务", "缴", "挂账", "上年", "去年", "同比", "增加", "减少", "增长", "下降", "压减", "节约"];

    private static readonly string[] BudgetPhrases = ["一般公共预算", "政府性基金预算", "国有资本经营预算", "预算执行", "预算单位", "预算支出", "预算内"];

    /// <summary>Characters of the best name of the cell that the words hold; 0 when they do not name it.</summary>
    public static int Score(string words, AccountsCell cell)
    {
        var names = Names(cell);
        var best = 0;
        foreach (var name in names)
            if (name.Length > best && words.Contains(name, StringComparison.Ordinal)) best = name.Length;
        return best;
    }

    /// <summary>Whether the words speak of something that the cell is not.</summary>
    public static bool Denies(string words, AccountsCell cell)
    {
        var plain = words;
        foreach (var phrase in BudgetPhrases) plain = plain.Replace(phrase, "", StringComparison.Ordinal);
        var line = cell.Line;
        if (plain.Contains("预算", StringComparison.Ordinal) != line.Column.Contains("预算数", StringComparison.Ordinal)
            && (plain.Contains("预算", StringComparison.Ordinal) || !plain.Contains("决算", StringComparison.Ordinal) || line.Column.Contains("预算数", StringComparison.Ordinal))) return true;
        if (Elsewhere.Any(w => plain.Contains(w, StringComparison.Ordinal) && !line.Name.Contains(w, StringComparison.Ordinal))) return true;
        var income = plain.Contains("收入", StringComparison.Ordinal);
        var spent = plain.Contains("支出", StringComparison.Ordinal) || plain.Contains("经费", StringComparison.Ordinal);
        if (income && !spent && IsSpent(line)) return true;
        if (spent && !income && !IsSpent(line)) return true;
        if (plain.Contains("基本支出", StringComparison.Ordinal) && line.Column == "项目支出") return true;
        return plain.Contains("项目支出", StringComparison.Ordinal) && (line.Column == "基本支出" || line.Table == AccountsTableKind.BasicExpenditure);
    }

    /// <summary>The footing that the sentence names; <c>null</c> when it names none.</summary>
    public static FundingBasis? Footing(string sentence) =>
        sentence.Contains("一般公共预算", StringComparison.Ordinal) ? FundingBasis.GeneralPublicBudget
        : sentence.Contains("财政拨款", StringComparison.Ordinal) ? FundingBasis.FiscalAppropriation : null;

    private static bool IsSpent(AccountsLine line) => line.Side == "支出" || (line.Side.Length == 0 && line.Table is not AccountsTableKind.Income && line.Column is not ("本年收入" or "年初结转和结余" or "年末结转和结余"));

    private static string[] Names(AccountsCell cell)
    {
        var line = cell.Line;
        if (line.Name is "合计" or "总计")
        {
            return line.Table switch
            {
                AccountsTableKind.Income => OtherNames["本年收入合计"],
                AccountsTableKind.Expenditure or AccountsTableKind.GeneralBudget => line.Column switch
                {
                    "基本支出" => ["基本支出"],
                    "项目支出" => ["项目支出", "项目经费"],
                    _ => OtherNames["本年支出合计"],
                },
                AccountsTableKind.BasicExpenditure => ["基本支出"],
                AccountsTableKind.ThreePublic => ["“三公”经费", "三公经费", "“三公", "三公"],
                _ => ["总计"],
            };
        }
        if (OtherNames.TryGetValue(line.Name, out var others)) return [line.Name, .. others];
        var core = line.Name;
        foreach (var tail in (string[])["支出", "经费", "费"])
            if (core.EndsWith(tail, StringComparison.Ordinal) && core.Length - tail.Length >= 4) { core = core[..^tail.Length]; break; }
        return [line.Name, core];
    }
}
