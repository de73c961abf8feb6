using System.Globalization;
using System.Text;
using Jiheng.Model.Dossiers;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;

namespace Jiheng.Ledger.Bundles;

/// <summary><c>texts/KEY.md</c>: a narrative whose figures stand as <c>{formula}</c>.</summary>
internal static class TextsFile
{
    private static readonly string[] Words = ["department", "year", "next-year", "notice", "scheme", "score", "grade"];

    /// <summary>Whether a key can be a file name everywhere and never leads out of its folder.</summary>
    public static bool IsKey(string key) => key.Length is > 0 and <= 80 && key.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Reads a narrative. Lines that follow each other are one paragraph.</summary>
    public static Narrative Read(string key, string text, MetricCatalog catalog, List<BundleFault> faults)
    {
        var file = $"{BundleFolder.Texts}/{key}.md";
        List<(string Heading, List<string> Paragraphs)> passages = [];
        var open = false; // whether the last line belongs to a paragraph that may go on
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line is "##" || line.StartsWith("## ", StringComparison.Ordinal))
            {
                passages.Add((line[2..].Trim(), []));
                CheckPlaceholders(line, new(file, number), catalog, faults);
                open = false;
            }
            else if (line.Length == 0)
            {
                open = false;
            }
            else
            {
                if (line[0] == '#') faults.Add(BundleFaults.WrongHeading(new(file, number, 1)));
                CheckPlaceholders(line, new(file, number), catalog, faults);
                if (passages.Count == 0) passages.Add(("", []));
                var paragraphs = passages[^1].Paragraphs;
                if (open) paragraphs[^1] += line;
                else paragraphs.Add(line is ['\\', '#' or '\\', ..] ? line[1..] : line);
                open = true;
            }
        }
        return new([.. passages.Select(p => new Passage(p.Heading, p.Paragraphs))]);
    }

    /// <summary>Writes a narrative, one line per paragraph.</summary>
    public static string Write(Narrative narrative)
    {
        var text = new StringBuilder();
        foreach (var (passage, i) in narrative.Passages.Select((p, i) => (p, i)))
        {
            if (i > 0 || passage.Heading.Length > 0) text.Append(text.Length > 0 ? "\n" : "").Append($"## {passage.Heading}".TrimEnd()).Append('\n');
            foreach (var paragraph in passage.Paragraphs)
            {
                if (text.Length > 0) text.Append('\n');
                text.Append(paragraph is ['#' or '\\', ..] ? "\\" : "").Append(paragraph.ReplaceLineEndings("")).Append('\n');
            }
        }
        return text.ToString();
    }

    private static void CheckPlaceholders(string line, BundlePlace place, MetricCatalog catalog, List<BundleFault> faults)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '}') faults.Add(BundleFaults.StrayBrace(place with { Column = at + 1 }));
            if (line[at] != '{') continue;
            var close = line.IndexOf('}', at);
            if (close < 0)
            {
                faults.Add(BundleFaults.OpenBrace(place with { Column = at + 1 }));
                return;
            }
            CheckPlaceholder(line[(at + 1)..close], place with { Column = at + 1 }, catalog, faults);
            at = close;
        }
    }

    private static void CheckPlaceholder(string content, BundlePlace place, MetricCatalog catalog, List<BundleFault> faults)
    {
        if (Words.Contains(content)) return;
        var parts = content.Split('|');
        var symbol = parts.Length > 1 ? parts[1].Trim() : "";
        MeasureUnit? unit = null;
        if (parts.Length > 3 || (parts.Length > 2 && (!int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var places) || places > 8)))
            faults.Add(BundleFaults.BadPlaceholder(place, content));
        else if (symbol.Length > 0 && symbol != "#" && !MeasureUnit.TryParse(symbol, out unit))
            faults.Add(BundleFaults.UnknownMeasure(place with { Column = place.Column + parts[0].Length + 2 }, symbol));
        // {metric by 轴} lists the items; as a sum it is read by the same rules.
        var (source, shift) = parts[0].Contains(" by ", StringComparison.Ordinal) && !parts[0].Contains('(', StringComparison.Ordinal) ? ($"sum({parts[0]})", 4) : (parts[0], 0);
        var (formula, found) = Formula.Read(source, catalog);
        foreach (var fault in found) faults.Add(BundleFaults.InFormula(place with { Column = place.Column + 1 + fault.Position - shift }, fault with { Position = fault.Position - shift }));
        if (formula is not null && unit is not null && formula.Dimension != unit.Dimension)
            faults.Add(BundleFaults.TargetMismatch(place, unit, formula.Dimension));
    }
}
