using System.Globalization;
using System.Text.RegularExpressions;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Review;

/// <summary>Whose report it is and of which year, as far as its title, its file name or its folder tell.</summary>
/// <param name="Department">Name of the department; empty when nothing tells.</param>
/// <param name="Year">Year reported on; <c>null</c> when nothing tells.</param>
public sealed partial record ReportIdentity(string Department, int? Year)
{
    private const int TitleLines = 12;
    private const int LongestTitle = 60;

    /// <summary>Looks at the first lines of the text, then at the name of the file, then at its folder.</summary>
    public static ReportIdentity Of(AuditedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var title = file.Document is { } document ? Title(document) : "";
        var path = file.Name.Replace('\\', '/').Split('/');
        var name = Path.GetFileNameWithoutExtension(path[^1]);
        string[] sources = [title, name, .. path.Length > 1 ? [path[^2]] : Array.Empty<string>()];
        return new ReportIdentity(sources.Select(DepartmentIn).FirstOrDefault(d => d.Length > 0) ?? "", sources.Select(YearIn).FirstOrDefault(y => y is not null));
    }

    /// <summary>The short lines at the top: a title is often broken over several of them.</summary>
    private static string Title(Document document)
    {
        var lines = document.Blocks.Take(TitleLines).Select(Passage.BlockText).Select(t => Spaces().Replace(t, "")).TakeWhile(t => t.Length <= LongestTitle);
        return string.Concat([document.Title, .. lines]);
    }

    private static string DepartmentIn(string text) => Organ().Match(Leading().Replace(text, "")) is { Success: true } match ? match.Value : "";

    private static int? YearIn(string text) => Year4().Match(text) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : null;

    // '附件2：' , '关于', '2024年度' and numbers stand before the name; '中共' belongs to a committee's.
    [GeneratedRegex(@"^(?:附件\d*|关于|[（(]?20\d\d年?度?[)）]?|[\d\s\-_.、：:（）()《》]+)+")]
    private static partial Regex Leading();

    // '绩效' ends the search: beyond it the text speaks of the report, not of who makes it.
    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}（）-[绩效评]]{2,28}?(?:委员会|委(?!员)|人民政府|办事处|服务中心|控制中心|卫生院|保健院|中医院|人民医院|医院|中心|学校|大队|办公室|法院|检察院|总工会|联合会|总站|局|厅|院|站|所)(?![\p{IsCJKUnifiedIdeographs}]{0,6}(?:局|委员会|中心|医院|院|站|所))")]
    private static partial Regex Organ();

    [GeneratedRegex(@"20\d\d(?=年|[^\d]|$)")]
    private static partial Regex Year4();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
