namespace Jiheng.Model.Organisation;

/// <summary>A unit that reports (预算单位): the bureau itself, its subordinate institutions, its sections.</summary>
/// <param name="Code">Unique within the dossier.</param>
/// <param name="Name">Full Chinese name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Parent">Code of the unit above; <c>null</c> for the department at the top.</param>
public sealed record BudgetUnit(string Code, string Name, UnitKind Kind, string? Parent = null);

/// <summary>What a unit is.</summary>
public enum UnitKind
{
    /// <summary>The department as a whole (主管部门).</summary>
    Department,

    /// <summary>The department's own office (局本级).</summary>
    Headquarters,

    /// <summary>An internal section (股室、科室); it reports but holds no budget.</summary>
    Section,

    /// <summary>A subordinate institution (二级机构).</summary>
    Institution,

    /// <summary>A primary care institution (基层医疗卫生机构).</summary>
    PrimaryCare,

    /// <summary>A hospital.</summary>
    Hospital,
}

/// <summary>The Chinese names of unit kinds, as files and pages write them.</summary>
public static class UnitKindNames
{
    private static readonly string[] Names = ["主管部门", "局本级", "内设机构", "二级机构", "基层医疗卫生机构", "医院"];

    /// <summary>The Chinese name.</summary>
    public static string ToChinese(this UnitKind kind) => Names[(int)kind];

    /// <summary>Reads a Chinese name.</summary>
    public static bool TryParse(string text, out UnitKind kind)
    {
        var at = Array.IndexOf(Names, text);
        kind = (UnitKind)Math.Max(at, 0);
        return at >= 0;
    }

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All => Names;
}
