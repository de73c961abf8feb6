using System.Globalization;
using System.Text;
using Jiheng.Model.Dossiers;
using Jiheng.Model.Facts;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Model.Organisation;
using Jiheng.Storage.Facts;

namespace Jiheng.Ledger.Bundles;

/// <summary><c>facts.csv</c>: the reported values.</summary>
/// <param name="units">The units, or <c>null</c> when they could not be read.</param>
/// <param name="metrics">The metrics.</param>
/// <param name="faults">Takes what is wrong.</param>
internal sealed class FactsFile(IReadOnlyList<BudgetUnit>? units, OwnMetrics metrics, List<BundleFault> faults)
{
    private static readonly CsvColumn[] Columns =
    [
        new("单位"), new("年度"), new("数据项"), new("分项", false), new("口径", false), new("数值"), new("计量单位", false),
        new("状态", false), new("来源", false), new("佐证", false), new("备注", false),
    ];

    // Only written when a fact has been touched since it was first imported.
    private static readonly CsvColumn[] History = [new("来历", false), new("修订", false)];

    private static readonly string[] States = ["已填", "不适用", "暂无数据", "不公开"];
    private static readonly string[] Origins = ["填报", "导入", "台账", "调整"];

    private readonly HashSet<string> _codes = [.. units?.Select(u => u.Code) ?? []];
    private readonly string _department = units?.FirstOrDefault(u => u.Parent is null)?.Code ?? "";

    /// <summary>Reads the facts; those with a fault are left out.</summary>
    public IReadOnlyList<Fact> Read(string text)
    {
        if (CsvSheet.Open(BundleFolder.Facts, text, [.. Columns, .. History], faults) is not { } sheet) return [];
        List<Fact> facts = [];
        Dictionary<FactKey, int> lines = [];
        foreach (var row in sheet.Rows)
        {
            if (ReadFact(row) is not { } fact) continue;
            if (lines.TryAdd(fact.Key, row.Line)) facts.Add(fact);
            else faults.Add(BundleFaults.FactTwice(row.At("数据项"), lines[fact.Key]));
        }
        return facts;
    }

    /// <summary>Writes the facts of a dossier in their canonical order: as its units stand, then by metric, year, item and footing.</summary>
    public static string Write(Dossier dossier)
    {
        var order = dossier.Units.Select((u, i) => (u.Code, i)).ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
        var facts = dossier.Facts
            .OrderBy(f => order.GetValueOrDefault(f.Key.Subject, int.MaxValue))
            .ThenBy(f => f.Key.Metric, StringComparer.Ordinal)
            .ThenByDescending(f => f.Key.Year)
            .ThenBy(f => f.Key.Member.Axis, StringComparer.Ordinal)
            .ThenBy(f => f.Key.Member.Item, StringComparer.Ordinal)
            .ThenBy(f => f.Key.Basis.Stage).ThenBy(f => f.Key.Basis.Funding).ThenBy(f => f.Key.Basis.Scope)
            .ToList();
        var history = facts.Exists(f => f.Origin != FactOrigin.Import || f.Revision != 1);
        var text = new StringBuilder();
        CsvTable.Append(text, Columns.Concat(history ? History : []).Select(c => c.Name));
        foreach (var fact in facts) CsvTable.Append(text, Cells(fact, dossier.Subject, history));
        return text.ToString();
    }

    private static IEnumerable<string> Cells(Fact fact, string department, bool history)
    {
        yield return fact.Key.Subject == department ? "" : fact.Key.Subject;
        yield return fact.Key.Year.ToString(CultureInfo.InvariantCulture);
        yield return fact.Key.Metric;
        yield return CsvText.Guard(fact.Key.Member.ToString());
        yield return fact.Key.Basis == Basis.Usual ? "" : fact.Key.Basis.ToString();
        yield return fact.Value is { } value ? FigureText.Write(value) : "";
        yield return fact.Value?.Unit.Symbol ?? "";
        yield return States[(int)fact.State];
        yield return CsvText.Guard(fact.Source);
        yield return CsvText.Guard(fact.Evidence);
        yield return CsvText.Guard(fact.Note);
        if (!history) yield break;
        yield return Origins[(int)fact.Origin];
        yield return fact.Revision.ToString(CultureInfo.InvariantCulture);
    }

