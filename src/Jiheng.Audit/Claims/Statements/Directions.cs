using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims.Statements;

/// <summary>
/// Words of direction that the figures beside them belie: '决算数小于预算数' beside '完成预算的106%', '增加0.62万元，下降18.7%', '翻了一番' from 73 to 112,
/// '逐季上升' of a row that falls, and points where a quantity grows in per cent.
/// </summary>
internal sealed class Directions(ClaimSet claims)
{
    private static readonly (string Word, int Sign)[] Budgets = [("决算数低于预算数", -1), ("决算数小于预算数", -1), ("决算数少于预算数", -1), ("决算数低于年初预算", -1), ("决算数小于年初预算", -1), ("决算数大于预算数", 1), ("决算数高于预算数", 1), ("决算数大于年初预算", 1), ("决算数高于年初预算", 1), ("决算数超过预算数", 1)];

    private static readonly (string Word, int Sign)[] Rows = [("逐季上升", 1), ("逐月上升", 1), ("逐年上升", 1), ("逐年增加", 1), ("逐年增长", 1), ("逐年提高", 1), ("逐季增长", 1), ("逐月增长", 1), ("连年上升", 1), ("逐年下降", -1), ("逐年减少", -1), ("逐季下降", -1), ("逐月下降", -1), ("连年下降", -1), ("逐年压减", -1), ("连续下降", -1), ("连续减少", -1), ("持续下降", -1), ("连续上升", 1), ("连续增长", 1), ("连续增加", 1), ("持续上升", 1), ("持续增长", 1), ("持续提高", 1)];

    private static readonly (string Word, decimal Least)[] Doublings = [("翻两番", 3.6m), ("翻了两番", 3.6m), ("翻一番", 1.8m), ("翻了一番", 1.8m), ("翻番", 1.8m)];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks them all.</summary>
    public void Find()
    {
        Words();
        Overrun();
        foreach (var mention in _frame.Mentions)
        {
            Opposed(mention);
            AgainstPlan(mention);
            Turned(mention);
            Somewhat(mention);
            Points(mention);
            Percent(mention);
            Magnitude(mention);
        }
    }

    /// <summary>'年初预算6.00万元，决算5.62万元，…超出预算0.38万元': the outlay lies below its budget.</summary>
    private void Overrun()
    {
        foreach (var (type, result, operands) in claims.Held)
        {
            if (operands.Count != 2 || type is not (ClaimType.Difference or ClaimType.Sum)) continue;
            // The same three figures are read as plan less outlay or as outlay and gap, whichever stands there.
            var gap = type == ClaimType.Difference ? result : operands[1];
            var (plan, done) = type == ClaimType.Difference ? (operands[0], operands[1]) : (result, operands[0]);
            if (_frame.Label(gap) is not ("超出预算" or "超预算" or "超支" or "超出年初预算" or "超出预算数") || plan.Figure.Value <= done.Figure.Value || Columns.Of(plan) != Column.Plan || Columns.Of(done) != Column.Done) continue;
            claims.Raise("JH2109", gap.LabelStart, gap.Figure.End, $"{done.Figure.Text}低于{plan.Figure.Text}，与“{_frame.Label(gap)}”方向相反。");
        }
    }

    /// <summary>Each sort of words has a character or two of its own, by which most texts hold none of it.</summary>
    private void Words()
    {
        var text = _frame.Source.Text.AsSpan();
        if (_frame.Source.Has("决算数")) foreach (var (word, sign) in Budgets) Each(word, (at, before) => Budget(at, word, sign, before));
        if (text.ContainsAny('逐', '连', '持')) foreach (var (word, sign) in Rows) Each(word, (at, before) => Row(at, word, sign, before));
        if (!text.Contains('翻')) return;
        var doubled = new HashSet<int>();
        foreach (var (word, least) in Doublings) Each(word, (at, before) => Doubling(at, word, least, before, doubled));
    }

