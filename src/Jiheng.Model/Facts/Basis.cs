namespace Jiheng.Model.Facts;

/// <summary>
/// On what footing a figure stands (口径). Figures of different footing are never compared as equals.
/// </summary>
/// <param name="Scope">Whether subordinate units are included.</param>
/// <param name="Funding">Which money counts.</param>
/// <param name="Stage">At which step of the budget year it was taken.</param>
public readonly record struct Basis(UnitScope Scope, FundingBasis Funding, Stage Stage)
{
    /// <summary>The whole department, all funds, as executed: what a self-evaluation speaks of unless it says otherwise.</summary>
    public static Basis Usual { get; } = new(UnitScope.Consolidated, FundingBasis.All, Stage.Executed);

    /// <summary>The same footing, as a control figure.</summary>
    public Basis AsControl => this with { Stage = Stage.Control };

    /// <inheritdoc/>
    public override string ToString() => $"{Scope.ToChinese()}·{Funding.ToChinese()}·{Stage.ToChinese()}";
}

/// <summary>Whether subordinate units are included.</summary>
public enum UnitScope
{
    /// <summary>With all subordinate units (汇总).</summary>
    Consolidated,

    /// <summary>The department's own office alone (本级).</summary>
    Own,
}

/// <summary>Which money counts.</summary>
public enum FundingBasis
{
    /// <summary>All funds (全口径).</summary>
    All,

    /// <summary>Fiscal appropriation (财政拨款): general public budget, government funds and state capital.</summary>
    FiscalAppropriation,

    /// <summary>General public budget appropriation only (一般公共预算拨款).</summary>
    GeneralPublicBudget,
}

/// <summary>At which step of the budget year a figure was taken.</summary>
public enum Stage
{
    /// <summary>As executed, from the books (执行).</summary>
    Executed,

    /// <summary>Approved at the start of the year (年初批复).</summary>
    InitialApproved,

    /// <summary>After adjustments (调整后).</summary>
    Adjusted,

    /// <summary>In the draft final accounts (决算草案).</summary>
    DraftAccounts,

    /// <summary>In the approved final accounts (批复决算).</summary>
    ApprovedAccounts,

    /// <summary>A target (目标).</summary>
    Target,

    /// <summary>A figure that was printed or reported beside one that can be computed; for checking only, never scored (对照).</summary>
    Control,
}

/// <summary>The Chinese names of the footings, as files and pages write them.</summary>
public static class BasisNames
{
    private static readonly string[] Scopes = ["汇总", "本级"];
    private static readonly string[] Fundings = ["全口径", "财政拨款", "一般公共预算"];
    private static readonly string[] Stages = ["执行", "年初批复", "调整后", "决算草案", "批复决算", "目标", "对照"];

    /// <summary>汇总 or 本级.</summary>
    public static string ToChinese(this UnitScope scope) => Scopes[(int)scope];

    /// <summary>全口径, 财政拨款 or 一般公共预算.</summary>
    public static string ToChinese(this FundingBasis funding) => Fundings[(int)funding];

    /// <summary>执行, 年初批复, 调整后, 决算草案, 批复决算, 目标 or 对照.</summary>
    public static string ToChinese(this Stage stage) => Stages[(int)stage];

    /// <summary>Reads '汇总·全口径·执行'; parts may be left out and then are as in <see cref="Basis.Usual"/>.</summary>
    /// <param name="text">Names divided by '·', '/' or a space.</param>
    /// <param name="basis">The footing read.</param>
    /// <param name="unknown">The name that is not known, or <c>null</c>.</param>
    /// <returns>Whether every part was known.</returns>
    public static bool TryParse(string text, out Basis basis, out string? unknown)
    {
        ArgumentNullException.ThrowIfNull(text);
        basis = Basis.Usual;
        unknown = null;
        foreach (var part in text.Split(['·', '/', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Array.IndexOf(Scopes, part) is var s and >= 0) basis = basis with { Scope = (UnitScope)s };
            else if (Array.IndexOf(Fundings, part) is var f and >= 0) basis = basis with { Funding = (FundingBasis)f };
            else if (Array.IndexOf(Stages, part) is var t and >= 0) basis = basis with { Stage = (Stage)t };
            else { unknown = part; return false; }
        }
        return true;
    }

    /// <summary>All names that <see cref="TryParse"/> knows.</summary>
    public static IEnumerable<string> All => [.. Scopes, .. Fundings, .. Stages];
}
