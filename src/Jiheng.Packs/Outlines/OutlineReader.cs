using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Model.Outlines;
using Jiheng.Model.Schemes;
using Jiheng.Packs.Faults;
using Jiheng.Packs.Yaml;

namespace Jiheng.Packs.Outlines;

/// <summary>Reads a report outline; every template and formula in it is read and checked as well.</summary>
internal sealed class OutlineReader(MetricCatalog catalog, FaultLog log)
{
    private static readonly Dictionary<string, NarrativeStyle> Styles = new()
    {
        ["sections"] = NarrativeStyle.Sections,
        ["numbered"] = NarrativeStyle.Numbered,
        ["running"] = NarrativeStyle.Running,
    };

    public Outline Read(YamlMap document)
    {
        var fields = new Fields(document, log);
        var (from, to) = fields.Years();
        fields.Require("sections");
        fields.Require("subject");
        var outline = new Outline
        {
            Id = fields.Required("outline"),
            Name = fields.Required("name"),
            Subject = fields.Word("subject", Vocabulary.Subjects, SubjectKind.DepartmentOverall),
            FromYear = from,
            ToYear = to,
            Title = fields.Require("title") ? Template(fields, "title") : "",
            Subtitle = Template(fields, "subtitle"),
            Contents = fields.Flag("contents"),
            Signature = fields.Flag("signature"),
            DataForm = fields.Text("data-form"),
            Provenance = Basis(fields),
            Opening = Blocks(fields, "opening"),
            Sections = [.. fields.Sections("sections").Select(Section)],
        };
        fields.Has("tests"); // Read by OutlineTestReader.
        fields.Close();
        return outline;
    }

    private static Provenance Basis(Fields fields)
    {
        if (fields.Section("basis") is not { } basis) return Provenance.Unknown;
        var provenance = basis.Provenance("doc");
        basis.Close();
        return provenance;
    }

    private OutlineSection Section(Fields fields)
    {
        var section = new OutlineSection(
            fields.Require("title") ? Template(fields, "title") : "", fields.Flag("required"), Template(fields, "if-empty"), Blocks(fields, "blocks"),
            [.. fields.Sections("sections").Select(Section)]);
        if (section.IfEmpty.Length > 0 && !section.Required) log.Add(PackFaultCode.OutlineBlock, fields.PlaceOf("if-empty"), "写了 if-empty 的节要同时写 required: true。");
        fields.Close();
        return section;
    }

    private List<OutlineBlock> Blocks(Fields fields, string key)
    {
        if (fields.Take(key) is not YamlList list)
        {
            if (fields.Has(key)) log.Add(PackFaultCode.WrongType, fields.PlaceOf(key), $"“{key}”应为列表。");
            return [];
        }
        return [.. list.Items.Select(Block).OfType<OutlineBlock>()];
    }

    private OutlineBlock? Block(YamlValue value)
    {
        if (value is YamlText { Text: "scores" }) return new ScoresBlock();
        if (value is not YamlMap map)
        {
            log.Add(PackFaultCode.OutlineBlock, value.Place, "块应为 text、narrative、table、chart 或 scores。");
            return null;
        }
        var fields = new Fields(map, log);
        OutlineBlock? block = map.FirstKey switch
        {
            "text" => new SentencesBlock([.. fields.Texts("text").Select(Template)]),
            "narrative" => new NarrativeBlock(fields.Required("narrative"), fields.Word("style", Styles, NarrativeStyle.Sections)),
            "table" => fields.Section("table") is { } table ? Table(table) : null,
            "chart" => fields.Section("chart") is { } chart ? Chart(chart) : null,
            var other => Unknown(map.Place, other, fields),
        };
        fields.Close();
        return block;
    }

    private OutlineBlock? Unknown(Place place, string? word, Fields fields)
    {
        string[] known = ["text", "narrative", "table", "chart", "scores"];
        log.Add(PackFaultCode.OutlineBlock, place, $"没有“{word}”这种块，只有：{string.Join("、", known)}。", Spelling.Nearest(word ?? "", known));
        foreach (var entry in fields.Map.Entries) fields.Has(entry.Key.Text);
        return null;
    }

    private TableBlock Table(Fields fields)
    {
        fields.Require("heads");
        fields.Require("rows");
        var heads = fields.Texts("heads");
        List<IReadOnlyList<string>> rows = [];
        foreach (var row in fields.Take("rows") is YamlList list ? list.Items : [])
        {
            if (row is not YamlList cells || cells.Items.Any(c => c is not YamlText))
            {
                log.Add(PackFaultCode.OutlineBlock, row.Place, "表的每一行应为文字的列表。");
                continue;
            }
            if (cells.Items.Count != heads.Count) log.Add(PackFaultCode.OutlineBlock, row.Place, $"这一行有 {cells.Items.Count} 格，表头有 {heads.Count} 格。");
            rows.Add([.. cells.Items.OfType<YamlText>().Select(Template)]);
        }
        var unit = fields.Text("unit");
        if (unit.Length > 0) fields.Unit("unit");
        var table = new TableBlock(Template(fields, "caption"), unit, [.. heads.Select(h => h.Text)], rows);
        fields.Close();
        return table;
    }

    private ChartBlock Chart(Fields fields)
    {
        foreach (var key in (ReadOnlySpan<string>)["unit", "categories", "series"]) fields.Require(key);
        var unit = fields.Unit("unit");
        var categories = fields.Texts("categories");
        List<ChartBlockSeries> series = [];
        foreach (var one in fields.Sections("series"))
        {
            var values = one.Texts("values");
            if (values.Count != categories.Count) log.Add(PackFaultCode.OutlineBlock, one.Place, $"这一组有 {values.Count} 个值，横轴有 {categories.Count} 项。");
            foreach (var value in values) CheckChartValue(value, unit);
            series.Add(new ChartBlockSeries(one.Required("name"), [.. values.Select(v => v.Text)]));
            one.Close();
        }
        var chart = new ChartBlock(fields.Text("title"), fields.Text("unit"), [.. categories.Select(c => c.Text)], series);
        fields.Close();
        return chart;
    }

    private void CheckChartValue(YamlText value, MeasureUnit? unit)
    {
        var (formula, faults) = Formula.Read(value.Text, catalog);
        foreach (var fault in faults) log.Add(fault, value);
        if (formula is not null && unit is not null && formula.Dimension != unit.Dimension)
            log.Add(PackFaultCode.UnitMismatch, value.Place, $"图的单位是“{unit}”，这个值算出的是“{formula.Dimension}”。");
    }

    private string Template(Fields fields, string key) => fields.Scalar(key) is { } text ? Template(text) : "";

    private string Template(YamlText text)
    {
        foreach (var fault in Model.Outlines.Template.Read(text.Text, catalog).Faults) log.Add(fault, text);
        return text.Text;
    }
}
