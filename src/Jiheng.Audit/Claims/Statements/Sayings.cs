using System.Globalization;
using System.Text.RegularExpressions;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Form;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims.Statements;

/// <summary>
/// Set phrases that the figures beside them belie: '超额完成' beside 97.67 %, '收支平衡、没有结余' between an income and a lower outlay, '均按时答复，其中2件逾期',
/// '突破百亿元' below it, '智力障碍学生最多' of what is not the most, '与上年持平' behind a change.
/// </summary>
internal sealed partial class Sayings(ClaimSet claims)
{
    private static readonly string[] AnyWord = ["超额", "未完成", "未能完成", "收支平衡", "收支相抵", "结余", "均", "全部", "都", "突破", "迈上", "跨上", "站上", "跨过", "最", "首", "第一", "持平"];

    private static readonly string[] Planned = ["将", "力争", "有望", "即将", "未", "接近", "预计", "争取", "确保", "计划", "目标", "拟", "没有", "尚", "不", "若"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every such phrase.</summary>
    public void Find()
    {
        var source = _frame.Source;
        var text = source.Text;
        if (!source.HasAny(AnyWord)) return;
        // Each phrase is sought only in a text that holds its rarest words: most hold none, and a search for words costs far less than one for phrases.
        if (source.HasAny("超额", "，未", "，没有")) foreach (Match phrase in Surpassed().Matches(text)) Completion(phrase);
        if (source.HasAny("收支相抵", "收支平衡", "收支持平", "没有结余", "无结余", "未形成结余", "结余为零")) foreach (Match phrase in Balanced().Matches(text)) Balance(phrase);
        if (source.HasAny("逾期", "超期", "超时", "未按时", "未按期", "延期", "时限") && source.HasAny("规定", "法定", "按时", "按期", "如期", "及时")) foreach (Match phrase in InTime().Matches(text)) Exception(phrase);
        if (source.HasAny("突破", "迈上", "跨上", "站上", "跨过", "跃上", "越过")) foreach (Match phrase in Passed().Matches(text)) Threshold(phrase);
        if (source.HasAny("最多", "最少", "居首", "居第一", "名第一", "列第一", "排第一")) foreach (Match phrase in Most().Matches(text)) Greatest(phrase);
        if (source.Has("持平")) foreach (Match phrase in Level().Matches(text)) Unchanged(phrase);
    }

    /// <summary>The rate of completion right before '超额完成' or '未完成'; of a run all rates where the phrase speaks of all.</summary>
    private void Completion(Match phrase)
    {
        var least = !phrase.Groups["not"].Success;
        var all = phrase.Groups["all"].Success;
        var before = _frame.Source.Text.AsSpan(FormText.SentenceStart(_frame.Source.Text, phrase.Index)..phrase.Index);
        if (FormText.HasAny(before[(before.LastIndexOfAny('，', '；') + 1)..], Planned) || FormText.HasAny(before, "明年", "下年")) return;
        for (var i = claims.IndexBefore(phrase.Index); i >= 0 && Reaches(i, phrase.Index); i--)
        {
            var rate = _frame.Mentions[i];
            if (rate.Figure is not { Unit.Kind: UnitKind.Percent, Bound: Bound.None } || rate.Role is not (Role.Rate or Role.Share)) continue;
            var run = rate.RunLength > 1 ? _frame.Mentions.GetRange(rate.RunStart, rate.RunLength) : [rate];
            if (!IsCompletion(run[0]) || run.Count > 1 && !all) return;
            // '三季度完成率96.4%，二季度已超额完成季度任务': the clause names a time of its own.
            if (rate.Figure.End < phrase.Index && FormText.HasAny(_frame.Source.Text.AsSpan(rate.Figure.End..phrase.Index), "季度", "上年", "去年", "上月", "上半年")) return;
            if (run.Find(r => least ? r.Figure.Value < 100m : r.Figure.Value >= 100m) is not { } wrong)
            {
                if (all) continue;
                return;
            }
            Raise(phrase, $"完成{wrong.Figure.Text}，与“{phrase.Value}”的说法不符。");
            return;
        }
    }

    private bool IsCompletion(Mention rate)
    {
        var own = _frame.Source.Text.AsSpan(rate.ClauseStart..rate.Figure.Start);
        return FormText.EndsWithAny(_frame.Label(rate).TrimEnd("为达到是：:"), ["完成率", "执行率", "完成比例"]) || own.Contains("完成", StringComparison.Ordinal) && FormText.HasAny(own, "目标", "任务", "计划", "预算") || own.StartsWith("为", StringComparison.Ordinal) && FormText.HasAny(own, "目标", "任务", "计划", "预算") || own.Contains("占", StringComparison.Ordinal) && FormText.HasAny(own, "年度计划", "目标任务", "年度任务", "年初计划");
    }

    /// <summary>'决算收入1856.20万元…；决算支出1840.75万元，当年收支平衡、没有结余': no other figure that could fill the gap is named.</summary>
    private void Balance(Match phrase)
    {
        Mention? income = null, outlay = null;
        for (var i = claims.IndexBefore(phrase.Index); i >= 0 && Reaches(i, phrase.Index); i--)
        {
            var mention = _frame.Mentions[i];
            if (mention.Role != Role.Value || mention.Figure.Unit.Kind != UnitKind.Money) continue;
            var label = Nouns.Bare(_frame.Label(mention));
            if (label.EndsWith("支出", StringComparison.Ordinal) || label.EndsWith("总支出", StringComparison.Ordinal)) outlay ??= mention;
            else if (label.EndsWith("收入", StringComparison.Ordinal)) income ??= mention;
            else if (label.EndsWith("收入总计", StringComparison.Ordinal) || label.EndsWith("收入合计", StringComparison.Ordinal)) income ??= mention;
            else if (label.EndsWith("支出总计", StringComparison.Ordinal) || label.EndsWith("支出合计", StringComparison.Ordinal)) outlay ??= mention;
            else return;
        }
        if (income is null || outlay is null || income.Figure.Range.Meets(outlay.Figure.Range) || Kin(income) != Kin(outlay)) return;
        var sentence = _frame.Source.Text.AsSpan(FormText.SentenceStart(_frame.Source.Text, phrase.Index)..FormText.SentenceEnd(_frame.Source.Text, phrase.Index));
        if (FormText.HasAny(sentence, "加", "补助", "调入", "调出", "转移", "年初结转", "上年结转", "上年结余", "债", "上解", "预备", "弥补", "使用非财政", "专用结余") && !sentence.Contains("比上年增加", StringComparison.Ordinal) || FormText.HasAny(sentence, "补助", "调入", "转移", "上解", "债", "年初结转", "上年结转", "弥补")) return;
        Raise(phrase, $"收入{income.Figure.Text}、支出{outlay.Figure.Text}，与“{phrase.Value}”的说法不符。");
    }

    /// <summary>'决算收入' and '决算支出' are of one kind, '一般公共预算收入' and '本级支出' need not be.</summary>
    private string Kin(Mention mention)
    {
        var label = Nouns.Bare(_frame.Label(mention)).ToString();
        foreach (var word in (ReadOnlySpan<string>)["收入", "支出", "总计", "合计", "总", "实现", "完成", "全年", "本年", "当年", "安排"]) label = label.Replace(word, "", StringComparison.Ordinal);
        return label.Length > 2 ? label[^2..] : label;
    }

    /// <summary>'均在规定时限内答复，其中2件逾期答复'.</summary>
    private void Exception(Match phrase)
    {
        var before = _frame.Source.Text.AsSpan(FormText.SentenceStart(_frame.Source.Text, phrase.Index)..phrase.Index);
        var clause = before[(before.LastIndexOfAny('，', '；') + 1)..];
        if (before.Contains('除') || FormText.HasAny(clause, Planned)) return;
        var late = phrase.Groups["late"];
        var next = claims.IndexBefore(late.Index) + 1;
        for (var i = Math.Max(0, next - 1); i < _frame.Mentions.Count && i <= next; i++)
            if (_frame.Mentions[i] is { Figure: { Unit.Kind: UnitKind.Count, Value: > 0m } } count && count.Figure.Start >= late.Index && count.Figure.End <= late.Index + late.Length)
            {
                var said = phrase.Groups["said"];
                claims.Raise("JH2111", said.Index, said.Index + said.Length, $"文中另有“{late.Value}”，与“{said.Value}”的说法不符。", null, "改正结论，或核对这几件");
                return;
            }
    }

    /// <summary>'总产值98.6亿元，首次突破100亿元大关'.</summary>
    private void Threshold(Match phrase)
    {
        var at = claims.IndexBefore(phrase.Index);
        while (at > 0 && _frame.Mentions[at] is { Role: Role.Change or Role.Growth } change && change.Sentence == _frame.Mentions[at - 1].Sentence) at--;
        if (at < 0 || !Reaches(at, phrase.Index) || _frame.Mentions[at] is not { Role: Role.Value, Depth: 0, Figure.Bound: Bound.None } value || claims.IsComputedAs(ClaimType.Ordering, value)) return;
        if (!decimal.TryParse(phrase.Groups["n"].ValueSpan, CultureInfo.InvariantCulture, out var number) && !ChineseNumeral.TryRead(phrase.Groups["n"].Value is ['百' or '千', ..] bare ? "一" + bare : phrase.Groups["n"].Value, out number)) return;
        if (UnitTable.Match(phrase.Groups["unit"].ValueSpan, out var unit, out var factor) == 0 || !unit.Fits(value.Figure.Unit)) return;
        foreach (var c in phrase.Groups["scale"].ValueSpan) factor *= c switch { '亿' => 100000000m, '万' => 10000m, '千' => 1000m, _ => 100m };
        // Half of it and less is another figure: '…，突破10亿元' of a tax that the text does not print.
        var line = number * factor;
        if (value.Figure.Range.High >= line || value.Figure.Value * 2m < line) return;
        Raise(phrase, $"{value.Figure.Text}没有达到“{phrase.Groups["line"].Value}”，与“{phrase.Value}”的说法不符。");
    }

    /// <summary>'甲84人、乙236人、丙811人，其中乙最多': the name stands in the list, and another item is greater.</summary>
    private void Greatest(Match phrase)
    {
        var name = phrase.Groups["name"].Value;
        var least = phrase.Groups["least"].Success;
        var last = claims.IndexBefore(phrase.Index);
        if (last < 2) return;
        var list = new List<Mention>();
        for (var i = last; i >= 0 && Reaches(i, phrase.Index) && list.Count < 20; i--)
        {
            var mention = _frame.Mentions[i];
            if (list.Count > 0 && !mention.Figure.Unit.Fits(list[0].Figure.Unit)) continue;
            if (mention.Role != Role.Value || mention.Figure is not { Unit.IsAdditive: true, Bound: Bound.None }) { if (list.Count > 0) break; continue; }
            list.Insert(0, mention);
            if (mention.Break > Break.Item) break;
        }
        if (list.Count < 3 || list.Skip(1).Any(m => m.Break != Break.Item)) return;
        var own = list.FindAll(m => Nouns.Bare(_frame.Label(m)) is { Length: >= 2 } label && (name.Contains(label.ToString(), StringComparison.Ordinal) || label.EndsWith(name, StringComparison.Ordinal)));
        if (own.Count != 1) return;
        if (list.Find(m => least ? m.Figure.Value < own[0].Figure.Value : m.Figure.Value > own[0].Figure.Value) is not { } beyond) return;
        Raise(phrase, $"{_frame.Label(beyond)}{beyond.Figure.Text}{(least ? "少于" : "多于")}{_frame.Label(own[0])}{own[0].Figure.Text}，与“{phrase.Value}”的说法不符。");
    }

    /// <summary>'比上年增加0.3万元，与上年持平'.</summary>
    private void Unchanged(Match phrase)
    {
        var at = claims.IndexBefore(phrase.Index);
        if (at < 0 || _frame.Mentions[at] is not { Role: Role.Change, Figure.Value: > 0m } change || !Reaches(at, phrase.Index)) return;
        var between = _frame.Source.Text.AsSpan(change.Figure.End..phrase.Index);
        var clause = _frame.Source.Text.AsSpan(change.ClauseStart..change.Figure.Start);
        if (between.Length > 1 || !FormText.HasAny(clause, "比上年", "较上年", "同比", "比去年", "较去年") || FormText.HasAny(clause, "预算", "计划", "年初", "目标", "环比", "上月", "上季") || change.Depth > 0) return;
        Raise(phrase, $"前文写的是“{clause.ToString().Trim()}{change.Figure.Text}”，与“{phrase.Value}”的说法不符。");
    }

    private bool Reaches(int index, int at) => _frame.Mentions[index].Figure.Start >= FormText.SentenceStart(_frame.Source.Text, at);

    private void Raise(Match phrase, string message)
    {
        var said = phrase.Groups["said"];
        if (claims.Findings.Exists(f => f.Code is "JH2111" && f.At.Block == _frame.Source.Spot(said.Index, said.Index + said.Length).Block && f.At.Start < _frame.Source.Spot(said.Index, said.Index + said.Length).End && f.At.End > _frame.Source.Spot(said.Index, said.Index + said.Length).Start)) return;
        claims.Raise("JH2111", said.Index, said.Index + said.Length, message, null, "改正结论，或核对数字");
    }

    [GeneratedRegex(@"(?<said>(?:(?<all>(?:[二两三四五六七八九十2-9][项个类][^，。；0-9]{0,6})?(?:均|全部|都))已?超额|(?<![未没])超额|(?<=，)(?<not>未能?|没有))(?:完成|达成|实现)(?:了)?(?:全年|年度|年初|预定|既定|季度|当季|半年|上半年|月度|阶段性|当期)?(?:任务|目标|计划|指标|预算)?)(?![^，。；\n]{0,6}[0-9])(?=[，。；、\n]|全|年|既|预|任|目|季|当|半|上|月|阶)", RegexOptions.CultureInvariant)]
    private static partial Regex Surpassed();

    [GeneratedRegex(@"(?<said>(?:当年|本年|全年)?(?:收支(?:相抵|平衡|持平)(?:[、，](?:没有|无|未形成)结余)?|(?:没有|无|未形成)结余|结余为零))(?=[，。；\n])", RegexOptions.CultureInvariant)]
    private static partial Regex Balanced();

    [GeneratedRegex(@"(?<said>(?:均|全部|都)已?(?:在规定(?:的)?(?:时限|期限|时间)内|在法定(?:时限|期限)内|按时|按期|如期|及时)(?:予以|进行)?(?:答复|办结|办理|完成|回复|整改|反馈|处置|结案|交付|审结|兑现|报送)(?:完毕|到位)?|(?:无一|没有|未发生|不存在|无)(?:逾期|超期|超时)(?:办理|办结|答复|现象|情况|件)?)[^。！？\n]{0,24}?(?<late>(?:其中|但|有|仅)?[^，。；！？\n]{0,4}[0-9]+[件起项个宗单户人名条](?:[^，。；！？\n]{0,16}?)(?:逾期|超期|超时限|超时|未按时|未按期|延期|超过(?:规定)?时限)|(?:逾期|超期|超时限|未按时|未按期)(?:办结|办理|答复|完成|回复)?的?(?:有|为)?[0-9]+[件起项个宗单户人名条])", RegexOptions.CultureInvariant)]
    private static partial Regex InTime();

    [GeneratedRegex(@"(?<=，)(?<said>(?:已|首次|历史性|成功|一举|再次|率先)*(?:地)?(?:突破|迈上|跨上|站上|跨过|跃上|越过)(?:了)?(?<line>(?:(?<n>[0-9]+(?:\.[0-9]+)?)(?<scale>[百千]?[万亿]?)|(?<n>[一二三四五六七八九]?[百千])(?<scale>[万亿]+)|(?<n>[一二三四五六七八九])(?<scale>[万亿]))(?<unit>人次|元|人|吨|件|亩|头))(?:大关|关口|门槛|台阶|关)?)(?=[，。；\n])", RegexOptions.CultureInvariant)]
    private static partial Regex Passed();

    [GeneratedRegex(@"(?<=[，；、]|其中)(?<said>(?:其中)?(?:以)?(?<name>[^，。；、：0-9\n]{2,10}?)(?:数量|人数|占比|人数量)?(?:最多|居首位?|居第一位?|排名第一|位居第一|位列第一|排第一|位居首位|(?<least>最少)))(?=[，。；\n])", RegexOptions.CultureInvariant)]
    private static partial Regex Most();

    [GeneratedRegex(@"(?<=，)(?<said>(?:与|同|和)(?:上年|去年|上年度|上年同期|去年同期)(?:相比)?(?:完全)?持平)(?=[，。；\n])", RegexOptions.CultureInvariant)]
    private static partial Regex Level();
}
