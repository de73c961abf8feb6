using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Packs.Faults;

namespace Jiheng.Ledger.Bundles;

/// <summary>
/// Every fault that reading a bundle can name, with its code and its words. JH300x: files; JH301x: CSV form; JH302x: values;
/// JH303x: facts; JH304x: units and own metrics; JH305x: dossier.yaml; JH306x: texts. Codes are never given a second meaning.
/// </summary>
internal static class BundleFaults
{
    public static BundleFault NoFolder(string folder) =>
        new("JH3001", new(folder), "没有这个文件夹。", "请检查路径；数据包是一个文件夹，里面有 dossier.yaml、units.csv、facts.csv。");

    public static BundleFault NotAFolder(string path) =>
        new("JH3001", new(path), "这是一个文件，不是文件夹。", "压缩包请先解压，再指定解压出来的文件夹。");

    public static BundleFault NoFile(string file, string? nearest) =>
        new("JH3002", new(file), "缺少这个文件。", nearest is not null && nearest.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? "请在表格软件里另存为“CSV UTF-8（逗号分隔）”。" : "请补上，或把文件改成这个名称（区分大小写）。", nearest);

    public static BundleFault TooLarge(string file, long bytes, long limit) =>
        new("JH3003", new(file), $"文件有 {bytes / 1048576m:0.#} MB，最多 {limit / 1048576} MB。", "请确认没有放错文件；确有这么多数据时，请按单位拆成几个数据包。");

    public static BundleFault WrongEncoding(string file, int line, string encoding) =>
        new("JH3004", new(file, line), $"文件不是 UTF-8 编码，看起来是 {encoding}。", "请另存为 UTF-8：表格选“CSV UTF-8（逗号分隔）”，记事本在“编码”处选 UTF-8。");

    public static BundleFault NotText(string file, string what) =>
        new("JH3004", new(file), $"文件不是文本，看起来是{what}。", "请在表格软件里另存为“CSV UTF-8（逗号分隔）”，不要直接改扩展名。");

    public static BundleFault Link(string file) =>
        new("JH3005", new(file), "这是指向别处的链接，不读取。", "请把文件本身放进数据包。");

    public static BundleFault StrayText(string file) =>
        new("JH3006", new(file), "texts 里只放 .md 文件，文件名（不带 .md）由文字、数字、- 和 _ 组成。", "请改名，或移到数据包外面。");

    public static BundleFault Unreadable(string file, string reason) =>
        new("JH3007", new(file), $"文件打不开：{reason.TrimEnd('.')}。", "请检查权限，并关闭正在使用它的程序。");

    public static BundleFault Occupied(string folder) =>
        new("JH3008", new(folder), "文件夹里已有别的内容。", "请换一个空文件夹。");

    public static BundleFault Unwritable(string folder, string reason) =>
        new("JH3009", new(folder), $"写不进去：{reason.TrimEnd('.')}。", "请检查路径、权限和磁盘空间，并关闭正在使用这些文件的程序。");

    public static BundleFault UnknownColumn(BundlePlace place, string head, string? nearest) =>
        new("JH3010", place, $"没有“{head}”这一列。", "请改正列名，或删去这一列。", nearest);

    public static BundleFault NoColumn(string file, string head) =>
        new("JH3011", new(file, 1), $"缺少“{head}”这一列。", "请在第一行补上列名。");

    public static BundleFault ColumnTwice(BundlePlace place, string head) =>
        new("JH3012", place, $"“{head}”这一列出现了两次。", "请只留一列。");

    public static BundleFault TooManyCells(BundlePlace place, int cells, int heads) =>
        new("JH3013", place, $"这一行有 {cells} 格，表头只有 {heads} 列。", "内容里有逗号时，整格要用英文双引号括起来。");

    public static BundleFault OpenQuote(BundlePlace place) =>
        new("JH3014", place, "这一格以双引号开头，却没有结束的双引号。", "请补上；内容里的双引号要写成两个。");

    public static BundleFault TextBehindQuote(BundlePlace place) =>
        new("JH3014", place, "结束的双引号后面还有内容。", "整格用一对双引号括起来，内容里的双引号写成两个。");

    public static BundleFault TooManyRows(string file, int limit) =>
        new("JH3015", new(file, limit + 1), $"最多读 {limit} 行。", "请确认没有放错文件；确有这么多数据时，请按单位拆成几个数据包。");

    public static BundleFault TooManyColumns(string file, int line, int limit) =>
        new("JH3015", new(file, line), $"最多读 {limit} 列。", "请删去多余的列。");

    public static BundleFault NoHead(string file) =>
        new("JH3016", new(file, 1), "文件是空的，没有表头。", "请在第一行写上列名。");

