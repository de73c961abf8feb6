using Jiheng.Ledger.Bundles;

namespace Jiheng.Ledger.Tests.Bundles;

/// <summary>Each mistake gives its own code, its place and the words that help.</summary>
public sealed class BundleFaultTests
{
    [Theory]
    [InlineData("12507.41", "一万多", "JH3022 facts.csv 第2行F列（数值）：“一万多”不是数。请填写数字，例如 12507.41。")]
    [InlineData("12507.41", "1.25E+04", "JH3022 facts.csv 第2行F列（数值）：“1.25E+04”不是数。表格软件把它写成了科学记数；请把单元格格式改成“数值”后重新保存。")]
    [InlineData("12507.41", "１２５０７", "JH3022 facts.csv 第2行F列（数值）：“１２５０７”不是数。请改用半角数字。")]
    [InlineData("12507.41", "12507.41万元", "JH3022 facts.csv 第2行F列（数值）：“12507.41万元”不是数。请把计量单位移到“计量单位”一列。")]
    [InlineData("12507.41", "\"1,2507.41\"", "JH3022 facts.csv 第2行F列（数值）：“1,2507.41”不是数。千分位逗号的位置不对，请核对或去掉逗号。")]
    [InlineData("12507.41", "=1+1", "JH3021 facts.csv 第2行F列（数值）：“=1+1”以公式的写法开头；数据包里的公式不计算。请填写算好的值，或去掉开头的符号。")]
    [InlineData("12507.41", "", "JH3036 facts.csv 第2行F列（数值）：状态是“已填”，数值却为空。请填写数值；没有数时状态填 不适用、暂无数据 或 不公开。没有报的数据，整行不要写。")]
    [InlineData("12507.41", "12507.4100001", "JH3033 facts.csv 第2行F列（数值）：“12507.4100001”的小数位太多；以“万元”计量的数最多保留 6 位。系统不替您四舍五入，请填写应有的数。")]
    [InlineData("12507.41", "99999999999999999", "JH3034 facts.csv 第2行F列（数值）：“99999999999999999”太大，存不下。请核对数值和计量单位。")]
    [InlineData("yf-02,2024", "yf-03,2024", "JH3030 facts.csv 第6行A列（单位）：units.csv 里没有编码为“yf-03”的单位。是不是“yf-01”？请改正，或先在 units.csv 里加上这个单位。")]
    [InlineData("staff.quota", "staff.qota", "JH3031 facts.csv 第6行C列（数据项）：没有数据项“staff.qota”。是不是“staff.quota”？请改正；本部门特有的数据项先加到 metrics.csv。")]
    [InlineData("1.2,万份", "1.2,万分钟儿", "JH3026 facts.csv 第7行G列（计量单位）：不认识的计量单位“万分钟儿”。请改成常用的写法，例如 元、万元、人、%。")]
    [InlineData("1.2,万份", "1.2,万人", "JH3032 facts.csv 第7行G列（计量单位）：“居民健康档案数”用“份”计量，不能写成“万人”。请改用“份”，或核对数据项是否填对。")]
    [InlineData("区域=城关镇", "城关镇", "JH3038 facts.csv 第7行D列（分项）：“城关镇”不是分项的写法。请写成“轴=分项”，例如 功能=公共卫生支出。")]
    [InlineData(",本级,", ",本局,", "JH3035 facts.csv 第6行E列（口径）：不认识的口径“本局”。是不是“本级”？")]
    [InlineData("暂无数据", "暂无数剧", "JH3024 facts.csv 第8行H列（状态）：“暂无数剧”不在可填的范围内：已填、不适用、暂无数据、不公开。是不是“暂无数据”？请改成其中之一。")]
    [InlineData("perf.satisfaction,,,,,暂无数据", "perf.satisfaction,,,96,,暂无数据", "JH3036 facts.csv 第8行F列（数值）：状态是“暂无数据”，数值却不为空。有数就把状态改成“已填”，没有数就清空数值。")]
    [InlineData(",2023,", ",2024,", "JH3037 facts.csv 第4行C列（数据项）：与第3行重复：单位、年度、数据项、分项和口径都相同。")]
    [InlineData(",2023,", ",二零二三,", "JH3022 facts.csv 第4行B列（年度）：“二零二三”不是数。请填整数。")]
    [InlineData(",2023,", ",23,", "JH3023 facts.csv 第4行B列（年度）：“23”超出范围，应为1990 至 2100。请核对。")]
    [InlineData("数据项,分项", "数据项目,分项", "JH3010 facts.csv 第1行C列：没有“数据项目”这一列。是不是“数据项”？")]
    [InlineData("数值,计量单位", "计量单位,计量单位", "JH3012 facts.csv 第1行G列：“计量单位”这一列出现了两次。请只留一列。")]
    [InlineData(",科教股,,", ",科教股,,,多出来的", "JH3013 facts.csv 第9行：这一行有 12 格，表头只有 11 列。内容里有逗号时，整格要用英文双引号括起来。")]
    [InlineData("\"含上年结转,已核\"", "\"含上年结转,已核", "JH3014 facts.csv 第3行K列：这一格以双引号开头，却没有结束的双引号。")]
    [InlineData("\"含上年结转,已核\"", "\"含上年结转\",已核\"", "JH3013 facts.csv 第3行")]
    [InlineData("\"含上年结转,已核\"", "\"含上年\"结转", "JH3014 facts.csv 第3行K列：结束的双引号后面还有内容。")]
    public void A_mistake_in_the_figures_is_told(string sound, string faulty, string expected) => Told("facts.csv", sound, faulty, expected);

