using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims.Statements;

/// <summary>Words that draw a conclusion which the figures of the same paragraph do not bear out.</summary>
internal sealed class Conclusions(ClaimSet claims)
{
    private static readonly string[] AllMet = ["均按计划完成目标", "均按计划完成", "均达到或超过", "均达到年初目标", "均达到目标", "均完成年初目标", "均完成年度目标", "均已完成", "全部达标", "全部完成", "均达标", "全部达到", "均达到", "全部如期完成", "均如期完成", "均已全面完成", "均全面完成", "均已达标", "均已达到", "全面完成年度", "全部按期完成", "均按期完成", "均按时完成", "均圆满完成", "全部实现", "均已实现", "均已按计划完成", "全部按计划完成", "均超额完成", "全部超额完成", "均完成"];

    private static readonly string[] AllSettled = ["均已整改到位", "全部整改到位", "均已整改完毕", "全部整改完成", "已全部整改", "全部办结", "均已办结", "动态清零", "全部清零", "全部销号", "均已销号", "全部解决", "均已解决"];

    /// <summary>Names of what such a phrase speaks of when it stands in another paragraph than the figures.</summary>
    private static readonly string[] Whole = ["各项", "所有", "全部指标", "指标全部", "目标全部", "任务全部", "绩效目标", "各指标"];
    private static readonly string[] Unchanged = ["与预算相比无变化", "与预算持平", "与年初预算持平", "较预算无变化", "与预算相比持平"];

    private static readonly (string Word, int Sign)[] Doubled = [("双下降", -1), ("双降", -1), ("双减少", -1), ("双增长", 1), ("双上升", 1), ("双升", 1), ("双提高", 1), ("双增", 1)];

    private static readonly string[] Qualifying = ["除", "其余", "其他", "未", "没有", "不", "将", "力争", "确保", "预计", "争取", "拟", "届时", "其中"];

    private const int SectionReach = 3;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks them all.</summary>
    public void Find()
    {
        var missed = claims.Claims.Where(c => c is { Type: ClaimType.Ordering, Holds: false }).Select(c => _frame.Source.ParagraphAt(c.Result.Start)).ToHashSet();
        foreach (var mention in _frame.Mentions) if (IsMissed(mention)) missed.Add(mention.Paragraph);
        foreach (var paragraph in missed)
        {
            if (Phrase(paragraph, AllMet, "JH2111", "本段有指标没有达到目标值，与“{0}”的说法不符。")) continue;
            foreach (var other in SameSection(paragraph))
                if (Phrase(other, AllMet, "JH2111", "同一部分有指标没有达到目标值，与“{0}”的说法不符。")) break;
        }
        foreach (var rest in _frame.Mentions) if (IsLeft(rest)) Phrase(rest.Paragraph, AllSettled, "JH2111", "本段还有" + rest.Figure.Text.Replace("{", "", StringComparison.Ordinal) + "没有办完，与“{0}”的说法不符。");
        for (var p = 0; p < _frame.Source.Count; p++) Budget(p);
        foreach (var (word, sign) in Doubled) if (Both(word, sign)) break;
        foreach (var mention in _frame.Mentions) if (mention.Role == Role.Value && mention.Says(Cues.Left)) Overstaffed(mention);
    }

    /// <summary>'新增托位600个，已新增588个，完成率98%': a task that its own rate says is not done.</summary>
    private bool IsMissed(Mention mention) =>
        mention.Role == Role.Rate && mention.Figure.Unit.Kind == UnitKind.Percent && mention.Figure.Value < 100m && mention.Figure.Bound == Bound.None
        && _frame.Label(mention).TrimEnd("为达是：: ") is "完成率" or "任务完成率" or "目标完成率" or "指标完成率" or "完成比例" or "计划完成率"
        && mention.Index > 0 && _frame.Mentions[mention.Index - 1] is { Figure.Unit.Kind: UnitKind.Count or UnitKind.Physical } done && done.Sentence == mention.Sentence;

    /// <summary>'剩余35处限期整改', '剩余5个正在办理': something that is still to be done, by its own words before and behind.</summary>
    private bool IsLeft(Mention mention)
    {
        if (mention.Role != Role.Value || mention.Figure.Unit.Kind != UnitKind.Count || mention.Figure.Value <= 0m) return false;
        var label = Nouns.Bare(_frame.Label(mention));
        var after = _frame.After(mention);
        return (label is "剩余" or "其余" or "尚有" or "还有") && (after.StartsWith("正在", StringComparison.Ordinal) || after.StartsWith("限期", StringComparison.Ordinal) || after.StartsWith("尚未", StringComparison.Ordinal) || after.StartsWith("未", StringComparison.Ordinal));
    }

