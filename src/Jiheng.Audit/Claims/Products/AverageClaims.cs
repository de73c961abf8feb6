using System.Buffers;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Products;

/// <summary>
/// Averages by their words: '案均4998元', '平均每个团队签约1325人', '单件收入8.21元', '平均得分86.7分'. The words say what is divided and by how many of
/// what, so the pair that bears them best is taken first; where nothing else agrees, that pair is held against the average.
/// </summary>
internal sealed class AverageClaims(ClaimSet claims)
{
    private const int Most = 16;

    private static readonly SearchValues<char> Stops = SearchValues.Create("，。；：、（）()\n");

    /// <summary>What is counted for one of which word; a word that is missing counts what bears its own name.</summary>
    private static readonly (string Head, string[] Units)[] Counted =
    [
        ("人", ["人", "名", "位", "人次"]), ("户", ["户", "家", "个"]), ("案", ["件", "起", "宗", "案"]), ("件", ["件", "单"]), ("单", ["单", "件"]), ("票", ["件", "票"]), ("次", ["次", "人次", "场次", "例", "台次", "例次"]),
        ("批", ["批次", "批", "次"]), ("场", ["场", "场次", "次"]), ("期", ["期"]), ("笔", ["笔"]), ("起", ["起", "件"]), ("宗", ["宗", "件"]), ("例", ["例", "人", "人次"]), ("床", ["张"]), ("车", ["辆", "台"]),
        ("辆", ["辆", "台"]), ("台", ["台"]), ("生", ["人", "名"]), ("亩", ["亩"]), ("项", ["项", "个"]), ("组", ["组", "个"]), ("套", ["套"]), ("所", ["所", "个", "家"]), ("家", ["家", "户", "个"]),
    ];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Finds every average that the best pairs of its words bear out.</summary>
    public void Find()
    {
        foreach (var average in _frame.Mentions)
        {
            if (!IsOpen(average)) continue;
            if (Totalled(average) || Mean(average, mayAccuse: false) || Read(average) is not { } words) continue;
            var tried = 0;
            var pairs = Pairs(average, words);
            // A pair that the average cuts off gives way to one that it rounds.
            var rounded = pairs.Exists(p => Quotient(average, p.Top, p.Bottom, words.Times).How is Agreement.Exact or Agreement.Rounding);
            foreach (var (top, bottom, _) in pairs)
            {
                var outcome = Quotient(average, top, bottom, words.Times);
                if (rounded && outcome.How == Agreement.Truncation) continue;
                var near = top.Sentence == average.Sentence && bottom.Sentence == average.Sentence;
                if (!(++tried == 1 && average.Sentence - bottom.Sentence <= 1 ? outcome.Holds : outcome.Convinces(average.Figure, tried, near && tried <= 4 ? 0 : average.Sentence - bottom.Sentence <= 1 ? 1 : 2))) continue;
                Keep(average, top, bottom, outcome, words.Times, Grade.Structural);
                break;
            }
        }
    }

    /// <summary>'2168台，每台平均1250元，合计271万元': behind number and average the total is what comes out.</summary>
    private bool Totalled(Mention average)
    {
        if (average.Index == 0 || average.Index + 1 >= _frame.Mentions.Count || _frame.Mentions[average.Index - 1] is not { Role: Role.Value, Figure.Unit.Kind: UnitKind.Count } count || _frame.Mentions[average.Index + 1] is not { Role: Role.Value } total) return false;
        if (count.Segment != average.Segment || total.Segment != average.Segment || average.Clause - count.Clause > 1 || total.Clause - average.Clause > 1 || !total.Figure.Unit.Fits(average.Figure.Unit with { Per = "" }) || !total.Says(Cues.Total) || !_frame.Label(average).Contains('每')) return false;
        var outcome = Check.Product(total.Figure, count.Figure, average.Figure);
        return outcome.Holds && claims.Add(ClaimType.Product, total, [count, average], outcome, Grade.Structural, () => Wording.Binary(count.Figure, "×", average.Figure, total.Figure, outcome));
    }

