using System.Buffers;
using System.Text.RegularExpressions;

namespace Jiheng.Audit.Form;

/// <summary>Figures that were never written, by what stands around the empty place: '移送案件件', '占比为，', '共个项目', '位居全省第位', '资金万元用于'.</summary>
internal static partial class MissingNumbers
{
    private const int Longest = 14;

    /// <summary>Last characters of a clause that ends in such a gap.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create("件起宗条项个处家所名次人例辆台套张场期户份册批为达到是约计位之");

    /// <summary>Where a unit goes on without its figure.</summary>
    private static readonly string[] Inner = ["共个", "计个", "共万", "共亿", "计万", "计亿", "共余", "共人", "金万元", "金亿元", "费万元", "资万元", "出万元", "助万元", "贴万元", "额万元", "达万元", "为万元", "约万元"];

    /// <summary>Finds those inside a clause.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        if (!check.Source.HasAny(Inner)) return;
        foreach (Match gap in Going().Matches(text)) Raise(check, gap.Index, gap.Length);
    }

    /// <summary>Looks at the end of the clause from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public static void AtEnd(FormCheck check, string text, int start, int end)
    {
        if (end - start < 3 || !Ends.Contains(text[end - 1]) || !FormText.IsHan(text[end - 2])) return;
        var from = Math.Max(start, end - Longest);
        foreach (var gap in Ending().EnumerateMatches(text.AsSpan(from..end))) Raise(check, from + gap.Index, gap.Length);
    }

    private static void Raise(FormCheck check, int at, int length)
    {
        if (!check.IsRaised("JH2102", at, at + length)) check.Raise("JH2102", at, at + length, $"“{check.Source.Text.AsSpan(at, length)}”缺少数值。", "填写实际数值");
    }

    /// <summary>A noun with its own counter right behind it and no number between; or a word that calls for a figure, and the clause ends.</summary>
    [GeneratedRegex(@"(?:案件(?:件|起|宗)|案件线索(?:条|件)|线索(?:条|件)|事项(?:项|件)|(?:问题|隐患|短板)(?:个|条|处|起|项)|项目(?:个|项)|(?:医院|机构|门店|商户|单位|药店|诊所)(?:个|家)|企业个|(?:学校|幼儿园|卫生院|卫生室)(?:所|个|家)|(?:群众|学生|党员|干部|专家|医生|护士|志愿者|教师|职工|儿童|老人|患者|残疾人|人员)(?:名|人次|余人|万人|余人次|万人次)|患者例|病例例|(?:车辆|公务用车)(?:辆|台)|设备(?:台|套)|床位(?:张|个)|(?:活动|讲座|演练|培训|会议|宣讲|义诊)(?:场次?|期)|培训班(?:期|个|场)|(?:贫困户|脱贫户|农户|住户|低保户)户|(?:资料|手册|折页|宣传单|宣传册|报告|问卷|简报|合同)(?:万?余?份|万?余?册)|(?:建议|提案|投诉|工单|诉求)(?:条|起)|来访(?:批次?|人次)|(?:岗位|社区|行政村|小区|点位|台账)个|(?:完成率|执行率|合格率|覆盖率|增长率|[^频效税费汇速功利]率|占比|比重|金额|总额|总数|人数|次数|余额|总量|增幅|降幅|得分|数量|面积|预算数|决算数|收入|支出|均值)(?:分别)?(?:约?为|达到?|是|约|约达)|(?:全市|全省|全县|全国|全区|排名?|位居|位列|排在|列|居)第(?:位|名)|百分之)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    /// <summary>A unit that goes on without its figure.</summary>
    [GeneratedRegex(@"(?<![公中国一])共计?(?:个(?![人体性案别数位])|万元|亿元|万人|余万|余人|余个|人次)(?=[\u4e00-\u9fff])|(?:资金|经费|投资|支出|补助|补贴|金额)(?:共计|共|约|达|为)?(?:万元|亿元)(?=用于|建设|支持|购置|开展)", RegexOptions.CultureInvariant)]
    private static partial Regex Going();
}
