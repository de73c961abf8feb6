using System.Text.RegularExpressions;
using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Form;

/// <summary>Units that the thing measured cannot have: 农机总动力 in 千克, 出栏生猪 in 公斤, 森林面积 in 万人, 用电量 in 千瓦.</summary>
internal sealed partial class NounUnits(ClaimSet claims)
{
    private const string Weight = "公斤";
    private const string Area = "平方米";
    private const string Length = "米";
    private const string Volume = "立方米";
    private const string Energy = "度";
    private const string Power = "千瓦";

    /// <summary>Last words of a label, what is right, and which measures and counters are impossible. Only what no usage excuses is listed.</summary>
    private static readonly (string[] Nouns, string Right, string[] Never, bool Money)[] All =
    [
        (["农机总动力", "农业机械总动力", "机械总动力", "装机容量", "装机总容量", "发电装机容量", "总装机容量"], "千瓦", [Weight, Area, Length, Volume, Energy, "人", "头", "台", "户"], true),
        (["发电量", "用电量", "供电量", "售电量", "全社会用电量", "耗电量"], "千瓦时", [Weight, Area, Length, Volume, Power, "人", "户", "件"], false),
        (["面积"], "亩、公顷或平方米", [Weight, Length, Volume, Energy, Power, "人", "头", "件", "辆", "人次"], false),
        (["粮食产量", "粮食总产量", "肉类总产量", "肉类产量", "水产品产量", "水产品总产量", "蔬菜产量", "油料产量", "禽蛋产量", "牛奶产量", "水果产量", "园林水果产量", "猪肉产量", "棉花产量", "茶叶产量"], "吨", [Area, Length, Volume, Energy, Power, "人", "头", "户"], true),
        (["生猪出栏", "出栏生猪", "生猪存栏", "存栏生猪", "能繁母猪存栏", "牛出栏", "肉牛出栏", "出栏肉牛", "牛存栏", "羊出栏", "出栏羊", "羊存栏", "家禽出栏", "出栏家禽", "家禽存栏", "生猪出栏量", "生猪存栏量", "能繁母猪存栏量"], "头、只", [Weight, Area, Length, Volume, "人", "户", "件"], true),
        (["常住人口", "户籍人口", "总人口", "户籍总人口", "常住总人口", "户籍人口总数"], "人", [Weight, Area, Length, Volume, "件", "头", "辆", "张", "台"], true),
        (["里程", "管网长度", "道路长度", "公路总长", "管道长度", "岸线长度", "管网总长", "全长"], "公里、米", [Weight, Area, Volume, "人", "户", "件"], false),
        (["供水量", "用水量", "取水量", "蓄水量", "总库容", "污水处理量"], "立方米、吨", [Area, Length, Energy, "人", "户", "件"], true),
        (["床位", "床位数", "编制床位", "开放床位", "实有床位", "病床", "养老床位", "实际开放床位", "床位总数"], "张", [Weight, Area, Length, Volume, "人", "户", "件", "辆", "头", "名"], false),
        (["公务用车保有量", "公车保有量", "车辆保有量", "汽车保有量"], "辆", [Weight, Area, Length, Volume, "人", "人次", "批次", "次", "户", "件", "张"], true),
    ];

    /// <summary>Characters with which the nouns end: most labels end with none of them.</summary>
    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create([.. All.SelectMany(a => a.Nouns).Select(n => n[^1]).Distinct()]);

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Finds them all.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role is Role.Change or Role.Growth or Role.Share or Role.Per || mention.Figure.Unit is not { Kind: UnitKind.Physical or UnitKind.Count or UnitKind.Money, Per: "" } unit) continue;
            var label = _frame.Label(mention).TrimEnd("为达到是约共计有：:超过近 ");
            if (label.Length < 2 || !Ends.Contains(label[^1]) || claims.IsComputed(mention) || label.ContainsAny('每', '均')) continue;
            foreach (var (nouns, right, never, money) in All)
            {
                if (!FormText.EndsWithAny(label, nouns)) continue;
                if (unit.Kind == UnitKind.Money ? !money : Array.IndexOf(never, unit.Name) < 0) break;
                claims.Raise("JH2110", mention.Figure.Start, mention.Figure.End, $"“{Shown(label)}”应以{right}计，不能是“{mention.Figure.Text}”。", null, "核对计量单位");
                break;
            }
        }
        if (_frame.Source.Has("单价")) Equipment();
    }

    /// <summary>'单价50元以上通用设备': the accounts list what costs 50, 100 or 200 万元 and more.</summary>
    private void Equipment()
    {
        foreach (Match line in Costly().Matches(_frame.Source.Text))
            claims.Raise("JH2110", line.Groups["n"].Index, line.Groups["n"].Index + line.Groups["n"].Length, $"“单价{line.Groups["n"].Value}以上”的设备按规定以万元计，疑漏写“万”。", null, "核对单位是否漏写“万”");
    }

    private static string Shown(ReadOnlySpan<char> label) => label.Length > 12 ? label[^12..].ToString() : label.ToString();

    [GeneratedRegex(@"单[价位]价?(?:在)?(?<n>(?:50|100|200)(?:\.0+)?元)(?:[（(]含[^）)]{0,6}[）)])?以上(?:[（(]含[^）)]{0,6}[）)])?的?(?:通用|专用|大型|大型专用|医疗)?设备", RegexOptions.CultureInvariant)]
    private static partial Regex Costly();
}
