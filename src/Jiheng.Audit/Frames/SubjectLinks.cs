using Jiheng.Audit.Claims.Products;
using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Frames;

/// <summary>Links each change, rate, share and earlier value with the value that it speaks of.</summary>
internal static class SubjectLinks
{
    private const int Near = 16;
    private const int EndName = 90;
    private const int Lines = 4;

    /// <summary>Fills <paramref name="subjects"/> with the index of each mention's value, -1 for none.</summary>
    public static void Assign(ProseFrame frame, int[] subjects)
    {
        foreach (var mention in frame.Mentions)
        {
            if (mention.Role is Role.Value or Role.Aside or Role.Limit) continue;
            subjects[mention.Index] = Subject(frame, mention, subjects);
        }
    }

    private static int Subject(ProseFrame frame, Mention mention, int[] subjects)
    {
        // '分别增加1.58亿元、0.94亿元，增长9.26%和8.22%': the rates of a row of changes speak of what these spoke of.
        if (mention.RunLength > 1 && mention.Role == Role.Growth && mention.RunStart >= mention.RunLength && frame.Mentions[mention.RunStart - 1] is { Role: Role.Change } twin && twin.RunLength == mention.RunLength && twin.Sentence == mention.Sentence && twin.Figure.Unit.Kind != UnitKind.Point
            && subjects[twin.RunStart + mention.Index - mention.RunStart] is >= 0 and var spoken && frame.Mentions[spoken].Sentence < mention.Sentence) return spoken;
        if (mention.RunLength > 1 && Zip(frame, mention) is >= 0 and var zipped) return zipped;
        // '住院比上年的6.2万人次增长3.1%，达6.39万人次': the present value closes the turn.
        if (mention.Role is Role.Growth or Role.Change && mention.Index > 0 && frame.Mentions[mention.Index - 1] is { Role: Role.Prior } start && start.Clause == mention.Clause && mention.Index + 1 < frame.Mentions.Count && frame.Mentions[mention.Index + 1] is { Role: Role.Value } reached && reached.Clause - mention.Clause == 1 && reached.Sentence == mention.Sentence && reached.Figure.Unit.Fits(start.Figure.Unit) && frame.Label(reached) is ("达" or "达到" or "为" or "至")) return reached.Index;
        var noun = Nouns.Of(frame, mention);
        if (noun.Length < 2 && Inherited(frame, mention, subjects) is >= 0 and var inherited) return inherited;
        Mention? nearest = null, fallback = null;
        for (var i = mention.Index - 1; i >= 0 && i >= mention.Index - ProseFrame.Reach; i--)
        {
            var other = frame.Mentions[i];
            if (other.Sentence != mention.Sentence) break;
            // What stands in a closed bracket is no subject of what follows it, unless nothing else is.
            if (other.Depth > mention.Depth || (other.Bracket != mention.Bracket && other.Depth == mention.Depth && other.Depth > 0)) continue;
            if (!IsSubject(mention, other) || IsBase(frame, other, noun) || IsGap(frame, mention, other)) continue;
            if (Measures(mention, other))
            {
                nearest = other;
                break;
            }
            fallback ??= other;
        }
        if (nearest is null) return fallback?.Index ?? (noun.Length > 1 ? Named(frame, mention, noun) : Before(frame, mention, noun));
        if (mention.Role is Role.Change or Role.Growth && ByMeasure(frame, mention, nearest, noun) is { } measured) return measured.Index;
        if (mention.Role is Role.Share or Role.Change or Role.Growth && noun.Length > 0 && ByName(frame, mention, nearest, noun) is { } named) return named.Index;
        return noun.Length < 2 && Head(frame, mention, nearest) is { } head ? head.Index : nearest.Index;
    }

    /// <summary>'比上年增加5人，增长3%': what has no name of its own speaks of what the one before it spoke of.</summary>
    private static int Inherited(ProseFrame frame, Mention mention, int[] subjects)
    {
        if (mention.Index == 0 || mention.Role != Role.Growth || mention.Figure.Unit.Kind == UnitKind.Point) return -1;
        var before = frame.Mentions[mention.Index - 1];
        if (before.Role != Role.Change || before.Sentence != mention.Sentence || before.Bracket != mention.Bracket || mention.Clause - before.Clause > 1 || before.RunLength != mention.RunLength) return -1;
        return before.Figure.Unit.Kind == UnitKind.Point ? -1 : subjects[before.Index];
    }

