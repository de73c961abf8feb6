using Jiheng.Audit.Claims;
using Jiheng.Audit.Claims.Restatements;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Tables;

/// <summary>
/// A value that the text states and a table prints as well: '公务接待费决算数为9.80万元' and the row 公务接待费 with 8.90.
/// A name alone is not enough, for a table may speak of a part of what the text speaks of: nothing else may bear the name,
/// one column only may be meant, and the words or other rows must show that both speak of the same.
/// </summary>
internal sealed class TextAgainstTables(ProseFrame frame, List<NamedTable> tables, List<Claim> claims)
{
    private const int LeastDigits = 3;
    private const int LeastBeside = 2;
    private const int MostCells = 64;

    private readonly Dictionary<(string Name, string Unit), List<NamedCell>> _cells = [];
    private readonly Dictionary<(string Name, string Unit), List<Said>> _texts = [];

    /// <summary>Holds every named figure of the text against the tables.</summary>
    public void Find()
    {
        foreach (var table in tables)
        {
            foreach (var cell in table.Cells)
            {
                Add(_cells, (cell.Row, cell.Figure.Unit.Name), cell);
                if (cell.Sense.Core.Length > 0) Add(_cells, (cell.Row + cell.Sense.Core, cell.Figure.Unit.Name), cell);
            }
        }
        if (_cells.Count == 0) return;
        foreach (var mention in frame.Mentions)
        {
            if (mention.Role != Role.Value || !mention.Figure.Unit.IsAdditive || mention.Figure.Value <= 0m) continue;
            var (name, side) = CellNames.OfText(frame.Label(mention));
            if (name.Length == 0 || side == Side.Both || !_cells.ContainsKey((name, mention.Figure.Unit.Name))) continue;
            var head = Head.Of(frame, mention);
            Add(_texts, (name, mention.Figure.Unit.Name), new Said(mention, side, head is null ? -1 : head.Value.Year > 0 ? head.Value.Year : mention.Year));
        }
        if (_texts.Count == 0) return;
        var (anchors, year) = (new Anchors(claims), MainYear());
        var agreeing = new Dictionary<(int Sentence, NamedTable Table), HashSet<string>>();
        var apart = new List<(Said Said, NamedCell Cell, string Name)>();
        foreach (var ((name, unit), said) in _texts)
        {
            var cells = _cells[(name, unit)];
            // A name that stands everywhere names nothing in particular.
            if (cells.Count > MostCells || said.Count > MostCells) continue;
            foreach (var one in said)
            {
                if (cells.Find(c => NamedCell.Agree(c.Figure, one.Mention.Figure)) is { } same) Agree(agreeing, one, same, name);
                else if (IsPlain(one) && IsOnly(one, said) && Meant(one, name, cells, year) is { } cell && !NamedCell.AreShifted(cell.Figure, one.Mention.Figure)) apart.Add((one, cell, name));
            }
        }
        foreach (var (one, cell, name) in apart) if (SpeakOfTheSame(one, cell, agreeing)) Keep(one, cell, name, anchors);
    }

    private static void Add<T>(Dictionary<(string, string), List<T>> index, (string, string) key, T value)
    {
        if (!index.TryGetValue(key, out var values)) index[key] = values = [];
        values.Add(value);
    }

    private void Agree(Dictionary<(int, NamedTable), HashSet<string>> agreeing, Said said, NamedCell cell, string name)
    {
        if (Slips.DigitsOf(said.Mention.Figure).Length < LeastDigits) return;
        foreach (var sentence in (ReadOnlySpan<int>)[said.Mention.Sentence, -1])
        {
            if (!agreeing.TryGetValue((sentence, cell.Table), out var names)) agreeing[(sentence, cell.Table)] = names = [];
            names.Add(name);
        }
        claims.Add(Claimed(said, cell, name, Outcome.Additive(said.Mention.Figure, cell.Figure.Value, cell.Figure.RangeOrCut), Grade.Inferred));
    }

    private static bool IsPlain(Said said) => said.Year >= 0 && said.Mention.Figure is { Bound: Bound.None, InWords: false, LacksUnit: false } && said.Mention.Times == 1;

    /// <summary>Whether the text gives the name this one value.</summary>
    private static bool IsOnly(Said said, List<Said> all) =>
        all.TrueForAll(o => (o.Side == Side.Planned) != (said.Side == Side.Planned) || NamedCell.Agree(o.Mention.Figure, said.Mention.Figure));

