namespace Jiheng.Audit.Frames;

/// <summary>What a word before, between or after figures says about them. A set: one gap may hold several.</summary>
[Flags]
internal enum Cues : long
{
    None = 0,

    /// <summary>增加, 增长, 上升, 多.</summary>
    Up = 1L << 0,

    /// <summary>减少, 下降, 缩短, 少.</summary>
    Down = 1L << 1,

    /// <summary>增至, 下降到, 调整为: what follows is the new value.</summary>
    Turn = 1L << 2,

    /// <summary>由, 从: what follows is the old value when a turn comes after.</summary>
    From = 1L << 3,

    /// <summary>比, 较, 与…相比: what follows is what is compared with.</summary>
    Against = 1L << 4,

    /// <summary>上年, 去年同期, 上月: an earlier span of time.</summary>
    Before = 1L << 5,

    /// <summary>占, 占比, 比重.</summary>
    Share = 1L << 6,

    /// <summary>…率, 比例, 进度 as the last word of a label.</summary>
    Rate = 1L << 7,

    /// <summary>增速, 涨幅, 降幅: a growth rate by its name.</summary>
    Growth = 1L << 8,

    /// <summary>合计, 总计, 共.</summary>
    Total = 1L << 9,

    /// <summary>其中, 包括, 含: some or all parts follow.</summary>
    Parts = 1L << 10,

    /// <summary>分为, 分别为, 由…组成, 构成: all parts follow.</summary>
    Whole = 1L << 11,

    /// <summary>其他, 其余, 另: the part that closes a list.</summary>
    Rest = 1L << 12,

    /// <summary>结余, 未, 剩余, 净值, 偏差: what is left of one figure after another.</summary>
    Left = 1L << 13,

    /// <summary>预算, 计划, 目标, 应, 指标, 编制: what was meant.</summary>
    Plan = 1L << 14,

    /// <summary>执行, 完成, 实际, 已, 到位: what became of it.</summary>
    Done = 1L << 15,

    /// <summary>不低于, 不少于, 达到: a limit from below.</summary>
    Floor = 1L << 16,

    /// <summary>不超过, 控制在: a limit from above.</summary>
    Ceiling = 1L << 17,

    /// <summary>超过, 高于.</summary>
    Above = 1L << 18,

    /// <summary>低于.</summary>
    Below = 1L << 19,

    /// <summary>即, 折合, 标题作: the same figure again.</summary>
    Same = 1L << 20,

    /// <summary>分别: the figures that follow belong one by one to those before.</summary>
    Each = 1L << 21,

    /// <summary>各: the figure holds for every name before it.</summary>
    Every = 1L << 22,

    /// <summary>每, 人均, 户均, 单价, 单产: a figure per one of something.</summary>
    Per = 1L << 23,

    /// <summary>主要, 重点: a list that need not be complete.</summary>
    Main = 1L << 24,

    /// <summary>可比价, 同口径, 不含: the figures stand on different ground.</summary>
    Basis = 1L << 25,

    /// <summary>性别比: men to a hundred women.</summary>
    SexRatio = 1L << 26,

    /// <summary>年均, 翻番: growth over several years.</summary>
    Yearly = 1L << 27,

    /// <summary>内设, 下设, 设有: a count of units whose names may follow.</summary>
    Set = 1L << 28,

    /// <summary>调增, 追加: an amount added to a budget.</summary>
    Adjust = 1L << 29,

    /// <summary>不, 未, 没有 before a comparison.</summary>
    Not = 1L << 30,

    /// <summary>年初目标, 指标值: a target by its own name.</summary>
    Target = 1L << 31,

    /// <summary>另, 不含: counted beside the whole, not within it.</summary>
    Beside = 1L << 32,

    /// <summary>满分, 权重: the most that a score may be.</summary>
    Full = 1L << 33,

    /// <summary>等 at the end of a list: the list is not complete.</summary>
    Among = 1L << 34,

    /// <summary>加上, 加: a sum is set out in words.</summary>
    Plus = 1L << 35,
}
