using Jiheng.Audit.Figures;
using Jiheng.Audit.Form;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims.Counts;

/// <summary>A stated number against the list of names that it announces ('内设8个科室：…') or closes ('…、…、…三部分组成').</summary>
internal sealed class CountClaims(ClaimSet claims)
{
    private const int MostNames = 200;

    private static readonly System.Buffers.SearchValues<char> Stops = System.Buffers.SearchValues.Create("，。；,;");

    private static readonly string[] Openers = WithAscii(
        ["，分别是：", "，分别是", "，分别为：", "，分别为", "。分别是", "。分别为", "，包括：", "，包括", "，即：", "，即", "，具体为：", "，具体为", "，具体是", "，有", "，为", "为", "，依次为", "的为", "分别是", "分别为", "包括：", "包括", "：", "为：", "（", "依次为：", "依次为", "依次是", "，依次是", "的为：", "的是", "的是：", "的依次为", "的依次为：", "的依次是", "的依次是：", "的分别为", "的分别为：", "的分别是", "的分别是：", "——", "—", "，具体包括：", "，具体包括", "具体包括", "，主要包括：", "，主要包括", "主要包括", "，主要有：", "，主要有", "主要有", "，主要是", "是：", "即：", "，它们是", "，其中包括"]);

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every number that stands with a list of names.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            var figure = mention.Figure;
            if (figure.Unit.Kind != UnitKind.Count || figure.Places > 0 || figure.Scale != 1m || figure.Value is < 2m or > MostNames || figure.Bound != Bound.None) continue;
            if (!Announced(mention) && !Attached(mention)) Closed(mention);
        }
    }

    /// <summary>'8个职能科室，包括：办公室、财务科…': a few words, an opener, then names up to the stop or the closing bracket.</summary>
    private bool Announced(Mention mention)
    {
        var after = _frame.After(mention);
        var noun = 0;
        while (noun < after.Length && noun < 14 && (char.IsLetter(after[noun]) || after[noun] is '“' or '”') && !StartsWithOpener(after[noun..], out _)) noun++;
        if (noun >= after.Length || !StartsWithOpener(after[noun..], out var opener)) return false;
        var start = mention.Figure.End + noun + opener.Length;
        var list = NameList.Read(_frame.Source.Text.AsSpan(0, opener[0] == '—' ? DashEnd(start, mention) : _frame.Source.EndOf(mention.Paragraph)), start, opener[^1] is '（' or '(');
        // '有2个，分别是东城街道和北苑街道'.
        if (list.Names.Count == 1 && mention.Figure.Value == 2m && !list.HasFigures && _frame.Source.Text.AsSpan(list.Names[0].Start..list.Names[0].End).IndexOfAny('和', '与', '及') is > 1 && opener.Contains("分别", StringComparison.Ordinal))
        {
            Add(mention, list, Agreement.Exact, 2m);
            return true;
        }
        if (list.Names.Count < 2 || list.HasFigures) return false;
        // '主要有' names some of them.
        if (opener.Contains("主要", StringComparison.Ordinal) || opener.Contains("其中", StringComparison.Ordinal)) return list.Distinct == mention.Figure.Value && Keep(mention, list, explicitly: false);
        return Keep(mention, list, explicitly: opener.Length > 1 || opener[0] is '：' or '（' or '(' or ':' or '为' && list.Names.Count >= 3);
    }

    /// <summary>'前三大贸易伙伴东盟、欧盟、美国分别进出口…': the names follow their noun at once and end at the word that goes on; such a list can only confirm.</summary>
    private bool Attached(Mention mention)
    {
        if (mention.Figure.Value is < 3m or > 12m) return false;
        var after = _frame.After(mention);
        var end = after.IndexOf("分别", StringComparison.Ordinal);
        if (end < 6 || end > 60 || after[..end].IndexOfAny(Stops) >= 0 || after[..end].Count('、') != mention.Figure.Value - 1m) return false;
        var list = NameList.Read(_frame.Source.Text.AsSpan(0, mention.Figure.End + end), mention.Figure.End, inBracket: false);
        if (list.HasFigures || list.Distinct != mention.Figure.Value) return false;
        Add(mention, list, Agreement.Exact, mention.Figure.Value);
        return true;
    }

    /// <summary>Where a list behind a dash ends: at the dash that closes it, or where the sentence takes up its verb again ('…、石门关共接待38.26万人次').</summary>
    private int DashEnd(int start, Mention mention)
    {
        var text = _frame.Source.Text.AsSpan(start.._frame.Source.EndOf(mention.Paragraph));
        var stop = text.IndexOfAny(Stops);
        if (stop >= 0) text = text[..stop];
        foreach (var word in (ReadOnlySpan<string>)["—", "共", "合计", "累计", "均", "全部", "分别"])
        {
            var at = text.LastIndexOf(word, StringComparison.Ordinal);
            if (at > text.LastIndexOf('、')) text = text[..at];
        }
        return start + text.TrimEnd('—').Length;
    }

    /// <summary>The same words with the marks of an English keyboard.</summary>
    private static string[] WithAscii(string[] openers) =>
        [.. openers, .. openers.Select(o => o.Replace('，', ',').Replace('：', ':').Replace('（', '(')).Where(o => !openers.Contains(o, StringComparer.Ordinal))];

    private static bool StartsWithOpener(ReadOnlySpan<char> text, out string opener)
    {
        opener = "";
        if (text[0] is not ('，' or ',' or '。' or '：' or ':' or '（' or '(' or '的' or '分' or '包' or '为' or '依' or '具' or '主' or '是' or '即' or '—')) return false;
        foreach (var candidate in Openers)
        {
            if (candidate.Length > opener.Length && text.StartsWith(candidate, StringComparison.Ordinal)) opener = candidate;
        }
        return opener.Length > 0;
    }

    private bool Keep(Mention mention, NameList list, bool explicitly)
    {
        var stated = mention.Figure.Value;
        var distinct = list.Distinct;
        var how = (stated == distinct && list.Least == distinct) || (list.Names.Count == distinct && stated > distinct && stated <= list.Most && stated >= list.Least) ? Agreement.Exact
            : list.IsOpen && stated > distinct ? Agreement.PartialList : Agreement.Violated;
        if (how == Agreement.Violated && (!explicitly || Math.Abs(stated - distinct) > Math.Max(2m, stated / 4m))) return true;
        // '居前三位的病种为…' picks the first of more, mostly with their figures behind: only a wrong number is worth a word.
        if (how != Agreement.Violated && mention.Figure.Start > 0 && _frame.Source.Text[mention.Figure.Start - 1] == '前' && _frame.After(mention) is ['的', not ('为' or '是' or '依' or '分'), ..] && _frame.Source.Text.AsSpan(list.End..Math.Min(_frame.Source.EndOf(mention.Paragraph), list.End + 40)) is var rest && (rest.StartsWith("，分别", StringComparison.Ordinal) || rest.Contains("分别为", StringComparison.Ordinal) || list.HasFigures)) return true;
        Add(mention, list, how, list.Least > distinct ? list.Least : distinct);
        return true;
    }

    /// <summary>'守住安全、禁毒、信访三条底线': names joined by 、 that end right at the number. Such a list can only confirm.</summary>
    private void Closed(Mention mention)
    {
        if (Amounts(mention)) return;
        var text = _frame.Source.Text;
        var start = Math.Max(mention.ClauseStart, mention.Index > 0 ? _frame.Mentions[mention.Index - 1].Figure.End : 0);
        if (start >= mention.Figure.Start || mention.Figure.Unit.Name is "人" or "次" or "人次" or "件" or "例" or "户" or "起" or "份") return;
        var clause = text.AsSpan(start..mention.Figure.Start);
        if (clause.Count('、') == 0) return;
        var end = mention.Figure.Start;
        if (text[end - 1] is '和' or '及' or '与' or '、' or '或') return;
        while (end > start && text[end - 1] is '等' or '共' or '为' or '这') end--;
        var list = NameList.Read(text.AsSpan(0, end), start, inBracket: false);
        if (Repeats(mention, list, text[mention.Figure.Start - 1] == '等')) return;
        if (list.HasFigures || list.End < end) return;
        // '办公室、业务科、财务科共4个科室': 共 closes the list, unless it began before the clause.
        if (text[mention.Figure.Start - 1] == '共' && list.Names.Count >= 3 && list.Names.Count == list.Distinct && !ListGoesBack(mention) && (mention.Figure.Value < list.Least || mention.Figure.Value > list.Most) && Math.Abs(mention.Figure.Value - list.Least) <= Math.Max(1m, mention.Figure.Value / 4m))
        {
            Add(mention, list, Agreement.Violated, list.Least);
            return;
        }
        if (IsSubjects(mention, list, end) && (mention.Figure.Value < list.Least || mention.Figure.Value > list.Most) && Math.Abs(mention.Figure.Value - list.Least) <= 1m)
        {
            Add(mention, list, Agreement.Violated, list.Least);
            return;
        }
        if ((list.Distinct != mention.Figure.Value && list.Most != mention.Figure.Value)) return;
        Add(mention, list, Agreement.Exact, mention.Figure.Value);
    }

    /// <summary>'设语文、数学、英语、物理四个学科': short names of one kind right before the number in words and the noun that they share; nothing but its own slip can make such a number differ.</summary>
    private bool IsSubjects(Mention mention, NameList list, int end)
    {
        if (!mention.Figure.InWords || end != mention.Figure.Start || list.Names.Count < 4 || list.Names.Count != list.Distinct || list.Least != list.Distinct || _frame.Source.Text[mention.ClauseStart] is not ('设' or '开' or '分' or '含' or '有' or '涉' or '包' or '由') && ListGoesBack(mention)) return false;
        var after = _frame.After(mention);
        return after.Length > 1 && !FigureLexer.IsDigit(after[0]) && list.Names.Skip(1).All(n => n.End - n.Start <= 6);
    }

    /// <summary>'由投入18分、过程28.5分、产出29.6分、效果17.5分四部分组成': named figures joined by 、 right before the number of them.</summary>
    private bool Amounts(Mention mention)
    {
        var last = mention.Index - 1;
        if (last < 2 || !mention.Figure.InWords || _frame.Mentions[last].Figure.End != mention.Figure.Start) return false;
        var after = _frame.After(mention);
        if (!FormText.HasAny(after[..Math.Min(8, after.Length)], "组成", "构成", "合计", "加总", "之和")) return false;
        var first = last;
        while (first > 0 && _frame.Mentions[first].Break == Break.Item && _frame.Mentions[first - 1].Figure.Unit.Fits(_frame.Mentions[last].Figure.Unit)) first--;
        if (last - first < 2) return false;
        var parts = _frame.Mentions.GetRange(first, last - first + 1);
        var how = parts.Count == mention.Figure.Value ? Agreement.Exact : Agreement.Violated;
        claims.Add(new Claim
        {
            Type = ClaimType.Count,
            Result = mention.Figure,
            Operands = [.. parts.Select(p => Operand.Of(_frame.Source.Spot(p.Words.Start.Value, p.Figure.End), _frame.Source.Text[p.Words.Start..p.Figure.End]))],
            How = how,
            Grade = Grade.Explicit,
            Recomputed = parts.Count,
            Explain = () => $"文中写{mention.Figure.Text}，列举{Wording.Number(parts.Count, 0)}项",
        });
        return true;
    }

    private bool ListGoesBack(Mention mention)
    {
        var before = _frame.Before(mention);
        var clause = before[..Math.Max(0, mention.ClauseStart - _frame.Source.StartOf(mention.Paragraph))].TrimEnd("，, ");
        return clause[(clause.LastIndexOfAny('。', '；', '，') + 1)..].Contains('、');
    }

    /// <summary>'甲镇、乙乡、丙镇和乙乡等2个…镇、2个…乡': the numbers behind the list add up to its names only when one is counted twice.</summary>
    private bool Repeats(Mention mention, NameList list, bool closes)
    {
        var text = _frame.Source.Text;
        var names = list.Separate(text);
        var distinct = names.Distinct(StringComparer.Ordinal).Count();
        if (!closes || list.HasFigures || names.Count < 4 || distinct == names.Count) return false;
        var stated = mention.Figure.Value;
        if (mention.Index + 1 < _frame.Mentions.Count && _frame.Mentions[mention.Index + 1] is var next && next.Break == Break.Item && next.Clause == mention.Clause && next.Figure.Unit.Fits(mention.Figure.Unit)) stated += next.Figure.Value;
        if (stated != names.Count && stated != mention.Figure.Value) stated = mention.Figure.Value;
        Add(mention, list, stated == distinct ? Agreement.Exact : Agreement.Violated, distinct);
        return true;
    }

    private void Add(Mention mention, NameList list, Agreement how, decimal recomputed)
    {
        var names = list.Names.Select(n => Operand.Of(_frame.Source.Spot(n.Start, n.End), _frame.Source.Text[n.Start..n.End])).ToList();
        var repeated = list.Repeated(_frame.Source.Text);
        claims.Add(new Claim
        {
            Type = ClaimType.Count,
            Result = mention.Figure,
            Operands = names,
            How = how,
            Grade = Grade.Explicit,
            Recomputed = recomputed,
            Explain = () => $"文中写{mention.Figure.Text}，列举{Wording.Number(recomputed, 0)}项" + (repeated.Length > 0 ? $"（“{repeated}”重复列出）" : ""),
            Reading = repeated.Length > 0 ? "同一名称列两次的只算一个" : "",
        });
    }
}
