using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Schemes;

/// <summary>
/// An indicator table as a finance office sends it out (docx or xlsx), read into indicators with their points: merged cells, a level per
/// column or points beside each level, '10分', points in the name, blank points.
/// </summary>
/// <param name="Title">What stands above the table; empty for nothing.</param>
/// <param name="Indicators">All levels, parents before their children.</param>
/// <param name="Findings">What does not add up or is missing.</param>
public sealed partial record ReceivedForm(string Title, IReadOnlyList<ReceivedIndicator> Indicators, IReadOnlyList<FormFinding> Findings)
{
    private static readonly string[] WeightHeads = ["分值", "权重", "标准分", "分数", "满分", "赋分"];
    private static readonly string[] GuideHeads = ["评价标准", "评分标准", "评分办法", "评分细则", "计分", "打分", "评价要点", "指标说明", "指标解释", "考核标准", "评价办法"];

    /// <summary>The total that the form prints; <c>null</c> when it prints none.</summary>
    public decimal? StatedTotal { get; private init; }

    /// <summary>Sum of the points of the topmost indicators; <c>null</c> while one of them is not known.</summary>
    public decimal? Total => Sum(Indicators.Where(i => i.Parent.Length == 0));

    /// <summary>Whether all points are known, agree with each other and make 100.</summary>
    public bool IsComplete => Total == 100m && Findings.Count == 0;

