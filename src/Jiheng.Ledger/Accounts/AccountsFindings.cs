using System.Globalization;
using Jiheng.Model.Measures;

namespace Jiheng.Ledger.Accounts;

/// <summary>
/// Every finding about files of accounts with its code and words. JH310x: tables not read; JH311x: cells; JH312x: checks
/// between figures; JH313x and JH3140: files against each other. Codes are never given a second meaning.
/// </summary>
internal static class AccountsFindings
{
    public static AccountsFinding NoTitle(CellPlace at) =>
        Remark("JH3101", [at], "没有找到表题，不知道这是哪一张表，没有从中取数。", "如果这是决算公开表，请补上表题再放进来。");

    public static AccountsFinding UnknownTitle(CellPlace at, string title) =>
        Remark("JH3102", [at], $"“{Shorten(title)}”不在认得的决算公开表之内，没有从中取数。", "其中的数需要时请人工核对。");

    public static AccountsFinding BudgetTable(CellPlace at, string title) =>
        Problem("JH3103", [at], $"“{Shorten(title)}”是预算表，不是决算表，没有从中取数。", "请放入部门决算公开表。");

    public static AccountsFinding NoFigures(CellPlace at, string title) =>
        Remark("JH3104", [at], $"“{Shorten(title)}”是空表，没有一个数。", "确实没有收支的空表不用处理；否则请核对文件是否完整。");

    public static AccountsFinding NoMoneyUnit(CellPlace at, string title) =>
        Problem("JH3105", [at], $"“{Shorten(title)}”没有写明金额单位是元还是万元，没有从中取数。", "请在确认页选定金额单位。");

    public static AccountsFinding SameTableTwice(AccountsTable first, AccountsTable second) =>
        Problem("JH3106", [first.At, second.At], $"“{Shorten(first.Title)}”出现了两次，内容不同，两张都没有用。", "请只留要用的一张：本级或汇总，草案或批复，只能选一种。");

    public static AccountsFinding NoTables(string file) =>
        Problem("JH3107", [], $"“{file}”里没有一张认得的决算公开表。", "请确认放入的是部门决算公开表（收入支出决算总表等）。");

    public static AccountsFinding NotANumber(CellPlace at, string text) =>
        Problem("JH3110", [at], $"“{Shorten(text)}”不是数，这一格没有取。", "请核对。");

    public static AccountsFinding NoLabel(CellPlace at, string text) =>
        Problem("JH3111", [at], $"数“{Shorten(text)}”所在的行没有名称，这一格没有取。", "请核对表格。");

    public static AccountsFinding SameLineTwice(AccountsCell first, IReadOnlyList<CellPlace> at) =>
        Problem("JH3112", at, $"“{first.Label}”在同一张表里出现 {at.Count} 次，数不同，都没有用。", "请核对表格。");

    public static AccountsFinding Different(AccountsCell first, AccountsCell second) =>
        Problem("JH3120", [first.At, second.At], $"{first.Label} 是 {first.Value}，{second.Label} 是 {second.Value}，差 {Gap(first.Value, second.Value)}。", "两处应当相同，请核对。");

    public static AccountsFinding NotTheSum(AccountsCell whole, IReadOnlyList<AccountsCell> parts, decimal sum, bool withinRounding)
    {
        var shown = string.Join(" + ", parts.Take(6).Select(p => $"{p.Line.Name}{(p.Line.Name == whole.Line.Name ? p.Line.Column : "")} {p.Value}")) + (parts.Count > 6 ? $" 等 {parts.Count} 项" : "");
        var message = $"{whole.Label} 是 {whole.Value}，{shown} 合计 {Amount.FromBase(sum, whole.Value.Unit, whole.Value.Places)}，差 {Gap(whole.Value, Amount.FromBase(sum, whole.Value.Unit))}。";
        IReadOnlyList<CellPlace> at = [whole.At, .. parts.Select(p => p.At)];
        return withinRounding
            ? Remark("JH3121", at, message, "差额在各数四舍五入的范围内，属于尾差。")
            : Problem("JH3122", at, message, "合计与分项应当相等，请核对。");
    }

    public static AccountsFinding DifferentUnits(CellPlace first, string one, CellPlace second, string other) =>
        Problem("JH3130", [first, second], $"同一个文件里既有“{one}”又有“{other}”的表。", "请确认没有把两家的决算放在一起。");

    public static AccountsFinding DifferentYears(CellPlace first, int one, CellPlace second, int other) =>
        Problem("JH3131", [first, second], $"同一个文件里既有 {one} 年又有 {other} 年的表。", "请确认没有把两年的决算放在一起。");

    public static AccountsFinding DraftAndApproved(CellPlace first, CellPlace second) =>
        Problem("JH3132", [first, second], "同一个文件里既有决算草案又有批复后的决算。", "请只用批复后的一套。");

    public static AccountsFinding WrongYear(string file, int found, int expected) =>
        Problem("JH3133", [], $"“{file}”是 {found} 年的决算，这里要的是 {expected} 年的。", "请换成对应年度的文件。");

    public static AccountsFinding WrongUnit(string file, string found, string expected) =>
        Problem("JH3134", [], $"“{file}”是“{found}”的决算，不是“{expected}”的。", "请换成本部门的文件；单位改过名称的，请在确认页改正。");

    public static AccountsFinding StillDraft(string file) =>
        Problem("JH3135", [], $"“{file}”是决算草案，批复后数字可能会变。", "请换成批复后的决算；暂时只有草案时，报告完稿前要再核对一遍。");

    public static AccountsFinding StagesDiffer(string file, string other) =>
        Problem("JH3136", [], $"“{file}”是决算草案，“{other}”是批复后的决算，两套不能混用。", "请只用批复后的。");

    public static AccountsFinding NoYear(string file) =>
        Problem("JH3137", [], $"“{file}”里没有写是哪一年的决算。", "请在确认页填上年度。");

    public static AccountsFinding NoneOfYear(int year) =>
        Problem("JH3138", [], $"没有 {year} 年的决算。", "请放入这一年的部门决算公开表。");

    public static AccountsFinding SeveralFiles(IReadOnlyList<string> files, int year) =>
        Problem("JH3139", [], $"{string.Join("、", files.Select(f => $"“{f}”"))}都是 {year} 年的决算，不知道用哪一份。", "请去掉不用的，只留一份。");

    public static AccountsFinding DraftLeftOut(string draft, string approved, int year) =>
        Problem("JH3140", [], $"“{draft}”是 {year} 年的决算草案，“{approved}”是批复后的决算，用了批复后的，草案没有用。", "请去掉草案，免得弄混。");

    private static string Gap(Amount left, Amount right) => new Amount(Math.Abs(left.Value - right.In(left.Unit).Value), left.Unit).ToString();

    private static AccountsFinding Remark(string code, IReadOnlyList<CellPlace> at, string message, string advice) => new(code, AccountsLevel.Remark, at, message, advice);

    private static AccountsFinding Problem(string code, IReadOnlyList<CellPlace> at, string message, string advice) => new(code, AccountsLevel.Problem, at, message, advice);

    private static string Shorten(string text) => text.Length <= 40 ? text : string.Create(CultureInfo.InvariantCulture, $"{text[..39]}…");
}
