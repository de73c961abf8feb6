using System.Globalization;
using System.Text.RegularExpressions;
using Jiheng.Audit;
using Jiheng.Casework.Dossiers;
using Jiheng.Model.Documents;

namespace Jiheng.Bench;

/// <summary>
/// How many of the figures of a published report stand in the report that a sample generates: figures as the audit reads
/// them, that is without dates, document numbers and list numbers; compared by value, each as often as it occurs.
/// </summary>
internal static partial class CoverageCheck
{
    public static bool Run(string seed, CaseFile file)
    {
        var published = Auditor.Audit(Document.FromPlainText(File.ReadAllText(seed))).Figures;
        var generated = Numbers(string.Join('\n', file.Report().Blocks.Select(TextOf)));
        List<string> missing = [];
        foreach (var figure in published.Where(f => !f.InWords))
        {
            if (!generated.TryGetValue(figure.Printed, out var left) || left == 0) missing.Add(figure.Text);
            else generated[figure.Printed] = left - 1;
        }
        var count = published.Count(f => !f.InWords);
        var share = count == 0 ? 1m : 1 - missing.Count / (decimal)count;
        Console.WriteLine($"{file.Dossier.Id}：原文 {count} 个数字，生成的报告里有 {count - missing.Count} 个，{share:P1}");
        if (missing.Count > 0) Console.WriteLine($"  没有的：{string.Join("、", missing)}");
        return share >= 0.95m;
    }

    private static Dictionary<decimal, int> Numbers(string text) =>
        Number().Matches(text).Select(m => decimal.Parse(m.Value, CultureInfo.InvariantCulture)).GroupBy(v => v / 1.000000000000m).ToDictionary(g => g.Key, g => g.Count());

    private static string TextOf(Block block) => block switch
    {
        Heading h => h.Text,
        Paragraph p => p.Text,
        Table t => string.Join(' ', t.Rows.SelectMany(r => r.Cells).Select(c => c.Text)),
        _ => "",
    };

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();
}
