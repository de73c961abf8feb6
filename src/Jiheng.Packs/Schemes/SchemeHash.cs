using System.Security.Cryptography;
using System.Text;
using Jiheng.Model.Formulas;
using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;
using Jiheng.Packs.Yaml;

namespace Jiheng.Packs.Schemes;

/// <summary>
/// The SHA-256 of a resolved scheme. Order of keys, comments, layout and tests do not change it; every rule does, and so
/// do the units and formulas of the metrics that it reads, because they change scores.
/// </summary>
internal static class SchemeHash
{
    public static string Of(YamlMap document, Scheme scheme, MetricCatalog catalog)
    {
        var text = new StringBuilder();
        Write(document with { Entries = [.. document.Entries.Where(e => e.Key.Text is not ("tests" or "extends" or "patch"))] }, text);
        foreach (var metric in Reads(scheme, catalog).OrderBy(m => m.Code, StringComparer.Ordinal))
            text.Append(metric.Code).Append('|').Append(metric.Unit.Symbol).Append('|').Append(metric.Expression).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static HashSet<Metric> Reads(Scheme scheme, MetricCatalog catalog)
    {
        HashSet<Metric> reads = [];
        var formulas = scheme.Indicators.Select(i => i.Value).Concat(scheme.Funds.SelectMany(f => (IEnumerable<Formula?>)[f.Budget, f.Execution, f.Initial]));
        var conditions = scheme.Indicators.Select(i => i.NotApplicable?.When).Concat(scheme.TotalRules.Select(r => r.When));
        foreach (var metric in formulas.OfType<Formula>().SelectMany(f => f.Reads).Concat(conditions.OfType<Condition>().SelectMany(c => c.Reads))) Add(metric);
        return reads;

        void Add(Metric metric)
        {
            if (!reads.Add(metric) || catalog.FormulaOf(metric) is not { } formula) return;
            foreach (var part in formula.Reads) Add(part);
        }
    }

    // Lengths before texts, so that no two different documents can be written alike.
    private static void Write(YamlValue value, StringBuilder text)
    {
        switch (value)
        {
            case YamlText t:
                text.Append('"').Append(t.Text.Length).Append(':').Append(t.Text);
                break;
            case YamlList l:
                text.Append('[').Append(l.Items.Count);
                foreach (var item in l.Items) Write(item, text);
                break;
            case YamlMap m:
                text.Append('{').Append(m.Entries.Count);
                foreach (var entry in m.Entries.OrderBy(e => e.Key.Text, StringComparer.Ordinal))
                {
                    Write(entry.Key, text);
                    Write(entry.Value, text);
                }
                break;
            default:
                break;
        }
    }
}
