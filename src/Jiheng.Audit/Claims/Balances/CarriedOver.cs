using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Balances;

/// <summary>
/// What is carried into the next year: '收到57件，上年结转3件；予以公开30件…，结转下年1件', and the final account over its lines,
/// 年初结转 + 本年收入 − 本年支出 = 年末结转和结余.
/// </summary>
internal sealed class CarriedOver(ClaimSet claims)
{
    private const int MostLines = 12;

    private static readonly string[] AnyWord = ["结转", "旧存", "年末结余", "滚存结余", "期末结余"];
    private static readonly string[] Next = ["结转下年", "结转到下年", "结转下一年", "转下年", "结转下期", "结转下季", "结转下月"];
    private static readonly string[] Last = ["上年结转", "上年度结转", "上期结转", "上年转来", "上年旧存", "旧存", "上年未结", "年初结转", "上月结转", "上季结转", "结转上年"];
    private static readonly string[] Opening = ["年初结转和结余", "年初结转", "上年结转和结余", "上年结转", "年初结余", "上年结余", "上年滚存结余", "年初滚存结余", "期初结余"];
    private static readonly string[] Closing = ["年末结转和结余", "年末结转", "年末结余", "年末滚存结余", "滚存结余", "结转下年", "期末结余"];
    private static readonly string[] Income = ["本年收入合计", "本年收入", "收入合计", "当年收入", "总收入", "收入总额", "本年拨入", "收入决算"];
    private static readonly string[] Outlay = ["本年支出合计", "本年支出", "支出合计", "当年支出", "总支出", "支出总额", "支出决算"];
    private static readonly string[] Between = ["结余分配", "弥补", "调入", "调出", "提取", "使用非财政"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every figure that is carried over.</summary>
    public void Find()
    {
        if (!_frame.Source.HasAny(AnyWord)) return;
        foreach (var closing in _frame.Mentions)
        {
            if (closing.Role is not (Role.Value or Role.Prior) || !closing.Figure.Unit.IsAdditive || claims.IsComputed(closing) || claims.GroupOf(closing) is { Holds: true }) continue;
            var label = _frame.Label(closing);
            if (closing.Figure.Unit.Kind == Figures.UnitKind.Count) Cases(closing, label);
            else if (EndsWith(label, Closing)) Account(closing);
        }
    }

    /// <summary>Cases of one sentence: all that came with what was carried in, less every outcome between, is what is carried on.</summary>
    private void Cases(Mention closing, ReadOnlySpan<char> label)
    {
        if (!Has(label, Next)) return;
        var own = _frame.Back(closing).TakeWhile(m => m.Sentence == closing.Sentence).Where(m => m.Depth <= closing.Depth && m.Role is Role.Value or Role.Prior && m.Figure.Unit.Fits(closing.Figure.Unit) && !m.Says(Cues.Parts)).Reverse().ToList();
        var opening = own.FindIndex(m => Has(_frame.Label(m), Last));
        if (opening < 0 && Apart(closing, own)) return;
        if (opening is < 0 or > 1 || own.Count - 2 < 2) return;
        // What was received stands right before or right behind what was carried in.
        var parts = own.ToList();
        var outcome = Check.Sum(closing.Figure, [.. parts.Select((p, k) => (p.Figure, k < 2 ? 1 : -1))]);
        var slip = Repairs.Digits(closing.Figure) >= 3 && outcome.Value is { } value && Repairs.IsSlip(closing.Figure, value);
        if (outcome.How != Agreement.Exact && !slip) return;
        claims.Add(ClaimType.Difference, closing, parts, outcome, Grade.Structural,
            () => string.Concat(parts.Select((p, k) => (k == 0 ? "" : k < 2 ? " + " : " − ") + p.Figure.Text)) + " = " + Wording.Result(closing.Figure, outcome), "收到数加上年结转减各项办理结果应为结转下年");
    }

    /// <summary>'收到42件…，上年结转2件。全年办结41件，其中…，结转下年3件': what came and what was carried in stand in the sentence before.</summary>
    private bool Apart(Mention closing, List<Mention> own)
    {
        var before = _frame.Back(closing).Where(m => closing.Sentence - m.Sentence == 1 && m.Depth == 0 && m.Role is Role.Value or Role.Prior && m.Figure.Unit.Fits(closing.Figure.Unit) && !m.Says(Cues.Parts)).ToList();
        var carried = before.Find(m => Has(_frame.Label(m), Last));
        var came = before.Find(m => m != carried && _frame.Label(m) is var label && (label.Contains("收到", StringComparison.Ordinal) || label.Contains("受理", StringComparison.Ordinal) || label.Contains("申请", StringComparison.Ordinal) || label.Contains("新收", StringComparison.Ordinal)));
        var done = own.Find(m => _frame.Label(m) is var label && (label.Contains("办结", StringComparison.Ordinal) || label.Contains("办理", StringComparison.Ordinal) || label.Contains("答复", StringComparison.Ordinal) || label.Contains("处理", StringComparison.Ordinal)));
        if (carried is null || came is null || done is null) return false;
        var outcome = Check.Sum(closing.Figure, [(came.Figure, 1), (carried.Figure, 1), (done.Figure, -1)]);
        return outcome.How == Agreement.Exact && claims.Add(ClaimType.Difference, closing, [came, carried, done], outcome, Grade.Structural, () => $"{came.Figure.Text} + {carried.Figure.Text} − {done.Figure.Text} = {Wording.Result(closing.Figure, outcome)}");
    }

    private void Account(Mention closing)
    {
        if (Around(closing, Opening) is not { } opening || Around(closing, Income) is not { } income || Around(closing, Outlay) is not { } outlay) return;
        var outcome = Check.Sum(closing.Figure, [(income.Figure, 1), (opening.Figure, 1), (outlay.Figure, -1)]);
        var slip = false;
        if (!outcome.Holds)
        {
            // Only a plain account accuses: nothing was handed out or taken from elsewhere.
            var text = _frame.Source.Text.AsSpan(_frame.Source.StartOf(Math.Min(income.Paragraph, opening.Paragraph))..closing.Figure.End);
            slip = !Has(text, Between) && Repairs.Digits(closing.Figure) >= 4 && outcome.Value is { } value && Repairs.IsSlip(closing.Figure, value)
                && _frame.Label(income).Contains("本年", StringComparison.Ordinal) && _frame.Label(outlay).Contains("本年", StringComparison.Ordinal);
        }
        if (!slip && !outcome.Convinces(closing.Figure, 1, 2)) return;
        List<Mention> operands = [income, opening, outlay];
        claims.Add(ClaimType.Difference, closing, operands, outcome, slip ? Grade.Structural : Grade.Inferred, () => $"{income.Figure.Text} + {opening.Figure.Text} − {outlay.Figure.Text} = {Wording.Result(closing.Figure, outcome)}", "年初结转加本年收入减本年支出应为年末结转");
    }

    /// <summary>The nearest figure of the lines before, or right behind in the same sentence, whose words end with one of <paramref name="names"/>.</summary>
    private Mention? Around(Mention closing, string[] names)
    {
        foreach (var other in _frame.BackLines(closing, MostLines)) if (IsNamed(other)) return other;
        for (var i = closing.Index + 1; i < _frame.Mentions.Count && i <= closing.Index + 2 && _frame.Mentions[i].Sentence == closing.Sentence; i++) if (IsNamed(_frame.Mentions[i])) return _frame.Mentions[i];
        return null;

        bool IsNamed(Mention other) => other.Role is Role.Value or Role.Prior && other.Figure.Unit.Fits(closing.Figure.Unit) && EndsWith(_frame.Label(other), names);
    }

    private static bool EndsWith(ReadOnlySpan<char> label, ReadOnlySpan<string> words)
    {
        label = label.TrimEnd("均为是达：: ");
        foreach (var word in words) if (label.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool Has(ReadOnlySpan<char> label, ReadOnlySpan<string> words)
    {
        foreach (var word in words) if (label.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