    /// <summary>Holds every average that nothing explained against the pair that its words name, when both stand in its sentence.</summary>
    public void Accuse()
    {
        foreach (var average in _frame.Mentions)
        {
            if (!IsOpen(average) || average.Says(Cues.Basis | Cues.Against | Cues.Before | Cues.Up | Cues.Down | Cues.Turn)) continue;
            if (Mean(average, mayAccuse: true) || Read(average) is not { Each: false } words) continue;
            var pairs = Pairs(average, words).Take(2).ToList();
            if (pairs.Count == 0) continue;
            var (top, bottom, score) = pairs[0];
            var near = top.Sentence == average.Sentence && bottom.Sentence == average.Sentence
                || average.Sentence - bottom.Sentence == 1 && Math.Abs(top.Index - bottom.Index) == 1 && Labels.Shares(_frame.Label(bottom), words.Rest);
            var outcome = Quotient(average, top, bottom, words.Times);
            // '平均每个家庭户的人口为2.26人' of figures a sentence back that bear these words, two digits exchanged.
            near = near || average.Sentence - Math.Min(bottom.Sentence, top.Sentence) == 1 && words.Noun.Length > 1 && Labels.Shares(_frame.Label(bottom), words.Noun) && Labels.Shares(_frame.Label(top), words.Noun) && outcome.Value is { } exact && Repairs.IsSlip(average.Figure, Math.Round(exact / average.Figure.Step, MidpointRounding.AwayFromZero) * average.Figure.Step);
            if (!near || IsOfPart(bottom, average) || IsOfPart(top, average) || (pairs.Count > 1 && pairs[1].Score == score)) continue;
            // What is far off rests on another base than the printed one.
            if (outcome.Holds || outcome.Value is not { } value) continue;
            var alike = value * 5m >= average.Figure.Value * 2m && value * 2m <= average.Figure.Value * 5m;
            if (!alike && !Repairs.IsOneDigit(average.Figure, Math.Round(value / average.Figure.Step, MidpointRounding.AwayFromZero) * average.Figure.Step)) continue;
            Keep(average, top, bottom, outcome, words.Times, Grade.Structural);
        }
    }

    private bool IsOpen(Mention mention) =>
        mention.Role is Role.Value or Role.Per && mention.Figure is { Unit.IsAdditive: true, InWords: false, Value: > 0m, Bound: Bound.None or Bound.About } && !claims.IsComputed(mention) && !claims.IsFactor(mention);

    /// <summary>The words of an average: what it is for one of, the words around, and how many of it.</summary>
    private sealed record Words(string Head, string Noun, string Rest, decimal Times, bool Each = false);