    /// <summary>'受理A件，其中甲B件；比上年多C件': behind a semicolon or a full list of parts the sentence's own figure goes on, not its last part.</summary>
    private static Mention? Head(ProseFrame frame, Mention mention, Mention nearest)
    {
        if (mention.Role is not (Role.Change or Role.Growth or Role.Prior) || (nearest.Segment == mention.Segment && !EndsList(frame, mention, nearest)) || mention.Figure.Unit.Kind == UnitKind.Point) return null;
        var parts = false;
        for (var i = nearest.Index; i >= 0 && frame.Mentions[i].Sentence == mention.Sentence && i > nearest.Index - ProseFrame.Reach; i--)
        {
            var other = frame.Mentions[i];
            if (parts && other.Role == Role.Value && other.Depth <= mention.Depth && IsSubject(mention, other) && other.Figure.Unit.Fits(nearest.Figure.Unit) && other.Figure.Value >= nearest.Figure.Value) return other;
            // '报告4424例。其中乙类1046例，丙类3378例；较上月的6120例下降27.71%': the whole heads the sentence before.
            if (other.Says(Cues.Parts) && nearest.Segment != mention.Segment && frame.Source.Text.AsSpan(mention.ClauseStart..mention.Figure.Start).TrimStart() is ['较' or '比' or '同' or '与', ..] && HeadBefore(frame, other, nearest) is { } whole) return whole;
            parts |= (other.Says(Cues.Parts) || (other.Break > Break.Item && other.Index + 1 < frame.Mentions.Count && frame.Mentions[other.Index + 1].Break == Break.Item)) && other.Depth <= mention.Depth;
        }
        return null;
    }

    private static Mention? HeadBefore(ProseFrame frame, Mention first, Mention part)
    {
        if (first.Index > 0 && frame.Mentions[first.Index - 1].Sentence == first.Sentence) return null;
        Mention? head = null;
        for (var i = first.Index - 1; i >= 0 && frame.Mentions[i].Paragraph == first.Paragraph && first.Sentence - frame.Mentions[i].Sentence == 1; i--)
            if (frame.Mentions[i] is { Role: Role.Value, Depth: 0 } value && value.Figure.Unit.Fits(part.Figure.Unit) && value.Figure.Value >= part.Figure.Value) head = value;
        return head;
    }

    /// <summary>'其中甲17.9亿元、乙6.3亿元、丙4.6亿元，比去年…': a comparison of its own clause right behind a list joined by 、.</summary>
    private static bool EndsList(ProseFrame frame, Mention mention, Mention nearest)
    {
        var clause = frame.Source.Text.AsSpan(mention.ClauseStart..mention.Figure.Start);
        if (mention.Clause == nearest.Clause || nearest.Break != Break.Item) return false;
        // '发放贷款4216笔、17.85亿元': a second measure of the same thing is no item of a list.
        if (frame.Label(nearest).Length == 0 && nearest.Index > 0 && !frame.Mentions[nearest.Index - 1].Figure.Unit.Fits(nearest.Figure.Unit)) return false;
        if (mention.Role == Role.Growth && mention.Index > 0 && frame.Mentions[mention.Index - 1] is { Role: Role.Change or Role.Prior } before && before.Sentence == mention.Sentence) return EndsList(frame, before, nearest);
        if (mention.Role == Role.Change && mention.Index > 0 && frame.Mentions[mention.Index - 1] is { Role: Role.Prior } prior && prior.Clause == mention.Clause) clause = frame.Source.Text.AsSpan(prior.ClauseStart..prior.Figure.Start);
        return clause.StartsWith("比") || clause.StartsWith("较") || clause.StartsWith("同比") || clause.StartsWith("与") || clause.StartsWith("环比");
    }

    /// <summary>'…合计A万元，其中…。比上年增加B万元': a sentence that begins with its comparison goes on with the first figure of the one before.</summary>
    private static int Before(ProseFrame frame, Mention mention, ReadOnlySpan<char> noun)
    {
        if (noun.Length > 1 || mention.Role is not (Role.Change or Role.Growth or Role.Share) || mention.Figure.Unit.Kind == UnitKind.Point) return -1;
        Mention? first = null;
        for (var i = mention.Index - 1; i >= 0 && i > mention.Index - ProseFrame.Reach && frame.Mentions[i].Paragraph == mention.Paragraph && mention.Sentence - frame.Mentions[i].Sentence <= 1; i--)
        {
            var other = frame.Mentions[i];
            if (other.Sentence < mention.Sentence && other.Depth == 0 && other.Role == Role.Value && other.Figure.Unit.IsAdditive) first = other;
        }
        return first?.Index ?? -1;
    }