    private void Each(string word, Action<int, int> check)
    {
        if (!_frame.Source.Has(word)) return;
        var text = _frame.Source.Text;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            var before = claims.IndexBefore(at);
            if (before >= 0 && _frame.Mentions[before].Figure.End <= at && _frame.Source.ParagraphAt(at) == _frame.Mentions[before].Paragraph) check(at, before);
        }
    }

    /// <summary>The nearest '完成预算的X%' or gap to the budget before the words says which is greater.</summary>
    private void Budget(int at, string word, int sign, int before)
    {
        for (var i = before; i >= 0 && i > before - 8 && _frame.Mentions[i].Paragraph == _frame.Mentions[before].Paragraph; i--)
        {
            var mention = _frame.Mentions[i];
            var label = _frame.Label(mention);
            var real = 0;
            if (mention.Figure.Unit.Kind == UnitKind.Percent && mention.Role is Role.Rate or Role.Share && _frame.Source.Text.AsSpan(mention.ClauseStart..mention.Figure.Start) is var clause && clause.Contains("完成", StringComparison.Ordinal) && clause.Contains("预算", StringComparison.Ordinal) && mention.Figure.Value != 100m) real = mention.Figure.Value > 100m ? 1 : -1;
            else if (mention.Figure.Unit.Kind == UnitKind.Money && label.EndsWith("超出", StringComparison.Ordinal)) real = 1;
            else if (mention.Figure.Unit.Kind == UnitKind.Money && (label.EndsWith("节约", StringComparison.Ordinal) || label.EndsWith("结余", StringComparison.Ordinal))) real = -1;
            if (real == 0) continue;
            if (real != sign) claims.Raise("JH2109", at, at + word.Length, $"前文“{Clause(mention)}”，与“{word}”的说法相反。");
            return;
        }
    }

    private string Clause(Mention mention) => _frame.Source.Text[mention.ClauseStart..mention.Figure.End].Trim();

    /// <summary>The list of at least three like figures right before the words.</summary>
    private void Row(int at, string word, int sign, int before)
    {
        var row = new List<Mention>();
        for (var i = before; i >= 0 && row.Count < 12; i--)
        {
            var mention = _frame.Mentions[i];
            // '三年连续下降'.
            if (row.Count == 0 && mention.Role == Role.Aside && mention.Sentence == _frame.Mentions[before].Sentence) continue;
            if (mention.Sentence != _frame.Mentions[before].Sentence || mention.Role is not (Role.Value or Role.Rate or Role.Prior) || (row.Count > 0 && (!mention.Figure.Unit.Fits(row[0].Figure.Unit) || row[0].Break > Break.Item))) break;
            row.Insert(0, mention);
        }
        if (row.Count < 3 || _frame.Source.Text.AsSpan(row[^1].Figure.End..at).IndexOfAny('。', '；') >= 0) return;
        for (var i = 1; i < row.Count; i++)
        {
            if (Math.Sign(row[i].Figure.Value - row[i - 1].Figure.Value) * sign > 0) continue;
            claims.Raise("JH2111", at, at + word.Length, $"由{row[i - 1].Figure.Text}到{row[i].Figure.Text}，与“{word}”的说法不符。");
            return;
        }
    }

    /// <summary>'由73家增加到112家，翻了一番': the turn right before the words.</summary>
    private void Doubling(int at, string word, decimal least, int before, HashSet<int> seen)
    {
        var present = _frame.Mentions[before];
        if (!seen.Add(at) || before == 0 || !present.Says(Cues.Turn) || _frame.Mentions[before - 1] is not { Role: Role.Prior, Figure.Value: > 0m } prior || prior.Sentence != present.Sentence || !prior.Figure.Unit.Fits(present.Figure.Unit)) return;
        if (_frame.Source.Text.AsSpan(present.Figure.End..at).IndexOfAny('。', '；') >= 0 || present.Figure.Value >= prior.Figure.Value * least) return;
        claims.Raise("JH2111", at, at + word.Length, $"由{prior.Figure.Text}到{present.Figure.Text}是{Wording.Number(present.Figure.Value / prior.Figure.Value, 2)}倍，没有“{word}”。");
    }

    /// <summary>'满意率96.3%，较上月96.8%有所提升': the words behind what is compared with go the other way.</summary>
    private void Somewhat(Mention prior)
    {
        if (prior.Role != Role.Prior || prior.Figure.Bound != Bound.None || _frame.SubjectOf(prior) is not { } present || present.Sentence != prior.Sentence || !present.Figure.Unit.Fits(prior.Figure.Unit) || prior.Clause - present.Clause > 1) return;
        var after = _frame.After(prior).TrimStart("的");
        if (!after.StartsWith("有所", StringComparison.Ordinal) && !after.StartsWith("略有", StringComparison.Ordinal) && !after.StartsWith("明显", StringComparison.Ordinal)) return;
        var sign = after[2..] switch { ['提', '升' or '高', ..] or ['上', '升' or '涨', ..] or ['增', '加' or '长', ..] => 1, ['下', '降' or '滑', ..] or ['降', '低', ..] or ['减', '少', ..] or ['回', '落', ..] => -1, _ => 0 };
        if (sign == 0 || Math.Sign(present.Figure.Value - prior.Figure.Value) * sign > 0) return;
        claims.Raise("JH2109", prior.LabelStart, prior.Figure.End + 4 + (_frame.After(prior).Length - after.Length), $"由{prior.Figure.Text}到{present.Figure.Text}，与“{after[..4]}”方向相反。");
    }

    /// <summary>'预算12.50万元…。决算11.43万元，比预算增加1.07万元': the amount is right, its direction is not.</summary>
    private void AgainstPlan(Mention change)
    {
        if (change.Role != Role.Change || change.Sign == 0 || change.Index == 0 || !change.Figure.Unit.IsAdditive || !_frame.Label(change).Contains("预算", StringComparison.Ordinal)) return;
        var done = _frame.Mentions[change.Index - 1];
        if (done.Role != Role.Value || done.Sentence != change.Sentence || change.Clause - done.Clause != 1 || !done.Figure.Unit.Fits(change.Figure.Unit) || Counterparts.PlanOf(_frame, done) is not { } plan || !plan.Figure.Unit.Fits(done.Figure.Unit)) return;
        if ((plan.Figure.Value - done.Figure.Value) * change.Sign != change.Figure.Value) return;
        claims.Raise("JH2109", change.LabelStart, change.Figure.End, $"预算{plan.Figure.Text}，决算{done.Figure.Text}，与“{_frame.Label(change)}{change.Figure.Text}”方向相反。");
    }

    /// <summary>'由上年的58.4%提高到54.2%': the turn goes the other way than its word.</summary>
    private void Turned(Mention present)
    {
        if (!present.Says(Cues.Turn) || present.Index == 0 || (present.Lead & (Cues.Up | Cues.Down)) is not (Cues.Up or Cues.Down) || _frame.Mentions[present.Index - 1] is not { Role: Role.Prior } prior || !prior.Says(Cues.From) || prior.Sentence != present.Sentence || !prior.Figure.Unit.Fits(present.Figure.Unit) || present.Break != Break.None || prior.RunLength > 1 || present.Figure.Bound != Bound.None) return;
        var sign = present.Says(Cues.Up) ? 1 : -1;
        if (Math.Sign(present.Figure.Value - prior.Figure.Value) * sign >= 0) return;
        claims.Raise("JH2109", present.LabelStart, present.Figure.End, $"由{prior.Figure.Text}到{present.Figure.Text}，与“{_frame.Label(present)}”方向相反。");
    }

    /// <summary>'增加0.62万元，下降18.7%': change and rate side by side point different ways, whatever they are of.</summary>
    private void Opposed(Mention growth)
    {
        if (growth.Role != Role.Growth || growth.Index == 0 || growth.Figure.Unit.Kind != UnitKind.Percent || growth.RunLength > 1) return;
        var change = _frame.Mentions[growth.Index - 1];
        if (change.Role != Role.Change || change.RunLength > 1 || !change.Figure.Unit.IsAdditive || change.Sentence != growth.Sentence || growth.Clause - change.Clause != 1 || change.Bracket != growth.Bracket || change.Sign * growth.Sign >= 0) return;
        if (growth.Says(Cues.Against | Cues.Before | Cues.Share) || _frame.Label(growth).Length > 3 || _frame.Label(change).Length > 24 || claims.Findings.Any(f => f.Code == "JH2109" && f.Text.Contains(growth.Figure.Text, StringComparison.Ordinal))) return;
        claims.Raise("JH2109", change.LabelStart, growth.Figure.End, $"“{_frame.Label(change)}{change.Figure.Text}”与“{_frame.Label(growth)}{growth.Figure.Text}”方向相反。");
    }

    /// <summary>'97.68%，比二季度的96.12%提高1.56%': what lies between two rates are points.</summary>
    private void Percent(Mention growth)
    {
        if (growth.Role != Role.Growth || growth.Figure.Unit.Kind != UnitKind.Percent || growth.Index < 2 || growth.Break != Break.None) return;
        var (prior, present) = (_frame.Mentions[growth.Index - 1], _frame.Mentions[growth.Index - 2]);
        if (prior.Role != Role.Prior || prior.Figure.Unit.Kind != UnitKind.Percent || present.Figure.Unit.Kind != UnitKind.Percent || present.Sentence != growth.Sentence || growth.Clause - present.Clause > 1) return;
        if (Math.Abs(present.Figure.Value - prior.Figure.Value) != growth.Figure.Value) return;
        claims.Raise("JH2110", growth.Figure.Start, growth.Figure.End, $"{present.Figure.Text}与{prior.Figure.Text}之差应以“个百分点”表示。", null, "改为“个百分点”");
    }

    /// <summary>'286.7元，比上年增加31.5万元': no figure rises by more than itself; one of the two lacks 万.</summary>
    private void Magnitude(Mention change)
    {
        Parts(change);
        if (change.Role != Role.Change || change.Sign <= 0 || change.Figure.Unit.Kind != UnitKind.Money || change.Index == 0) return;
        var value = _frame.Mentions[change.Index - 1];
        if (value.Role != Role.Value || value.Sentence != change.Sentence || change.Clause - value.Clause != 1 || !value.Figure.Unit.Fits(change.Figure.Unit) || value.Figure.Scale >= change.Figure.Scale || value.Figure.Value >= change.Figure.Value || value.Figure.Value * (change.Figure.Scale / value.Figure.Scale) < change.Figure.Value || claims.Findings.Any(f => f.Code == "JH2110" && f.Text == value.Figure.Text)) return;
        claims.Raise("JH2110", value.Figure.Start, value.Figure.End, $"{value.Figure.Text}不可能比上年增加{change.Figure.Text}；单位与增加额一致时才说得通。", null, "核对单位是否漏写“万”");
    }

    /// <summary>'还本付息1260元，其中还本940万元、付息320万元': the parts make up the whole once it has their unit.</summary>
    private void Parts(Mention whole)
    {
        if (whole.Role != Role.Value || whole.Figure.Unit.Kind != UnitKind.Money || whole.Index + 2 >= _frame.Mentions.Count) return;
        var (first, second) = (_frame.Mentions[whole.Index + 1], _frame.Mentions[whole.Index + 2]);
        if (!first.Says(Cues.Parts) || first.Sentence != whole.Sentence || second.Sentence != whole.Sentence || first.Figure.Unit.Kind != UnitKind.Money || second.Figure.Unit.Kind != UnitKind.Money || first.Figure.Scale <= whole.Figure.Scale || first.Figure.Scale != second.Figure.Scale) return;
        if (first.Figure.Printed + second.Figure.Printed != whole.Figure.Printed) return;
        claims.Raise("JH2110", whole.Figure.Start, whole.Figure.End, $"{whole.Figure.Text}与其中{first.Figure.Text}、{second.Figure.Text}单位不同；单位一致时恰为两项之和。", null, "核对单位是否漏写“万”");
    }

    /// <summary>'罚没款408.7万元，增长15.3个百分点': a quantity grows in per cent; points are for rates.</summary>
    private void Points(Mention points)
    {
        if (points.Figure.Unit.Kind != UnitKind.Point || points.Role != Role.Change || points.Index == 0) return;
        var before = _frame.Mentions[points.Index - 1];
        if (before.Role == Role.Prior && before.Host >= 0 && _frame.Mentions[before.Host] is { Role: Role.Value } host && host.Bracket == points.Bracket && points.Clause - before.Clause <= 2) before = host;
        if (before.Sentence != points.Sentence || before.Bracket != points.Bracket) return;
        var label = _frame.Label(points);
        var rises = label is "增长" or "下降" or "上升" or "同比增长" or "同比下降" or "同比上升" or "比上年增长" or "比上年下降" or "较上年增长" or "较上年下降";
        var quantity = rises && before is { Role: Role.Value, Figure.Unit.IsAdditive: true } && points.Clause - before.Clause is >= 1 and <= 3 && points.Index - before.Index <= 2
            || rises && before is { Role: Role.Prior, Figure.Unit.IsRate: false } && before.Figure.Unit.Kind is UnitKind.Physical or UnitKind.Money or UnitKind.Count && points.Clause == before.Clause && points.Break == Break.None;
        var joined = points.Break <= Break.Item && (label.Length == 0 || label is "和") && before is { Role: Role.Growth, Figure.Unit.Kind: UnitKind.Percent } && before.Says(Cues.Each);
        if (!(quantity || joined) || claims.Findings.Any(f => f.Code == "JH2110" && f.Text == points.Figure.Text)) return;
        claims.Raise("JH2110", points.Figure.Start, points.Figure.End, "数量的增减幅度应以“%”表示，百分点只用于比率之间的差。", null, "改为“%”");
    }
}