    private Words? Read(Mention average)
    {
        var before = _frame.Before(average);
        before = before[^Math.Min(before.Length, 24)..];
        // '户均（按单位数）22.57万元': a remark between the words and the figure.
        if (before.EndsWith('）') && before.LastIndexOf('（') is > 0 and var open) before = before[..open];
        var words = before[(before.LastIndexOfAny(Stops) + 1)..];
        var each = words.LastIndexOf("平均每", StringComparison.Ordinal);
        if (each >= 0)
        {
            var behind = words[(each + 3)..];
            var length = UnitTable.Match(behind, out var unit, out var scale);
            if (length == 0 || unit.Kind is UnitKind.Span || behind.StartsWith("万", StringComparison.Ordinal)) return null;
            return new Words(unit.Name, behind[length..].ToString(), words[..each].ToString() + behind[length..].ToString(), scale);
        }
        // '出动4109辆次，每起1.7辆次': without 平均 it is an average only of a total before it; of one behind it, it is a price.
        if (words.StartsWith("每", StringComparison.Ordinal) && words.Length <= 6 && !ProductClaims.Grants(words) && UnitTable.Match(words[1..], out var one, out var size) > 0 && (one.Kind is UnitKind.Count && size == 1m || one.Kind is UnitKind.Physical))
            return new Words(one.Name, one.Kind == UnitKind.Count ? words[(1 + one.Name.Length)..].ToString() : "", "", size, Each: true);
        foreach (var yield in (ReadOnlySpan<string>)["亩产", "单产"])
            if (words.LastIndexOf(yield, StringComparison.Ordinal) is >= 0 and var field) return new Words("亩", "", words[..field].ToString().Replace("平均", "", StringComparison.Ordinal), 1m);
        // '16个乡镇平均177.88万元': what is counted stands right before.
        if (words.EndsWith("平均", StringComparison.Ordinal) && average.Index > 0 && average.Break == Break.None && _frame.Mentions[average.Index - 1] is { Figure.Unit.Kind: UnitKind.Count } counted && counted.Clause == average.Clause)
            return new Words(counted.Figure.Unit.Name, words[..^2].ToString(), "", 1m);
        var at = words.LastIndexOf('均');
        if (words.StartsWith("按", StringComparison.Ordinal) || words.Contains("标准", StringComparison.Ordinal)) return null;
        if (at > 0 && words[at - 1] is not ('平' or '日' or '月' or '年' or '全' or '各' or '人' or ' ') || at > 0 && words[at - 1] == '人' && !(at > 1 && words[at - 2] is '人' or '员'))
        {
            var head = words[at - 1].ToString();
            // '亩均' counts 亩, whatever unit of area is printed.
            var scale = UnitTable.Match(head, out var own, out var factor) > 0 && own.Kind == UnitKind.Physical ? factor : 1m;
            return new Words(own.Kind == UnitKind.Physical ? own.Name : head, "", words[..(at - 1)].ToString() + words[(at + 1)..].ToString(), scale);
        }
        return words.LastIndexOf('单') is >= 0 and var single && single + 2 < words.Length && words[single + 1] is '件' or '票' or '床' or '车' ? new Words(words[single + 1].ToString(), "", words[(single + 2)..].ToString(), 1m) : null;
    }

    /// <summary>Pairs of a total and a number of heads, those first that bear the words of the average and stand near it.</summary>
    private List<(Mention Top, Mention Bottom, int Score)> Pairs(Mention average, Words words)
    {
        var around = _frame.BackLines(average, 2).Where(m => (average.Sentence - m.Sentence <= 3 || average.Paragraph > m.Paragraph) && IsOperand(m)).Take(Most).ToList();
        for (var i = average.Index + 1; i < _frame.Mentions.Count && i <= average.Index + 4 && _frame.Mentions[i].Paragraph == average.Paragraph && _frame.Mentions[i].Sentence - average.Sentence <= 1; i++) if (IsOperand(_frame.Mentions[i])) around.Add(_frame.Mentions[i]);
        var result = new List<(Mention, Mention, int)>();
        foreach (var bottom in around)
        {
            var heads = Heads(bottom, words);
            if (heads == 0) continue;
            foreach (var top in around)
            {
                if (top == bottom || !IsTotal(top, average)) continue;
                var score = heads + Nearness(average, top) + Nearness(average, bottom) + (Math.Abs(top.Index - bottom.Index) == 1 ? 3 : 0);
                var named = Labels.Shares(_frame.Label(top), words.Rest) || Labels.Shares(_frame.Label(bottom), words.Rest);
                if (!named && (average.Sentence - top.Sentence > 2 || average.Sentence - bottom.Sentence > 2 || average.Paragraph != top.Paragraph || average.Paragraph != bottom.Paragraph)) continue;
                if (words.Each && top.Index > average.Index) continue;
                if (Labels.Shares(_frame.Label(top), words.Rest)) score += 8;
                if (Labels.Overlap(_frame.Label(bottom), words.Rest) is > 0 and var shared) score += 7 + Math.Min(shared, 4);
                if (Labels.Shares(_frame.Label(bottom), _frame.Label(top))) score += 6;
                if (claims.IsWhole(bottom) && claims.GroupOf(bottom) is null) score += 4;
                // An average behind a list of parts is that of their whole.
                if (!named && !(Labels.Shares(_frame.Label(bottom), _frame.Label(top)) && (top.Index > bottom.Index || top.Segment == bottom.Segment)) && (IsOfPart(bottom, average) || IsOfPart(top, average))) score -= 20;
                result.Add((top, bottom, score));
            }
        }
        return [.. result.OrderByDescending(p => p.Item3)];
    }

