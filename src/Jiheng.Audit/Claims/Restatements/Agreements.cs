using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Restatements;

/// <summary>Two figures of which the text itself says that they agree: '账面A，对账单B，两者一致', '支出A，与上年B持平'.</summary>
internal sealed class Agreements(ClaimSet claims)
{
    private static readonly string[] Both = ["两数一致", "两者一致", "二者一致", "两者相符", "两数相符", "金额一致", "金额相符", "账实相符", "账账相符", "账表相符", "账证相符", "两者相等", "二者相符", "数据一致", "完全一致", "两者数据一致", "核对一致", "核对相符", "无差异", "收支平衡"];
    private static readonly string[] Alike = ["持平", "一致", "相同", "相符", "相等", "核对一致", "核对相符", "核对无误", "数据一致", "完全一致"];

    private static readonly System.Buffers.SearchValues<char> Stops = System.Buffers.SearchValues.Create("，。；,;");

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every such phrase.</summary>
    public void Find()
    {
        for (var i = 1; i < _frame.Mentions.Count; i++)
        {
            var mention = _frame.Mentions[i];
            if (mention.Figure.Bound != Bound.None || mention.Depth > 0) continue;
            var after = _frame.After(mention);
            if (SaysAlike(mention, after)) Keep(Subject(mention), mention);
            else if (after.Length > 4 && after[0] is '，' or ',' && (Phrase(after[1..]) || Compares(mention, after[1..]))) Keep(Subject(mention), mention);
            else if (after.Length > 4 && after[0] is '，' or ',' && after[1] is '与' or '同' or '和' && Named(mention, after[2..]) is { } named) Keep(named, mention);
        }
    }

    /// <summary>'与上年9.80万元持平': the comparison closes right behind the figure.</summary>
    private bool SaysAlike(Mention mention, ReadOnlySpan<char> after)
    {
        var label = _frame.Label(mention);
        if (label.Length == 0 || !(label[0] is '与' or '同' or '和' or '较' or '比')) return false;
        foreach (var word in Alike) if (after.StartsWith(word, StringComparison.Ordinal) || after.StartsWith("相" + word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>'预算数A，决算数B，决算数与预算数一致': a clause that names both and says that they are alike.</summary>
    private bool Compares(Mention mention, ReadOnlySpan<char> rest)
    {
        var stop = rest.IndexOfAny(Stops);
        var clause = stop < 0 ? rest : rest[..stop];
        var with = clause.IndexOfAny('与', '同', '和');
        if (clause.Length is < 5 or > 16 || with < 0 || clause.Contains("基本", StringComparison.Ordinal) || clause.Contains('不') || Subject(mention) is not { } first) return false;
        foreach (var word in Alike)
        {
            if (!clause.EndsWith(word, StringComparison.Ordinal)) continue;
            var named = clause[(with + 1)..^word.Length];
            return Labels.Shares(_frame.Label(first), named) && (with < 2 || Labels.Shares(_frame.Label(mention), clause[..with]));
        }
        return false;
    }

    /// <summary>'用水总量4.86亿立方米，与供水总量一致': the other figure bears the name, lines before.</summary>
    private Mention? Named(Mention mention, ReadOnlySpan<char> rest)
    {
        var stop = rest.IndexOfAny(Stops);
        var clause = stop < 0 ? rest : rest[..stop];
        foreach (var word in Alike)
        {
            if (!clause.EndsWith(word, StringComparison.Ordinal) || clause.Length - word.Length is < 2 or > 12) continue;
            var name = clause[..^word.Length].TrimEnd("保持相数").ToString();
            if (name.EndsWith("决算", StringComparison.Ordinal) && name.Length > 4) name = name[..^2];
            if (name.Length < 2 || clause.Contains("基本", StringComparison.Ordinal)) return null;
            var found = _frame.BackLines(mention, 1).Where(m => m.Role == Role.Value && m.Figure.Bound == Bound.None && m.Figure.Unit.Fits(mention.Figure.Unit) && Nouns.Bare(_frame.Label(m)).EndsWith(name, StringComparison.Ordinal)).ToList();
            return found.Count > 0 && found.TrueForAll(f => f.Figure.Value == found[0].Figure.Value) && (found[0].Figure.Range.Meets(mention.Figure.Range) || Slips.IsSwap(found[0].Figure, mention.Figure)) ? found[0] : null;
        }
        return null;
    }

    private static bool Phrase(ReadOnlySpan<char> clause)
    {
        foreach (var phrase in Both)
        {
            if (clause.StartsWith(phrase, StringComparison.Ordinal) && (clause.Length == phrase.Length || !char.IsLetter(clause[phrase.Length]))) return true;
        }
        return false;
    }

    /// <summary>The other figure: the value right before in the same sentence, when no third one could be meant.</summary>
    private Mention? Subject(Mention mention)
    {
        Mention? found = null;
        // '合计12972人；与系统导出的12927人核对一致': the semicolon parts what the words join.
        if (mention.Index > 0 && _frame.Mentions[mention.Index - 1] is { Role: Role.Value, Depth: 0 } last && last.Sentence == mention.Sentence && last.Segment == mention.Segment - 1 && last.Figure.Unit.Fits(mention.Figure.Unit) && _frame.Label(mention).StartsWith("与", StringComparison.Ordinal)) return last;
        foreach (var other in _frame.Back(mention))
        {
            if (other.Segment != mention.Segment) break;
            if (!other.Figure.Unit.Fits(mention.Figure.Unit) || other.Depth > 0) continue;
            if (found is not null) return null;
            if (other.Role is not (Role.Value or Role.Rate or Role.Share)) return null;
            found = other;
        }
        return found;
    }

    private void Keep(Mention? first, Mention second)
    {
        if (first is null || first.Figure.Bound != Bound.None) return;
        var outcome = Outcome.Additive(first.Figure, second.Figure.Value, second.Figure.Range);
        claims.Add(ClaimType.Equality, first, [second], outcome, Grade.Explicit, () => $"{first.Figure.Text}与{second.Figure.Text}文中称一致");
    }
}
