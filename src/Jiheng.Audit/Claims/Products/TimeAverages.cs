using Jiheng.Audit.Figures;
using Jiheng.Audit.Form;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Products;

/// <summary>
/// Averages over time: '日均629件' of a week, '三年合起来144.13万元，年均48.04万元'. The days, months or years follow from the words, so the total is the only
/// operand. A miss is accused only where the words bound the span and one slip explains it.
/// </summary>
internal sealed class TimeAverages(ClaimSet claims)
{
    private const int MostTotals = 6;

    private static readonly (string Words, char Unit)[] Names =
    [
        ("日均", '日'), ("天均", '日'), ("每天", '日'), ("每日", '日'), ("周均", '周'), ("每周", '周'), ("月均", '月'), ("月平均", '月'), ("每月", '月'), ("每个月", '月'), ("季均", '季'), ("每季度", '季'), ("每季", '季'), ("年均", '年'), ("年平均", '年'), ("每年", '年'),
    ];

    private static readonly string[] AnyName = [.. Names.Select(n => n.Words)];
    private static readonly string[] Supports = ["可支付", "可支付月数", "可支撑", "支付能力", "可支付能力", "可维持", "备付", "备付月数"];
    private static readonly string[] Norms = ["标准", "每人每", "每生每", "每户每", "补助", "发放", "按", "不超过", "不低于", "平均工资", "能力", "设计", "浓度"];

    private readonly ProseFrame _frame = claims.Frame;
    private (int Paragraph, int Start, List<TimeSpanNamed> Spans) _spans = (-1, 0, []);

    /// <summary>Checks every such average.</summary>
    public void Find()
    {
        if (!_frame.Source.HasAny(AnyName)) return;
        foreach (var mention in _frame.Mentions)
        {
            if (claims.IsComputed(mention)) continue;
            if (mention.Figure.Unit is { Kind: UnitKind.Span, Name: "个月" or "月" }) Supported(mention);
            else if (IsAverage(mention) && UnitOf(mention) is { } unit) Average(mention, unit.Unit, unit.Words);
        }
    }

    private static bool IsAverage(Mention mention) =>
        mention.Role is Role.Value or Role.Per && mention.Figure is { Unit.IsAdditive: true, InWords: false, Value: > 0m, Bound: Bound.None or Bound.About } && !mention.Says(Cues.Up | Cues.Down | Cues.Against | Cues.Before);

    /// <summary>What the average is for one of, with the figure's own words; 每天 and the like are an average only behind 平均.</summary>
    private (char Unit, string Words)? UnitOf(Mention mention)
    {
        var label = _frame.Label(mention);
        if (label.Length > 24 || !FormText.HasAny(label, AnyName)) return null;
        foreach (var (name, unit) in Names)
        {
            if (label.LastIndexOf(name, StringComparison.Ordinal) is not (>= 0 and var at)) continue;
            if (name[0] == '每' && !label.Contains("平均", StringComparison.Ordinal) && !label.Contains("人均", StringComparison.Ordinal) && !label.Contains("户均", StringComparison.Ordinal)) return null;
            foreach (var norm in Norms) if (label.Contains(norm, StringComparison.Ordinal)) return null;
            return (unit, label[..at].ToString().Replace("平均", "", StringComparison.Ordinal) + "，" + label[(at + name.Length)..].ToString());
        }
        return null;
    }

    private void Average(Mention average, char unit, string words)
    {
        var totals = Totals(average, words);
        if (totals.Count == 0) return;
        var heads = Heads(average, words);
        if (words.Contains('均') && heads is null) return;
        if (Counted(average, unit, totals)) return;
        var spans = SpansBefore(average);
        var tried = 0;
        foreach (var total in totals)
        {
            foreach (var span in spans)
            {
                foreach (var count in Counts(span, unit))
                {
                    tried++;
                    var outcome = Quotient(average, total, heads, count);
                    var near = tried <= 2 && span.IsPrinted && total.Sentence == average.Sentence;
                    if (!outcome.Convinces(average.Figure, tried, near ? 0 : 1)) continue;
                    Keep(average, total, heads, count, unit, outcome, Grade.Inferred);
                    return;
                }
            }
        }
        if (spans.Count > 0) Accuse(average, unit, totals, heads, spans[0]);
    }

