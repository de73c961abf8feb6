using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Form;

/// <summary>'“三公”经费812.45万元，其中接待费103.72亿元、运行费560.18万元、购置费148.55万元': one of a list has another 万 or 亿 than all others, and with theirs the sum is exact.</summary>
internal sealed class OddScales(ClaimSet claims)
{
    private const int MostParts = 12;

    private readonly ProseFrame _frame = claims.Frame;
    private readonly List<Mention> _list = [];

    /// <summary>Finds them all.</summary>
    public void Find()
    {
        var mentions = _frame.Mentions;
        for (var i = 0; i + 2 < mentions.Count; i++)
            if (CanBe(mentions[i]) && HasOddNeighbour(mentions[i])) Check(mentions[i]);
    }

    private static bool CanBe(Mention mention) => mention.Role == Role.Value && mention.Figure is { Unit.IsAdditive: true, Bound: Bound.None, InWords: false } && mention.Figure.Value > 0m && mention.Times == 1;

    private bool HasOddNeighbour(Mention whole)
    {
        for (var i = whole.Index + 1; i < _frame.Mentions.Count && i <= whole.Index + MostParts && _frame.Mentions[i].Sentence == whole.Sentence; i++)
            if (_frame.Mentions[i].Figure.Unit.Fits(whole.Figure.Unit) && _frame.Mentions[i].Figure.Scale != whole.Figure.Scale && CanBe(_frame.Mentions[i])) return true;
        return false;
    }

    /// <summary>The whole and the values behind it, one more at a time, until they add up as printed.</summary>
    private void Check(Mention whole)
    {
        _list.Clear();
        var (printed, real) = (0m, 0m);
        for (var i = whole.Index + 1; i < _frame.Mentions.Count && _list.Count < MostParts; i++)
        {
            var part = _frame.Mentions[i];
            if (part.Sentence != whole.Sentence) return;
            if (!part.Figure.Unit.Fits(whole.Figure.Unit) || part.Role != Role.Value) continue;
            if (!CanBe(part) || _list.Count > 0 && part.Depth != _list[0].Depth) return;
            _list.Add(part);
            printed += part.Figure.Printed;
            real += part.Figure.Value;
            if (_list.Count > 1 && real == whole.Figure.Value) return;
            if (printed > whole.Figure.Printed) return;
            if (_list.Count < 2 || printed != whole.Figure.Printed || Odd(whole) is not { } odd || Digits(odd.Figure) < 3 || Digits(whole.Figure) < 3) continue;
            var other = odd == whole ? _list[0] : whole;
            if (claims.Findings.Exists(f => f.Code == "JH2110" && f.At == odd.Figure.At)) return;
            claims.Raise("JH2110", odd.Figure.Start, odd.Figure.End, odd == whole
                ? $"{odd.Figure.Text}与所列各项单位不同；单位与{other.Figure.Text}一致时，恰为各项之和。"
                : $"{odd.Figure.Text}与{other.Figure.Text}及其余各项单位不同；单位一致时，各项之和恰为{whole.Figure.Text}。", null, "核对“万”“亿”是否写错");
            return;
        }
    }

    /// <summary>The only one whose scale differs from that of all others; two parts with one scale leave the whole as the odd one.</summary>
    private Mention? Odd(Mention whole)
    {
        var all = _list.Prepend(whole).ToList();
        var odd = all.FindAll(m => all.Count(o => o.Figure.Scale == m.Figure.Scale) == 1);
        return odd.Count == 1 && all.Where(m => m != odd[0]).Select(m => m.Figure.Scale).Distinct().Count() == 1 ? odd[0] : null;
    }

    private static int Digits(Figure figure)
    {
        var (digits, printed) = (figure.Places, Math.Abs(figure.Printed));
        for (; printed >= 1m; printed /= 10m) digits++;
        return digits;
    }
}
