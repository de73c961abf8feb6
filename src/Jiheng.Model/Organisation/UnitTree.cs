namespace Jiheng.Model.Organisation;

/// <summary>The units of a department as a tree.</summary>
public sealed class UnitTree
{
    private readonly Dictionary<string, BudgetUnit> _byCode;
    private readonly ILookup<string, BudgetUnit> _children;

    /// <summary>Builds the tree.</summary>
    /// <exception cref="ArgumentException">A code stands twice, a parent is unknown, or units contain each other.</exception>
    public UnitTree(IReadOnlyList<BudgetUnit> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        _byCode = units.ToDictionary(u => u.Code, StringComparer.Ordinal);
        _children = units.Where(u => u.Parent is not null).ToLookup(u => u.Parent!, StringComparer.Ordinal);
        foreach (var unit in units) CheckPath(unit);
        All = units;
    }

    /// <summary>All units in the order given.</summary>
    public IReadOnlyList<BudgetUnit> All { get; }

    /// <summary>Units without a parent.</summary>
    public IEnumerable<BudgetUnit> Roots => All.Where(u => u.Parent is null);

    /// <summary>The unit with this code, or <c>null</c>.</summary>
    public BudgetUnit? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Units directly below.</summary>
    public IEnumerable<BudgetUnit> ChildrenOf(string code) => _children[code];

    /// <summary>The unit itself and all below it.</summary>
    public IEnumerable<BudgetUnit> Reach(string code)
    {
        if (Find(code) is not { } unit) yield break;
        yield return unit;
        foreach (var below in ChildrenOf(code).SelectMany(c => Reach(c.Code))) yield return below;
    }

    private void CheckPath(BudgetUnit unit)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = unit; at.Parent is { } parent;)
        {
            if (!seen.Add(at.Code)) throw new ArgumentException($"单位“{unit.Name}”的上级关系成环。");
            at = _byCode.TryGetValue(parent, out var above) ? above : throw new ArgumentException($"单位“{at.Name}”的上级“{parent}”不存在。");
        }
    }
}