    /// <summary>Reads the first table that is an indicator table.</summary>
    /// <returns><c>null</c> when the document holds none.</returns>
    public static ReceivedForm? Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var above = document.Title;
        foreach (var block in document.Blocks)
        {
            if (block is Table table)
            {
                var grid = new CellGrid(table);
                for (var r = 0; r < grid.Height; r++)
                    if (Heads(grid, r) is { } columns) return ReadRows(grid, r + 1, columns, TitleOf(grid, r, above));
            }
            else if (((block as Heading)?.Text ?? (block as Paragraph)?.Text) is { Length: > 0 and < 60 } line) above = line.Trim();
        }
        return null;
    }

    private static string TitleOf(CellGrid grid, int headRow, string above)
    {
        for (var r = 0; r < headRow; r++)
            for (var c = 0; c < grid.Columns; c++)
                if (Text(grid, r, c) is { Length: >= 4 } text && text.Contains('表', StringComparison.Ordinal)) return text;
        return above;
    }

    /// <summary>The columns when the row is the head of an indicator table: levels from the top down, each with its points, and the standards.</summary>
    private static Columns? Heads(CellGrid grid, int row)
    {
        List<int> levels = [], weights = [], guides = [];
        for (var c = 0; c < grid.Columns; c++)
        {
            if (grid[row, c].IsCovered && c > 0 && ReferenceEquals(grid[row, c].Cell, grid[row, c - 1].Cell)) continue;
            var text = Text(grid, row, c);
            if (text.Contains("得分", StringComparison.Ordinal) || text.Contains("自评", StringComparison.Ordinal)) continue;
            if (WeightHeads.Any(w => text.Contains(w, StringComparison.Ordinal))) weights.Add(c);
            else if (GuideHeads.Any(w => text.Contains(w, StringComparison.Ordinal))) guides.Add(c);
            else if (text.EndsWith("级指标", StringComparison.Ordinal) || text is "指标" or "指标名称" or "评价指标" or "评价内容" or "考核内容" or "评价项目") levels.Add(c);
        }
        if (levels.Count == 0 || weights.Count == 0) return null;
        // A single column of points behind the last level is that of the leaves; several stand each behind their level.
        return new Columns([.. levels.Select((c, i) => (c, weights.LastOrDefault(w => w > c && (i + 1 == levels.Count || w < levels[i + 1]), -1)))], guides);
    }

    private static ReceivedForm ReadRows(CellGrid grid, int from, Columns columns, string title)
    {
        List<Node> roots = [];
        var open = new Node?[columns.Levels.Count];
        decimal? stated = null;
        for (var r = from; r < grid.Height; r++)
        {
            var first = Enumerable.Range(0, grid.Columns).Select(c => Text(grid, r, c)).FirstOrDefault(t => t.Length > 0) ?? "";
            if (first is "合计" or "总计" or "总分" or "合计分" || first.StartsWith("总分", StringComparison.Ordinal))
            {
                stated = columns.Levels.Select(l => l.Weight).Concat(Enumerable.Range(0, grid.Columns)).Where(c => c >= 0).Select(c => Number(Text(grid, r, c))).FirstOrDefault(n => n is not null);
                continue;
            }
            Node? deepest = null;
            for (var i = 0; i < columns.Levels.Count; i++)
            {
                var (column, weightColumn) = columns.Levels[i];
                var place = grid[r, column];
                var text = Text(grid, r, column);
                if (text is "" or "/" or "—" or "-")
                {
                    // An empty cell goes on with the name above it, as long as the levels before it do too.
                    if (open[i] is not null && i + 1 < columns.Levels.Count) deepest = open[i];
                    continue;
                }
                if (open[i] is null || !(place.IsCovered && ReferenceEquals(open[i]!.Cell, place.Cell)))
                {
                    if (place.IsCovered && i > 0 && ReferenceEquals(place.Cell, grid[r, columns.Levels[i - 1].Column].Cell)) continue;
                    var (name, inName) = NameAndPoints(text);
                    var node = new Node(name, place.Cell!, r + 1) { Weight = inName };
                    (i == 0 ? roots : (open[..i].LastOrDefault(n => n is not null)?.Children ?? roots)).Add(node);
                    open[i] = node;
                    Array.Clear(open, i + 1, open.Length - i - 1);
                }
                deepest = open[i];
                if (weightColumn >= 0 && Number(Text(grid, r, weightColumn)) is { } points && !grid[r, weightColumn].IsCovered) deepest!.Weight ??= points;
            }
            if (deepest is null) continue;
            // With one column of points, an indicator without a deeper level has its points there too.
            if (columns.Levels[^1].Weight is >= 0 and var last && deepest.Children.Count == 0 && !grid[r, last].IsCovered) deepest.Weight ??= Number(Text(grid, r, last));
            foreach (var column in columns.Guides) deepest.AddGuide(Text(grid, r, column));
        }
        return Finish(roots, stated, title);
    }

    /// <summary>The form with points that a person filled in or corrected, checked anew.</summary>
    /// <param name="points">Points by code of the leaf.</param>
    public ReceivedForm With(IReadOnlyDictionary<string, decimal> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return Check(Title, [.. Indicators.Select(i => i.IsLeaf && points.TryGetValue(i.Code, out var own) ? i with { Stated = own } : i)], StatedTotal);
    }

    private static ReceivedForm Finish(List<Node> roots, decimal? stated, string title)
    {
        List<ReceivedIndicator> indicators = [];
        for (var i = 0; i < roots.Count; i++) Add(roots[i], "", i < 26 ? ((char)('A' + i)).ToString() : $"Z{i}");
        return Check(title, indicators, stated);

        void Add(Node node, string parent, string code)
        {
            indicators.Add(new ReceivedIndicator(code, parent, node.Name, node.Weight, node.Children.Count == 0, node.Guide, node.Row));
            for (var i = 0; i < node.Children.Count; i++) Add(node.Children[i], code, string.Create(CultureInfo.InvariantCulture, $"{code}.{i + 1}"));
        }
    }

    /// <summary>Gives parents without points of their own the sum of their children, from the leaves up, and says what does not add up.</summary>
    private static ReceivedForm Check(string title, List<ReceivedIndicator> indicators, decimal? stated)
    {
        List<FormFinding> findings = [];
        for (var i = indicators.Count - 1; i >= 0; i--)
        {
            var indicator = indicators[i];
            var children = indicator.IsLeaf ? null : Sum(indicators.Where(x => x.Parent == indicator.Code));
            indicators[i] = indicator with { Weight = indicator.Stated ?? children };
            if (indicator is { IsLeaf: true, Stated: null }) findings.Insert(0, FormFindings.NoPoints(indicator));
            if (indicator.Stated is { } whole && children is { } parts && whole != parts) findings.Insert(0, FormFindings.PartsDiffer(indicator, parts));
        }
        var form = new ReceivedForm(title, indicators, findings) { StatedTotal = stated };
        if (indicators.Count == 0) findings.Add(FormFindings.Empty());
        else if (form.Total is { } total && total != 100m) findings.Add(FormFindings.NotHundred(total, [.. indicators.Where(x => x.Parent.Length == 0)]));
        if (stated is { } sum && form.Total is { } own && own != sum) findings.Add(FormFindings.StatedTotal(sum, own));
        return form;
    }

    private static decimal? Sum(IEnumerable<ReceivedIndicator> indicators) =>
        indicators.Aggregate((decimal?)0m, (sum, i) => sum + i.Weight);

    private static string Text(CellGrid grid, int row, int column)
    {
        var text = grid[row, column].Cell?.Text ?? "";
        var plain = new StringBuilder(text.Length);
        foreach (var c in text) if (!char.IsWhiteSpace(c)) plain.Append(c is >= '０' and <= '９' or '％' or '．' ? (char)(c - 0xFEE0) : c);
        return plain.ToString();
    }

    private static decimal? Number(string text) =>
        Points().Match(text) is { Success: true } match && decimal.TryParse(match.Groups[1].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) && points <= 1000 ? points : null;

    private static (string Name, decimal? Points) NameAndPoints(string text) =>
        PointsInName().Match(text) is { Success: true } match ? (text[..match.Index], Number(match.Groups[1].Value)) : (text, null);

    [GeneratedRegex("^[（(]?([0-9]{1,3}(?:\\.[0-9]{1,2})?)(?:分|%)?[)）]?$")]
    private static partial Regex Points();

    [GeneratedRegex("[（(]([0-9]{1,3}(?:\\.[0-9]{1,2})?)分?[)）]$")]
    private static partial Regex PointsInName();

    private sealed record Columns(IReadOnlyList<(int Column, int Weight)> Levels, IReadOnlyList<int> Guides);

    private sealed class Node(string name, TableCell cell, int row)
    {
        private readonly List<string> _guides = [];

        public string Name { get; } = name;
        public TableCell Cell { get; } = cell;
        public int Row { get; } = row;
        public List<Node> Children { get; } = [];
        public decimal? Weight { get; set; }
        public string Guide => string.Join('；', _guides);

        public void AddGuide(string text)
        {
            if (text.Length > 0 && !_guides.Contains(text)) _guides.Add(text);
        }
    }
}

