namespace Jiheng.Ledger.Accounts;

/// <summary>The public tables of final accounts, in the order in which a figure stated twice is taken.</summary>
public enum AccountsTableKind
{
    /// <summary>收入支出决算总表.</summary>
    IncomeAndExpenditure,

    /// <summary>收入决算表.</summary>
    Income,

    /// <summary>支出决算表.</summary>
    Expenditure,

    /// <summary>财政拨款收入支出决算总表.</summary>
    Appropriation,

    /// <summary>一般公共预算财政拨款支出决算表.</summary>
    GeneralBudget,

    /// <summary>一般公共预算财政拨款基本支出决算表, by economic class.</summary>
    BasicExpenditure,

    /// <summary>财政拨款“三公”经费支出决算表.</summary>
    ThreePublic,

    /// <summary>政府性基金预算财政拨款收入支出决算表.</summary>
    GovernmentFund,

    /// <summary>国有资本经营预算财政拨款支出决算表.</summary>
    StateCapital,

    /// <summary>机构运行、资产、政府采购信息: counts and single amounts in a list.</summary>
    Operation,
}

/// <summary>Titles of the tables: how they are recognised and called.</summary>
public static class AccountsTitles
{
    private static readonly string[] Names =
        ["收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表", "一般公共预算财政拨款支出决算表", "一般公共预算财政拨款基本支出决算表",
         "“三公”经费支出决算表", "政府性基金预算财政拨款收入支出决算表", "国有资本经营预算财政拨款支出决算表", "机构运行和资产采购信息表"];

    /// <summary>The usual title.</summary>
    public static string ToChinese(this AccountsTableKind kind) => Names[(int)kind];

    /// <summary>Whether a cell can be the title of a table: short, and ending as titles do.</summary>
    internal static bool IsTitle(string text) =>
        text.Length is >= 4 and <= 60 && !text.Contains('：', StringComparison.Ordinal)
        && (Bare(WithoutRemark(text)) is var bare && (bare.EndsWith('表') || bare.EndsWith("情况", StringComparison.Ordinal) || bare.EndsWith("信息", StringComparison.Ordinal)))
        && !bare.StartsWith("公开", StringComparison.Ordinal) && !bare.StartsWith("财决", StringComparison.Ordinal) && !bare.StartsWith('附');

    /// <summary>Tells the table by its title.</summary>
    /// <returns><c>null</c> when the title is none of ours, for example that of a budget table.</returns>
    internal static AccountsTableKind? Kind(string title)
    {
        var t = Bare(title);
        bool Has(string word) => t.Contains(word, StringComparison.Ordinal);
        if (Has("预算表") || Has("预算总表") || Has("绩效") || Has("目录")) return null;
        if (Has("三公")) return AccountsTableKind.ThreePublic;
        if (Has("机构运行") || Has("机关运行") || Has("国有资产") || Has("资产占用") || Has("资产情况") || Has("政府采购")) return AccountsTableKind.Operation;
        if (!Has("决算")) return null;
        if (Has("政府性基金")) return AccountsTableKind.GovernmentFund;
        if (Has("国有资本")) return AccountsTableKind.StateCapital;
        if (Has("基本支出")) return Has("财政拨款") ? AccountsTableKind.BasicExpenditure : null;
        if (Has("项目支出")) return null;
        if (Has("一般公共预算")) return AccountsTableKind.GeneralBudget;
        if (Has("财政拨款")) return Has("总表") && (Has("收入支出") || Has("收支")) ? AccountsTableKind.Appropriation : null;
        if (Has("收入支出") || Has("收支")) return Has("总表") ? AccountsTableKind.IncomeAndExpenditure : null;
        if (Has("收入决算")) return AccountsTableKind.Income;
        return Has("支出决算") && !Has("经济") ? AccountsTableKind.Expenditure : null;
    }

    /// <summary>A title without what is said in brackets behind it: （草案）, （公开01表）.</summary>
    private static string WithoutRemark(string title) =>
        title.EndsWith('）') && title.LastIndexOf('（') is var open and > 0 ? title[..open] : title;

    private static string Bare(string title) => new([.. title.Where(c => c is not ('“' or '”' or '"' or '（' or '）' or '《' or '》'))]);
}