    /// <summary>'春运40天，发送旅客184.6万人次，日均4.62万人次': how many days is printed as a quantity, and so an operand.</summary>
    private bool Counted(Mention average, char unit, List<Mention> totals)
    {
        foreach (var days in _frame.Back(average).Take(MostTotals))
        {
            if (days.Figure.InWords || days.Figure.Value <= 1m || !IsCountOf(days.Figure.Unit.Name, unit)) continue;
            foreach (var total in totals)
            {
                var outcome = Check.Ratio(average.Figure, [total.Figure], [days.Figure]);
                if (outcome.Convinces(average.Figure, 1, 1)) return claims.Add(ClaimType.Ratio, average, [total, days], outcome, Grade.Inferred, () => Wording.Ratio([total.Figure], [days.Figure], average.Figure, outcome));
            }
        }
        return false;
    }

    private static bool IsCountOf(string name, char unit) => unit switch
    {
        '日' => name is "天" or "日",
        '周' => name is "周",
        '月' => name is "个月" or "月",
        '季' => name is "季度",
        _ => name is "年",
    };

    /// <summary>The total right before, in the same sentence as its span: one slip of the pen, or a unit ten thousand times too great.</summary>
    private void Accuse(Mention average, char unit, List<Mention> totals, Mention? heads, TimeSpanNamed span)
    {
        var total = totals[0];
        if (Repairs.Digits(average.Figure) < 3 || total.Segment != average.Segment || average.Index - total.Index > (heads is null ? 1 : 2)) return;
        var counts = Counts(span, unit);
        if (counts.Exists(c => Misread(average, total, heads, c))) return;
        if (!span.IsPrinted || _frame.Source.Text.AsSpan(span.At..average.Figure.Start).ContainsAny('。', '；', '\n')) return;
        foreach (var count in counts)
        {
            var outcome = Quotient(average, total, heads, count);
            if (!IsSlip(average, outcome)) continue;
            Keep(average, total, heads, count, unit, outcome, Grade.Structural);
            return;
        }
    }

    /// <summary>Whether one slip of the pen made the printed average of the rounded quotient.</summary>
    private static bool IsSlip(Mention average, Outcome outcome) =>
        outcome.Value is { } value && value < average.Figure.Value * 20m && Repairs.IsSlip(average.Figure, Math.Round(value / average.Figure.Step, MidpointRounding.AwayFromZero) * average.Figure.Step);

    /// <summary>'远程会诊6420万例，日均17.6例': without 万 it holds to the last of three digits.</summary>
    private bool Misread(Mention average, Mention total, Mention? heads, int count)
    {
        if (heads is not null || total.Figure.Scale < 1_0000m || Repairs.Digits(total.Figure) < 3 || average.Figure.Scale == total.Figure.Scale || total.Figure.Value / 1_0000m <= average.Figure.Value) return false;
        var outcome = Outcome.Rate(average.Figure, total.Figure.Value / count / 1_0000m, total.Figure.Range * (0.0001m / count));
        if (!outcome.Holds) return false;
        claims.Raise("JH2110", total.Figure.Start, total.Figure.End, $"{total.Figure.Text}平均到{count}天或月不是{average.Figure.Text}；去掉“万”恰好成立。", null, "核对单位是否多写了“万”");
        return true;
    }

    /// <summary>Totals before the average, those first that bear its words, then the nearest.</summary>
    private List<Mention> Totals(Mention average, string words) =>
        [.. _frame.Back(average).Where(m => m.Role == Role.Value && m.Depth <= average.Depth && Fits(m.Figure.Unit, average.Figure.Unit) && m.Figure.Value > average.Figure.Value && m.Figure.Bound == Bound.None && average.Sentence - m.Sentence <= 3 && !m.Says(Cues.Per | Cues.Yearly))
            .Take(MostTotals).OrderByDescending(m => Labels.Shares(_frame.Label(m), words) ? 1 : 0)];

    /// <summary>'人均每月': how many heads stand right before.</summary>
    private Mention? Heads(Mention average, string words) => !words.Contains('均') ? null :
        _frame.Back(average).FirstOrDefault(m => m.Segment == average.Segment && m.Role == Role.Value && m.Figure.Unit.Name == (words.Contains('户') ? "户" : "人"));

    private static bool Fits(Unit total, Unit average) => total.Fits(average)
        || total.Kind == UnitKind.Count && average.Kind == UnitKind.Count && total.Per.Length == 0 && (total.Name.StartsWith(average.Name, StringComparison.Ordinal) || average.Name.StartsWith(total.Name, StringComparison.Ordinal));

