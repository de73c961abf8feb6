using System.Globalization;
using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Tables;

/// <summary>Brings the names of rows, columns and figures in the text to one form, so that only the words that tell values apart are compared.</summary>
internal static class CellNames
{
    /// <summary>Shortest name that can stand for one value; shorter ones (收入, 人数) stand for many.</summary>
    public const int Least = 3;

    private const int Longest = 30;

    private static readonly string[] Before = ["其中", "减", "加", "截至", "全年度", "全年", "本年度", "本年", "当年", "年末", "年底", "我单位", "本单位", "我部门", "本部门", "我局", "我委", "我院", "实际", "共计", "共", "年度"];
    private static readonly string[] Verbs = ["分别为", "达到", "实现", "共计", "合计", "总计", "金额", "完成", "实际", "为", "是", "达", "共", "约", "有", "计", "了", "已"];

    /// <summary>Words that make a value one of a plan; behind them a name of what is planned may follow.</summary>
    private static readonly string[] Planned = ["预算", "计划", "目标", "指标", "批复", "下达", "安排", "概算", "编制", "核定", "应", "拟", "限额", "控制", "申请", "额度"];
    private static readonly string[] Done = ["决算", "执行", "实际", "实有", "实支", "完成", "本年", "本期", "当年", "现有"];

    /// <summary>Columns that hold no value of the year itself.</summary>
    private static readonly string[] Other =
        ["上年", "去年", "上期", "上月", "同期", "增", "减", "变动", "变化", "差", "率", "比", "%", "％", "分", "权重", "序", "排名", "累计", "结转", "结余", "剩余", "余额", "月", "季", "半年", "年初数", "期初", "年末", "人均", "均", "每", "单价", "标准", "次年", "下年", "编号", "编码", "代码", "年份", "进度", "偏", "未", "其中"];

    private static readonly string[] Plain =
        ["决算数", "执行数", "预算数", "计划数", "目标数", "完成数", "支出数", "收入数", "实际数", "本年度", "本年", "本期", "当年", "年度", "年初", "全年", "调整", "决算", "执行", "预算", "计划", "实际", "完成", "目标", "合计", "总计", "总额", "金额", "数额", "数量", "数值", "小计", "情况", "值", "数", "年", "亿元", "万元", "元", "（", "）", "(", ")"];

    /// <summary>Kinds of value, which the column names as well.</summary>
    private static readonly string[] Kinds = ["决算数", "执行数", "预算数", "计划数", "支出数", "决算", "执行", "年初预算", "全年预算", "预算", "数"];

    /// <summary>Words for what is left or added up: many values bear them.</summary>
    private static readonly string[] Nameless = ["其他", "其余", "合计", "小计", "总计"];

    private static readonly char[] Marks = ['“', '”', '·', '●', '—', '-', '*', '※', '▲', '，', '、', '：', ':'];

    // A digit tells two values apart that are named alike but for it; what holds one is no plain name.
    private static readonly System.Buffers.SearchValues<char> Stops = System.Buffers.SearchValues.Create("，。；、,;0123456789０１２３４５６７８９");

    /// <summary>The name of a row; empty when it names nothing that another place could name as well.</summary>
    public static string OfRow(string label)
    {
        var name = WithoutNumber(WithoutBrackets(label)).ToString();
        foreach (var colon in (ReadOnlySpan<char>)['：', ':']) if (name.IndexOf(colon, StringComparison.Ordinal) is >= 0 and <= 2 and var at) name = name[(at + 1)..];
        return Name(WithoutNumber(name).ToString());
    }

    /// <summary>The name before a figure of the text, empty when it is none, and what the words around the name say it is.</summary>
    public static (string Name, Side Side) OfText(ReadOnlySpan<char> label)
    {
        var words = Squeezed(label);
        var name = Name(words);
        return (name, name.Length == 0 ? Side.Unsaid : SideOf(words.Replace(name, "", StringComparison.Ordinal)));
    }

    /// <summary>What a column holds.</summary>
    public static ColumnSense OfColumn(string head)
    {
        var words = Squeezed(head);
        var year = YearOf(words);
        var plain = WithoutBrackets(words).ToString();
        foreach (var other in Other) if (plain.Contains(other, StringComparison.Ordinal)) return new ColumnSense("", Side.Other, year);
        var side = SideOf(plain);
        if (year > 0) plain = plain.Replace(year.ToString(CultureInfo.InvariantCulture), "", StringComparison.Ordinal);
        if (side == Side.Both || plain.AsSpan().ContainsAnyInRange('0', '9')) return new ColumnSense("", Side.Other, year);
        foreach (var word in Plain) plain = plain.Replace(word, "", StringComparison.Ordinal);
        return new ColumnSense(plain, side, year);
    }

