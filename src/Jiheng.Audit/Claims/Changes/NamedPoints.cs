using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Changes;

/// <summary>How far two named rates lie apart: '城镇居民…增长4.9%；农村居民…增长6.7%…。农村居民增速快于城镇居民1.8个百分点'.</summary>
internal sealed class NamedPoints(ClaimSet claims)
{
    private static readonly string[] Words = ["快于", "高于", "低于", "慢于", "高出", "低出", "大于", "小于"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every gap in points between two names that no other reading explained.</summary>
    public void Find()
    {
        foreach (var points in _frame.Mentions)
        {
            if (points.Figure.Unit.Kind != UnitKind.Point || points.Figure.Bound != Bound.None || claims.IsComputed(points)) continue;
            var label = _frame.Label(points);
            foreach (var word in Words)
            {
                var at = label.IndexOf(word, StringComparison.Ordinal);
                if (at < 2 || at + word.Length + 1 >= label.Length) continue;
                Compare(points, Name(label[..at]), Name(label[(at + word.Length)..]));
                break;
            }
        }
    }

    private static string Name(ReadOnlySpan<char> words)
    {
        words = words.Trim("的约近 ");
        foreach (var end in (ReadOnlySpan<string>)["增速", "增幅", "增长率", "的增速", "占比", "收入", "平均水平", "平均"]) if (words.EndsWith(end, StringComparison.Ordinal)) words = words[..^end.Length];
        return words.ToString();
    }

    private void Compare(Mention points, string left, string right)
    {
        if (left.Length < 2 || right.Length < 2 || Rate(points, left) is not { } one || Rate(points, right) is not { } other || one == other || one.Role != other.Role) return;
        var (high, low) = one.Figure.Value * (one.Sign < 0 ? -1 : 1) >= other.Figure.Value * (other.Sign < 0 ? -1 : 1) ? (one, other) : (other, one);
        if (high.Sign * low.Sign < 0) return;
        var outcome = Check.Difference(points.Figure, high.Figure, low.Figure, either: true);
        claims.Add(ClaimType.Difference, points, [high, low], outcome, Grade.Structural, () => Wording.Binary(high.Figure, "−", low.Figure, points.Figure, outcome), "两项比率各有其名");
    }

    /// <summary>The only rate whose own words or whose value bear the name; <c>null</c> for none or more.</summary>
    private Mention? Rate(Mention points, string name)
    {
        Mention? found = null;
        foreach (var rate in _frame.BackLines(points, 1))
        {
            if (rate.Figure.Unit.Kind != UnitKind.Percent || rate.Figure.Bound != Bound.None || rate.Role is not (Role.Growth or Role.Rate or Role.Share) || rate.Says(Cues.Basis)) continue;
            if (!_frame.Label(rate).Contains(name, StringComparison.Ordinal) && !(_frame.SubjectOf(rate) is { } value && _frame.Label(value).Contains(name, StringComparison.Ordinal))) continue;
            if (found is not null) return null;
            found = rate;
        }
        return found;
    }
}
