using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Form;

/// <summary>'查办案件274件，罚没款312.5元，案均1.14万元', '73.2万亩，按每亩补偿16万元计，需补偿1171.2万元': an average or price that holds exactly once one 万 or measure is mended.</summary>
internal sealed class ProvenAverages(ClaimSet claims)
{
    private const int Near = 10;
    private const int MostPairs = 24;

    /// <summary>What one of which word is counted in.</summary>
    private static readonly (string Word, string[] Units)[] Counted =
    [
        ("案均", ["件", "起", "宗"]), ("件均", ["件"]), ("人均", ["人", "名"]), ("户均", ["户", "家"]), ("亩均", ["亩"]), ("次均", ["人次", "次"]), ("场均", ["场"]), ("起均", ["起"]), ("每人", ["人", "名"]), ("每户", ["户"]), ("每亩", ["亩", "万亩"]), ("每件", ["件"]), ("每起", ["起"]), ("每头", ["头"]), ("每台", ["台"]), ("每辆", ["辆"]), ("每场", ["场"]), ("每个", ["个"]), ("每所", ["所"]), ("每家", ["家"]), ("每生", ["人", "名"]), ("每名", ["人", "名"]), ("每例", ["例"]), ("每套", ["套"]), ("每公里", ["公里"]), ("每吨", ["吨"]),
    ];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Finds them all.</summary>
    public void Find()
    {
        if (!_frame.Source.Text.AsSpan().ContainsAny('均', '每')) return;
        foreach (var average in _frame.Mentions)
        {
            if (average.Figure.Unit.Kind is not (UnitKind.Money or UnitKind.Physical) || average.Figure is not { Bound: Bound.None, InWords: false, Value: > 0m } || claims.IsComputed(average) || claims.IsFactor(average)) continue;
            var label = _frame.Label(average);
            foreach (var (word, units) in Counted) if (label.Contains(word, StringComparison.Ordinal) && Check(average, units)) break;
        }
    }

    private bool Check(Mention average, string[] units)
    {
        Mention? wrong = null;
        Mention? other = null;
        Mention? count = null;
        var tried = 0;
        foreach (var quantity in Around(average).Where(m => m.Figure.Value > 0m && Counts(m.Figure, units)))
        {
            foreach (var total in Around(average).Where(m => m != quantity && m.Figure.Value > 0m && IsLike(m.Figure.Unit, average.Figure.Unit) && m.Role is Role.Value or Role.Change))
            {
                if (++tried > MostPairs) return false;
                if (total.Figure.Unit.Name == average.Figure.Unit.Name && Holds(average.Figure, total.Figure, quantity.Figure, 1m)) return true;
                if (wrong is not null) continue;
                // A total is never printed in a smaller unit than its average; otherwise the average is what was slipped.
                var isTotal = average.Figure.Unit.Kind == UnitKind.Money && (total.Figure.Scale < average.Figure.Scale || total.Figure.Value < average.Figure.Value);
                foreach (var factor in Factors(average.Figure, total.Figure))
                {
                    if (!Holds(average.Figure, total.Figure, quantity.Figure, factor)) continue;
                    (wrong, other, count) = isTotal ? (total, average, quantity) : (average, total, quantity);
                    break;
                }
            }
        }
        if (wrong is null || Digits(average.Figure) + Digits(other!.Figure == average.Figure ? wrong.Figure : other.Figure) < 5) return false;
        if (!claims.Findings.Exists(f => f.Code == "JH2110" && f.At == wrong.Figure.At))
            claims.Raise("JH2110", wrong.Figure.Start, wrong.Figure.End, $"{wrong.Figure.Text}与{other!.Figure.Text}、{count!.Figure.Text}不相符；只差计量单位，数字恰好相符。", null, "核对计量单位");
        return true;
    }

    /// <summary>By what the average may have to be multiplied: a 万 too much or too few, or the measure that the total is printed in (亩 for 公顷).</summary>
    private static IEnumerable<decimal> Factors(Figure average, Figure total)
    {
        if (average.Unit.Kind == UnitKind.Physical)
        {
            if (total.Scale != average.Scale || total.Unit.Name != average.Unit.Name) yield return total.Scale / average.Scale;
            yield break;
        }
        yield return 0.0001m;
        yield return 10000m;
    }

    /// <summary>Areas in 亩 and in 公顷 are one measure.</summary>
    private static bool IsLike(Unit total, Unit average) => total.Kind == average.Kind && (total.Name == average.Name || total.Name is "亩" or "平方米" && average.Name is "亩" or "平方米") && total.Per.Length == 0;

    /// <summary>The figures of the sentences around, the nearest first.</summary>
    private IEnumerable<Mention> Around(Mention average)
    {
        for (var step = 1; step <= 2 * Near; step++)
            if (average.Index + (step % 2 == 1 ? -(step + 1) / 2 : step / 2) is var i && i >= 0 && i < _frame.Mentions.Count && _frame.Mentions[i] is var mention && Math.Abs(mention.Sentence - average.Sentence) <= 1 && mention.Paragraph == average.Paragraph && mention.Figure.Bound == Bound.None) yield return mention;
    }

    private static bool Counts(Figure figure, string[] units)
    {
        foreach (var unit in units) if (figure.Unit.Kind is UnitKind.Count or UnitKind.Physical && figure.Text.EndsWith(unit, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool Holds(Figure average, Figure total, Figure quantity, decimal factor)
    {
        if (total.Value > Interval.Limit / 10000m) return false;
        var units = quantity.Unit.Kind == UnitKind.Physical ? quantity.Printed * Thousands(quantity) : quantity.Value;
        if (units <= 0m) return false;
        var mean = total.Value / units;
        return mean >= (average.Value - average.Step * 0.5m) * factor && mean <= (average.Value + average.Step * 0.5m) * factor;
    }

    /// <summary>'73.2万亩' counts 732000 亩 whatever an 亩 is in square metres.</summary>
    private static decimal Thousands(Figure figure) => figure.Text.Contains('亿') ? 100000000m : figure.Text.Contains('万') ? 10000m : 1m;

    private static int Digits(Figure figure)
    {
        var (digits, printed) = (figure.Places, Math.Abs(figure.Printed));
        for (; printed >= 1m; printed /= 10m) digits++;
        return digits;
    }
}
