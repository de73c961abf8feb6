using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims;

/// <summary>Words that draw a conclusion which the figures of the same paragraph do not bear out.</summary>
internal sealed class Conclusions(ClaimSet claims)
{
    private static readonly string[] AllMet = ["均按计划完成目标", "均按计划完成", "均达到或超过", "均达到年初目标", "均达到目标", "均完成年初目标", "均完成年度目标", "均已完成", "全部达标", "全部完成", "均达标", "全部达到", "均达到"];
    private static readonly string[] Unchanged = ["与预算相比无变化", "与预算持平", "与年初预算持平", "较预算无变化", "与预算相比持平"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks them all.</summary>
    public void Find()
    {
        var missed = claims.Claims.Where(c => c is { Type: ClaimType.Ordering, Holds: false }).Select(c => _frame.Source.ParagraphAt(c.Result.Start)).ToHashSet();
        foreach (var paragraph in missed) Phrase(paragraph, AllMet, "JH2111", "本段有指标没有达到目标值，与“{0}”的说法不符。");
        for (var p = 0; p < _frame.Source.Count; p++) Budget(p);
        foreach (var mention in _frame.Mentions) if (mention.Role == Role.Value && mention.Says(Cues.Left)) Overstaffed(mention);
    }

    private void Phrase(int paragraph, string[] phrases, string code, string message)
    {
        var text = _frame.Source.Paragraph(paragraph);
        foreach (var phrase in phrases)
        {
            var at = text.IndexOf(phrase, StringComparison.Ordinal);
            if (at < 0) continue;
            at += _frame.Source.StartOf(paragraph);
            claims.Raise(code, at, at + phrase.Length, message.Replace("{0}", phrase, StringComparison.Ordinal));
            return;
        }
    }

    /// <summary>'与预算相比无变化' right behind a figure whose budget is another.</summary>
    private void Budget(int paragraph)
    {
        var text = _frame.Source.Paragraph(paragraph);
        foreach (var phrase in Unchanged)
        {
            var at = text.IndexOf(phrase, StringComparison.Ordinal);
            if (at < 0) continue;
            at += _frame.Source.StartOf(paragraph);
            var done = Before(at);
            if (done is null || Counterparts.PlanOf(_frame, done) is not { } plan || plan.Figure.Range.Meets(done.Figure.Range)) continue;
            claims.Raise("JH2111", at, at + phrase.Length, $"预算{plan.Figure.Text}，决算{done.Figure.Text}，与“{phrase}”的说法不符。", "contradiction");
        }
    }

    private Mention? Before(int at)
    {
        for (var i = claims.IndexBefore(at); i >= 0; i--)
        {
            var mention = _frame.Mentions[i];
            if (_frame.Source.Text.AsSpan(mention.Figure.End..at).Contains('。')) return null;
            if (mention.Role == Role.Value && mention.Figure.Unit.IsAdditive) return mention;
        }
        return null;
    }

    /// <summary>'编制134名，在职134人，超编2人'.</summary>
    private void Overstaffed(Mention excess)
    {
        var label = _frame.Label(excess);
        if (!label.EndsWith("超编", StringComparison.Ordinal)) return;
        Mention? staff = null, posts = null;
        foreach (var other in _frame.Back(excess))
        {
            if (other.Role != Role.Value || !other.Figure.Unit.Fits(excess.Figure.Unit)) continue;
            var own = _frame.Label(other);
            if (staff is null && own.Contains("在职", StringComparison.Ordinal)) staff = other;
            else if (posts is null && own.EndsWith("编制", StringComparison.Ordinal)) posts = other;
        }
        if (staff is null || posts is null || staff.Figure.Value - posts.Figure.Value == excess.Figure.Value) return;
        claims.Raise("JH2111", excess.LabelStart, excess.Figure.End, $"编制{posts.Figure.Text}，在职{staff.Figure.Text}，并未“{label}{excess.Figure.Text}”。");
    }
}