    private static List<int> Counts(TimeSpanNamed span, char unit) => unit switch
    {
        '日' => [.. span.Days],
        '周' => span.Months == 12 ? [52] : span.Months == 0 && span.Days is [var days] && days % 7 == 0 ? [days / 7] : [],
        '月' => span.Months > 1 ? [span.Months] : [],
        '季' => span.Months > 3 && span.Months % 3 == 0 ? [span.Months / 3] : [],
        _ => span.Months > 12 && span.Months % 12 == 0 ? [span.Months / 12] : [],
    };

    /// <summary>The spans named before the average, nearest first; a year where none is.</summary>
    private List<TimeSpanNamed> SpansBefore(Mention average)
    {
        var text = _frame.Source.Text;
        if (_spans.Paragraph != average.Paragraph)
        {
            var start = _frame.Source.StartOf(average.Paragraph);
            var spans = TimeSpans.In(text[start.._frame.Source.EndOf(average.Paragraph)], average.Year);
            _spans = (average.Paragraph, start, spans.ConvertAll(s => s with { At = s.At + start }));
        }
        var before = _spans.Spans.Where(s => s.At < average.Figure.Start).Reverse().Take(4).ToList();
        if (before.Count == 0 && average.Paragraph > 0)
        {
            // '疫情周报（第18周）' over the lines of a report.
            for (var p = average.Paragraph - 1; p >= 0 && p >= average.Paragraph - 3 && before.Count == 0; p--)
                before = [.. TimeSpans.In(_frame.Source.Paragraph(p).ToString(), 0).Select(s => s with { At = _frame.Source.StartOf(p), IsPrinted = false }).Take(2)];
        }
        if (before.Count == 0) before.Add(TimeSpanNamed.Year(_frame.Source.StartOf(average.Paragraph), average.Year, isPrinted: false));
        return before;
    }

    private static Outcome Quotient(Mention average, Mention total, Mention? heads, int count)
    {
        var factor = 1m / count;
        if (heads is null) return Outcome.Rate(average.Figure, total.Figure.Value / count, total.Figure.Range * factor);
        if (Interval.Divide(total.Figure.Range, heads.Figure.Range) is not { } range || range.Low < 0m) return new Outcome(Agreement.Violated, null, null);
        return Outcome.Rate(average.Figure, total.Figure.Value / heads.Figure.Value / count, range * factor);
    }

    private void Keep(Mention average, Mention total, Mention? heads, int count, char unit, Outcome outcome, Grade grade)
    {
        List<Mention> operands = heads is null ? [total] : [total, heads];
        var name = unit switch { '日' => "天", '周' => "周", '月' => "个月", '季' => "个季度", _ => "年" };
        claims.Add(ClaimType.Ratio, average, operands, outcome, grade, () => $"{string.Join(" ÷ ", operands.Select(o => o.Figure.Text))} ÷ {count}{name} = {Wording.Result(average.Figure, outcome)}", $"按文中所述的期间为{count}{name}读取");
    }

    /// <summary>'累计结余34883.1万元。按当年月均支出2061.6万元测算，可支付16.9个月': how long the balance lasts.</summary>
    private void Supported(Mention months)
    {
        var label = Nouns.Bare(_frame.Label(months)).ToString();
        if (!Array.Exists(Supports, w => label.EndsWith(w, StringComparison.Ordinal))) return;
        var back = _frame.Back(months).Where(m => months.Sentence - m.Sentence <= 2 && m.Figure.Unit.Kind == UnitKind.Money && m.Role is Role.Value or Role.Per).Take(8).ToList();
        var monthly = back.Find(m => _frame.Label(m) is var words && (words.Contains("月均", StringComparison.Ordinal) || words.Contains("每月", StringComparison.Ordinal) || words.Contains("月支", StringComparison.Ordinal) || words.Contains("月平均", StringComparison.Ordinal)));
        var balance = back.Find(m => m != monthly && _frame.Label(m) is var words && (words.Contains("结余", StringComparison.Ordinal) || words.Contains("余额", StringComparison.Ordinal) || words.Contains("结存", StringComparison.Ordinal)));
        if (monthly is null || balance is null || monthly.Figure.Value <= 0m) return;
        var outcome = Interval.Divide(balance.Figure.Range, monthly.Figure.Range) is { } range && range.Low >= 0m ? Outcome.Rate(months.Figure, balance.Figure.Value / monthly.Figure.Value, range) : new Outcome(Agreement.Violated, null, null);
        if (outcome.Holds || months.Sentence - balance.Sentence <= 1 && IsSlip(months, outcome)) claims.Add(ClaimType.Ratio, months, [balance, monthly], outcome, Grade.Structural, () => Wording.Binary(balance.Figure, "÷", monthly.Figure, months.Figure, outcome), "结余除以每月支出为可支付月数");
    }
}