    /// <summary>'开班77期，其中甲36期，乙27期；平均每期44人': a figure of the list that the average stands behind.</summary>
    private bool IsOfPart(Mention part, Mention average)
    {
        if (average.Segment == part.Segment || part.Depth > 0) return false;
        if (claims.GroupOf(part) is { Holds: true } || part.Says(Cues.Parts)) return true;
        var first = _frame.Back(part).TakeWhile(m => m.Sentence == part.Sentence).LastOrDefault() ?? part;
        var before = _frame.Before(first);
        return before[(before.LastIndexOf('。') + 1)..].TrimStart().StartsWith("其中", StringComparison.Ordinal);
    }

    /// <summary>How well a figure counts what the average is for; 0 when it does not.</summary>
    private int Heads(Mention mention, Words words)
    {
        var name = mention.Figure.Unit.Name;
        var label = _frame.Label(mention);
        var noun = words.Noun.Length > 1 && Labels.Shares(Following(mention), words.Noun) ? 10 : 0;
        if (words.Noun.Length > 1 && Labels.Shares(label, words.Noun)) noun = 10;
        if (name == words.Head) return 6 + noun;
        if (words.Head == "个" && noun > 0 && mention.Figure.Unit.Kind == UnitKind.Count) return noun - 4;
        if (words.Noun.Length > name.Length && words.Noun.EndsWith(name, StringComparison.Ordinal)) return 8 + noun;
        foreach (var (head, units) in Counted)
        {
            if (head == words.Head) return Array.IndexOf(units, name) is >= 0 and var place && !(name == "个" && !label.Contains(head, StringComparison.Ordinal)) ? 5 - Math.Min(place, 3) + noun : 0;
        }
        return words.Head.Length == 1 && mention.Figure.Unit.Kind == UnitKind.Count && (label.Contains(words.Head, StringComparison.Ordinal) || Following(mention).Contains(words.Head, StringComparison.Ordinal)) ? 5 + noun : 0;
    }

    /// <summary>The words right behind a figure: '296个村卫生室'.</summary>
    private ReadOnlySpan<char> Following(Mention mention)
    {
        var after = _frame.After(mention);
        var stop = after.IndexOfAny(Stops);
        return after[..Math.Min(stop < 0 ? after.Length : stop, 10)];
    }

    private static bool IsTotal(Mention top, Mention average)
    {
        if (top.Figure.Unit.Fits(average.Figure.Unit)) return top.Figure.Value > average.Figure.Value;
        if (top.Figure.Unit.Name == average.Figure.Unit.Name + "次") return top.Figure.Value > average.Figure.Value;
        return average.Figure.Unit.Name is "人" or "名" or "人次" && top.Figure.Unit.Name is "人" or "名" or "人次" && top.Figure.Value > average.Figure.Value;
    }

    private static int Nearness(Mention average, Mention other) =>
        (other.Sentence == average.Sentence ? 6 : 0) + (other.Segment == average.Segment ? 6 : 0) - Math.Abs(average.Index - other.Index) + (other.Index > average.Index ? -2 : 0);

    private bool IsOperand(Mention mention) =>
        mention.Role is Role.Value && mention.Figure is { Unit.IsAdditive: true, Bound: Bound.None, Value: > 0m } && !mention.Says(Cues.Same) && (!mention.Says(Cues.Per) || mention.Bracket > 0) && !PerHeadClaims.NamesAverage(_frame.Label(mention));

