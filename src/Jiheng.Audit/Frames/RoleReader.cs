using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Frames;

/// <summary>Gives each mention its role from the words around it.</summary>
internal sealed class RoleReader(ProseFrame frame)
{
    private const Cues Move = Cues.Up | Cues.Down;
    private const Cues Comparison = Cues.Floor | Cues.Ceiling | Cues.Above | Cues.Below;

    /// <summary>Sets role, sign, multiplicity and run of every mention.</summary>
    public void Assign()
    {
        var mentions = frame.Mentions;
        ShareUnits(mentions);
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            var previous = i > 0 && mentions[i - 1].Paragraph == mention.Paragraph ? mentions[i - 1] : null;
            mention.Role = RoleOf(mention, previous);
            if (mention.Role is Role.Change or Role.Growth)
            {
                mention.Sign = SignOf(mention, previous);
                if (mention.Figure.Value < 0m) mention.Figure = mention.Figure.Unsigned();
            }
            if (mention.Says(Cues.Every) && mention.Role == Role.Value) mention.Times = NamesBefore(mention);
            // '与2021年的7586件、7214件相比': the whole row is compared with.
            for (var k = i - 1; mention.Role == Role.Prior && k >= 0 && mentions[k] is { Role: Role.Value } row && row.Clause == mention.Clause && frame.Label(mentions[k + 1]).Length == 0 && mentions[k + 1].Break == Break.Item && row.Figure.Unit.Fits(mention.Figure.Unit) && frame.After(mention).StartsWith("相比", StringComparison.Ordinal); k--) row.Role = Role.Prior;
            // '由2036万单位增至2855万单位': the turn makes the earlier figure the prior one.
            if (previous is not null && mention.Says(Cues.Turn) && previous.Says(Cues.From) && previous.Figure.Unit.Fits(mention.Figure.Unit) && previous.Role is Role.Value or Role.Rate or Role.Share)
                previous.Role = Role.Prior;
            // '全年接待A，由上年的B增至此数': the new value stands before.
            if (previous is { Role: Role.Value } && previous.Says(Cues.From) && (previous.Tail & Cues.Turn) != 0 && !mention.Says(Cues.Turn)) previous.Role = Role.Prior;
        }
        Standstills(mentions);
        Runs(mentions);
    }

    /// <summary>'改善17项、持平4项、下滑5项': what rose, stayed and fell are counted; they are parts and no changes.</summary>
    private void Standstills(List<Mention> mentions)
    {
        foreach (var still in mentions)
        {
            if (still.Figure.Unit.Kind != UnitKind.Count || !frame.Label(still).EndsWith("持平", StringComparison.Ordinal)) continue;
            for (var i = Math.Max(0, still.Index - 2); i < mentions.Count && i <= still.Index + 2; i++)
            {
                if (mentions[i].Role is Role.Change or Role.Prior && mentions[i].Sentence == still.Sentence && mentions[i].Figure.Unit.Fits(still.Figure.Unit)) (mentions[i].Role, mentions[i].Sign) = (Role.Value, 0);
            }
        }
    }

    /// <summary>A unit written once for a run: '2.15、下降0.79个百分点', '4125.49，4143.91万元'.</summary>
    private void ShareUnits(List<Mention> mentions)
    {
        for (var i = mentions.Count - 2; i >= 0; i--)
        {
            var (mention, next) = (mentions[i], mentions[i + 1]);
            if (mention.Figure.Unit.Kind != UnitKind.None || mention.Figure.Scale != 1m || next.Figure.Unit.Kind == UnitKind.None || mention.Figure.Places == 0 && next.Figure.Places > 0) continue;
            var joint = frame.Between(mention, next).Trim();
            if (joint is "、" or "," or "，" or "和" || (joint.Length is > 1 and <= 3 && joint[0] == '、' && (next.Lead & Move) != 0) && Math.Abs(mention.Figure.Value) < Interval.Limit / next.Figure.Scale)
                mention.Figure = mention.Figure.Sharing(next.Figure);
        }
    }

    private Role RoleOf(Mention mention, Mention? previous)
    {
        var unit = mention.Figure.Unit;
        var after = frame.After(mention);
        if (unit.Kind == UnitKind.Span || IsQualifier(mention, after)) return Role.Aside;
        if (mention.Figure.InWords && unit.Kind == UnitKind.Count && mention.Figure.Value <= 30m) return Role.Aside;
        // '居前5位的病种': a rank.
        if (unit.Name == "人" && mention.Figure.Value <= 30m && frame.Before(mention) is [.., '前' or '第'] && mention.Figure.Text.EndsWith('位')) return Role.Aside;
        if (unit.Kind == UnitKind.None && IsPart(mention, after)) return Role.Part;
        // '“5涨2降1平”': a count of moves, no figures of their own.
        if (unit.Kind == UnitKind.None && after is ['涨' or '降' or '升' or '平' or '增' or '减', var next, ..] && (FigureLexer.IsDigit(next) || next is '”' or '，' or '：' or '。')) return Role.Aside;
        if (previous is not null && IsContinuation(mention, previous)) return previous.Role;
        if (HostRole(mention, after) is { } inherited) return inherited;
        if (unit.Kind == UnitKind.Point) return Role.Change;
        if (previous is { Role: Role.Prior } && IsGap(mention, previous)) return Role.Change;
        return unit.IsRate ? RateRole(mention, after) : QuantityRole(mention, after);
    }

    /// <summary>'较预算10万元节约2.58万元', '比定额14.5万元超支0.53万元': the gap right behind what is compared with.</summary>
    private bool IsGap(Mention mention, Mention previous) =>
        mention.Break == Break.None && mention.Figure.Unit.IsAdditive && mention.Figure.Unit.Fits(previous.Figure.Unit) && frame.Label(mention).TrimStart("相比") is "节约" or "节约了" or "节省" or "节支" or "超支" or "超支了" or "超出" or "短少";

    /// <summary>'比预算节约3.23万元': the gap, not what is compared with.</summary>
    private static bool EndsWithGap(ReadOnlySpan<char> label)
    {
        foreach (var word in (ReadOnlySpan<string>)["节约", "节省", "节支", "结余", "超支", "超出", "短收", "超收", "短缺", "少支", "少收"]) if (label.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsAdded(ReadOnlySpan<char> label) => label.EndsWith("新增", StringComparison.Ordinal) || label.EndsWith("新增加", StringComparison.Ordinal);

    /// <summary>'比预算节约': a fall against the budget.</summary>
    private static bool IsSaved(ReadOnlySpan<char> label) => label.EndsWith("预算节约", StringComparison.Ordinal) || label.EndsWith("预算节省", StringComparison.Ordinal) || label.EndsWith("预算节支", StringComparison.Ordinal) || label.EndsWith("预算数节约", StringComparison.Ordinal);

    /// <summary>'存贷比66.7%': a proportion by its name, not something compared with.</summary>
    private bool NamesProportion(Mention mention) => frame.Label(mention) is [_, .., not ('同' or '环' or '相' or '对'), '比'];

    private Role RateRole(Mention mention, ReadOnlySpan<char> after)
    {
        if (mention.Says(Cues.Growth) && (mention.Last & Cues.Share) == 0) return Role.Growth;
        if ((mention.Last & Move) != 0 && (mention.Last & Cues.Turn) == 0 && mention.LastDistance <= 3) return Role.Growth;
        if (mention.Says(Cues.Against) && !mention.Says(Move) && !NamesProportion(mention) && !frame.Label(mention).EndsWith("为", StringComparison.Ordinal)) return Role.Prior;
        // '占18.70%，与上次普查的13.26%相比，上升…'.
        if (after.StartsWith("相比", StringComparison.Ordinal) && frame.Label(mention).IndexOfAny('与', '同') >= 0) return Role.Prior;
        if (NamesTarget(after) || ((mention.Last & Comparison) != 0 && mention.LastDistance <= 6)) return Role.Limit;
        if ((mention.Last & Cues.Target) != 0 && mention.LastDistance <= 2 && !frame.Label(mention).EndsWith("的", StringComparison.Ordinal)) return Role.Limit;
        // '占预算支出412380万元的14.03%': the base stands between 占 and the figure.
        if (mention.Index > 0 && mention.Break == Break.None && frame.Label(mention) is ['的', ..] && frame.Mentions[mention.Index - 1] is var whole && whole.Paragraph == mention.Paragraph && whole.Says(Cues.Share)) return Role.Share;
        // '二孩占比由41.9%降至40.2%' is a share before and after the turn.
        return mention.Says(Cues.Share) || (mention.Says(Cues.Turn) && mention.Index > 0 && frame.Mentions[mention.Index - 1] is var from && from.Says(Cues.From) && from.Says(Cues.Share) && from.Sentence == mention.Sentence) ? Role.Share : Role.Rate;
    }

    private Role QuantityRole(Mention mention, ReadOnlySpan<char> after)
    {
        // '医疗服务与保障能力提升96.8万元': the name of a purpose; sums of money do not 提升.
        if (mention.Figure.Unit.Kind == UnitKind.Money && frame.Label(mention).EndsWith("提升", StringComparison.Ordinal) && !mention.Says(Cues.Against | Cues.Before | Cues.From)) return Role.Value;
        if ((mention.Last & Move) != 0 && (mention.Last & Cues.Turn) == 0 && mention.LastDistance <= 2) return Role.Change;
        if (after.StartsWith("相比", StringComparison.Ordinal)) return Role.Prior;
        if (mention.Says(Cues.Turn)) return Role.Value;
        // '较上年新增5条' is a change, '新增5条' a value.
        if (mention.Says(Cues.Against) && IsAdded(frame.Label(mention))) return Role.Change;
        if (mention.Says(Cues.Against)) return !EndsWithGap(frame.Label(mention)) ? Role.Prior : mention.Says(Cues.Plan) && IsSaved(frame.Label(mention)) ? Role.Change : Role.Value;
        if (mention.Says(Cues.Before) && IsEarlierAlone(mention)) return Role.Prior;
        if (NamesTarget(after) && !mention.Says(Cues.Share)) return Role.Value;
        if ((mention.Last & Comparison) != 0 && mention.LastDistance <= 6) return Role.Limit;
        return Role.Value;
    }

    /// <summary>'去年同期26437例' and '上月分别为130442例' are earlier values; '上年结转44.89万元' is a value of this year.</summary>
    private bool IsEarlierAlone(Mention mention)
    {
        if ((mention.Last & Cues.Before) != 0) return mention.LastDistance <= 2;
        return (mention.Last & (Cues.Each | Cues.Whole)) != 0 && mention.LastDistance <= 1
            && frame.Label(mention) is var label && label.Length <= 8;
    }

    /// <summary>'30辆以上的7家', '40岁以上': a threshold, not an amount.</summary>
    private static bool IsQualifier(Mention mention, ReadOnlySpan<char> after) =>
        mention.Figure.Bound is Bound.AtLeast or Bound.AtMost && mention.Figure.Unit.IsAdditive
        && (after.StartsWith("以上的", StringComparison.Ordinal) || after.StartsWith("以下的", StringComparison.Ordinal) || after.StartsWith("以内的", StringComparison.Ordinal)
            || after.StartsWith("及以上", StringComparison.Ordinal) || after is ['以', '上' or '下' or '内', _, ..] && char.IsLetter(after[2]));

    private bool IsPart(Mention mention, ReadOnlySpan<char> after)
    {
        if (after.Length > 1 && after[0] is ':' or '∶' or '：' && FigureLexer.IsDigit(after[1])) return true;
        var before = frame.Before(mention);
        return before.Length > 1 && before[^1] is ':' or '∶' or '：' && FigureLexer.IsDigit(before[^2]);
    }

    /// <summary>A bare figure goes on with what the one before it was: '分别上升42.6%和43%', '减少26起、443人'.</summary>
    private bool IsContinuation(Mention mention, Mention previous) =>
        previous.Role is Role.Growth or Role.Change or Role.Prior or Role.Share or Role.Limit
        && previous.Bracket == mention.Bracket && previous.Figure.Unit.Kind != UnitKind.None
        && mention.Break is Break.None or Break.Item
        && (previous.Figure.Unit.IsRate == mention.Figure.Unit.IsRate) && previous.Figure.Unit.Kind == UnitKind.Point == (mention.Figure.Unit.Kind == UnitKind.Point)
        && frame.IsBareJoint(previous, mention);

    /// <summary>Bare figures in a bracket are what the figure before the bracket is: '减少18.50万元（65.37%）', '增加0.56万平方米（0.44万平方米、0.12万平方米）'.</summary>
    private Role? HostRole(Mention mention, ReadOnlySpan<char> after)
    {
        if (mention.Host < 0 || frame.Label(mention).Length > 0) return null;
        var host = frame.Mentions[mention.Host];
        if (host.Paragraph != mention.Paragraph || (mention.Says(Cues.Against | Cues.Before) && host.Role != Role.Change)) return null;
        if (mention.Figure.Unit.IsRate)
        {
            if (host.Role == Role.Change && host.Figure.Unit.Kind != UnitKind.Point) return Role.Growth;
            // '财政拨款1103.20万元（85.75%）' in a list: what it is of the whole.
            return host.Role == Role.Value && host.Figure.Unit.IsAdditive && mention.Figure.Unit.Kind == UnitKind.Percent && mention.Figure.Bound == Bound.None && after is ['）' or ')', ..] ? Role.Share : null;
        }
        return host.Figure.Unit.Fits(mention.Figure.Unit) && host.Role is Role.Change or Role.Prior ? host.Role : null;
    }

    private int SignOf(Mention mention, Mention? previous)
    {
        var own = mention.Lead & Move;
        if ((mention.Last & Move) is not 0 and var last && last != Move) own = last;
        // '增长-3.2%' is a fall.
        var negative = frame.Source.Text[mention.Figure.Start] is '-' or '－' or '−' ? -1 : 1;
        if (own == Cues.Up || own == 0 && IsAdded(frame.Label(mention))) return negative;
        if (own == Cues.Down || IsSaved(frame.Label(mention))) return -negative;
        if (negative < 0) return -1;
        if (mention.Host >= 0 && frame.Label(mention).Length == 0 && frame.Mentions[mention.Host] is { Sign: not 0 } host) return host.Sign;
        if (previous is { Role: Role.Limit }) return previous.Says(Cues.Below) ? -1 : 1;
        if (previous is not null && IsContinuation(mention, previous)) return previous.Sign;
        return mention.Says(Cues.Growth) ? 1 : 0;
    }

    /// <summary>How many names 各 or 均 sums up: those set out with 、 between the last punctuation and the figure.</summary>
    private int NamesBefore(Mention mention)
    {
        if (mention.LastDistance > 1 || (mention.Last & Cues.Every) == 0) return 1;
        // '其他各税2.84亿元': each of a noun, not each so much.
        if (mention.LastDistance == 1 && frame.Source.Text[mention.Figure.Start - 1] is not ('约' or '近' or '为' or '有' or '达' or '超' or '计')) return 1;
        var start = Math.Max(mention.ClauseStart, mention.Index > 0 ? frame.Mentions[mention.Index - 1].Figure.End : 0);
        return frame.Source.Text.AsSpan(start..mention.Figure.Start).Count('、') + 1;
    }

    private static bool NamesTarget(ReadOnlySpan<char> after)
    {
        if (after.Length > 0 && after[0] == '的') after = after[1..];
        return after.StartsWith("目标", StringComparison.Ordinal) || after.StartsWith("任务", StringComparison.Ordinal) || after.StartsWith("指标", StringComparison.Ordinal);
    }

    private void Runs(List<Mention> mentions)
    {
        for (var i = 0; i < mentions.Count;)
        {
            var end = i + 1;
            while (end < mentions.Count && Joins(mentions[end - 1], mentions[end])) end++;
            for (var k = i; k < end; k++) (mentions[k].RunStart, mentions[k].RunLength) = (i, end - i);
            i = end;
        }
    }

    private bool Joins(Mention left, Mention right)
    {
        // '分别下降12.5%和8.9个百分点': a slip of the unit, one row all the same.
        if (left.Role == Role.Growth && left.Says(Cues.Each) && right.Role == Role.Change && right.Figure.Unit.Kind == UnitKind.Point && left.Sentence == right.Sentence && frame.IsBareJoint(left, right)) return true;
        if (left.Role != right.Role || left.Bracket != right.Bracket || left.Sentence != right.Sentence) return false;
        if (left.Role == Role.Part) return frame.Between(left, right) is ":" or "∶" or "：";
        if (right.Break > Break.Clause) return false;
        if (frame.IsBareJoint(left, right)) return true;
        // '分别上升2.19个百分点、下降9.45个百分点' and '占82.0%、占11.7%'.
        return left.Role is Role.Change or Role.Growth && left.Figure.Unit.Fits(right.Figure.Unit) && right.Break == Break.Item && frame.Label(right).Length <= 3 && right.Says(Move);
    }
}
