using System.Text.RegularExpressions;
using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Form;

/// <summary>'全年未购置公务用车' in a report that names what was paid for one: what did not happen has no amount and no number.</summary>
internal sealed partial class NothingAndSomething(ClaimSet claims)
{
    private const int Lines = 4;

    /// <summary>What may not have been, the words that say so, and the words of a figure above zero that belie them.</summary>
    private static readonly (Regex Nothing, string[] Something, string[] Never)[] Matters =
    [
        (NoCar(), ["公务用车购置", "公务用车购置费", "公车购置", "公车购置费", "购置公务用车", "新购公务用车", "购置公车", "新购车辆", "购置车辆", "购置费", "车辆购置费", "购车"], ["运行", "维护", "保有", "更新后"]),
        (NoTrip(), ["因公出国", "因公出国境费", "出国团组", "因公出国境团组", "因公出国境", "出国费用", "出国经费", "出国境费", "因公出国团组"], ["接待", "公务用车"]),
        (NoGuest(), ["公务接待费", "国内公务接待", "公务接待", "接待费", "国内接待", "国内公务接待费"], ["外宾", "外事", "国境外", "接待量", "未"]),
    ];

    private static readonly string[] Other = ["上年", "去年", "预算", "计划", "以前年度", "往年", "比", "较", "同期", "拟", "下年", "明年", "采购目录"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every matter of the three public expenses.</summary>
    public void Find()
    {
        var text = _frame.Source.Text;
        if (!text.Contains("公务", StringComparison.Ordinal) && !text.Contains("公车", StringComparison.Ordinal) && !text.Contains("出国", StringComparison.Ordinal)) return;
        foreach (var (nothing, something, never) in Matters)
        {
            foreach (Match phrase in nothing.Matches(text))
            {
                if (IsOther(phrase.Index, phrase.Index + phrase.Length)) continue;
                if (Something(phrase, something, never) is not { } figure) continue;
                var later = figure.Figure.Start > phrase.Index;
                claims.Raise("JH2007", later ? figure.Figure.Start : phrase.Index, later ? figure.Figure.End : phrase.Index + phrase.Length, $"“{phrase.Value}”与“{_frame.Label(figure)}{figure.Figure.Text}”前后不一致。", "contradiction", "核对是否发生");
                break;
            }
        }
    }

    /// <summary>A figure above zero of the lines around whose own words are one of <paramref name="words"/>.</summary>
    private Mention? Something(Match phrase, string[] words, string[] never)
    {
        var paragraph = _frame.Source.ParagraphAt(phrase.Index);
        var year = 0;
        var before = claims.IndexBefore(phrase.Index);
        if (before >= 0 && _frame.Mentions[before].Paragraph == paragraph) year = _frame.Mentions[before].Year;
        for (var i = Math.Max(0, before - ProseFrame.Reach); i < _frame.Mentions.Count && _frame.Mentions[i].Paragraph <= paragraph + Lines; i++)
        {
            var figure = _frame.Mentions[i];
            if (figure.Paragraph < paragraph - Lines || figure.Role != Role.Value || figure.Figure.Value <= 0m || figure.Figure.InWords || figure.Figure.Unit.Kind is not (UnitKind.Money or UnitKind.Count) || figure.Figure.Unit.Kind == UnitKind.Count && figure.Figure.Unit.Name is not ("辆" or "台" or "个" or "批" or "批次" or "次" or "人次")) continue;
            if (figure.Figure.Start >= phrase.Index && figure.Figure.End <= phrase.Index + phrase.Length || figure.Year != 0 && year != 0 && figure.Year != year) continue;
            var label = Nouns.Bare(_frame.Label(figure)).TrimStart('度').ToString().Replace("（", "", StringComparison.Ordinal).Replace("）", "", StringComparison.Ordinal).Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
            foreach (var tail in (ReadOnlySpan<string>)["支出决算", "支出", "决算", "决算数", "数", "为"]) if (label.EndsWith(tail, StringComparison.Ordinal)) label = label[..^tail.Length];
            foreach (var head in (ReadOnlySpan<string>)["本年度", "本年", "全年", "当年", "年内", "本部门", "其中"]) if (label.StartsWith(head, StringComparison.Ordinal)) label = label[head.Length..];
            if (Array.IndexOf(words, label) < 0 || Array.Exists(never, w => label.Contains(w, StringComparison.Ordinal)) || IsOther(figure.ClauseStart, figure.Figure.Start)) continue;
            return figure;
        }
        return null;
    }

    /// <summary>Whether the clause speaks of another year or of a plan.</summary>
    private bool IsOther(int start, int end)
    {
        var text = _frame.Source.Text;
        var from = text.LastIndexOfAny(['，', '。', '；', '\n', '（', '('], Math.Max(0, start - 1)) + 1;
        var clause = text.AsSpan(Math.Min(from, start)..end);
        foreach (var word in Other) if (clause.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    [GeneratedRegex(@"(?:未|没有|无|未新)(?:新增|新)?(?:购置|购买|采购|新购|更新)(?:公务用车|公车|公务车辆|车辆)(?!充电|保险|燃)|(?:公务用车|公车)购置(?:费|支出|费支出|数)*(?:决算)?(?:数)?(?:为|是)?(?:0(?:\.0+)?(?:万元|元|辆)|零)|(?:公务用车|公车)购置(?:费|支出)*(?:未发生|为零)|无(?:公务用车|公车)购置", RegexOptions.CultureInvariant)]
    private static partial Regex NoCar();

    [GeneratedRegex(@"(?:没有|无|未安排|未组织|未发生)(?:因公)?出国(?:[（(]境[）)])?(?:团组|费用|经费|支出|任务|事项|活动)?|因公出国(?:[（(]境[）)])?(?:费|费用|经费|团组)?(?:支出|数|决算)*(?:为|是)?(?:0(?:\.0+)?(?:万元|元|个|人次)|零)", RegexOptions.CultureInvariant)]
    private static partial Regex NoTrip();

    [GeneratedRegex(@"(?:没有|无|未发生|未安排)(?:国内)?公务接待(?:费|费用|支出|活动|任务|事项)?(?=[，。；、）\n])|公务接待(?:费|支出|费支出)*(?:决算)?(?:数)?(?:为|是)?(?:0(?:\.0+)?(?:万元|元|批次|次)|零)", RegexOptions.CultureInvariant)]
    private static partial Regex NoGuest();
}