    /// <summary>'得分依次为92.5分、88.0分、79.6分，平均得分86.7分': the mean of the run before.</summary>
    private bool Mean(Mention average, bool mayAccuse)
    {
        var label = Nouns.Bare(_frame.Label(average));
        if (!(label.StartsWith("平均", StringComparison.Ordinal) || label.EndsWith("平均", StringComparison.Ordinal)) || label.Contains('每') || average.Figure.Unit.Per.Length > 0) return false;
        var last = _frame.Back(average).FirstOrDefault(m => m.Figure.Unit.Fits(average.Figure.Unit));
        if (last is null || last.RunLength < 2 || last.Role != Role.Value || average.Sentence != last.Sentence) return false;
        var run = _frame.Mentions.GetRange(last.RunStart, last.RunLength).FindAll(m => m.Figure.Unit.Fits(average.Figure.Unit));
        if (run.Count < 2) return false;
        var sum = run.Sum(m => m.Figure.Value);
        var slack = run.Sum(m => m.Figure.Slack);
        var outcome = Outcome.Rate(average.Figure, sum / run.Count, new Interval((sum - slack) / run.Count, (sum + slack) / run.Count));
        if (!outcome.Holds && !mayAccuse) return false;
        return claims.Add(ClaimType.Ratio, average, run, outcome, Grade.Structural, () => $"({string.Join(" + ", run.Select(m => m.Figure.Text))}) ÷ {run.Count} = {Wording.Result(average.Figure, outcome)}");
    }

    private static Outcome Quotient(Mention average, Mention top, Mention bottom, decimal times)
    {
        if (top.Figure.Value > Interval.Limit / times || Interval.Divide(top.Figure.Range, bottom.Figure.Range) is not { } range || range.Low < 0m) return new Outcome(Agreement.Violated, null, null);
        return Outcome.Rate(average.Figure, top.Figure.Value / bottom.Figure.Value * times, range * times);
    }

    private void Keep(Mention average, Mention top, Mention bottom, Outcome outcome, decimal times, Grade grade)
    {
        // A yield and an area make the harvest, whatever stands first; a price between its count and its amount makes the amount: '12.8万亩，亩均投入2400元，总投资3.07亿元'.
        var yields = _frame.Label(average) is var label && (label.Contains("亩产", StringComparison.Ordinal) || label.Contains("单产", StringComparison.Ordinal));
        if ((yields || average.Figure.Unit.Kind == UnitKind.Money && top.Index > average.Index && bottom.Index < average.Index) && !claims.IsComputedAs(ClaimType.Product, top) && Check.Product(top.Figure, bottom.Figure, average.Figure, times) is var product && (product.Holds || yields || top.Index == average.Index + 1 && bottom.Index == average.Index - 1 && top.Segment == bottom.Segment))
        {
            claims.Add(ClaimType.Product, top, [bottom, average], product, grade, () => Wording.Binary(bottom.Figure, "×", average.Figure, top.Figure, product));
            return;
        }
        claims.Add(ClaimType.Ratio, average, [top, bottom], outcome, grade, () => Wording.Ratio([top.Figure], [bottom.Figure], average.Figure, outcome) + (times > 1m ? "（按换算后的单位）" : ""));
        if (outcome.Holds) Earlier(average, top, bottom, times);
    }

    /// <summary>'人均花费908.5元，上年为881.6元' where the earlier total and number of heads are printed too.</summary>
    private void Earlier(Mention average, Mention top, Mention bottom, decimal times)
    {
        foreach (var prior in _frame.AllOf(average, Role.Prior))
        {
            if (claims.IsComputed(prior) || _frame.AllOf(top, Role.Prior).FirstOrDefault(m => m.Figure.Unit.Fits(top.Figure.Unit)) is not { } upper || _frame.AllOf(bottom, Role.Prior).FirstOrDefault(m => m.Figure.Unit.Fits(bottom.Figure.Unit)) is not { } lower) continue;
            var outcome = Quotient(prior, upper, lower, times);
            if (outcome.Holds) claims.Add(ClaimType.Ratio, prior, [upper, lower], outcome, Grade.Inferred, () => Wording.Ratio([upper.Figure], [lower.Figure], prior.Figure, outcome));
        }
    }
}