    /// <summary>'基本支出占财政拨款支出4985.30万元的61.32%': the last value of the lines before that bears the name in full.</summary>
    private static int Named(ProseFrame frame, Mention mention, ReadOnlySpan<char> noun)
    {
        if (mention.Role != Role.Share || noun.Length < 3) return -1;
        foreach (var other in frame.BackLines(mention, Lines))
        {
            if (other.Role == Role.Value && other.Figure.Unit.IsAdditive && !IsBase(frame, other, noun) && other.Clause != mention.Clause && Nouns.Naming(frame.Label(other), noun) >= EndName) return other.Index;
        }
        return -1;
    }

    /// <summary>'甲10亿元，乙5亿元，甲占比…': the words of the mention name another value of the sentence than the <paramref name="nearest"/>.</summary>
    private static Mention? ByName(ProseFrame frame, Mention mention, Mention nearest, ReadOnlySpan<char> noun)
    {
        var (found, best) = ((Mention?)null, Math.Max(1, Nouns.Naming(frame.Label(nearest), noun)));
        for (var i = nearest.Index - 1; i >= 0 && i >= nearest.Index - Near && frame.Mentions[i].Paragraph == mention.Paragraph; i--)
        {
            var other = frame.Mentions[i];
            // Of a sentence before, only what bears the name in full.
            if (other.Sentence != mention.Sentence) best = Math.Max(best, EndName);
            if (!IsSubject(mention, other) || other.Depth > mention.Depth || IsBase(frame, other, noun) || !Measures(mention, other)) continue;
            // There a head and no part is gone back to: '预算收入5283万元，其中…股息收入1020万元。…收入比上年增加'.
            if (other.Sentence != mention.Sentence && noun.Length == 2 && other.Index > 0 && frame.Mentions[other.Index - 1].Sentence == other.Sentence) continue;
            if (Nouns.Naming(frame.Label(other), noun) is var naming && naming > best) (found, best) = (other, naming);
        }
        return found;
    }

    /// <summary>'发生17起，死亡9人，…，事故起数下降19.05%', '受理120件、涉案3.2亿元，…，案件件数增长5%': the name ends with the unit of what it speaks of.</summary>
    private static Mention? ByMeasure(ProseFrame frame, Mention mention, Mention nearest, ReadOnlySpan<char> noun)
    {
        if (noun is not [_, .., '数'] || Counted(noun, nearest)) return null;
        for (var i = nearest.Index - 1; i >= 0 && i >= nearest.Index - Near && frame.Mentions[i].Sentence == mention.Sentence; i--)
            if (frame.Mentions[i] is { Role: Role.Value } other && other.Depth <= mention.Depth && Counted(noun, other)) return other;
        return null;

        static bool Counted(ReadOnlySpan<char> noun, Mention value) => value.Figure.Unit.Kind == UnitKind.Count && value.Figure.Text is [_, .., var unit] && noun[^2] == unit;
    }

    /// <summary>'执行50372万元，为调整预算的102.8%，超收1372万元，比上年46985万元增收3387万元': by how much something passed its plan is not what grew.</summary>
    private static bool IsGap(ProseFrame frame, Mention mention, Mention other) => mention.Role is Role.Prior or Role.Change or Role.Growth && frame.Label(other) is "超收" or "短收" or "超支" or "超收额" or "短收额";

    /// <summary>'占全年支出1325.4万元的36.74%', '完成预算36万元的87.39%': a base is no subject of what follows, nor is an average of what is named otherwise.</summary>
    private static bool IsBase(ProseFrame frame, Mention other, ReadOnlySpan<char> noun)
    {
        if (other.Role != Role.Value) return false;
        if (noun.Length >= 2 && PerHeadClaims.NamesAverage(frame.Label(other)) && Nouns.Naming(frame.Label(other), noun) == 0) return true;
        if (other.Index + 1 >= frame.Mentions.Count) return false;
        var next = frame.Mentions[other.Index + 1];
        return next.Figure.Unit.IsRate && next.Break == Break.None && frame.Between(other, next).StartsWith("的");
    }