    /// <summary>The paragraphs near <paramref name="paragraph"/> up to the next heading in which all targets are spoken of.</summary>
    private IEnumerable<int> SameSection(int paragraph)
    {
        for (var step = -1; step <= 1; step += 2)
        {
            for (var p = paragraph + step; p >= 0 && p < _frame.Source.Count && Math.Abs(p - paragraph) <= SectionReach; p += step)
            {
                if (step > 0 && IsHeading(p)) break;
                var text = _frame.Source.Paragraph(p).ToString();
                if (Array.Exists(Whole, w => text.Contains(w, StringComparison.Ordinal))) yield return p;
                if (step < 0 && IsHeading(p)) break;
            }
        }
    }

    /// <summary>'未全部完成', '除甲外均完成', '确保年内全部完成': no claim that all is done.</summary>
    private static bool IsQualified(ReadOnlySpan<char> before)
    {
        var sentence = before[(before.LastIndexOfAny('。', '；', '\n') + 1)..];
        var clause = sentence[(sentence.LastIndexOfAny('，', ',') + 1)..];
        foreach (var word in Qualifying) if (clause.Contains(word, StringComparison.Ordinal)) return true;
        return sentence.Contains('除');
    }

    private bool IsHeading(int paragraph) => _frame.Source.BlockOf(paragraph) is Model.Documents.Heading || _frame.Source.Paragraph(paragraph).TrimStart() is [>= '一' and <= '龥', '、', ..] and { Length: < 30 };

    private bool Phrase(int paragraph, string[] phrases, string code, string message)
    {
        var text = _frame.Source.Paragraph(paragraph);
        foreach (var phrase in phrases)
        {
            var at = text.IndexOf(phrase, StringComparison.Ordinal);
            if (at < 0 || IsQualified(text[..at])) continue;
            at += _frame.Source.StartOf(paragraph);
            if (!claims.Findings.Any(f => f.Code == code && f.At == _frame.Source.Spot(at, at + phrase.Length))) claims.Raise(code, at, at + phrase.Length, message.Replace("{0}", phrase, StringComparison.Ordinal));
            return true;
        }
        return false;
    }

    /// <summary>'与预算相比无变化' right behind a figure whose budget is another.</summary>
    private void Budget(int paragraph)
    {
        var text = _frame.Source.Paragraph(paragraph);
        if (!text.Contains("预算", StringComparison.Ordinal)) return;
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

    /// <summary>'事故起数下降19.05%，死亡人数上升28.57%，实现“双下降”': of the two moves of the sentence one goes the other way.</summary>
    private bool Both(string word, int sign)
    {
        var text = _frame.Source.Text;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var before = text.AsSpan(0, at).TrimEnd("“\"‘");
            if (!(before.EndsWith("实现", StringComparison.Ordinal) || before.EndsWith("实现了", StringComparison.Ordinal) || before.EndsWith("呈", StringComparison.Ordinal) || before.EndsWith("呈现", StringComparison.Ordinal)) || IsQualified(before)) continue;
            // '…，事故起数和死亡人数实现“双下降”' names what it speaks of.
            if (before.LastIndexOfAny("，；。\n") + 4 < before.Length) continue;
            var (last, moves) = (claims.IndexBefore(at), new List<Mention>());
            for (var i = last; i >= 0 && _frame.Mentions[i].Sentence == _frame.Mentions[last].Sentence; i--) if (_frame.Mentions[i] is { Role: Role.Growth, Sign: not 0 }) moves.Add(_frame.Mentions[i]);
            if (moves.Count != 2 || moves[0].Sign == moves[1].Sign || text.AsSpan(_frame.Mentions[last].Figure.End..at).IndexOfAny('。', '；', '\n') >= 0) continue;
            var other = moves.Find(m => m.Sign != sign)!;
            var start = before.Length - (before[^1] == '了' ? 3 : before[^1] == '呈' ? 1 : 2);
            claims.Raise("JH2111", start, at + word.Length, $"本句“{_frame.Label(other)}{other.Figure.Text}”，与“{word}”的说法不符。");
            return true;
        }
        return false;
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