    public static BundleFault TooManyFaults(BundlePlace place, int count) =>
        new("JH3017", place, $"错误已有 {count} 处，从这一行起不再检查。", "请先改正前面的错误，或确认没有放错文件。");

    public static BundleFault Empty(BundlePlace place) =>
        new("JH3020", place, "这里不能为空。", "请填写。");

    public static BundleFault Formula(BundlePlace place, string text) =>
        new("JH3021", place, $"“{Shorten(text)}”以公式的写法开头；数据包里的公式不计算。", "请填写算好的值，或去掉开头的符号。");

    public static BundleFault NotANumber(BundlePlace place, string text, string advice) =>
        new("JH3022", place, $"“{Shorten(text)}”不是数。", advice);

    public static BundleFault OutOfRange(BundlePlace place, string text, string range) =>
        new("JH3023", place, $"“{Shorten(text)}”超出范围，应为{range}。", "请核对。");

    public static BundleFault NotOneOf(BundlePlace place, string text, IEnumerable<string> names) =>
        new("JH3024", place, $"“{Shorten(text)}”不在可填的范围内：{string.Join("、", names)}。", "请改成其中之一。", Spelling.Nearest(text, names));

    public static BundleFault BadCode(BundlePlace place, string text) =>
        new("JH3025", place, $"“{Shorten(text)}”不能作代码。", "代码由小写英文字母、数字和 _ 组成，各段用 . 隔开，例如 yf.training_hours。");

    public static BundleFault UnknownMeasure(BundlePlace place, string text) =>
        new("JH3026", place, $"不认识的计量单位“{Shorten(text)}”。", "请改成常用的写法，例如 元、万元、人、%。", Spelling.Nearest(text, MeasureUnit.KnownSymbols.Append("万元").Append("亿元").Append("万人次")));

    public static BundleFault UnknownUnit(BundlePlace place, string text, IEnumerable<string> codes) =>
        new("JH3030", place, $"units.csv 里没有编码为“{Shorten(text)}”的单位。", "请改正，或先在 units.csv 里加上这个单位。", Spelling.Nearest(text, codes));

    public static BundleFault UnknownMetric(BundlePlace place, string text, string? nearest) =>
        new("JH3031", place, $"没有数据项“{Shorten(text)}”。", "请改正；本部门特有的数据项先加到 metrics.csv。", nearest);

    public static BundleFault WrongDimension(BundlePlace place, MeasureUnit written, Metric metric) =>
        new("JH3032", place, $"“{metric.Name}”用“{metric.Unit}”计量，不能写成“{written}”。", $"请改用“{metric.Unit}”，或核对数据项是否填对。");

    public static BundleFault TooManyPlaces(BundlePlace place, string text, MeasureUnit unit, int places) =>
        new("JH3033", place, $"“{Shorten(text)}”的小数位太多；以“{unit}”计量的数最多保留 {places} 位。", "系统不替您四舍五入，请填写应有的数。");

    public static BundleFault TooBig(BundlePlace place, string text) =>
        new("JH3034", place, $"“{Shorten(text)}”太大，存不下。", "请核对数值和计量单位。");

    public static BundleFault UnknownBasis(BundlePlace place, string name, IEnumerable<string> names) =>
        new("JH3035", place, $"不认识的口径“{Shorten(name)}”。", $"可用：{string.Join("、", names)}；几项之间用 · 隔开。", Spelling.Nearest(name, names));

    public static BundleFault ValueWithoutState(BundlePlace place, string state) =>
        new("JH3036", place, $"状态是“{state}”，数值却不为空。", "有数就把状态改成“已填”，没有数就清空数值。");

    public static BundleFault StateWithoutValue(BundlePlace place) =>
        new("JH3036", place, "状态是“已填”，数值却为空。", "请填写数值；没有数时状态填 不适用、暂无数据 或 不公开。没有报的数据，整行不要写。");

    public static BundleFault FactTwice(BundlePlace place, int firstLine) =>
        new("JH3037", place, $"与第{firstLine}行重复：单位、年度、数据项、分项和口径都相同。", "请只留一行；另一处印出的不同数字，口径里加“对照”。");

    public static BundleFault BadMember(BundlePlace place, string text) =>
        new("JH3038", place, $"“{Shorten(text)}”不是分项的写法。", "请写成“轴=分项”，例如 功能=公共卫生支出。");

    public static BundleFault UnitTwice(BundlePlace place, string code, int firstLine) =>
        new("JH3040", place, $"单位编码“{code}”与第{firstLine}行重复。", "每个单位一个编码。");

