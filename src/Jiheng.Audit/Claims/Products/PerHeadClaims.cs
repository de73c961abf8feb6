using System.Buffers;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Products;

/// <summary>A figure per so many of something: '每千人口床位6.50张', '批均784元', '平均班额41.1人'. Arithmetic finds its two figures; it accuses only where the sentence offers no others.</summary>
internal sealed class PerHeadClaims(ClaimSet claims)
{
    private const int Most = 10;
    private const string Heads = "人户亩批台床村校班生场案件次期笔起宗车馆站店点队组项院所";

    private static readonly SearchValues<char> Stops = SearchValues.Create("，。；：、\n");

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every such figure that nothing else explained.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role != Role.Value || !mention.Figure.Unit.IsAdditive || mention.Figure.InWords || mention.Figure.Value <= 0m || claims.IsComputed(mention) || claims.IsFactor(mention)) continue;
            if (mention.Figure.Unit.Name == UnitTable.PerHundredThousand) Try(mention, "人", 10_0000m);
            else if ((_frame.After(mention) is ['/' or '／', .. var per] ? Per(per) : Base(Words(mention))) is var (head, times) && head.Length > 0) Try(mention, head, times);
        }
    }

    /// <summary>The words of the figure since the last punctuation, brackets among them: '每千人口执业（助理）医师'.</summary>
    private ReadOnlySpan<char> Words(Mention mention)
    {
        var before = _frame.Before(mention);
        before = before[^Math.Min(before.Length, 24)..];
        return before[(before.LastIndexOfAny(Stops) + 1)..];
    }

    /// <summary>Whether <paramref name="label"/> names an average per head: 批均, 亩均投入, 平均班额. '均为' and '平均' alone name none.</summary>
    public static bool NamesAverage(ReadOnlySpan<char> label) => Average(label).Length > 0 || label.EndsWith("平均", StringComparison.Ordinal) || label.Contains("平均每", StringComparison.Ordinal) || label.EndsWith("亩产", StringComparison.Ordinal) || label.EndsWith("单产", StringComparison.Ordinal);

    private static string Average(ReadOnlySpan<char> label)
    {
        var at = label.LastIndexOf('均');
        if (at < 1) return "";
        if (Heads.Contains(label[at - 1])) return label[at - 1].ToString();
        return label[at - 1] == '平' && at + 1 < label.Length && Heads.Contains(label[at + 1]) ? label[at + 1].ToString() : "";
    }

    /// <summary>What the figure is for, and for how many of it.</summary>
    private static (string Head, decimal Times) Base(ReadOnlySpan<char> words)
    {
        var at = words.LastIndexOf('每');
        if (at < 0) return (Average(words), 1m);
        return Per(words[(at + 1)..]);
    }

    /// <summary>How many of what: '千人', '百平方公里'.</summary>
    private static (string Head, decimal Times) Per(ReadOnlySpan<char> rest)
    {
        var (times, number, i) = (1m, 0m, 0);
        for (; i < rest.Length; i++)
        {
            if (char.IsAsciiDigit(rest[i])) number = Math.Min(number * 10m + (rest[i] - '0'), 1_0000m);
            else if (rest[i] switch { '十' => 10m, '百' => 100m, '千' => 1000m, '万' => 1_0000m, _ => 0m } is > 0m and var factor) times *= factor;
            else break;
            if (times > 1_0000_0000m) return ("", 1m);
        }
        times *= Math.Max(number, 1m);
        if (i >= rest.Length || UnitTable.Match(rest[i..], out var unit, out var scale) == 0) return ("", 1m);
        return times * scale > 1m ? (unit.Name, times * scale) : ("", 1m);
    }

    private void Try(Mention average, string head, decimal times)
    {
        var around = Around(average);
        var tried = 0;
        foreach (var named in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (var top in around)
            {
                if (Labels.Shares(_frame.Label(average), _frame.Label(top)) != named || !(top.Figure.Unit.Fits(average.Figure.Unit) || (Counts(top) && (average.Figure.Unit.Name == UnitTable.PerHundredThousand || (named && Counts(average)))))) continue;
                foreach (var bottom in around)
                {
                    if (bottom == top || !IsOf(bottom, head)) continue;
                    var outcome = Quotient(average.Figure, top.Figure, bottom.Figure, times);
                    if (!outcome.Convinces(average.Figure, ++tried, named || Counts(bottom) || bottom.Figure.Unit.Name == head ? 1 : 2)) continue;
                    if (Product(average, top, bottom, times)) return;
                    claims.Add(ClaimType.Ratio, average, [top, bottom], outcome, Grade.Inferred,
                        () => Wording.Ratio([top.Figure], [bottom.Figure], average.Figure, outcome) + (times > 1m ? $"（每{Wording.Number(times, 0)}）" : ""));
                    return;
                }
            }
        }
        Accuse(average, around, head, times);
    }

    /// <summary>One total and one number of heads in the sentence, and nothing else that the average could be made of: then it is wrong.</summary>
    private void Accuse(Mention average, List<Mention> around, string head, decimal times)
    {
        if (average.Figure.Bound != Bound.None || average.Says(Cues.Basis)) return;
        var own = around.FindAll(m => m.Sentence == average.Sentence);
        var tops = own.FindAll(m => m.Figure.Unit.Fits(average.Figure.Unit) && (average.Figure.Unit.Kind == UnitKind.Money || Labels.Shares(_frame.Label(average), _frame.Label(m))));
        var bottoms = own.FindAll(m => IsOf(m, head));
        if (tops.Count != 1 || bottoms.Count != 1 || tops[0] == bottoms[0] || claims.IsComputed(tops[0])) return;
        var outcome = Quotient(average.Figure, tops[0].Figure, bottoms[0].Figure, times);
        // Another base, not a slip, lies behind what is far off.
        if (outcome.Holds || outcome.Value is not { } value || value * 4m < average.Figure.Value * 3m || value * 3m > average.Figure.Value * 4m) return;
        claims.Add(ClaimType.Ratio, average, [tops[0], bottoms[0]], outcome, Grade.Structural, () => Wording.Ratio([tops[0].Figure], [bottoms[0].Figure], average.Figure, outcome));
    }

    /// <summary>'12.8万亩，亩均投入2400元，总投资3.07亿元': the total behind the average is the product.</summary>
    private bool Product(Mention average, Mention top, Mention bottom, decimal times)
    {
        if (top.Index < average.Index || average.Figure.Unit.Kind != UnitKind.Money && times > 1m || claims.IsComputed(top)) return false;
        var outcome = Check.Product(top.Figure, bottom.Figure, average.Figure, times);
        return outcome.Holds && claims.Add(ClaimType.Product, top, [bottom, average], outcome, Grade.Inferred, () => Wording.Binary(bottom.Figure, "×", average.Figure, top.Figure, outcome));
    }

    private List<Mention> Around(Mention average)
    {
        var result = _frame.BackLines(average, 2).Where(IsOperand).Take(Most).ToList();
        for (var i = average.Index + 1; i < _frame.Mentions.Count && i <= average.Index + 4 && _frame.Mentions[i].Sentence == average.Sentence; i++)
        {
            if (IsOperand(_frame.Mentions[i])) result.Add(_frame.Mentions[i]);
        }
        return result;
    }

    private bool IsOperand(Mention mention) =>
        mention.Role == Role.Value && mention.Figure.Unit.IsAdditive && mention.Figure.Bound is Bound.None && !mention.Figure.InWords && mention.Figure.Value > 0m && !mention.Says(Cues.Same | Cues.Per)
        && !NamesAverage(_frame.Label(mention));

    private static bool Counts(Mention mention) => mention.Figure.Unit.Kind == UnitKind.Count;

    /// <summary>Whether a figure counts what the average is for: by its unit (62批次) or by its label (教学班1026个).</summary>
    private bool IsOf(Mention mention, string head) =>
        mention.Figure.Unit.Name.StartsWith(head, StringComparison.Ordinal) || (head == "校" && mention.Figure.Unit.Name == "所") || (head == "生" && mention.Figure.Unit.Name == "人" && _frame.Label(mention).Contains('生')) || (Counts(mention) && mention.Figure.Unit.Name == "个" && _frame.Label(mention).EndsWith(head, StringComparison.Ordinal));

    private static Outcome Quotient(Figure result, Figure top, Figure bottom, decimal times)
    {
        if (bottom.Value <= 0m || top.Value / bottom.Value > Interval.Limit / times || Interval.Divide(top.Range, bottom.Range) is not { } range || range.Low < 0m) return new Outcome(Agreement.Violated, null, null);
        return Outcome.Rate(result, top.Value / bottom.Value * times, range * times);
    }
}
