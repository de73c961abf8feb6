using System.Text.RegularExpressions;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims.Comparisons;

/// <summary>
/// What is said of all the rates, scores or cases of a paragraph, and the one that belies it: '四项指标均高于70%' beside 68.4%, '各项指标均为满分' beside a
/// score that is not full, '未发生医疗事故' beside '发生医疗事故2起'.
/// </summary>
internal sealed partial class AllAbove(ClaimSet claims)
{
    private static readonly string[] AnyWord = ["均", "全部", "都", "未扣分", "没有扣分", "无扣分", "未发生", "没有发生", "无一例", "零发生"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every such phrase.</summary>
    public void Find()
    {
        if (!_frame.Source.HasAny(AnyWord)) return;
        foreach (Match phrase in All().Matches(_frame.Source.Text)) Rates(phrase);
        foreach (Match phrase in FullMarks().Matches(_frame.Source.Text)) Scores(phrase);
        foreach (Match phrase in Never().Matches(_frame.Source.Text)) Cases(phrase);
    }

    /// <summary>The rates that the phrase speaks of: as many as it names, or the run right before it.</summary>
    private void Rates(Match phrase)
    {
        var before = claims.IndexBefore(phrase.Groups["all"].Index + phrase.Groups["all"].Length);
        if (before + 1 >= _frame.Mentions.Count || _frame.Mentions[before + 1] is not { } line || line.Figure.Start < phrase.Index || line.Figure.Start > phrase.Index + phrase.Length || line.Figure.Unit.Kind != UnitKind.Percent) return;
        var word = phrase.Groups["all"].Value;
        var above = !word.Contains('低') && !word.Contains("控制", StringComparison.Ordinal) && !word.Contains("不超过", StringComparison.Ordinal) && !word.Contains("小于", StringComparison.Ordinal) || word.Contains("不低于", StringComparison.Ordinal);
        var rates = phrase.Groups["n"].Success ? Counted(line, phrase) : Run(line);
        foreach (var rate in rates)
        {
            var holds = above ? rate.Figure.Value >= line.Figure.Value : rate.Figure.Value <= line.Figure.Value;
            // A rate that was held against its own target speaks for itself.
            if (holds || claims.IsComputedAs(ClaimType.Ordering, rate)) continue;
            claims.Raise("JH2111", phrase.Groups["all"].Index, line.Figure.End, $"{rate.Figure.Text}{(above ? "低于" : "高于")}{line.Figure.Text}，与“{word}”的说法不符。", null, "改正结论，或核对这项比率");
            return;
        }
    }

    /// <summary>'四项指标均高于70%': exactly four rates stand in the paragraph beside the line itself.</summary>
    private List<Mention> Counted(Mention line, Match phrase)
    {
        var named = phrase.Groups["n"].Value;
        var count = char.IsAsciiDigit(named[0]) ? named[0] - '0' : ChineseNumeral.TryRead(named, out var words) ? words : 0m;
        var rates = Around(line).Where(m => m.Paragraph == line.Paragraph && m != line && m.Depth == line.Depth && IsRate(m)).ToList();
        return rates.Count == count ? rates : Run(line);
    }

    /// <summary>'甲、乙分别为80%、65%，均高于70%': the rates of one run, or those of its sentence one clause each.</summary>
    private List<Mention> Run(Mention line)
    {
        var last = line.Index > 0 ? _frame.Mentions[line.Index - 1] : null;
        // '均达到90%以上，分别为95%、92%、81%'.
        if (line.Index + 1 < _frame.Mentions.Count && _frame.Mentions[line.Index + 1] is { RunLength: > 1 } next && next.Segment == line.Segment && next.Says(Cues.Each | Cues.Whole) && IsRate(next)) return _frame.Mentions.GetRange(next.RunStart, next.RunLength).FindAll(IsRate);
        if (last is null || last.Segment != line.Segment || line.Clause - last.Clause > 1 || !IsRate(last) || last.RunLength < 2) return [];
        return _frame.Mentions.GetRange(last.RunStart, last.RunLength).FindAll(IsRate);
    }

    private IEnumerable<Mention> Around(Mention line)
    {
        for (var i = Math.Max(0, line.Index - ProseFrame.Reach); i < _frame.Mentions.Count && i <= line.Index + ProseFrame.Reach / 2; i++) yield return _frame.Mentions[i];
    }

    private static bool IsRate(Mention mention) => mention.Role is Role.Rate or Role.Share && mention.Figure is { Unit.Kind: UnitKind.Percent, Bound: Bound.None };

    /// <summary>'过程25分，得分23.5分…各项均为满分', '总分100分，得分91.5分'.</summary>
    private void Scores(Match phrase)
    {
        var paragraph = _frame.Source.ParagraphAt(phrase.Index);
        for (var i = claims.IndexBefore(phrase.Index); i > 0 && _frame.Mentions[i].Paragraph == paragraph && _frame.Mentions[i - 1].Paragraph == paragraph; i--)
        {
            var (full, score) = (_frame.Mentions[i - 1], _frame.Mentions[i]);
            if (score.Figure.Unit.Name != "分" || !full.Figure.Unit.Fits(score.Figure.Unit) || score.Segment != full.Segment || score.Clause - full.Clause > 1 || score.Figure.Value >= full.Figure.Value) continue;
            var label = _frame.Label(score);
            if (!(label.Contains("得分", StringComparison.Ordinal) || label is "得" or "自评得" or "实得") || label.Contains("平均", StringComparison.Ordinal)) continue;
            claims.Raise("JH2111", phrase.Index, phrase.Index + phrase.Length, $"{full.Figure.Text}只得{score.Figure.Text}，与“{phrase.Value}”的说法不符。", null, "改正结论，或核对得分");
            return;
        }
    }

    /// <summary>'未发生医疗事故' and, of the same paragraph, how many of exactly that did happen.</summary>
    private void Cases(Match phrase)
    {
        var paragraph = _frame.Source.ParagraphAt(phrase.Index);
        var what = phrase.Groups["what"].Value;
        for (var i = Math.Max(0, claims.IndexBefore(phrase.Index) - 12); i < _frame.Mentions.Count && _frame.Mentions[i].Paragraph <= paragraph; i++)
        {
            var happened = _frame.Mentions[i];
            if (happened.Paragraph != paragraph || happened.Role != Role.Value || happened.Figure.Unit.Kind != UnitKind.Count || happened.Figure.Value <= 0m || happened.Figure.Bound != Bound.None) continue;
            var label = Nouns.Bare(_frame.Label(happened));
            if (!label.EndsWith(what, StringComparison.Ordinal) || label[..^what.Length] is not ("" or "发生" or "共发生" or "发生了")) continue;
            var (start, end) = happened.Figure.Start > phrase.Index ? (happened.Figure.Start, happened.Figure.End) : (phrase.Index, phrase.Index + phrase.Length);
            claims.Raise("JH2111", start, end, $"“{phrase.Value}”与“{what}{happened.Figure.Text}”不符。", null, "核对是否发生");
            return;
        }
    }

    [GeneratedRegex(@"(?:(?<n>[二两三四五六七八九十]|[2-9])[项个类](?:[^，。；：0-9\n]{0,8}))?(?<all>[均都]已?(?:高于|超过|不低于|达到|大于|低于|不超过|不高于|小于|控制在))[^，。；：0-9\n]{0,8}[0-9.]+[%％]", RegexOptions.CultureInvariant)]
    private static partial Regex All();

    [GeneratedRegex(@"(?:各项|各类|所有|全部)[^，。；：0-9\n]{0,10}(?:均|都|全部)?(?:为|得|获|是|拿到|取得)满分|(?:各项|所有|全部)[^，。；：0-9\n]{0,8}(?:均|都)?(?:未扣分|没有扣分|无扣分)", RegexOptions.CultureInvariant)]
    private static partial Regex FullMarks();

    [GeneratedRegex(@"(?<![除较比])(?:全年|年内|本年|期间)?(?:均|也)?(?:未发生|没有发生|未出现|零发生)(?<what>[^，。；：、0-9\n]{3,12}?)(?=[，。；\n])", RegexOptions.CultureInvariant)]
    private static partial Regex Never();
}