    /// <summary>The one cell that the words can mean; <c>null</c> when several can, or tables differ.</summary>
    private static NamedCell? Meant(Said said, string name, List<NamedCell> cells, int mainYear)
    {
        NamedCell? found = null;
        foreach (var table in cells.GroupBy(c => c.Table))
        {
            var open = table.Where(c => c.Sense.Side != Side.Other).ToList();
            if (open.Exists(c => c.Sense.Year > 0)) open = open.FindAll(c => c.Sense.Year == said.Year);
            var exact = open.FindAll(c => c.Sense.Core.Length > 0 && c.Row != name);
            if (exact.Count > 0) open = exact;
            else if (open.Exists(c => c.Sense.Core.Length > 0)) return null;
            else if (said.Side != Side.Unsaid) open = open.FindAll(c => c.Sense.Side == said.Side || (open.Count == 1 && said.Side == Side.Done && c.Sense.Side == Side.Unsaid));
            if (open.Count != 1 || (exact.Count == 0 && (open[0].Sense.Side == Side.Planned) != (said.Side == Side.Planned))) return null;
            var cell = open[0];
            if (cell.Year > 0 ? said.Year > 0 && said.Year != cell.Year : said.Year > 0 && said.Year != mainYear) return null;
            if (found is not null && !NamedCell.Agree(found.Figure, cell.Figure)) return null;
            found ??= cell;
        }
        return found;
    }

    /// <summary>
    /// A label that opens its sentence speaks of the whole bureau when it says 决算 as the column does, or when another row of
    /// the table agrees with the text; behind other words only when two figures of the very sentence agree with the table.
    /// </summary>
    private bool SpeakOfTheSame(Said said, NamedCell cell, Dictionary<(int, NamedTable), HashSet<string>> agreeing)
    {
        var beside = agreeing.TryGetValue((said.Mention.Sentence, cell.Table), out var near) ? near.Count : 0;
        if (beside >= LeastBeside) return true;
        if (!OpensSentence(said.Mention) || said.Mention.Depth > 0) return false;
        return agreeing.ContainsKey((-1, cell.Table)) || Slips.IsSwap(said.Mention.Figure, cell.Figure) || (said.Side != Side.Unsaid && said.Side == cell.Sense.Side && said.Year > 0 && !IsNarrow(cell.Table.Caption));
    }

    private static bool IsNarrow(string caption) =>
        Array.Exists(["明细", "基本支出", "项目", "财政拨款", "一般公共", "政府性", "本级", "所属", "下属", "各", "分", "其中", "部分", "县", "院", "中心", "所", "站"], w => caption.Contains(w, StringComparison.Ordinal));

    private bool OpensSentence(Mention mention)
    {
        var before = frame.Source.Text.AsSpan(frame.Source.StartOf(mention.Paragraph)..mention.LabelStart);
        var sentence = before[(before.LastIndexOfAny('。', '；', '！') + 1)..].Trim();
        return sentence.Length == 0 || (sentence.Length <= 12 && sentence[^1] == '，' && (sentence[^2] is '年' or '度' or '末' or '底' || sentence.EndsWith("31日，", StringComparison.Ordinal)));
    }

    /// <summary>The year that the text names most, 0 for none.</summary>
    private int MainYear()
    {
        var counts = new SortedDictionary<int, int>();
        var text = frame.Source.Text.AsSpan();
        for (var i = 0; i + 4 < text.Length; i++)
            if (text[i + 4] == '年' && CellNames.YearOf(text.Slice(i, 4)) is > 0 and var year) counts[year] = counts.GetValueOrDefault(year) + 1;
        var (main, most) = (0, 0);
        foreach (var (year, count) in counts) if (count >= most) (main, most) = (year, count);
        return main;
    }

    private void Keep(Said said, NamedCell cell, string name, Anchors anchors)
    {
        var claim = Claimed(said, cell, name, new Outcome(Agreement.Violated, cell.Figure.Value, cell.Figure.Range), Grade.Structural);
        // Where both are borne out by figures of their own, their bases differ.
        if (!anchors.HoldAll(claim)) claims.Add(claim);
    }

    private static Claim Claimed(Said said, NamedCell cell, string name, Outcome outcome, Grade grade)
    {
        var (figure, scale) = (said.Mention.Figure, said.Mention.Figure.Scale);
        return new Claim
        {
            Type = ClaimType.Equality,
            Result = figure,
            Operands = [Operand.Of(cell.Figure)],
            How = outcome.How,
            Grade = grade,
            Recomputed = outcome.Value / scale,
            Allowed = outcome.Allowed is { } a ? new Interval(a.Low / scale, a.High / scale) : null,
            Explain = () => $"文中{name}{figure.Text}，{(cell.Table.Caption.Length > 0 ? $"表“{cell.Table.Caption}”" : "表中")}“{cell.Head}”{cell.Figure.Text}",
            Reading = "按表中同名的一行读取",
        };
    }

    /// <param name="Mention">A figure of the text.</param>
    /// <param name="Side">Whether its words say that it was planned or done.</param>
    /// <param name="Year">The year that it speaks of, 0 when unsaid; -1 for a value of another time, which is compared with none.</param>
    private sealed record Said(Mention Mention, Side Side, int Year);
}
