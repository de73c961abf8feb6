using System.Text;
using Jiheng.Model.Organisation;

namespace Jiheng.Ledger.Bundles;

/// <summary><c>units.csv</c>: the units of the department.</summary>
internal static class UnitsFile
{
    private static readonly CsvColumn[] Columns = [new("编码"), new("名称"), new("类型"), new("上级")];

    /// <summary>Reads the units; <c>null</c> when the file gives no usable list, so that nothing is checked against it.</summary>
    public static IReadOnlyList<BudgetUnit>? Read(string text, List<BundleFault> faults)
    {
        if (CsvSheet.Open(BundleFolder.Units, text, Columns, faults) is not { } sheet) return null;
        List<BudgetUnit> units = [];
        Dictionary<string, CsvRecord> rows = new(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            var (code, name, kindName, parent) = (row.Needed("编码"), row.Text("名称").Trim(), row.Needed("类型"), row.Word("上级"));
            if (name.Length == 0) faults.Add(BundleFaults.Empty(row.At("名称")));
            if (!UnitKindNames.TryParse(kindName, out var kind) && kindName.Length > 0) faults.Add(BundleFaults.NotOneOf(row.At("类型"), kindName, UnitKindNames.All));
            if (code.Length == 0) continue;
            if (rows.TryGetValue(code, out var first)) faults.Add(BundleFaults.UnitTwice(row.At("编码"), code, first.Line));
            else
            {
                rows.Add(code, row);
                units.Add(new(code, name, kind, parent.Length > 0 ? parent : null));
            }
        }
        CheckTree(units, rows, faults);
        return units.Count > 0 ? units : null;
    }

    /// <summary>Writes the units in their order.</summary>
    public static string Write(IReadOnlyList<BudgetUnit> units)
    {
        var text = new StringBuilder();
        CsvTable.Append(text, Columns.Select(c => c.Name));
        foreach (var unit in units) CsvTable.Append(text, unit.Code, CsvText.Guard(unit.Name), unit.Kind.ToChinese(), unit.Parent ?? "");
        return text.ToString();
    }

    private static void CheckTree(List<BudgetUnit> units, Dictionary<string, CsvRecord> rows, List<BundleFault> faults)
    {
        var byCode = units.ToDictionary(u => u.Code, StringComparer.Ordinal);
        foreach (var unit in units.Where(u => u.Parent is not null && !byCode.ContainsKey(u.Parent)))
            faults.Add(BundleFaults.UnknownParent(rows[unit.Code].At("上级"), unit.Parent!, byCode.Keys));
        var settled = new HashSet<string>(StringComparer.Ordinal);
        var loops = 0;
        foreach (var unit in units)
        {
            List<string> path = [];
            for (var at = unit; at is not null && settled.Add(at.Code); at = at.Parent is null ? null : byCode.GetValueOrDefault(at.Parent))
            {
                path.Add(at.Code);
                var start = at.Parent is null ? -1 : path.IndexOf(at.Parent);
                if (start < 0) continue;
                faults.Add(BundleFaults.UnitCycle(rows[at.Code].At("上级"), [.. path[start..], at.Parent!]));
                loops++;
            }
        }
        if (loops == 0 && units.TrueForAll(u => u.Parent is not null)) faults.Add(BundleFaults.NoDepartment(BundleFolder.Units));
    }
}
