using Jiheng.Ledger.Bundles;

namespace Jiheng.Web.Hosting;

/// <summary>Why a request could not be served, as the error page prints it.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Title">What happened.</param>
/// <param name="Advice">What to do.</param>
public sealed record WebFault(string Code, string Title, string Advice)
{
    /// <summary>No dossier has this id.</summary>
    public static WebFault NoSuchDossier(string id) => new("JH6202", $"没有编号为“{id}”的卷宗", "请回到首页，从列表里打开卷宗；如果网址是手工输入的，请检查拼写。");

    /// <summary>The packs no longer offer what a dossier names.</summary>
    public static WebFault DoesNotOpen(string id, IReadOnlyList<BundleFault> faults) =>
        new("JH6213", $"卷宗“{id}”打不开", $"它用到的规则与现有规则包不一致：{string.Join("；", faults)}");

    /// <summary>No working folder has this name, or it does not yield what was asked for yet.</summary>
    public static WebFault NoSuchDesk(string id) => new("JH6223", $"工作文件夹“{id}”里没有这一样", "请回到“从去年的报告开始”，从列表里打开；文件夹是从别处拷来的，请放进 data/start 里。");

    /// <summary>The dossier has no such metric.</summary>
    public static WebFault NoSuchMetric(string code, string? nearest) =>
        new("JH6203", $"没有数据项“{code}”", nearest is null ? "请在数据页里按名称查找。" : $"是不是“{nearest}”？请在数据页里按名称查找。");

    /// <summary>An address asks for a formula that cannot be read.</summary>
    public static WebFault NoSuchFormula { get; } = new("JH6210", "看不懂这个算式", "请回到报告，点要追溯的数字。");

    /// <summary>A file passes the limit.</summary>
    public static WebFault TooLarge(int megabytes) => new("JH6208", "文件太大", $"一次最多 {megabytes} MB。请压缩其中的图片，或把文件拆成几份再试。");

    /// <summary>There is no such review, or no such file in it.</summary>
    public static WebFault NoSuchReview { get; } = new("JH6240", "没有这次审核，或其中没有这份报告", "审核可能已经删除。请回到成批审核页，从列表里打开。");

    /// <summary>No pack has this id.</summary>
    public static WebFault NoSuchScheme(string id) => new("JH6204", $"没有评价方案“{id}”", "请在评价方案列表里打开。");

    /// <summary>What is said of a status that no page has explained.</summary>
    public static WebFault Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => new("JH6201", "没有这个页面", "网址可能写错了，或者页面已经移走。请回到首页重新打开。"),
        StatusCodes.Status400BadRequest => new("JH6205", "请求无法处理", "页面可能打开得太久，或者浏览器没有带上校验信息。请返回上一页，刷新后再试一次。"),
        StatusCodes.Status403Forbidden => new("JH6206", "只能在本机使用", "本版没有登录，不接受其他电脑的访问。请在装有绩衡的电脑上打开。"),
        StatusCodes.Status405MethodNotAllowed => new("JH6207", "不支持这种操作", "请返回上一页，用页面上的按钮操作。"),
        StatusCodes.Status413PayloadTooLarge => new("JH6208", "文件太大", "请把文件拆小，或删去图片后再试。"),
        StatusCodes.Status429TooManyRequests => new("JH6209", "操作太频繁", "请等一分钟再试。"),
        >= 500 => new("JH6200", "程序出错，没有完成", "数据没有改动。请记下报障号和刚才的操作，告诉维护人员；其他页面可以照常使用。"),
        _ => new("JH6205", "请求无法处理", "请返回上一页，检查后再试。"),
    };
}
