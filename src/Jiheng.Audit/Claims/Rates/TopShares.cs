using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Rates;

/// <summary>The share of the first few parts of a list together: '…；前三类占83.7%', '前两个领域合计占56.3%'.</summary>
internal sealed class TopShares(ClaimSet claims)
{
    private const int Words = 16;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every such share of a list that adds up to its whole.</summary>
    public void Find()
    {
        foreach (var share in _frame.Mentions)
        {
            if (share.Role is not (Role.Share or Role.Rate) || share.Figure.Unit.Kind != Figures.UnitKind.Percent || claims.IsComputed(share) || Count(share) is not { } count) continue;
            Of(share, count);
        }
    }

    private void Of(Mention share, int count)
    {
        var group = claims.GroupsIn(share.Paragraph).LastOrDefault(g => g.Holds && g.Parts.Count > count && g.Parts[^1].Index < share.Index && g.Whole.Index < share.Index);
        if (group is null) return;
        var parts = group.Parts.Take(count).ToList();
        // The first few are the largest; where the list is not in that order, they may be meant by size.
        var ordered = parts.TrueForAll(p => group.Parts.Skip(count).All(o => o.Figure.Value <= p.Figure.Value || Frames.Nouns.Bare(_frame.Label(o)).StartsWith("其他", StringComparison.Ordinal)));
        var outcome = Check.Ratio(share.Figure, parts.ConvertAll(p => p.Figure), [group.Whole.Figure]);
        if (!outcome.Holds && !ordered)
        {
            parts = [.. group.Parts.OrderByDescending(p => p.Figure.Value).Take(count)];
            outcome = Check.Ratio(share.Figure, parts.ConvertAll(p => p.Figure), [group.Whole.Figure]);
            if (!outcome.Holds) return;
        }
        claims.Add(ClaimType.Ratio, share, [.. parts, group.Whole], outcome, Grade.Structural, () => Wording.Ratio(parts.ConvertAll(p => p.Figure), [group.Whole.Figure], share.Figure, outcome), "前几项之和占合计的比重");
    }

    /// <summary>How many parts the words before a share take together: 前三类, 前2项.</summary>
    private int? Count(Mention share)
    {
        var before = _frame.Before(share);
        before = before[^Math.Min(before.Length, Words)..];
        before = before[(before.LastIndexOfAny("，。；：") + 1)..];
        var at = before.LastIndexOf('前');
        if (at < 0 || at + 2 >= before.Length) return null;
        var digit = char.IsAsciiDigit(before[at + 1]) ? before[at + 1] - '0' : Figures.ChineseNumeral.Digit(before[at + 1]);
        return digit is >= 2 and <= 9 && before[at + 2] is '类' or '项' or '位' or '个' or '大' or '种' or '者' or '家' or '名' or '款' or '档' ? digit : null;
    }
}