/// <summary>An indicator of a received form.</summary>
/// <param name="Code">Code given by its place: A, A.1, A.1.1.</param>
/// <param name="Parent">Code of its parent; empty for the topmost.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stated">The points that the form gives it; <c>null</c> when it gives none.</param>
/// <param name="IsLeaf">Whether it is scored itself.</param>
/// <param name="Guide">The standard by which it is scored; empty when the form has none.</param>
/// <param name="Row">Row of the table from 1.</param>
public sealed record ReceivedIndicator(string Code, string Parent, string Name, decimal? Stated, bool IsLeaf, string Guide, int Row)
{
    /// <summary>Its points; for a parent without points of its own the sum of its children; <c>null</c> when not known.</summary>
    public decimal? Weight { get; init; }
}

/// <summary>Something that does not add up in a received form.</summary>
/// <param name="Code">Stable code, JH19 and two digits.</param>
/// <param name="Message">What is the case, in Chinese.</param>
/// <param name="Advice">What to do, in Chinese.</param>
public sealed record FormFinding(string Code, string Message, string Advice)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Message}{Advice}";
}

/// <summary>The findings with their words.</summary>
internal static class FormFindings
{
    public static FormFinding Empty() => new("JH1901", "表里没有一个指标。", "请确认放入的是带分值的指标表。");

    public static FormFinding NotHundred(decimal total, IReadOnlyList<ReceivedIndicator> parts) =>
        new("JH1902", $"各项分值合计 {N(total)} 分，不是 100 分（{string.Join(" + ", parts.Select(p => $"{p.Name} {N(p.Weight)}"))}）。", "请对照收到的表改正分值。");

    public static FormFinding StatedTotal(decimal stated, decimal own) =>
        new("JH1903", $"表上写合计 {N(stated)} 分，各项相加是 {N(own)} 分。", "请对照收到的表改正分值。");

    public static FormFinding NoPoints(ReceivedIndicator indicator) =>
        new("JH1904", $"第 {indicator.Row} 行“{indicator.Name}”没有分值。", "请填上；不知道时总分只能试算。");

    public static FormFinding PartsDiffer(ReceivedIndicator whole, decimal parts) =>
        new("JH1905", $"第 {whole.Row} 行“{whole.Name}”是 {N(whole.Stated)} 分，下级合计 {N(parts)} 分，差 {N(Math.Abs(whole.Stated!.Value - parts))} 分。", "请对照收到的表改正分值。");

    private static string N(decimal? points) => points?.ToString("0.##", CultureInfo.InvariantCulture) ?? "？";
}
