using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Products;

/// <summary>Price times quantity, yield times area, and averages: a figure per one of something with the two that belong to it.</summary>
internal sealed class ProductClaims(ClaimSet claims)
{
    private const int Nearest = 8;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every price, yield and average whose two other figures are printed.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role != Role.Value || claims.IsComputed(mention) || claims.IsFactor(mention) || Reckoned(mention)) continue;
            if (!IsPer(mention)) Capacity(mention);
            else Price(mention, chained: false);
        }
    }

    /// <summary>'新增教学班96个，按每班45人测算，可增加学位4320个': so many for each of what the clause before counts, whatever the units are called.</summary>
    private bool Reckoned(Mention each)
    {
        var label = _frame.Label(each);
        var at = label.IndexOf('每');
        if (at < 0 || at + 1 >= label.Length || !label.StartsWith("按", StringComparison.Ordinal) || each.Index == 0 || each.Index + 1 >= _frame.Mentions.Count) return false;
        var (count, total) = (_frame.Mentions[each.Index - 1], _frame.Mentions[each.Index + 1]);
        var noun = label[(at + 1)..];
        if (count.Sentence != each.Sentence || total.Sentence != each.Sentence || count.Figure.Unit.Kind != UnitKind.Count || !(count.Figure.Unit.Name.AsSpan().SequenceEqual(noun) || _frame.Label(count).Contains(noun, StringComparison.Ordinal) || _frame.After(count).StartsWith(noun, StringComparison.Ordinal))) return false;
        if (total.Role is not (Role.Value or Role.Change) || total.Clause - each.Clause > 1 || total.Figure.Unit.Kind != each.Figure.Unit.Kind) return false;
        var product = each.Figure.Value * count.Figure.Value;
        var outcome = Outcome.Additive(total.Figure, product, each.Figure.Range * count.Figure.Value);
        if (!outcome.Holds && !Repairs.IsSlip(total.Figure, product)) return false;
        Keep(total, count, each, outcome, Grade.Structural);
        return true;
    }

    /// <summary>'日处理500吨污水站3座，日处理能力共1500吨': what each of a count can, the count and what all can.</summary>
    private void Capacity(Mention each)
    {
        if (each.Index + 2 >= _frame.Mentions.Count || _frame.Mentions[each.Index + 1] is not { Role: Role.Value, Break: Break.None, Figure.Unit.Kind: UnitKind.Count } count || _frame.Mentions[each.Index + 2] is not { Role: Role.Value } total) return;
        if (each.Figure.Unit.Kind != UnitKind.Physical || !total.Figure.Unit.Fits(each.Figure.Unit) || total.Sentence != each.Sentence || !total.Says(Cues.Total) || total.Clause - count.Clause > 1) return;
        var outcome = Check.Product(total.Figure, count.Figure, each.Figure);
        if (outcome.How == Agreement.Exact || Repairs.Digits(total.Figure) >= 3 && outcome.Value is { } value && Repairs.IsSlip(total.Figure, value)) Keep(total, count, each, outcome, Grade.Structural);
    }

    /// <summary>'补助资金4216.80万元…，系按服务人口52.71万人、人均84元的标准测算': count and standard side by side, the amount heads the sentence.</summary>
    private bool Standard(Mention price)
    {
        var after = _frame.After(price);
        if (!(after.StartsWith("的标准", StringComparison.Ordinal) || after.StartsWith("标准", StringComparison.Ordinal)) || price.Figure.Unit.Kind != UnitKind.Money || price.Index == 0 || _frame.Mentions[price.Index - 1] is not { Role: Role.Value, Figure.Unit.Kind: UnitKind.Count } quantity || quantity.Sentence != price.Sentence || price.Break > Break.Item || !_frame.Label(quantity).Contains('按')) return false;
        var total = _frame.Mentions.Find(m => m.Paragraph == price.Paragraph && m.Sentence == price.Sentence && m.Role == Role.Value && m.Figure.Unit.Fits(price.Figure.Unit));
        if (total is null || total == price || total.Index > quantity.Index) return false;
        var outcome = Check.Product(total.Figure, quantity.Figure, price.Figure);
        if (!outcome.Holds && (outcome.Value is not { } value || Math.Abs(value - total.Figure.Value) * 5m > total.Figure.Value)) return false;
        Keep(total, quantity, price, outcome, Grade.Explicit);
        return true;
    }

    /// <summary>'每生每天5元，全年按200天计，受益学生6.24万人，需资金6240万元': a price for each head and day; for each head and month of a whole year.</summary>
    private bool Twofold(Mention price)
    {
        if (price.Figure.Unit.Kind != UnitKind.Money || _frame.Label(price).Count('每') < 2) return false;
        var monthly = _frame.Label(price).Contains("每月", StringComparison.Ordinal);
        var around = Around(price);
        var days = around.FindAll(m => m.Figure.Unit.Name == "天");
        foreach (var heads in around.Where(m => m.Figure.Unit.Kind == UnitKind.Count))
        {
            foreach (var total in around.Where(m => m.Index > Math.Max(price.Index, heads.Index) && m.Figure.Unit.Fits(price.Figure.Unit)))
            {
                foreach (var day in days)
                {
                    var range = heads.Figure.Range * (price.Figure.Value * day.Figure.Value);
                    if (Outcome.Rate(total.Figure, price.Figure.Value * day.Figure.Value * heads.Figure.Value, range) is not { Holds: true } both) continue;
                    return claims.Add(ClaimType.Product, total, [price, day, heads], both, Grade.Structural, () => $"{price.Figure.Text} × {day.Figure.Text} × {heads.Figure.Text} = {Wording.Result(total.Figure, both)}");
                }
                if (monthly && _frame.Label(total).Contains("全年", StringComparison.Ordinal) && Outcome.Rate(total.Figure, price.Figure.Value * heads.Figure.Value * 12m, price.Figure.Range * heads.Figure.Range * 12m) is { Holds: true } year)
                    return claims.Add(ClaimType.Product, total, [heads, price], year, Grade.Structural, () => $"{heads.Figure.Text} × {price.Figure.Text} × 12个月 = {Wording.Result(total.Figure, year)}");
            }
        }
        return days.Count > 0 || monthly && Monthly(price);
    }

    /// <summary>'80至89周岁6240人…。80至89周岁每人每月50元，全年发放374.4万元': the heads were told before; their product for twelve months is exact.</summary>
    private bool Monthly(Mention price)
    {
        if (price.Index + 1 >= _frame.Mentions.Count || _frame.Mentions[price.Index + 1] is not { Role: Role.Value } total || total.Sentence != price.Sentence || !total.Figure.Unit.Fits(price.Figure.Unit) || !_frame.Label(total).Contains("全年", StringComparison.Ordinal)) return false;
        foreach (var heads in _frame.Back(price).Where(m => m.Role == Role.Value && m.Figure.Unit.Kind == UnitKind.Count && m.Figure.Bound == Bound.None).Take(Nearest))
        {
            if (heads.Figure.Value * price.Figure.Value * 12m != total.Figure.Value) continue;
            var outcome = Outcome.Rate(total.Figure, total.Figure.Value, Interval.Exactly(total.Figure.Value));
            return claims.Add(ClaimType.Product, total, [heads, price], outcome, Grade.Structural, () => $"{heads.Figure.Text} × {price.Figure.Text} × 12个月 = {Wording.Result(total.Figure, outcome)}");
        }
        return false;
    }

    private static bool IsPer(Mention mention) => mention.Figure.Unit.Per.Length > 0 || (mention.Says(Cues.Per) && mention.Figure.Unit.Kind is UnitKind.Money or UnitKind.Physical or UnitKind.Count);

    private void Price(Mention price, bool chained)
    {
        var around = Around(price);
        var tried = 0;
        foreach (var quantity in around)
        {
            foreach (var total in around)
            {
                if (total == quantity || !Fits(price, quantity, total) || (chained && total.Index < quantity.Index)) continue;
                tried++;
                if (IsAverage(price))
                {
                    var average = Check.Ratio(price.Figure, [total.Figure], [quantity.Figure]);
                    if (!average.Convinces(price.Figure, tried, 1)) continue;
                    claims.Add(ClaimType.Ratio, price, [total, quantity], average, Grade.Inferred, () => Wording.Ratio([total.Figure], [quantity.Figure], price.Figure, average));
                    return;
                }
                var outcome = Check.Product(total.Figure, quantity.Figure, price.Figure, PerOf(price).Factor);
                if (!outcome.Convinces(total.Figure, tried, 1)) continue;
                // '出租1860平方米，租金44.64万元，每平方米240元': behind total and quantity it is what comes out of them.
                if (_frame.Label(price) is var said && said.StartsWith("每", StringComparison.Ordinal) && (!Grants(said) || said.EndsWith('约')) && total.Index < price.Index && quantity.Index < price.Index && Check.Ratio(price.Figure, [total.Figure], [quantity.Figure]) is { Holds: true } each)
                    claims.Add(ClaimType.Ratio, price, [total, quantity], each, Grade.Structural, () => Wording.Ratio([total.Figure], [quantity.Figure], price.Figure, each));
                else Keep(total, quantity, price, outcome, Grade.Structural);
                // '面积3.26万亩，每亩45元，共需164.7万元；实际验收3.05万亩，兑付137.25万元': what agrees further on does not clear the price's own amount.
                if (quantity.Segment != price.Segment && total.Segment != price.Segment && !chained) Accuse(price, around);
                // 每生每天3元 × 200天 is still a price for each pupil.
                if (_frame.Label(price).Count('每') > 1) Price(total, chained: true);
                return;
            }
        }
        if (!chained && (Twofold(price) || Standard(price))) return;
        if (IsAverage(price)) return;
        if (chained) AccuseHeads(price, around);
        else Accuse(price, around);
    }

    /// <summary>'按人均84元核定' is a price; an average is what comes out.</summary>
    private bool IsAverage(Mention price) => price.Figure.Unit.Per.Length == 0 && _frame.Label(price) is var label && label.Contains('均') && !label.StartsWith("按", StringComparison.Ordinal) && !label.Contains("标准", StringComparison.Ordinal);

    private List<Mention> Around(Mention price)
    {
        var before = IsAverage(price) ? 1 : 0;
        var result = _frame.Back(price).Where(m => price.Sentence - m.Sentence <= before && IsOperand(m)).Take(Nearest).ToList();
        for (var i = price.Index + 1; i < _frame.Mentions.Count && i <= price.Index + Nearest && _frame.Mentions[i].Sentence == price.Sentence; i++)
        {
            if (IsOperand(_frame.Mentions[i])) result.Add(_frame.Mentions[i]);
        }
        return result;
    }

    private static bool IsOperand(Mention mention) => mention.Role == Role.Value && !mention.Says(Cues.Same) && mention.Figure.Unit.Kind is UnitKind.Money or UnitKind.Count or UnitKind.Physical && mention.Figure.Unit.Per.Length == 0 && mention.Figure.Value > 0m;

    /// <summary>'每头补贴40元': a rate that was set, not one that comes out.</summary>
    public static bool Grants(ReadOnlySpan<char> label)
    {
        foreach (var word in (ReadOnlySpan<string>)["补贴", "补助", "标准", "单价", "奖励", "资助", "补偿", "奖补", "定额", "发放", "造价"]) if (label.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>What the price is for one of: from its unit (元/亩) or its label (每平方米); empty when neither says.</summary>
    private (string Name, decimal Factor) PerOf(Mention price)
    {
        if (price.Figure.Unit.Per.Length > 0) return (price.Figure.Unit.Per, 1m);
        var label = _frame.Label(price);
        for (var each = label.IndexOf('每'); each >= 0 && each + 1 < label.Length;)
        {
            if (UnitTable.Match(label[(each + 1)..], out var unit, out var factor) > 0 && unit.Kind != UnitKind.Span) return (unit.Name, factor);
            var next = label[(each + 1)..].IndexOf('每');
            each = next < 0 ? -1 : each + 1 + next;
        }
        return (label.Contains("单产", StringComparison.Ordinal) ? "亩" : "", 1m);
    }

    private bool Fits(Mention price, Mention quantity, Mention total)
    {
        var unit = price.Figure.Unit;
        if (PerOf(price).Name is { Length: > 0 } per) return quantity.Figure.Unit.Name == per && total.Figure.Unit.Kind == unit.Kind && (total.Figure.Unit.Name == unit.Name || (total.Figure.Unit.Name == "人次" && unit.Name == "人"));
        return total.Figure.Unit.Fits(unit) && !quantity.Figure.Unit.Fits(unit) && quantity.Figure.Unit.Kind != UnitKind.Money;
    }

    /// <summary>A price for one of a unit, one quantity in that unit and one amount: the amount must be their product.</summary>
    private void Accuse(Mention price, List<Mention> around)
    {
        if (UnitPrice(price) || Told(price)) return;
        var (per, factor) = PerOf(price);
        if (per.Length == 0 || price.Figure.Unit.Kind is not (UnitKind.Money or UnitKind.Physical)) return;
        var quantities = around.Where(m => m.Figure.Unit.Name == per && m.Segment == price.Segment).ToList();
        // '为186个村卫生室配备一体机，每台1.35万元，共260.10万元': one for each of what is counted before.
        if (quantities.Count == 0) quantities = around.Where(m => m.Figure.Unit.Kind == UnitKind.Count && m.Segment == price.Segment && m.Index < price.Index).ToList();
        var totals = around.Where(m => m.Figure.Unit.Fits(price.Figure.Unit with { Per = "" }) && m.Segment == price.Segment).ToList();
        // '按每公里82万元测算，共需资金2993万元，拟申请1800万元': the amount right behind the price.
        if (totals.Count > 1 && quantities.Count == 1 && totals.Find(t => t.Index == price.Index + 1) is { } next && Check.Product(next.Figure, quantities[0].Figure, price.Figure, factor).Value is { } computed && Repairs.IsSlip(next.Figure, computed)) totals = [next];
        if (quantities.Count != 1 || totals.Count != 1 || totals[0].Index < Math.Max(price.Index, quantities[0].Index)) return;
        var outcome = Check.Product(totals[0].Figure, quantities[0].Figure, price.Figure, quantities[0].Figure.Unit.Name == per ? factor : 1m);
        if (quantities[0].Figure.Unit.Name != per && (outcome.Value is not { } value || Math.Abs(value - totals[0].Figure.Value) * 5m > totals[0].Figure.Value)) return;
        Keep(totals[0], quantities[0], price, outcome, Grade.Structural);
    }

    /// <summary>'居家托养412人，每人补1500元。需资金…，即…居家61.8万元': the amount bears the name of what is counted.</summary>
    private bool Told(Mention price)
    {
        if (PerOf(price).Name is not { Length: > 0 } per || price.Index == 0 || _frame.Mentions[price.Index - 1] is not { Role: Role.Value } quantity || quantity.Segment != price.Segment || quantity.Figure.Unit.Name != per) return false;
        var name = Nouns.Bare(_frame.Label(quantity)).ToString();
        for (var i = price.Index + 1; i < _frame.Mentions.Count && i <= price.Index + 8 && _frame.Mentions[i].Paragraph == price.Paragraph; i++)
        {
            var total = _frame.Mentions[i];
            if (!IsOperand(total) || !total.Figure.Unit.Fits(price.Figure.Unit) || total.Segment == price.Segment || Nouns.Naming(_frame.Label(total), name) < 90 || claims.IsComputedAs(ClaimType.Product, total)) continue;
            var outcome = Check.Product(total.Figure, quantity.Figure, price.Figure);
            if (outcome.Value is not { } value || Math.Abs(value - total.Figure.Value) * 3m > total.Figure.Value) return false;
            Keep(total, quantity, price, outcome, Grade.Structural);
            return true;
        }
        return false;
    }

    /// <summary>'冷藏箱36台，单价6850元，金额26.46万元': count, price and amount side by side.</summary>
    private bool UnitPrice(Mention price)
    {
        if (!Nouns.Bare(_frame.Label(price)).EndsWith("单价", StringComparison.Ordinal) || price.Figure.Unit.Kind != UnitKind.Money || price.Index == 0 || price.Index + 1 >= _frame.Mentions.Count) return false;
        var (quantity, total) = (_frame.Mentions[price.Index - 1], _frame.Mentions[price.Index + 1]);
        if (quantity.Segment != price.Segment || total.Segment != price.Segment || !IsOperand(quantity) || !IsOperand(total) || quantity.Figure.Unit.Kind == UnitKind.Money || !total.Figure.Unit.Fits(price.Figure.Unit) || total.Figure.Value <= price.Figure.Value || price.Clause - quantity.Clause > 1 || total.Clause - price.Clause > 1) return false;
        Keep(total, quantity, price, Check.Product(total.Figure, quantity.Figure, price.Figure), Grade.Structural);
        return true;
    }

    /// <summary>A price for each, a number of heads and one amount behind them: the amount must be their product.</summary>
    private void AccuseHeads(Mention price, List<Mention> around)
    {
        var heads = around.Where(m => m.Index > price.Index && m.Figure.Unit.Kind == UnitKind.Count && m.Figure.Unit.Name is "人" or "户").ToList();
        // Heads with a price of their own are counted for that one.
        if (heads.Count != 1 || _frame.Mentions.GetRange(price.Index + 1, heads[0].Index - price.Index).Exists(IsPer)) return;
        var totals = around.Where(m => m.Index > heads[0].Index && m.Figure.Unit.Fits(price.Figure.Unit)).ToList();
        if (totals.Count != 1) return;
        Keep(totals[0], heads[0], price, Check.Product(totals[0].Figure, heads[0].Figure, price.Figure), Grade.Structural);
    }

    private void Keep(Mention total, Mention quantity, Mention price, Outcome outcome, Grade grade)
    {
        // '每人补助900元，补助300人，发放3个月，共计81万元': a third factor.
        if (!outcome.Holds && total.Figure.Start > price.Figure.End && _frame.Source.Text.AsSpan(price.Figure.End..total.Figure.Start).Contains("个月", StringComparison.Ordinal)) return;
        claims.Add(ClaimType.Product, total, [quantity, price], outcome, grade, () => Wording.Binary(quantity.Figure, "×", price.Figure, total.Figure, outcome));
    }
}
