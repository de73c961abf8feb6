using Jiheng.Model.Documents;

namespace Jiheng.Ledger.Tests.Accounts;

/// <summary>Workbooks of final accounts in the layouts that departments publish.</summary>
internal static class Layouts
{
    /// <summary>Nine tables in 万元, sides by side with line numbers, codes in one column.</summary>
    public static Document Nine(YanfengAccounts a)
    {
        var w = YanfengAccounts.Wan;
        Paper Sheet(string name, string title, string number, int columns) =>
            new Paper(name).Row($"{title}→{columns}").Row($"{number}→{columns}").Row($"部门：衡阳市雁峰区卫生健康局→{columns - 2}", "金额单位：万元→2");

        var total = Sheet("G01", "收入支出决算总表", "公开01表", 6).Row("收入→3", "支出→3").Row("项目", "行次", "2024年度决算数".Replace("2024", $"{a.Year}"), "项目", "行次", "决算数")
            .Row("栏次", "", "1", "栏次", "", "2")
            .Row("一、一般公共预算财政拨款收入", "1", w(a.Income), "一、一般公共服务支出", "32", "")
            .Row("二、政府性基金预算财政拨款收入", "2", "", "八、社会保障和就业支出", "39", w(a.Classes[0].Basic))
            .Row("三、事业收入", "3", "", "九、卫生健康支出", "40", w(a.Expenditure - a.Classes[0].Basic))
            .Row("本年收入合计", "27", w(a.Income), "本年支出合计", "57", w(a.Expenditure))
            .Row("年初结转和结余", "29", "", "年末结转和结余", "59", w(a.Income - a.Expenditure))
            .Row("总计", "30", w(a.Income), "总计", "60", w(a.Income));
        var income = Sheet("G02", "收入决算表", "公开02表", 9)
            .Row("项目→2", "本年收入合计↓2", "财政拨款收入↓2", "上级补助收入↓2", "事业收入↓2", "经营收入↓2", "附属单位上缴收入↓2", "其他收入↓2").Row("科目代码", "科目名称")
            .Row("栏次→2", "1", "2", "3", "4", "5", "6", "7").Row("合计→2", w(a.Income), w(a.Income));
        var spent = Sheet("G03", "支出决算表", "公开03表", 8)
            .Row("项目→2", "本年支出合计↓2", "基本支出↓2", "项目支出↓2", "上缴上级支出↓2", "经营支出↓2", "对附属单位补助支出↓2").Row("科目代码", "科目名称")
            .Row("栏次→2", "1", "2", "3", "4", "5", "6").Row("合计→2", w(a.Expenditure), w(a.Basic), w(a.Project));
        foreach (var (code, name, basic, project) in a.Tree()) spent.Row(code, name, w(basic + project), w(basic), w(project));
        var fiscal = Sheet("G04", "财政拨款收入支出决算总表", "公开04表", 9).Row("收入→3", "支出→6").Row("项目", "行次", "金额", "项目", "行次", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
            .Row("栏次", "", "1", "栏次", "", "2", "3", "4", "5")
            .Row("一、一般公共预算财政拨款", "1", w(a.Income), "八、社会保障和就业支出", "40", w(a.Classes[0].Basic), w(a.Classes[0].Basic))
            .Row("二、政府性基金预算财政拨款", "2", "", "九、卫生健康支出", "41", w(a.Expenditure - a.Classes[0].Basic), w(a.Expenditure - a.Classes[0].Basic))
            .Row("本年收入合计", "27", w(a.Income), "本年支出合计", "59", w(a.Expenditure), w(a.Expenditure))
            .Row("年初财政拨款结转和结余", "28", "", "年末财政拨款结转和结余", "60", w(a.Income - a.Expenditure), w(a.Income - a.Expenditure))
            .Row("一、一般公共预算财政拨款", "29").Row("总计", "32", w(a.Income), "总计", "64", w(a.Income), w(a.Income));
        var general = Sheet("G05", "一般公共预算财政拨款支出决算表", "公开05表", 5).Row("项目→2", "本年支出→3").Row("科目代码", "科目名称", "小计", "基本支出", "项目支出")
            .Row("栏次→2", "1", "2", "3").Row("合计→2", w(a.Expenditure), w(a.Basic), w(a.Project));
        foreach (var (code, name, basic, project) in a.Tree()) general.Row(code, name, w(basic + project), w(basic), w(project));
        var (people, goods, rest) = (a.EconomicTree("301", "303").ToList(), a.EconomicTree("302").ToList(), a.EconomicTree("310").ToList());
        var basicTable = Sheet("G06", "一般公共预算财政拨款基本支出决算明细表", "公开06表", 9).Row("人员经费→3", "公用经费→6").Row("科目代码", "科目名称", "决算数", "科目代码", "科目名称", "决算数", "科目代码", "科目名称", "决算数");
        for (var i = 0; i < Math.Max(people.Count, Math.Max(goods.Count, rest.Count)); i++)
            basicTable.Row([.. new[] { people, goods, rest }.SelectMany(b => i < b.Count ? new[] { b[i].Code, b[i].Name, w(b[i].Amount) } : ["", "", ""])]);
        basicTable.Row("人员经费合计→2", w(a.EconomicSum("301", "303")), "公用经费合计→5", w(a.EconomicSum("302", "310")));
        var public3 = Sheet("G07", "一般公共预算财政拨款“三公”经费支出决算表", "公开07表", 12).Row("预算数→6", "决算数→6")
            .Row("合计↓2", "因公出国（境）费↓2", "公务用车购置及运行维护费→3", "公务接待费↓2", "合计↓2", "因公出国（境）费↓2", "公务用车购置及运行维护费→3", "公务接待费↓2")
            .Row("小计", "公务用车购置费", "公务用车运行维护费", "小计", "公务用车购置费", "公务用车运行维护费").Row("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12")
            .Row("7.00", "0.00", "7.00", "0.00", "7.00", "0.00", w(a.Vehicles + a.Reception), "0.00", w(a.Vehicles), "0.00", w(a.Vehicles), "0.00");
        var fund = Sheet("G08", "政府性基金预算财政拨款收入支出决算表", "公开08表", 8).Row("项目→2", "年初结转和结余↓2", "本年收入↓2", "本年支出→3", "年末结转和结余↓2").Row("科目代码", "科目名称", "小计", "基本支出", "项目支出")
            .Row("栏次→2", "1", "2", "3", "4", "5", "6").Row("合计→2").Row("注：本部门没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。→8");
        var capital = Sheet("G09", "国有资本经营预算财政拨款支出决算表", "公开09表", 5).Row("项目→2", "本年支出→3").Row("科目代码", "科目名称", "合计", "基本支出", "项目支出").Row("栏次→2", "1", "2", "3").Row("合计→2");
        return Book(total, income, spent, fiscal, general, basicTable, public3, fund, capital);
    }

    /// <summary>The same in 元, sheets renamed and in another order, 类款项 in columns of their own, full-width figures, unit and money on one line.</summary>
    public static Document Yuan(YanfengAccounts a)
    {
        var y = YanfengAccounts.Yuan;
        string Wide(decimal v) => string.Concat(y(v).Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c));
        Paper Sheet(string name, string title) => new Paper(name).Row("", $"{a.Year}年度{title}→6").Row("编制单位：衡阳市雁峰区卫生健康局　　　　　　金额单位：元→7");
        string[] Code(string code) => [code[..3], code.Length > 3 ? code[3..5] : "", code.Length > 5 ? code[5..7] : ""];

        var spent = Sheet("Sheet3 (2)", "部门支出决算表").Row("项　　目→4", "本年支出\n合计↓2", "基本支出↓2", "项目支出↓2").Row("类", "款", "项", "科目名称").Row("合　计→4", Wide(a.Expenditure), y(a.Basic), y(a.Project));
        foreach (var (code, name, basic, project) in a.Tree()) spent.Row([.. Code(code), new string(' ', code.Length) + name, y(basic + project), y(basic), y(project)]);
        var general = Sheet("Sheet5", "一般公共预算财政拨款支出决算表").Row("项　　目→4", "合计↓2", "基本支出↓2", "项目支出↓2").Row("类", "款", "项", "科目名称").Row("合　计→4", y(a.Expenditure), y(a.Basic), y(a.Project));
        foreach (var (code, name, basic, project) in a.Tree()) general.Row([.. Code(code), name, y(basic + project), y(basic), y(project)]);
        var total = Sheet("Sheet1", "部门收入支出决算总表").Row("收入→2", "支出→2").Row("项目", "决算数", "项目（按功能分类）", "决算数")
            .Row("一、一般公共预算财政拨款收入", y(a.Income), "一、社会保障和就业支出", y(a.Classes[0].Basic))
            .Row("二、政府性基金预算财政拨款收入", "—", "二、卫生健康支出", y(a.Expenditure - a.Classes[0].Basic))
            .Row("本年收入合计", Wide(a.Income), "本年支出合计", Wide(a.Expenditure)).Row("年初结转和结余", "", "年末结转和结余", y(a.Income - a.Expenditure)).Row("收入总计", y(a.Income), "支出总计", y(a.Income));
        var fiscal = Sheet("Sheet4", "财政拨款收支决算总表").Row("收入→2", "支出→5").Row("项目", "决算数", "项目", "小计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
            .Row("一、一般公共预算财政拨款", y(a.Income), "一、社会保障和就业支出", y(a.Classes[0].Basic), y(a.Classes[0].Basic))
            .Row("", "", "二、卫生健康支出", y(a.Expenditure - a.Classes[0].Basic), y(a.Expenditure - a.Classes[0].Basic))
            .Row("本年收入合计", y(a.Income), "本年支出合计", y(a.Expenditure), y(a.Expenditure)).Row("年初财政拨款结转和结余", "", "年末财政拨款结转和结余", y(a.Income - a.Expenditure), y(a.Income - a.Expenditure))
            .Row("总计", y(a.Income), "总计", y(a.Income), y(a.Income));
        var income = Sheet("Sheet2", "部门收入决算表").Row("项　　目→4", "本年收入合计↓2", "财政拨款收入↓2", "其他收入↓2").Row("类", "款", "项", "科目名称").Row("合　计→4", y(a.Income), y(a.Income));
        var basic3 = Sheet("Sheet6", "一般公共预算财政拨款基本支出决算表").Row("经济分类科目编码", "科目名称", "合计", "人员经费", "公用经费").Row("", "合计", y(a.Basic), y(a.EconomicSum("301", "303")), y(a.EconomicSum("302", "310")));
        foreach (var (code, name, amount) in a.EconomicTree("301", "302", "303", "310"))
            basic3.Row(code, name, y(amount), code[..3] is "301" or "303" ? y(amount) : "", code[..3] is "301" or "303" ? "" : y(amount));
        var public3 = Sheet("Sheet7", "一般公共预算财政拨款“三公”经费支出决算表").Row("项目", "预算数", "决算数").Row("“三公”经费合计", "70,000.00", y(a.Vehicles + a.Reception)).Row("1.因公出国（境）费用", "0.00", "0.00")
            .Row("2.公务接待费", "0.00", "0.00").Row("3.公务用车购置及运行维护费", "70,000.00", y(a.Vehicles)).Row("其中：（1）公务用车购置费", "0.00", "0.00").Row("（2）公务用车运行维护费", "70,000.00", y(a.Vehicles));
        return Book(spent, general, total, fiscal, income, basic3, public3);
    }

    /// <summary>Thirteen tables with cover and contents, income above expenditure, and lists of counts, assets and procurement.</summary>
    public static Document Thirteen(YanfengAccounts a)
    {
        var w = YanfengAccounts.Wan;
        var nine = Nine(a).Blocks.Skip(1).ToList();
        Paper Sheet(string name, string title, int columns) => new Paper(name).Row($"{title}→{columns}").Row("部门：", "衡阳市雁峰区卫生健康局", "单位：万元");
        var cover = new Paper("封面").Row($"{a.Year}年度部门决算公开表").Row("衡阳市雁峰区卫生健康局");
        var contents = new Paper("目录").Row("目　　录").Row("1", "收入支出决算总表").Row("2", "收入决算表").Row("3", "支出决算表");
        var total = Sheet("01", $"{a.Year}年度收入支出决算总表", 3).Row("项目", "行次", "金额").Row("收入", "", "").Row("一、一般公共预算财政拨款收入", "1", w(a.Income)).Row("本年收入合计", "2", w(a.Income)).Row("总计", "3", w(a.Income))
            .Row("支出", "", "").Row("一、社会保障和就业支出", "4", w(a.Classes[0].Basic)).Row("二、卫生健康支出", "5", w(a.Expenditure - a.Classes[0].Basic)).Row("本年支出合计", "6", w(a.Expenditure))
            .Row("年末结转和结余", "7", w(a.Income - a.Expenditure)).Row("总计", "8", w(a.Income));
        var projects = Sheet("10", "项目支出决算明细表", 3).Row("项目名称", "项目类别", "金额").Row("健康档案", "其他", "12.00");
        var operation = Sheet("11", "机构运行信息表", 3).Row("项目", "行次", "统计数").Row("1.因公出国（境）团组数（个）", "1", "0").Row("4.公务用车保有量（辆）", "2", "2").Row("6.国内公务接待批次（个）", "3", "14").Row("二、机关运行经费", "4", "");
        var assets = Sheet("12", "国有资产占用情况表", 3).Row("项目", "行次", "金额").Row("资产总计", "1", "5321.88");
        var blank = Sheet("13", "一般公共预算财政拨款项目支出决算表", 3);
        return new Document("", [cover.Table(), contents.Table(), total.Table(), .. nine, projects.Table(), operation.Table(), assets.Table(), blank.Table()]);
    }

    private static Document Book(params Paper[] sheets) => new("", [.. sheets.Select(s => s.Table())]);
}