    [Theory]
    [InlineData("yf-02,城关镇卫生院", "yf-01,城关镇卫生院", "JH3040 units.csv 第4行A列（编码）：单位编码“yf-01”与第3行重复。")]
    [InlineData("基层医疗卫生机构,yf", "基层医疗卫生机构,yg", "JH3041 units.csv 第4行D列（上级）：没有编码为“yg”的上级单位。是不是“yf”？")]
    [InlineData("二级机构", "二极机构", "JH3024 units.csv 第3行C列（类型）：“二极机构”不在可填的范围内：主管部门、局本级、内设机构、二级机构、基层医疗卫生机构、医院。是不是“二级机构”？")]
    [InlineData("yf,示范区卫生健康局,主管部门,", "yf,示范区卫生健康局,主管部门,yf-02", "JH3042 units.csv 第4行D列（上级）：上级关系成环：yf → yf-02 → yf。")]
    [InlineData("示范区疾病预防控制中心", "", "JH3020 units.csv 第3行B列（名称）：这里不能为空。")]
    public void A_mistake_in_the_units_is_told(string sound, string faulty, string expected) => Told("units.csv", sound, faulty, expected);

    [Theory]
    [InlineData("own.posts_short", "fin.annual_budget", "JH3045 metrics.csv 第3行A列（编码）：数据项“fin.annual_budget”在数据项目录里已有。")]
    [InlineData("own.posts_short", "own.training", "JH3045 metrics.csv 第3行A列（编码）：数据项“own.training”与第2行重复。")]
    [InlineData("own.posts_short", "缺编", "JH3025 metrics.csv 第3行A列（编码）：“缺编”不能作代码。")]
    [InlineData("staff.quota - staff.in_post", "staff.quota - staff.in_pots", "JH3046 metrics.csv 第3行D列（公式）：公式第15个字符处：没有数据项“staff.in_pots”。")]
    [InlineData("staff.quota - staff.in_post", "staff.quota - fin.annual_budget", "JH3046 metrics.csv 第3行D列（公式）：公式第13个字符处：")]
    [InlineData("缺编人数,人,", "缺编人数,人头,", "JH3026 metrics.csv 第3行C列（计量单位）：不认识的计量单位“人头”。")]
    public void A_mistake_in_the_own_metrics_is_told(string sound, string faulty, string expected) => Told("metrics.csv", sound, faulty, expected);