    /// <summary>The figures of a run belong one by one to as many values before it.</summary>
    private static int Zip(ProseFrame frame, Mention mention)
    {
        var position = mention.Index - mention.RunStart;
        var first = frame.Mentions[mention.RunStart];
        var found = new List<int>();
        for (var i = mention.RunStart - 1; i >= 0 && i >= mention.RunStart - ProseFrame.Reach && found.Count < mention.RunLength; i--)
        {
            var other = frame.Mentions[i];
            if (other.Sentence != first.Sentence) break;
            if (other.Depth != first.Depth && other.Depth > first.Depth) continue;
            if (mention.Figure.Unit.Kind == UnitKind.Point ? IsSubject(mention, other) : other.Role == Role.Value && other.Figure.Unit.Kind != UnitKind.None && (mention.Figure.Unit.IsRate || mention.Figure.Unit.Kind == UnitKind.None || HasUnitIn(frame, mention, other))) found.Add(i);
        }
        if (found.Count < mention.RunLength) return ZipNamed(frame, mention);
        found.Reverse();
        var match = found[position];
        if (mention.Role is Role.Change or Role.Prior && mention.Figure.Unit.Kind != UnitKind.Point && !frame.Mentions[match].Figure.Unit.Fits(mention.Figure.Unit)) return -1;
        return match;
    }

    /// <summary>'当年缴存、提取比上年分别增加1.58亿元、0.94亿元': the names stand before the comparison, their values in the sentences before.</summary>
    private static int ZipNamed(ProseFrame frame, Mention mention)
    {
        if (mention.Role is not (Role.Change or Role.Growth) || mention.Figure.Unit.Kind == UnitKind.Point) return -1;
        var first = frame.Mentions[mention.RunStart];
        var words = frame.Source.Text.AsSpan(first.ClauseStart..first.Figure.Start);
        var before = frame.Before(first);
        // A name may be parted from the next by 、 and stand in the clause all the same.
        words = before[(before.LastIndexOfAny('，', '。', '；') + 1)..];
        var end = words.IndexOfAny('比', '较', '同');
        // '受理、审执结数与2021年的7586件、7214件相比，分别上升11.1%和11.4%'.
        if (end < 3 && mention.RunStart >= mention.RunLength && frame.Mentions[mention.RunStart - 1] is { Role: Role.Prior } prior && prior.RunLength == mention.RunLength && prior.Sentence == mention.Sentence)
        {
            words = frame.Before(frame.Mentions[prior.RunStart]);
            words = words[(words.LastIndexOfAny('，', '。', '；') + 1)..];
            end = words.LastIndexOfAny('与', '比', '较');
        }
        if (end < 3 || !first.Says(Cues.Each)) return -1;
        var names = words[..end].ToString().Split(['、', '和', '与', '及'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length != mention.RunLength) return -1;
        var name = names[mention.Index - mention.RunStart].TrimEnd('数', '额', '量');
        if (name.Length < 2) return -1;
        foreach (var value in frame.BackLines(first, 1))
        {
            if (value.Role != Role.Value || value.Sentence == first.Sentence || value.Depth > 0 || !(mention.Figure.Unit.IsRate ? value.Figure.Unit.IsAdditive : value.Figure.Unit.Fits(mention.Figure.Unit))) continue;
            if (Nouns.Naming(frame.Label(value), name) >= EndName) return value.Index;
        }
        return -1;
    }

    private static bool HasUnitIn(ProseFrame frame, Mention mention, Mention value)
    {
        for (var i = mention.RunStart; i < mention.RunStart + mention.RunLength; i++)
        {
            if (frame.Mentions[i].Figure.Unit.Fits(value.Figure.Unit)) return true;
        }
        return false;
    }

    private static bool IsSubject(Mention mention, Mention other) => mention.Figure.Unit.Kind == UnitKind.Point
        ? other.Figure.Unit.Kind == UnitKind.Percent && other.Role is Role.Rate or Role.Share or Role.Growth or Role.Value
        : mention.Role is Role.Prior && mention.Figure.Unit.IsRate
            ? other.Figure.Unit.Fits(mention.Figure.Unit) && other.Role is Role.Rate or Role.Share or Role.Growth
            : other.Role == Role.Value;

    private static bool Measures(Mention mention, Mention other) =>
        mention.Figure.Unit.IsRate || mention.Figure.Unit.Kind is UnitKind.Point or UnitKind.None || mention.Figure.Unit.Fits(other.Figure.Unit);
}
