using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Frames;

/// <summary>The words that give figures their roles. The longest word at a place wins.</summary>
internal static class CueTable
{
    private static readonly (Cues Kind, string Words)[] Rows =
    [
        (Cues.Up, "提标 增加 增长 上升 提高 提升 增收 超额 增 多 多支 多收 上涨 扩大 净增 净增加 升高 上浮 回升 攀升 升 涨 延长 增幅为 增加了 增长了 上升了 提高了 同比增长 同比增加 同比上升 正增长 偏多 偏高"),
        (Cues.Up | Cues.Adjust, "调增 追加 增拨"),
        (Cues.Down | Cues.Adjust, "调减 核减"),
        (Cues.Down, "压减 压降 精减 减少 下降 降低 缩短 减 降 少 少支 少收 下滑 回落 缩减 收窄 压缩 减少了 下降了 降低了 同比下降 同比减少 减支 减收 负增长 下跌 下浮 偏少 偏低"),
        (Cues.Turn | Cues.Up, "扩至 扩到 扩建至 扩建到 拓展至 拓展到 提至 提到 提标至 达至 延长至 延长到 增为 升为 增加为 增长为 增至 增加到 增加至 上升到 上升至 提高到 提高至 提升到 提升至 增长到 增长至 升至 扩大到 扩大至 上升为 提高为"),
        (Cues.Turn | Cues.Down, "压降至 压降到 缩至 缩减至 收窄至 跌至 减为 降为 降至 降到 下降到 下降至 减少到 减少至 减至 降低到 降低至 缩短到 缩短至 下降为 减少为 缩短为"),
        (Cues.Turn, "调整为 调整到 调整至 变为 改为 调整后"),
        (Cues.From, "由 从 由原来的 从原来的 由上年的 由去年的"),
        (Cues.Against, "比 较 相比 同比 环比 对比 相比较"),
        (Cues.Before, "上年 去年 上年度 去年同期 上年同期 比同期 较同期 上月 上季 上季度 上一年 上一个十年 上个月 前一年 年初 期初 上次 上期 上年末 去年底 上年底"),
        (Cues.Share, "占用水 占用电 占 占比 比重 份额 约占 占比为 占比达"),
        (Cues.Rate, "自然增长率 自然增长率为 人口自然增长率 人口自然增长率为 率 比例 进度 率为 率达 率是 率达到 率约 覆盖面 比例为 比例达 满意度 知晓度 下达率 到位率 执行率 完成率 合格率 使用率 监督率 办结率 预算执行率 支出率 满意率 应管率 控制率 编制率"),
        (Cues.Growth, "增长率 增速 增幅 涨幅 降幅 升幅 增长幅度 下降幅度 增长速度 增长率为 增速为 增幅为 涨幅为 降幅为 增幅达 增速达"),
        (Cues.Growth | Cues.Down, "降幅 降幅为 降幅达 下降幅度 跌幅 减幅"),
        (Cues.Total, "累加 相加 加总 合起来 加起来 合计 共计 总计 小计 共 总 累计 一共 合共 总共 合计为 总额 总数 总量 全部 全年 两项合计 三项合计 共有 总数为 总额为"),
        (Cues.Parts, "其中 包括 包含 含 内含 分别是 有 涉及 主要有"),
        (Cues.Whole, "分为 分别为 组成 构成 由 划分 分成 按科目分 按来源分 具体为 具体是 明细 分类"),
        (Cues.Rest, "其他 其余 其它 剩余"),
        (Cues.Left, "还差 尚差 仍差 余下 剩下 剩 尚剩 尚有 还有 尚需 还需 空编 缺编 空缺 缺额 空岗 缺员 尚缺 还剩 仍有 尚余 净退 净收 净支 相抵 轧差 未支付 未拨付 未到位 未完工 未开工 未整改 结余 结转 结余结转 剩余 尚余 余 未结 未办 未完成 未 净值 净额 差额 缺口 偏差 相差 超支 超编 节约 余额 未执行 未使用 盈余 结存 尚有 年末结转 结转下年 年终结余 累计结余 收支相抵 尚未 节余 滚存结余 待办 在办 净余 赤字 顺差 逆差"),
        (Cues.Plan, "预算 计划 应 应当 任务 核定 编制 额度 需 年初预算 年度预算 调整预算 预算数 全年预算数 安排 定额 批复 控制数 应管 应管理 应访视 受理 收到 档案 指标 下达 合同"),
        (Cues.Plan | Cues.Target, "目标 指标值 目标值 年初目标 年度目标 任务数 年度指标值 年度指标 指标为 年度任务 目标任务 计划数 目标数"),
        (Cues.Done, "执行 完成 实测 实际 已 到位 实有 在职 在编 使用 合格 执行数 决算 决算数 实际支出 实际完成 完成值 实际值 全年执行数 监督 办结 建册 访视 规范管理 兑现 拨付 已下达 已安排 已受理 已批复 已拨付 支付 现"),
        (Cues.Floor, "不低于 不少于 不小于 至少 不低于年初 ≥ ＞ > 大于等于"),
        (Cues.Ceiling, "不超过 不高于 控制在 不多于 以内 ≤ ＜ < 不大于 未超过"),
        (Cues.Above, "超过 高于 超 大于 超出 多于 突破"),
        (Cues.Below, "低于 少于 不足 小于 不及 未达到 未达"),
        (Cues.Same, "即 折合 标题作 合 即为 也就是 折算为"),
        (Cues.Each, "分别 依次"),
        (Cues.Every, "各 均为 各为 均"),
        (Cues.Per, "每 人均 户均 单价 单产 日均 月均 次均 均价 平均 每人 每生 每户 每亩 每天 每日 每月 每次 造价 标准 补助标准 平均每"),
        (Cues.Main, "主要 重点"),
        (Cues.Basis, "可比价 可比价格 同口径 不变价 按可比 剔除 可比口径 不可比"),
        (Cues.SexRatio, "性别比 出生性别比 新生儿性别比"),
        (Cues.Yearly, "年均 年均增长 年平均 年均增长率 翻番 年均增速 贡献率 拉动"),
        (Cues.Set, "内设 下设 设有 下辖 所属 辖 设 划为 共设"),
        (Cues.Beside, "另有 另 不含 不包括 此外 除 另外"),
        (Cues.Full, "满分 分值 权重 总分"),
        (Cues.Among, "等"),
        (Cues.Plus, "加 加上 再加上 加之 连同"),
        (Cues.None, "新增 新增加 增加值 增加额 增长极 增长点 减值 降幅度 涨价 升级改造 高标准 标准化 改造提升 整治提升 优化提升 巩固提升 提升改造 增值税 增值 增强 超标准 彩超 B超 Ｂ超 赶超 超标 超限 超市 超声 超前 超龄 超载 超期 超时 高标 多重 多次 多人 多发 多层 多功能 多动 多学科 多点 少儿 少先 减数 升降 增压 比如 比例尺 与会 由于 百分比 同比口径 比较 总结 总院 总医院 总体 总局 总会 总工会 总队 总站 共享 共同 共青团 公共 共产党 共和国 总书记 总理 总要求 多种 多样 多部门 多方 多渠道 多次 少数 少年 多元 " +
            "减免 减税 降费 提高认识 提升工程 增殖 含量 需求 必需 各项 各类 各级 各地 各单位 各部门 各县 各镇 各乡 每年 有限 有效 有关 有序 有力 没有 所有 现有 国有 占地 占用 占道 设备 设施 建设 开设 设计 未来 未成年 余人 余名 余次 余家 余件 余户 余万 " +
            "混合 复合 集合 汇合 缝合 磨合 吻合 "+
            "应急 供应 适应 响应 效应 对应 反应 相应 应用 应届 另行 需要 必须 合作 合同 综合 结合 联合 组合 融合 整合 集合 符合 配合 合理 合法 合规 综合 现场 现代 实现 发现 体现 表现 出现 现象 现实 已经 而已 加强 加快 加大 参加 加工 加班 加油 加入 添加 由此 理由 自由 从而 从事 从业 " +
            "由衷 等级 等次 高等 中等 平等 等额 等级医院 特等 一等 二等 三等 即将 立即 即时 即办 降水 降雨 升级 升学 升格 转升 涨水 减灾 减排 减压 减负 减贫 减持 多年 多少 至少 效率 汇率 税率 频率 率先 率队 概率 利率 " +
            "任务书 平均数 均衡 均等 人均可支配 总则 计划生育 计划免疫 中计划 目标责任 目标管理 应收 编制单位 决算报告 " +
            "已故 重点工程 重点项目 重点群体 主要负责人 主要领导 主要原因 主要是 与其 参与 给予 有机 有害 有毒 持有 拥有 有偿 比赛 比对 较大 较好 较高 较多 较少 较快 较低 较强 较重 较大以上 计较 由县 由市 由省 由区 由财政 由中央 由农 由糖 由国"),
    ];

    private static readonly WordTable<Cues> Table = Build();

    /// <summary>Whether a cue may begin with <paramref name="c"/>.</summary>
    public static bool CanBegin(char c) => Table.CanBegin(c);

    /// <summary>The longest cue at the start of <paramref name="text"/>.</summary>
    /// <returns>Its number of characters, 0 for none. A word that only hides a cue (比较) has kind <see cref="Cues.None"/>.</returns>
    public static int Match(ReadOnlySpan<char> text, out Cues kind) => Table.Match(text, out kind);

    private static WordTable<Cues> Build()
    {
        var kinds = new Dictionary<string, Cues>(StringComparer.Ordinal);
        foreach (var (kind, words) in Rows)
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                kinds[word] = kind == Cues.None ? Cues.None : kinds.GetValueOrDefault(word) | kind;
        }
        return new(kinds.Select(p => (p.Key, p.Value)));
    }
}