    /// <summary>The calendar year that <paramref name="words"/> name, 0 for none or several.</summary>
    public static int YearOf(ReadOnlySpan<char> words)
    {
        var found = 0;
        for (var i = 0; i + 4 <= words.Length; i++)
        {
            if (words[i] is not ('1' or '2') || !int.TryParse(words.Slice(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1990 or > 2100) continue;
            if (found > 0 && found != year) return 0;
            found = year;
            i += 3;
        }
        return found;
    }

    /// <summary>Words without blanks.</summary>
    public static string Squeezed(ReadOnlySpan<char> words)
    {
        var builder = new System.Text.StringBuilder(words.Length);
        foreach (var c in words) if (!char.IsWhiteSpace(c)) builder.Append(c);
        return builder.ToString();
    }

    private static Side SideOf(string words)
    {
        var plain = words.Replace("一般公共预算", "", StringComparison.Ordinal).Replace("政府性基金预算", "", StringComparison.Ordinal).Replace("财政预算内", "", StringComparison.Ordinal);
        var planned = Array.Exists(Planned, w => plain.Contains(w, StringComparison.Ordinal));
        var done = Array.Exists(Done, w => plain.Contains(w, StringComparison.Ordinal));
        return planned ? done ? Side.Both : Side.Planned : done ? Side.Done : Side.Unsaid;
    }

    private static string Name(string words)
    {
        var name = Squeezed(words).Trim(Marks);
        for (var before = ""; before != name;)
        {
            before = name;
            if (name.Length >= 5 && YearOf(name.AsSpan(0, 4)) > 0 && name[4] == '年') name = name[5..].TrimStart('度', '末', '底');
            foreach (var word in Before) if (name.Length - word.Length >= Least && name.StartsWith(word, StringComparison.Ordinal)) name = name[word.Length..].TrimStart(Marks);
            foreach (var word in Verbs) if (name.Length - word.Length >= Least && name.EndsWith(word, StringComparison.Ordinal)) name = name[..^word.Length].TrimEnd(Marks);
            foreach (var word in Kinds) if (name.Length - word.Length >= Least && name.EndsWith(word, StringComparison.Ordinal) && !name.EndsWith("人数", StringComparison.Ordinal)) name = name[..^word.Length];
            if (name.EndsWith("费支出", StringComparison.Ordinal) || name.EndsWith("费用支出", StringComparison.Ordinal)) name = name[..^2];
        }
        return name.Length is < Least or > Longest || name.AsSpan().ContainsAny(Stops) || Array.Exists(Nameless, w => name.Contains(w, StringComparison.Ordinal)) ? "" : name;
    }

    /// <summary>'一、', '（一）', '1.', '①' before a name.</summary>
    private static ReadOnlySpan<char> WithoutNumber(ReadOnlySpan<char> label)
    {
        var name = label.Trim();
        if (name.Length > 2 && name[0] is '（' or '(' && name[1..].IndexOfAny('）', ')') is > 0 and <= 3 and var close) return name[(close + 2)..].Trim();
        var at = 0;
        while (at < name.Length && at < 4 && (FigureLexer.IsDigit(name[at]) || ChineseNumeral.IsPart(name[at]) || name[at] is >= '①' and <= '⑳')) at++;
        if (at == 0) return name;
        if (name[0] is >= '①' and <= '⑳') return name[at..].Trim();
        return at < name.Length && name[at] is '、' or '.' or '．' ? name[(at + 1)..].Trim() : name;
    }

    /// <summary>A name without the note that closes it: '县医院床位数（张）'.</summary>
    private static ReadOnlySpan<char> WithoutBrackets(string label)
    {
        var name = label.AsSpan().Trim();
        var open = name.LastIndexOfAny('（', '(');
        return open > 0 && name[^1] is '）' or ')' ? name[..open] : name;
    }
}

/// <summary>What a column holds.</summary>
/// <param name="Core">What its head names beyond words that any table uses; empty when the row alone names the value.</param>
/// <param name="Side">Whether it was planned or done.</param>
/// <param name="Year">The calendar year that its head names, 0 for none.</param>
internal readonly record struct ColumnSense(string Core, Side Side, int Year);

/// <summary>Whether a value was planned or done.</summary>
internal enum Side
{
    /// <summary>The words leave it open.</summary>
    Unsaid,

    /// <summary>Planned: 预算, 目标.</summary>
    Planned,

    /// <summary>Done: 决算, 执行.</summary>
    Done,

    /// <summary>Words of both: 预算执行数.</summary>
    Both,

    /// <summary>Neither: a rate, a change, a value of another time.</summary>
    Other,
}
