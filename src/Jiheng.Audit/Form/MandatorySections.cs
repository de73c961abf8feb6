using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Jiheng.Audit.Figures;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Form;

/// <summary>Parts that a performance report must have and that no heading names, and top-level headings with nothing below them.</summary>
/// <remarks>Holds only texts whose title says that they are such a report and that are divided into sections: an excerpt owes nobody a part.</remarks>
internal sealed partial class MandatorySections
{
    private const int FewestSections = 4;

    /// <summary>A report that seems to lack more than these is built in a way we do not read.</summary>
    private const int MostMissing = 3;

    private static readonly (string Name, string Hint, Regex Words)[] Parts =
    [
        ("基本情况", "部门（单位）或项目的概况、职能、机构和人员", Overview()),
        ("预算执行情况", "预算安排、资金到位、使用和管理", Funds()),
        ("绩效目标完成情况", "履职、产出、效益和满意度，或者对各项指标的分析", Results()),
        ("存在的问题", "问题、偏差及其原因", Problems()),
        ("改进措施", "改进措施、建议或者下一步打算", Remedies()),
    ];

    private static readonly SearchValues<char> Blanks = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(char.IsWhiteSpace)]);

    private readonly FormCheck _check;
    private readonly int _title;
    private readonly int _body;
    private readonly List<Section> _sections = [];

    private MandatorySections(FormCheck check, int title)
    {
        _check = check;
        _title = title;
        _body = title < 0 ? 0 : check.Source.EndOf(title);
        for (var p = title + 1; p < check.Source.Count; p++) if (Read(p) is { } section) _sections.Add(section);
    }

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        if (Title(check) is not { } title) return;
        var self = new MandatorySections(check, title);
        // A table of contents repeats the headings; each counts once.
        if (self._sections.Select(s => s.Name).Distinct().Count() < FewestSections) return;
        self.FindMissing();
        self.FindEmpty();
    }

    /// <summary>The line ahead of all sections that names the text a performance report on spending; -1 where the file keeps its title apart, <c>null</c> for another text.</summary>
    private static int? Title(FormCheck check)
    {
        var source = check.Source;
        if (!source.Text.Contains('告') && !source.Document.Title.Contains('告')) return null;
        if (IsTitle(Solid(source.Document.Title), source.Text)) return -1;
        for (var p = 0; p < source.Count; p++)
        {
            var line = Solid(source.Paragraph(p).ToString());
            if (Top().IsMatch(line)) return null;
            if (IsTitle(line, source.Text)) return p;
        }
        return null;
    }

    private static bool IsTitle(string line, string text) => ReportTitle().IsMatch(line) && !OtherReport().IsMatch(line) && (Spending().IsMatch(line) || Spending().IsMatch(text));

    private Section? Read(int paragraph)
    {
        var source = _check.Source;
        var isHeading = source.BlockOf(paragraph) is Heading { Level: 1 };
        // Most paragraphs are no heading, as their first character tells.
        if (!isHeading && !(source.Paragraph(paragraph).TrimStart() is [var first, ..] && (first == '第' || ChineseNumeral.IsPart(first)))) return null;
        var line = source.Paragraph(paragraph).ToString();
        if (Top().Match(line) is { Success: true } top) return new Section(paragraph, top.Groups["part"].Success ? Sort.Part : Sort.Numbered, Bare(line[top.Length..]));
        return isHeading && !AnyNumber().IsMatch(line) ? new Section(paragraph, Sort.Plain, Bare(line)) : null;
    }

    /// <summary>A heading without blanks, its closing stop, and the leader and page that it has in a table of contents.</summary>
    private static string Bare(string text) => Leader().Replace(Solid(text), "");

    /// <summary>A text without its blanks; most have none.</summary>
    private static string Solid(string text) => text.AsSpan().IndexOfAny(Blanks) < 0 ? text : Blank().Replace(text, "");

    private void FindMissing()
    {
        var named = Named();
        var missing = Parts.Where(part => !part.Words.IsMatch(named)).Select(part => (part.Name, part.Hint)).ToList();
        // Goals are often told inside of the overview, so the whole text may name them.
        if (!Goals().IsMatch(_check.Source.Text.AsSpan(_body)) && !GoalHeading().IsMatch(named)) missing.Add(("绩效目标", "年初批复或申报的绩效目标"));
        if (missing.Count > MostMissing) return;
        var (start, end) = Trimmed(_title < 0 ? _sections[0].Paragraph : _title);
        foreach (var (name, hint) in missing) _check.Raise("JH2115", start, end, $"报告缺少“{name}”：{(name == "绩效目标" ? "全文" : "各级标题和各部分的首句")}都没有写到{hint}。", $"补写“{name}”；写在别处的，为它单列标题");
    }

    /// <summary>Everything that may name a part, one a line: headings and numbered beginnings, short lines, what opens a section, labels, the cells of tables.</summary>
    private string Named()
    {
        var source = _check.Source;
        var hasTable = source.Document.Blocks.Any(b => b is Table);
        var named = new StringBuilder();
        foreach (Match numbered in Numbered().Matches(source.Text, _body)) Add(numbered.Groups["name"].ValueSpan);
        var opens = _sections.Select(s => s.Paragraph + 1).ToHashSet();
        for (var p = _title + 1; p < source.Count; p++)
        {
            var line = source.Paragraph(p).Trim();
            if (source.BlockOf(p) is Heading || line.Length <= 30) Add(line);
            else if (opens.Contains(p)) Add(line.IndexOfAny("。；！？") is >= 0 and var stop ? line[..stop] : line);
            else if (line.IndexOfAny('：', ':') is > 0 and <= 20 and var colon) Add(line[..colon]);
        }
        foreach (var table in source.Document.Blocks.OfType<Table>())
        {
            Add(table.Caption);
            foreach (var column in table.Columns) Add(column.Head);
            foreach (var row in table.Rows)
                foreach (var cell in row.Cells) if (cell.Text.Length <= 30) Add(cell.Text);
        }
        return named.ToString();

        void Add(ReadOnlySpan<char> name)
        {
            // Every score table has this column, filled in or not; it is no part of the report.
            if (hasTable && name.Contains("原因", StringComparison.Ordinal) && ScoreColumn().IsMatch(name)) return;
            var solid = name.IndexOfAny(Blanks) < 0 ? name : Solid(name.ToString());
            if (!Duty().IsMatch(solid)) named.Append(solid).Append('\n');
        }
    }

    private void FindEmpty()
    {
        var blocks = _check.Source.Document.Blocks;
        var empty = new List<Section>();
        for (var i = 0; i < _sections.Count; i++)
        {
            var section = _sections[i];
            if (!HeadingNoun().IsMatch(section.Name) || _sections.Count(s => s.Name == section.Name) > 1) continue;
            var from = _check.Source.BlockIndexOf(section.Paragraph) + 1;
            var to = i + 1 < _sections.Count ? _check.Source.BlockIndexOf(_sections[i + 1].Paragraph) : blocks.Count;
            // Under 第一部分 the next line is 一、, which belongs to it.
            if (i + 1 < _sections.Count && _sections[i + 1].Sort != section.Sort) continue;
            if (!Enumerable.Range(from, to - from).Any(b => HasContent(blocks[b]))) empty.Add(section);
        }
        // Most of the headings without a text: an outline or a table of contents, no report with a gap.
        if (empty.Count * 2 >= _sections.Count) return;
        foreach (var section in empty)
        {
            var (start, end) = Trimmed(section.Paragraph);
            _check.Raise("JH2116", start, end, $"“{section.Name}”只有标题，下面没有文字，也没有表格。", "补写内容；确实没有的，写明“无”");
        }
    }

    private static bool HasContent(Block block) => block switch
    {
        Paragraph p => !string.IsNullOrWhiteSpace(p.Text),
        Heading h => !string.IsNullOrWhiteSpace(h.Text),
        PageBreak or TableOfContents => false,
        _ => true,
    };

    private (int Start, int End) Trimmed(int paragraph)
    {
        var (start, end) = (_check.Source.StartOf(paragraph), _check.Source.EndOf(paragraph));
        while (start < end && char.IsWhiteSpace(_check.Source.Text[start])) start++;
        while (end > start && char.IsWhiteSpace(_check.Source.Text[end - 1])) end--;
        return (start, end);
    }

    private enum Sort
    {
        Part,
        Numbered,
        Plain,
    }

    private sealed record Section(int Paragraph, Sort Sort, string Name);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^[^，。；：？！“”]{0,60}(?:绩效|自评|自我评价)[^，。；：？！“”]{0,4}报告书?(?:[（(【〔\[][^，。；]{0,20}[）)】〕\]])?$", RegexOptions.CultureInvariant)]
    private static partial Regex ReportTitle();

    /// <summary>Summaries over many reports, reports on the work of evaluating, and papers about reports follow other outlines.</summary>
    [GeneratedRegex(@"总报告|汇总|综合报告|工作报告|工作情况|监控|事前|评估|审计|抽查|复核|核查|关于.*(?:报送|印发|开展)|^附[件表]", RegexOptions.CultureInvariant)]
    private static partial Regex OtherReport();

    [GeneratedRegex(@"整体支出|项目支出|专项资金|项目资金|项目绩效|财政支出|部门预算", RegexOptions.CultureInvariant)]
    private static partial Regex Spending();

    [GeneratedRegex(@"^\s*(?:(?<part>第[一二三四五六七八九十]{1,2}(?:部分|章))[、：]?|[一二三四五六七八九十]{1,3}、)", RegexOptions.CultureInvariant)]
    private static partial Regex Top();

    [GeneratedRegex(@"^\s*(?:[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[、.．])", RegexOptions.CultureInvariant)]
    private static partial Regex AnyNumber();

    [GeneratedRegex(@"(?<=^|[。；：\n])[ \t\u3000]*(?:第[一二三四五六七八九十]{1,2}(?:部分|章)|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[、.．](?![0-9]))(?<name>[^，。；：:！？\n]{1,30})(?=[，。；：:！？\n])", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    /// <summary>An item of a list of duties speaks of measures and of funds as the law does, of none of its own.</summary>
    [GeneratedRegex(@"^(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．])?(?:负责|贯彻|承担|拟[订定]|参与|协调|指导)", RegexOptions.CultureInvariant)]
    private static partial Regex Duty();

    [GeneratedRegex(@"^\s*(?:偏[差离]|未完成)[^，。]{0,4}原因(?:分析)?(?:(?:及|和|与)[^，。]{0,6}措施)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ScoreColumn();

    [GeneratedRegex(@"[.…·\-。：:]*[0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Leader();

    [GeneratedRegex(@"(?:情况|概况|问题|原因|分析|措施|建议|打算|说明|事项|目标|结论|结果|经验|做法|成效|绩效|安排|方向|规划|计划|公开|应用)$", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingNoun();

    [GeneratedRegex(@"概况|概述|简介|背景|职能(?!转变|的)|职责|机构(?:设置|构成|组成|职能|情况|和|及|与|、)|(?<!预算)编制(?:人数|人员|和|及|与|、|情况)|人员(?:构成|情况)|立项|(?:基本|部门|单位|项目)(?:（单位）|单位)?(?:的?基本)?(?:情况|信息|构成|组成)", RegexOptions.CultureInvariant)]
    private static partial Regex Overview();

    [GeneratedRegex(@"(?:预算(?!绩效)|决算|资金|经费|收支|收入|支出(?!绩效|目标)).{0,12}(?:情况|管理|使用|执行|完成|安排|规模|投入|到位|分析|概况|构成|结构|编制|分配|落实|率)|(?:执行|使用|支出|到位|管理|下达|分配|结余).{0,6}(?:预算(?!绩效)|资金|经费)|(?:基本|项目|人员|公用|专项|财政|商品和服务|全年|年度|收入)(?:经费)?支出(?!绩效|目标)|三公|(?:管理|使用|执行)(?:及|和|与)?(?:管理|使用)情况|执行[数率]|预算数|过程(?:指标|分析|情况|管理)|财务", RegexOptions.CultureInvariant)]
    private static partial Regex Funds();

    [GeneratedRegex(@"绩效(?:情况|分析|实现|完成|表现|成果|成效|指标(?!.{0,6}(?:设定|设置|制定|申报|体系))|评价情况|评价分析|评价得分|自评得分|自评情况|目标.{0,4}(?:完成|实现|达成|情况|分析))|(?:完成|实现|达成|履职|履行|工作开展)情况|产出|效益|效果|成效|成果|成绩|满意度|得分|(?:评价|自评|评估)(?:结果|结论)(?!.{0,4}(?:应用|运用|公开|使用))|(?:指标|目标).{0,6}分析|综合评价", RegexOptions.CultureInvariant)]
    private static partial Regex Results();

    [GeneratedRegex(@"(?<!说明的)(?<!说明的主要)(?<!其他)问题|不足|困难|短板|薄弱|差距|偏差|偏离|原因|制约|教训|未完成", RegexOptions.CultureInvariant)]
    private static partial Regex Problems();

    [GeneratedRegex(@"改进|整改|建议|打算|对策|下一?步|下一?阶段|下一?年|明年|来年|今后|后续|未来|努力方向|工作思路|(?:工作|改善|完善|具体|应对|纠偏|提升|解决|相应|有关|相关)(?:的|及|和|与)?(?:措施|办法|举措)|问题.{0,10}(?:措施|办法|解决)|^措施|20[0-9]{2}年度?.{0,6}(?:计划|安排|重点|思路)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Remedies();

    [GeneratedRegex(@"目标|指标|任务", RegexOptions.CultureInvariant)]
    private static partial Regex GoalHeading();

    [GeneratedRegex(@"绩效目标|绩效指标|(?:年度|总体|整体|工作|预期|年初|全年|预定|既定|阶段性|设定的?|制定的?|下达的?|预算)(?:各项)?(?:目标|指标)(?!人群|人口|儿童)|目标任务|任务目标|目标值|指标值|目标(?:完成|实现|达成)|各项(?:目标|指标)", RegexOptions.CultureInvariant)]
    private static partial Regex Goals();
}