    public static BundleFault UnknownParent(BundlePlace place, string text, IEnumerable<string> codes) =>
        new("JH3041", place, $"没有编码为“{Shorten(text)}”的上级单位。", "上级填单位编码；最上级的部门留空。", Spelling.Nearest(text, codes));

    public static BundleFault UnitCycle(BundlePlace place, IEnumerable<string> loop) =>
        new("JH3042", place, $"上级关系成环：{string.Join(" → ", loop)}。", "请改正其中一个单位的上级。");

    public static BundleFault NoDepartment(string file) =>
        new("JH3043", new(file), "没有上级为空的单位。", "请写上主管部门本身，上级留空。");

    public static BundleFault MetricTwice(BundlePlace place, string code, int? firstLine) =>
        new("JH3045", place, firstLine is { } line ? $"数据项“{code}”与第{line}行重复。" : $"数据项“{code}”在数据项目录里已有。", firstLine is null ? "直接使用目录里的数据项，删去这一行；含义不同就换一个代码。" : "请只留一行。");

    public static BundleFault InFormula(BundlePlace place, FormulaFault fault) =>
        new("JH3046", place, $"公式第{fault.Position + 1}个字符处：{fault.Message}", "请改正公式。", fault.Nearest);

    public static BundleFault InYaml(PackFault fault)
    {
        var code = fault.Code switch
        {
            PackFaultCode.DuplicateKey => "JH3051",
            PackFaultCode.WrongType or PackFaultCode.UnknownKind => "JH3054",
            _ => "JH3050",
        };
        var advice = code == "JH3054" ? "请按数据包的格式改写。" : fault.Advice;
        return new(code, new(fault.Place.File, fault.Place.Line, fault.Place.Column), fault.Message, advice, fault.Nearest);
    }

    public static BundleFault UnknownKey(BundlePlace place, string key, IEnumerable<string> known) =>
        new("JH3052", place, $"没有“{Shorten(key)}”这一项。", $"可用：{string.Join("、", known)}。", Spelling.Nearest(key, known));

    public static BundleFault NoKey(BundlePlace place, string key) =>
        new("JH3053", place, $"缺少“{key}”。", "请补上。");

    public static BundleFault WrongKind(BundlePlace place, string expected) =>
        new("JH3054", place, $"此处应为{expected}。", "请按数据包的格式改写。");

    public static BundleFault BadDate(BundlePlace place, string text) =>
        new("JH3055", place, $"“{Shorten(text)}”不是日期。", "请写成 2025-03-01 这样。");

    public static BundleFault BadId(BundlePlace place, string id) =>
        new("JH3025", place, $"“{Shorten(id)}”不能作编号。", "编号由文字、数字、- 和 _ 组成，例如 yanfeng-2024。");

    public static BundleFault BadAmount(BundlePlace place, string text) =>
        new("JH3056", place, $"“{Shorten(text)}”不是带计量单位的数。", "请写成 95 % 或 12507.41 万元 这样。");

    public static BundleFault UnknownPack(BundlePlace place, string what, string id, IEnumerable<string> known) =>
        new("JH3057", place, $"没有{what}“{Shorten(id)}”。", "请改正，或先装上这个规则包。", Spelling.Nearest(id, known));

    public static BundleFault UnknownIndicator(BundlePlace place, string code, IEnumerable<string> known) =>
        new("JH3058", place, $"评价方案和自设指标里都没有“{Shorten(code)}”。", "请改正指标代码。", Spelling.Nearest(code, known));

    public static BundleFault UnknownSlot(BundlePlace place, string slot, IEnumerable<string> slots) =>
        new("JH3058", place, $"评价方案里没有可以放自设指标的“{Shorten(slot)}”。", $"可以放自设指标的有：{string.Join("、", slots)}。", Spelling.Nearest(slot, slots));

    public static BundleFault WrongIndicatorCode(BundlePlace place, string code, string slot) =>
        new("JH3059", place, $"自设指标的代码“{Shorten(code)}”应以“{slot}.”开头，且不与别的指标重复。", $"请改成 {slot}.1 这样。");

    public static BundleFault TargetMismatch(BundlePlace place, MeasureUnit target, Dimension value) =>
        new("JH3032", place, $"指标值以“{target}”计量，公式算出的却是“{value}”。", "请改正指标值的计量单位，或核对公式。");

    public static BundleFault InText(BundlePlace place, FormulaFault fault) =>
        new("JH3060", place, fault.Message, "花括号里写成 {公式}、{公式|单位}、{公式|单位|小数位} 或 {数据项 by 轴}。", fault.Nearest);

    public static BundleFault WrongHeading(BundlePlace place) =>
        new("JH3061", place, "小标题只用两个 # 加一个空格。", "请写成“## 小标题”；以 # 开头的正文在前面加 \\。");

    private static string Shorten(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}
