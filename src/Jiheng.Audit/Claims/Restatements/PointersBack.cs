using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Restatements;

/// <summary>A number that points back at one printed before: '交办171件 … 上述181件代表建议'.</summary>
internal sealed class PointersBack(ClaimSet claims)
{
    private static readonly string[] Pointers = ["上述", "以上", "前述", "上列", "该", "这", "此"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every number right behind such a word.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Index == 0 || mention.Figure.InWords || mention.Figure.Bound != Bound.None || !mention.Figure.Unit.IsAdditive) continue;
            var label = _frame.Label(mention);
            if (label.Length == 0 && mention.Break >= Break.Clause && OpensPassage(_frame.After(mention)) && Slips.DigitsOf(mention.Figure).Length >= 4) Check(mention);
            if (label is "在" or "在今年" or "在去年" or "在上年" or "在本年" or "按" or "以" or "对" && mention.Break >= Break.Clause && OpensPassage(_frame.After(mention))) Check(mention);
            if (Slips.DigitsOf(mention.Figure).Length >= 3 && mention.Role == Role.Value && Pointed(label)) Check(mention);
            if (label.Length == 0 && mention.Break >= Break.Sentence || TakesAll(label)) Universal(mention);
            if (label.Length == 0 && mention.Bracket > 0 && mention.Role == Role.Value && Slips.DigitsOf(mention.Figure).Length >= 3) Bracketed(mention);
            if (Slips.DigitsOf(mention.Figure).Length < 3) Few(mention, label);
            foreach (var pointer in Pointers)
            {
                if (!label.EndsWith(pointer, StringComparison.Ordinal) || Slips.DigitsOf(mention.Figure).Length < 3) continue;
                Check(mention);
                break;
            }
        }
    }

    /// <summary>'继续教育经费按在岗教师1248人…安排', '上述支出数与决算草案所列支出4495万元一致': what something is reckoned by, or held against, was printed before.</summary>
    private static bool Pointed(ReadOnlySpan<char> label)
    {
        foreach (var word in (ReadOnlySpan<string>)["所列", "所述", "列示", "按实际", "按实有", "按在", "按年末", "按上述", "按现有", "共核对", "附表为", "附件为", "后文为", "表中为", "附表列", "争取到", "筹集到", "下达到", "安排到", "收到的", "受理的", "下达的", "安排的", "争取的"]) if (label.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at && at + word.Length < label.Length + (word[^1] is '的' or '为' ? 1 : 0)) return true;
        return false;
    }

    /// <summary>'餐饮占社会消费品零售总额（84.67亿元）的13.1%' of 86.47亿元: the bracket repeats a figure by its name.</summary>
    private void Bracketed(Mention mention)
    {
        var before = _frame.Before(mention).TrimEnd("（( ").ToString();
        var named = _frame.BackLines(mention, 4).FirstOrDefault(m => m.Role == Role.Value && m.Depth == 0 && m.Index < mention.Index - 1 && m.Figure.Unit.Fits(mention.Figure.Unit) && Nouns.Bare(_frame.Label(m)) is { Length: >= 4 } name && before.EndsWith(name, StringComparison.Ordinal));
        if (named is null || named.Figure.Range.Meets(mention.Figure.Range) || !(Slips.IsSwap(named.Figure, mention.Figure) || IsOneDigit(named.Figure, mention.Figure) || IsExchange(named.Figure, mention.Figure))) return;
        var outcome = Outcome.Additive(named.Figure, mention.Figure.Value, mention.Figure.Range);
        claims.Add(ClaimType.Equality, mention, [named], outcome, Grade.Structural, () => $"前文{named.Figure.Text}，此处{mention.Figure.Text}");
    }

    /// <summary>'开展应急演练9次…上述8次演练暴露出不足': a small number is held against the only one that the same noun and unit name.</summary>
    private void Few(Mention mention, ReadOnlySpan<char> label)
    {
        // '100人以上4次培训': 以上 belongs to the figure before it.
        if (mention.Index > 0 && mention.Figure.Start - _frame.Mentions[mention.Index - 1].Figure.End <= 2) return;
        if (!(label.EndsWith("上述", StringComparison.Ordinal) || label.EndsWith("以上", StringComparison.Ordinal) || label.EndsWith("前述", StringComparison.Ordinal)) || mention.Figure.Unit.Kind != UnitKind.Count || !mention.Figure.IsWhole || mention.Figure.Value < 2m) return;
        var after = _frame.After(mention);
        if (after.Length < 2) return;
        var noun = after[..2].ToString();
        var alike = _frame.BackLines(mention, 4).Where(m => m.Role == Role.Value && m.Figure.Unit.Name == mention.Figure.Unit.Name).ToList();
        var named = alike.FindAll(m => _frame.Label(m).Contains(noun, StringComparison.Ordinal) || _frame.After(m).StartsWith(noun, StringComparison.Ordinal));
        if (named.Count != 1 || alike.Exists(m => m.Figure.Value == mention.Figure.Value) || Math.Abs(named[0].Figure.Value - mention.Figure.Value) > 2m || alike.Sum(m => m.Figure.Value) == mention.Figure.Value || IsRest(mention, named[0])) return;
        var whole = named[0];
        var outcome = Outcome.Additive(whole.Figure, mention.Figure.Value, mention.Figure.Range);
        claims.Add(ClaimType.Equality, mention, [whole], outcome, Grade.Structural, () => $"前文{whole.Figure.Text}，此处{mention.Figure.Text}");
    }

    /// <summary>'督导7次，其中1次未留记录。上述6次…': what was set apart from the whole before leaves just this, or is this.</summary>
    private bool IsRest(Mention mention, Mention whole) =>
        _frame.Mentions.Skip(whole.Index + 1).Take(mention.Index - whole.Index + 1).Any(m => m != mention && m.Sentence <= mention.Sentence && m.Figure.Unit.Fits(whole.Figure.Unit) && (m.Figure.Value == mention.Figure.Value || whole.Figure.Value - m.Figure.Value == mention.Figure.Value));

    /// <summary>'24家局属单位均已完成' of 23家, whose parts were told: the whole is taken up again.</summary>
    private void Universal(Mention mention)
    {
        var after = _frame.After(mention);
        var all = after.IndexOfAny("均都逐全");
        if (all is < 2 or > 12 || mention.Figure.Unit.Kind != UnitKind.Count || claims.IsComputed(mention)) return;
        var noun = after[..all].TrimEnd('全').ToString();
        if (noun.Length < 2 || noun.AsSpan().IndexOfAny('，', '。', '、') >= 0) return;
        var whole = _frame.BackLines(mention, 4).FirstOrDefault(m => claims.IsWhole(m) && m.Figure.Unit.Fits(mention.Figure.Unit) && Nouns.Bare(_frame.Label(m)) is { Length: > 1 } label && Nouns.Abbreviates(noun, label));
        if (whole is null || whole.Figure.Value == mention.Figure.Value || Math.Abs(whole.Figure.Value - mention.Figure.Value) * 4m > whole.Figure.Value || IsRest(mention, whole)) return;
        var outcome = Outcome.Additive(whole.Figure, mention.Figure.Value, mention.Figure.Range);
        claims.Add(ClaimType.Equality, mention, [whole], outcome, Grade.Structural, () => $"前文{whole.Figure.Text}，此处{mention.Figure.Text}");
    }

    /// <summary>'对全县86座水库逐座检查': all of them.</summary>
    private static bool TakesAll(ReadOnlySpan<char> label) => label.Length >= 3 && label[^2..] is "全县" or "全市" or "全区" or "全省" or "全镇" or "全院" or "全部" or "所有" or "辖区" && label.IndexOf('对') is >= 0;

    /// <summary>'2856件投诉举报中，', '5781件未结案件中超一年的': the whole is taken up again to speak of its parts.</summary>
    private static bool OpensPassage(ReadOnlySpan<char> after) =>
        after.IndexOf("基础上", StringComparison.Ordinal) is > 2 and < 20 and var basis && after[..basis].IndexOfAny("，。；、") < 0
        || after.IndexOf('中') is > 1 and < 12 and var at && at + 1 < after.Length && (after[at + 1] is '，' or '有' or '超' or '属' or '已' or '占' or '仅' or '共' or '尚' or '未') && after[..at].IndexOfAny("，。；、") < 0
        || after.IndexOf("支持下", StringComparison.Ordinal) is > 2 and < 12;

    private void Check(Mention mention)
    {
        // '控制在省下达的150人指标以内' names a limit.
        if (_frame.After(mention) is var after && (after.StartsWith("指标", StringComparison.Ordinal) || after.StartsWith("以内", StringComparison.Ordinal) || after.StartsWith("限额", StringComparison.Ordinal) || after.StartsWith("目标", StringComparison.Ordinal))) return;
        Mention? slip = null;
        var sum = 0m;
        foreach (var other in _frame.BackLines(mention, 4))
        {
            if (!other.Figure.Unit.Fits(mention.Figure.Unit)) continue;
            // The number itself, or a run of those before it that make it up.
            sum += other.Figure.Value;
            if (other.Figure.Value == mention.Figure.Value || sum == mention.Figure.Value) return;
            if (slip is null && other.Role == Role.Value && (Slips.IsSwap(other.Figure, mention.Figure) || IsOneDigit(other.Figure, mention.Figure) || IsExchange(other.Figure, mention.Figure))) slip = other;
        }
        if (slip is null || claims.Groups.Any(g => g.Parts.Sum(p => p.Figure.Value) == mention.Figure.Value) || !NamesIt(mention, slip)) return;
        var outcome = Outcome.Additive(slip.Figure, mention.Figure.Value, mention.Figure.Range);
        claims.Add(ClaimType.Equality, mention, [slip], outcome, Grade.Structural, () => $"前文{slip.Figure.Text}，此处{mention.Figure.Text}");
    }

    /// <summary>Two digits exchanged that are no neighbours: 12.46 and 14.26.</summary>
    private static bool IsExchange(Figure left, Figure right)
    {
        var (a, b) = (Slips.DigitsOf(left), Slips.DigitsOf(right));
        if (left.Step != right.Step || a.Length != b.Length || a.Length < 4) return false;
        var differing = Enumerable.Range(0, a.Length).Where(i => a[i] != b[i]).ToList();
        return differing.Count == 2 && a[differing[0]] == b[differing[1]] && a[differing[1]] == b[differing[0]];
    }

    private static bool IsOneDigit(Figure left, Figure right) => left.Step == right.Step && Slips.DigitsOf(left).Length == Slips.DigitsOf(right).Length && Repairs.IsOneDigit(left, right.Value);

    /// <summary>Whether the noun behind the number stands in the sentence of the other.</summary>
    private bool NamesIt(Mention mention, Mention slip)
    {
        var after = _frame.After(mention);
        var noun = after[..Math.Min(8, after.Length)];
        var start = slip.ClauseStart;
        for (var i = slip.Index; i >= 0 && _frame.Mentions[i].Sentence == slip.Sentence; i--) start = Math.Min(start, _frame.Mentions[i].ClauseStart);
        var end = Math.Min(_frame.Source.EndOf(slip.Paragraph), slip.Figure.End + 12);
        var sentence = _frame.Source.Text.AsSpan(start..end);
        return Labels.Shares(sentence, noun) || Labels.Shares(_frame.Label(slip), _frame.Label(mention));
    }
}
