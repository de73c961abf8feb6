using System.Text;
using Jiheng.Model.Dossiers;
using Jiheng.Model.Metrics;
using Jiheng.Model.Outlines;

namespace Jiheng.Ledger.Bundles;

/// <summary><c>texts/KEY.md</c>: a narrative whose figures stand as <c>{formula}</c>.</summary>
internal static class TextsFile
{
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
                CheckFigures(line, new(file, number), catalog, faults);
                open = false;
            }
            else if (line.Length == 0)
            {
                open = false;
            }
            else
            {
                if (line[0] == '#') faults.Add(BundleFaults.WrongHeading(new(file, number, 1)));
                CheckFigures(line, new(file, number), catalog, faults);
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

    private static void CheckFigures(string line, BundlePlace place, MetricCatalog catalog, List<BundleFault> faults) =>
        faults.AddRange(Template.Read(line, catalog).Faults.Select(f => BundleFaults.InText(place with { Column = f.Position + 1 }, f)));
}