    private Fact? ReadFact(CsvRecord row)
    {
        var before = faults.Count;
        var subject = ReadSubject(row);
        var year = ReadInteger(row, "年度", row.Needed("年度"), 1990, 2100, 0);
        var metric = ReadMetric(row);
        var member = ReadMember(row);
        var basis = ReadBasis(row);
        var state = (FactState?)ReadName(row, "状态", States, (int)FactState.Given);
        var value = state is { } known ? ReadValue(row, metric, known) : null;
        var fact = new Fact
        {
            Key = new(subject, year, metric?.Code ?? "", member, basis),
            Value = value,
            State = state ?? default,
            Origin = (FactOrigin?)ReadName(row, "来历", Origins, (int)FactOrigin.Import) ?? default,
            Source = row.Text("来源"),
            Evidence = row.Text("佐证"),
            Note = row.Text("备注"),
            Revision = ReadInteger(row, "修订", row.Word("修订"), 1, int.MaxValue, 1),
        };
        return faults.Count == before && metric is not null ? fact : null;
    }

    private string ReadSubject(CsvRecord row)
    {
        var code = row.Word("单位");
        if (code.Length == 0) return _department;
        if (units is not null && !_codes.Contains(code)) faults.Add(BundleFaults.UnknownUnit(row.At("单位"), code, _codes));
        return code;
    }

    private Metric? ReadMetric(CsvRecord row)
    {
        var code = row.Needed("数据项");
        if (code.Length == 0) return null;
        if (metrics.Catalog.TryFind(code, out var metric)) return metric;
        if (metrics.Declared is { } declared && !declared.Contains(code)) faults.Add(BundleFaults.UnknownMetric(row.At("数据项"), code, metrics.Catalog.Nearest(code)));
        return null;
    }

    private Member ReadMember(CsvRecord row)
    {
        var text = row.Text("分项").Trim();
        if (text.Length == 0) return Member.All;
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at > 0 && text[..at].Trim().Length > 0 && text[(at + 1)..].Trim().Length > 0) return Member.Parse(text);
        faults.Add(BundleFaults.BadMember(row.At("分项"), text));
        return Member.All;
    }

    private Basis ReadBasis(CsvRecord row)
    {
        if (!BasisNames.TryParse(row.Word("口径"), out var basis, out var unknown)) faults.Add(BundleFaults.UnknownBasis(row.At("口径"), unknown!, BasisNames.All));
        return basis;
    }

    private Amount? ReadValue(CsvRecord row, Metric? metric, FactState state)
    {
        var (text, symbol) = (row.Word("数值"), row.Word("计量单位"));
        if (state != FactState.Given)
        {
            if (text.Length > 0) faults.Add(BundleFaults.ValueWithoutState(row.At("数值"), States[(int)state]));
            return null;
        }
        if (row.IsBlank("数值")) faults.Add(BundleFaults.StateWithoutValue(row.At("数值")));
        if (text.Length == 0) return null;
        var unit = metric?.Unit;
        if (symbol.Length > 0 && !MeasureUnit.TryParse(symbol, out unit)) faults.Add(BundleFaults.UnknownMeasure(row.At("计量单位"), symbol));
        else if (unit is not null && metric is not null && unit.Dimension != metric.Unit.Dimension) faults.Add(BundleFaults.WrongDimension(row.At("计量单位"), unit, metric));
        if (!FigureText.TryRead(text, out var number, out var advice)) faults.Add(BundleFaults.NotANumber(row.At("数值"), text, advice));
        else if (unit is not null) return Checked(row.At("数值"), text, new Amount(number, unit));
        return null;
    }

    private Amount? Checked(BundlePlace place, string text, Amount amount)
    {
        var fit = StoredFigure.Of(amount, out _);
        if (fit == StorageFit.Fits) return amount;
        faults.Add(fit == StorageFit.TooLarge
            ? BundleFaults.TooBig(place, text)
            : BundleFaults.TooManyPlaces(place, text, amount.Unit, StoredFigure.PlacesOf(amount.Unit)));
        return null;
    }

    private int ReadInteger(CsvRecord row, string head, string text, int least, int most, int otherwise)
    {
        if (text.Length == 0) return otherwise;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) faults.Add(BundleFaults.NotANumber(row.At(head), text, "请填整数。"));
        else if (number < least || number > most) faults.Add(BundleFaults.OutOfRange(row.At(head), text, $"{least} 至 {most}"));
        else return number;
        return otherwise;
    }

    private int? ReadName(CsvRecord row, string head, string[] names, int otherwise)
    {
        var text = row.Word(head);
        if (text.Length == 0) return otherwise;
        if (Array.IndexOf(names, text) is var at and >= 0) return at;
        faults.Add(BundleFaults.NotOneOf(row.At(head), text, names));
        return null;
    }
}
