using System.Text.RegularExpressions;

namespace Jiheng.Audit.Form;

/// <summary>Figures that were never written, by what stands around the empty place: '移送案件件', '占比为，', '共个项目', '位居全省第位', '资金万元用于'.</summary>
internal static partial class MissingNumbers
{
    /// <summary>The last characters of some of these stand in every such gap.</summary>
    private static readonly System.Buffers.SearchValues<string> Hints = System.Buffers.SearchValues.Create(
        ["为，", "为。", "为；", "达，", "达。", "达；", "达到，", "达到。", "达到；", "是，", "是。", "是；", "约，", "约。", "约；", "共计。", "共计；", "共个", "计个", "第位", "第名", "百分之", "元用于", "元，", "元。", "元；", "件，", "件。", "件；", "件、", "起", "条", "个", "家", "所", "名", "人", "辆", "台", "套", "张", "场", "份", "户", "项", "处", "例", "期", "次", "批"], StringComparison.Ordinal);

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        if (text.AsSpan().IndexOfAny(Hints) < 0) return;
        foreach (Match gap in Counted().Matches(text)) Raise(check, gap);
        foreach (Match gap in Empty().Matches(text)) Raise(check, gap);
    }

    private static void Raise(FormCheck check, Match gap)
    {
        if (check.IsRaised("JH2102", gap.Index, gap.Index + gap.Length)) return;
        check.Raise("JH2102", gap.Index, gap.Index + gap.Length, $"“{gap.Value}”缺少数值。", "填写实际数值");
    }

    /// <summary>A noun with its own counter right behind it and no number between.</summary>
    [GeneratedRegex(@"(?:案件(?:件|起|宗)|案件线索(?:条|件)|线索(?:条|件)|事项(?:项|件)|(?:问题|隐患|短板)(?:个|条|处|起|项)|项目(?:个|项)|(?:医院|机构|门店|商户|单位|药店|诊所)(?:个|家)|企业个|(?:学校|幼儿园|卫生院|卫生室)(?:所|个|家)|(?:群众|学生|党员|干部|专家|医生|护士|志愿者|教师|职工|儿童|老人|患者|残疾人|人员)(?:名|人次|余人|万人|余人次|万人次)|患者例|病例例|(?:车辆|公务用车)(?:辆|台)|设备(?:台|套)|床位(?:张|个)|(?:活动|讲座|演练|培训|会议|宣讲|义诊)(?:场次?|期)|培训班(?:期|个|场)|(?:贫困户|脱贫户|农户|住户|低保户)户|(?:资料|手册|折页|宣传单|宣传册|报告|问卷|简报|合同)(?:万?余?份|万?余?册)|(?:建议|提案|投诉|工单|诉求)(?:条|起)|来访(?:批次?|人次)|(?:岗位|社区|行政村|小区|点位|台账)个)(?=[，。；、）\n])", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    /// <summary>A word that calls for a figure, and the clause ends; or the unit goes on without one.</summary>
    [GeneratedRegex(@"(?:完成率|执行率|合格率|覆盖率|增长率|[^频效税费汇速功利]率|占比|比重|金额|总额|总数|人数|次数|余额|总量|增幅|降幅|得分|数量|面积|预算数|决算数|收入|支出|均值)(?:分别)?(?:约?为|达到?|是|约|约达)(?=[，。；])|(?:共计|总计)(?=[。；])|(?<![公中国一])共计?(?:个(?![人体性案别数位])|万元|亿元|万人|余万|余人|余个|人次)(?=[\u4e00-\u9fff])|(?:全市|全省|全县|全国|全区|排名?|位居|位列|排在|列|居)第(?:位|名)(?=[，。；、）])|百分之(?=[，。；、）\n])|(?:资金|经费|投资|支出|补助|补贴|金额)(?:共计|共|约|达|为)?(?:万元|亿元)(?=用于|建设|支持|购置|开展)", RegexOptions.CultureInvariant)]
    private static partial Regex Empty();
}