    [Theory]
    [InlineData("notice: \"\"", "notise: \"\"", "JH3052 dossier.yaml 第8行第1个字符：没有“notise”这一项。是不是“notice”？")]
    [InlineData("year: 2024", "year: 二〇二四", "JH3022 dossier.yaml 第4行第7个字符（year）：“二〇二四”不是数。")]
    [InlineData("year: 2024\n", "", "JH3053 dossier.yaml 第1行第1个字符：缺少“year”。请补上。")]
    [InlineData("scheme: demo/department", "scheme: demo/departmant", "JH3057 dossier.yaml 第6行第9个字符（scheme）：没有评价方案“demo/departmant”。是不是“demo/department”？")]
    [InlineData("outline: demo/report", "outline: demo/raport", "JH3057 dossier.yaml 第7行第10个字符（outline）：没有报告大纲“demo/raport”。是不是“demo/report”？")]
    [InlineData("report-date: 2025-03-20", "report-date: 2025年3月20日", "JH3055 dossier.yaml 第9行第14个字符（report-date）：“2025年3月20日”不是日期。请写成 2025-03-01 这样。")]
    [InlineData("targets: {A.1: 100 %}", "targets: {A.1: 100}", "JH3056 dossier.yaml 第12行第16个字符（targets.A.1）：“100”不是带计量单位的数。")]
    [InlineData("targets: {A.1: 100 %}", "targets: [A.1, 100 %]", "JH3054 dossier.yaml 第12行第10个字符（targets）：此处应为“键: 值”的形式。")]
    [InlineData("targets: {A.1: 100 %}", "targets: {A.1: 100 %", "JH3050 dossier.yaml 第12行")]
    [InlineData("targets: {A.1: 100 %}", "targets: &t {A.1: 100 %}", "JH3050 dossier.yaml 第12行第10个字符：不用锚点（&）和别名（*）。")]
    [InlineData("target: 1000 份, value: phs.records", "target: 1000 份, value: phs.record", "JH3046 dossier.yaml 第14行第95个字符（indicators[1].value）：公式第1个字符处：没有数据项“phs.record”。是不是“phs.records”？")]
    [InlineData("target: 1000 份", "target: 1000 人", "JH3032 dossier.yaml 第14行")]
    [InlineData("direction: ge", "direction: gt=", "JH3024 dossier.yaml 第14行")]
    [InlineData("slot: B.1,", "slot: A.1,", "JH3058 dossier.yaml 第14行第12个字符（indicators[1].slot）：评价方案里没有可以放自设指标的“A.1”。是不是“B.1”？可以放自设指标的有：B.1。")]
    [InlineData("code: B.1.1", "code: C.1.1", "JH3059 dossier.yaml 第14行")]
    [InlineData("  A.1: {points: 39.5", "  A.2: {points: 39.5", "JH3058 dossier.yaml 第16行第3个字符（judgements.A.2）：评价方案和自设指标里都没有“A.2”。")]
    [InlineData("points: 39.5", "ponits: 39.5", "JH3052 dossier.yaml 第16行第9个字符（judgements.A.1）：没有“ponits”这一项。是不是“points”？")]
    [InlineData("kind: department\n", "kind: department\nkind: project\n", "JH3051 dossier.yaml 第6行第1个字符：“kind”写了两次。")]
    [InlineData("id: demo-2024", "id: ../demo", "JH3025 dossier.yaml 第1行第5个字符（id）：“../demo”不能作编号。")]
    public void A_mistake_in_the_head_is_told(string sound, string faulty, string expected) => Told("dossier.yaml", sound, faulty, expected);

    [Theory]
    [InlineData("{fin.annual_execution}", "{fin.annual_executoin}", "JH3060 texts/duties.md 第1行第26个字符：没有数据项“fin.annual_executoin”。是不是“fin.annual_execution”？")]
    [InlineData("{own.training}", "{own.training", "JH3060 texts/duties.md 第6行第3个字符：")]
    [InlineData("{fin.execution_rate|%|1}", "{fin.execution_rate|万元|1}", "JH3060 texts/duties.md 第1行第71个字符：")]
    [InlineData("## 人员", "# 人员", "JH3061 texts/duties.md 第3行第1个字符：小标题只用两个 # 加一个空格。")]
    public void A_mistake_in_a_text_is_told(string sound, string faulty, string expected) => Told("texts/duties.md", sound, faulty, expected);

    [Fact]
    public void All_mistakes_are_told_at_once_in_the_order_of_their_place()
    {
        using var bundle = new TestBundle();
        bundle.Spoil("facts.csv", "12507.41", "很多").Spoil("facts.csv", "1.2,万份", "1.2,万斤").Spoil("units.csv", "二级机构", "二级").Spoil("dossier.yaml", "notice:", "notise:");
        bundle.Faults().Select(f => $"{f.Code} {f.Place.File} {f.Place.Line}").ShouldBe(["JH3052 dossier.yaml 8", "JH3022 facts.csv 2", "JH3026 facts.csv 7", "JH3024 units.csv 3"]);
    }

    [Fact]
    public void A_faulty_row_of_own_metrics_does_not_make_its_facts_unknown()
    {
        using var bundle = new TestBundle();
        bundle.Spoil("metrics.csv", "培训人次,人次,", "培训人次,人人次,").Spoil("texts/duties.md", "培训{own.training}。", "");
        bundle.Faults().Select(f => f.Code).ShouldBe(["JH3026"]);
    }

    [Fact]
    public void A_code_and_a_place_can_be_taken_apart_by_programs()
    {
        using var bundle = new TestBundle();
        bundle.Spoil("facts.csv", "staff.quota", "staff.qota");
        bundle.Faults().ShouldHaveSingleItem().Place.ShouldBe(new BundlePlace("facts.csv", 6, 3, "数据项"));
    }

    private static void Told(string file, string sound, string faulty, string expected)
    {
        using var bundle = new TestBundle();
        bundle.Spoil(file, sound, faulty);
        bundle.Faults().Select(f => f.ToString()).ShouldContain(f => f.StartsWith(expected, StringComparison.Ordinal), string.Join('\n', bundle.Faults()));
    }
}
