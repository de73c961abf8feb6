using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Claims.Comparisons;

/// <summary>What a text claims of an actual value beside its target or limit.</summary>
internal enum Claimed
{
    /// <summary>Not less: 高于, 达到, 不低于.</summary>
    AtLeast,

    /// <summary>Not more: 控制在, 未突破.</summary>
    AtMost,

    /// <summary>Less: 低于, 未达到.</summary>
    Less,

    /// <summary>Better, in whichever direction is good: 优于.</summary>
    Better,
}

/// <summary>The words that hold an actual value against a target or limit.</summary>
/// <param name="Claimed">What they claim.</param>
/// <param name="Start">Where the word begins in the words searched.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsPlain">Whether what follows may as well be the gap (低于预算2万元) and not the target.</param>
internal readonly record struct Comparison(Claimed Claimed, int Start, int End, bool IsPlain)
{
    /// <summary>Names of targets and limits.</summary>
    public static readonly string[] Names =
        ["目标", "目标值", "要求", "标准", "任务", "任务数", "限值", "控制数", "限额", "预算", "预算数", "控制线", "红线", "管控线", "监管线", "警戒值", "控制值", "底线", "警戒线", "上限", "下限", "指标", "指标值", "计划", "计划数", "编制", "编制数", "定额", "额度", "核定数", "批复数", "规定值", "阈值", "天花板", "规定比例", "法定比例", "最低比例", "最高比例", "考核线", "及格线", "基准线"];

    private static readonly System.Buffers.SearchValues<char> Stops = System.Buffers.SearchValues.Create("，。；、）,;)（(");

    private static readonly (Claimed Claimed, bool IsPlain, string Words)[] Rows =
    [
        (Claimed.AtMost, false, "不超过 不高于 不大于 不多于 未超过 没有超过 未超出 没有超出 未超 没有超 未突破 没有突破 不突破 未高于 控制在 严控在 压减至 控制到 限定在"),
        (Claimed.AtLeast, false, "不低于 不少于 不小于 未低于 没有低于 超额完成 达到了 达到 达到并超过 提前达到"),
        (Claimed.Less, false, "未达到 未达 达不到 没有达到 没达到 未能达到 尚未达到 未完成 没有完成 未能完成 不及"),
        (Claimed.AtLeast, true, "高于 高出 超过 超出 超过了 大于 多于 突破 突破了 超 超过年度"),
        (Claimed.Less, true, "低于 少于 小于 不足"),
        (Claimed.Better, false, "优于 好于"),
    ];

    private static readonly (string Word, Claimed Claimed, bool IsPlain)[] Words =
        [.. Rows.SelectMany(r => r.Words.Split(' ').Select(w => (w, r.Claimed, r.IsPlain))).OrderByDescending(w => w.w.Length)];

    private static readonly WordTable<Claimed> AnyWord = new(Words.Select(w => (w.Word, w.Claimed)));

    /// <summary>The last word of comparison in <paramref name="text"/>, the longest where several end alike.</summary>
    public static Comparison? Find(ReadOnlySpan<char> text)
    {
        // Most words before figures compare nothing.
        if (!AnyWord.StandsIn(text)) return null;
        Comparison? found = null;
        foreach (var (word, claimed, plain) in Words)
        {
            var at = text.LastIndexOf(word, StringComparison.Ordinal);
            if (at < 0 || (found is { } best && at + word.Length <= best.End)) continue;
            found = new Comparison(claimed, at, at + word.Length, plain);
        }
        return found;
    }

    /// <summary>Whether <paramref name="text"/> ends with the name of a target or limit.</summary>
    public static bool EndsWithName(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd("（( 为的是：:");
        foreach (var name in Names) if (text.EndsWith(name, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>'以内', '的考核目标', '的红线以内': whether the words behind a figure name it as a target or limit.</summary>
    public static bool StartsWithName(ReadOnlySpan<char> after)
    {
        if (after.StartsWith("的序时进度", StringComparison.Ordinal) || after.StartsWith("的时间进度", StringComparison.Ordinal)) return true;
        foreach (var side in (ReadOnlySpan<string>)["及以上", "以上", "以下", "以内", "之内"]) if (after.StartsWith(side, StringComparison.Ordinal)) after = after[side.Length..];
        // '10人控制指标', '90%的考核目标': what sort of target it is stands before its name.
        foreach (var sort in (ReadOnlySpan<string>)["控制", "考核", "约束性", "年度", "工作"]) if (after.StartsWith(sort, StringComparison.Ordinal)) after = after[sort.Length..];
        // '控制在5人指标以内': the name right behind the figure; other words may stand before it only after 的.
        var reach = after.Length > 0 && after[0] == '的' ? 8 : 0;
        after = after[Math.Min(after.Length, reach > 0 ? 1 : 0)..Math.Min(after.Length, 14)];
        var stop = after.IndexOfAny(Stops);
        if (stop >= 0) after = after[..stop];
        foreach (var name in Names)
        {
            var at = after.LastIndexOf(name, StringComparison.Ordinal);
            if (at < 0 || at > reach) continue;
            var rest = after[(at + name.Length)..];
            if (rest.Length == 0 || rest[0] is '值' or '线' or '数' or '以' or '之' or '范' or '内' || !char.IsLetter(rest[0])) return true;
        }
        return false;
    }

    /// <summary>Whether <paramref name="actual"/> bears the claim out.</summary>
    public static bool Holds(Claimed claimed, decimal actual, decimal target) => claimed switch
    {
        Claimed.AtLeast => actual >= target,
        Claimed.AtMost => actual <= target,
        Claimed.Less => actual < target,
        _ => true,
    };

    /// <summary>'实际83.2%，未达到目标': whether the words behind the actual value own that it falls short, so that nothing is to be raised.</summary>
    public static bool IsAdmitted(ReadOnlySpan<char> after)
    {
        var stop = after.IndexOf('。');
        if (stop >= 0) after = after[..stop];
        foreach (var word in (ReadOnlySpan<string>)["未达到", "未达标", "没有达到", "未完成", "没有完成", "未能完成", "未能达到", "低于目标", "低于指标", "低于年度", "未实现", "尚未达到", "存在差距", "有差距", "未达"]) if (after.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
