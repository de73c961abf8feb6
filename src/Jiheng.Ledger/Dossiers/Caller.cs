namespace Jiheng.Ledger.Dossiers;

/// <summary>Who asks, and how far that person's reach goes. Every use case takes it, so that no check can be forgotten.</summary>
/// <param name="Name">Name as the trail records it.</param>
/// <param name="Reach">Ids of the dossiers within reach; <c>null</c> for all.</param>
public sealed record Caller(string Name, IReadOnlyCollection<string>? Reach = null)
{
    /// <summary>Whether a dossier is within reach. One that is not is answered like one that does not exist.</summary>
    public bool Reaches(string dossier) => Reach?.Contains(dossier) ?? true;
}

/// <summary>Why the ledger did not take something; nothing was changed.</summary>
/// <param name="Code">Stable code, <c>JH5</c> and three digits.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Advice">What to do, in Chinese.</param>
public sealed record LedgerFault(string Code, string Message, string Advice)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Message}{Advice}";

    internal static LedgerFault NoDossier(string id) => new("JH5001", $"没有卷宗“{id}”，或者您无权使用它。", "请核对编号。");

    internal static LedgerFault Figure(string fact, Storage.Facts.StorageFit fit) => new(
        "JH5002",
        fit == Storage.Facts.StorageFit.TooLarge ? $"“{fact}”的数值太大，存不下。" : $"“{fact}”的小数位太多；系统不替您四舍五入。",
        "请核对数值和计量单位。");

    internal static LedgerFault SameKey(string fact) => new("JH5003", $"“{fact}”有两个数。", "请只留一个；另一处印出的数字，口径里加“对照”。");

    internal static LedgerFault NoUnit(string code) => new("JH5004", $"卷宗里没有编码为“{code}”的单位。", "请核对单位编码。");

    internal static LedgerFault NoMetric(string code, string? nearest) => new("JH5005", $"没有数据项“{code}”。{(nearest is null ? "" : $"是不是“{nearest}”？")}", "请核对数据项代码。");

    internal static LedgerFault Dimension(string metric, string expected, string written) => new("JH5006", $"“{metric}”用“{expected}”计量，不能写成“{written}”。", "请改用合适的计量单位。");

    internal static LedgerFault ValueAndState() => new("JH5007", "数值和状态不一致：已填必须有数，其他状态不能有数。", "请改正其中一项。");

    internal static LedgerFault NoReason() => new("JH5008", "修改已有的数据要写明原因。", "请填写原因。");
}
