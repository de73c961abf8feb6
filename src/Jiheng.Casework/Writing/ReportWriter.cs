using System.Globalization;
using Jiheng.Casework.Dossiers;
using Jiheng.Casework.Forms;
using Jiheng.Model.Documents;
using Jiheng.Model.Dossiers;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Outlines;

namespace Jiheng.Casework.Writing;

/// <summary>Makes the self-evaluation report (自评报告) of a dossier by its outline.</summary>
internal sealed class ReportWriter
{
    private readonly CaseFile _file;
    private readonly SentencePrinter _printer;
    private readonly List<Block> _blocks = [];
    private bool _showsScore;

    private ReportWriter(CaseFile file) => (_file, _printer) = (file, new SentencePrinter(file));

    /// <summary>Writes the report.</summary>
    public static Document Write(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new ReportWriter(file).Compose();
    }

    private Document Compose()
    {
        var outline = _file.Outline;
        if (outline.Contents) _blocks.AddRange([new TableOfContents(), new PageBreak()]);
        foreach (var block in outline.Opening) Add(block, 0, 0);
        var number = 0;
        foreach (var section in outline.Sections) Add(section, 1, ref number);
        if (outline.Signature) AddSignature();
        return new Document(Text(outline.Title), [.. _blocks])
        {
            Subtitle = outline.Subtitle.Length > 0 ? Text(outline.Subtitle) : null,
            Notice = _showsScore ? _file.TrialNotice : null,
        };
    }

    private void Add(OutlineSection section, int level, ref int number)
    {
        var at = _blocks.Count;
        var sub = 0;
        foreach (var block in section.Blocks) sub = Add(block, level, sub);
        foreach (var child in section.Sections) Add(child, level + 1, ref sub);
        if (_blocks.Count == at)
        {
            if (!section.Required) return;
            _blocks.Add(Paragraph.Of(section.IfEmpty));
        }
        number++;
        _blocks.Insert(at, Heading(level, number, Text(section.Title)));
    }

    /// <summary>Adds a block; returns the number of the last subsection so far.</summary>
    private int Add(OutlineBlock block, int level, int sub)
    {
        switch (block)
        {
            case SentencesBlock sentences:
                AddSentences(sentences);
                break;
            case NarrativeBlock narrative when _file.Dossier.Texts.TryGetValue(narrative.Key, out var text):
                return AddNarrative(text, narrative.Style, level, sub);
            case TableBlock table:
                AddTable(table);
                break;
            case ChartBlock chart:
                AddChart(chart);
                break;
            case ScoresBlock:
                _showsScore = true;
                _blocks.Add(ScoreTable.Indicators(_file) with { Caption = $"{_file.Dossier.Year}年度绩效自评得分情况" });
                break;
        }
        return sub;
    }

    private void AddSentences(SentencesBlock block)
    {
        var printed = block.Sentences.Select(_printer.Print).Where(p => p.Complete).ToList();
        if (printed.Count == 0) return;
        _showsScore |= block.Sentences.Any(s => s.Contains("{score}", StringComparison.Ordinal));
        _blocks.Add(new Paragraph([.. printed.SelectMany(p => p.Runs)]));
    }

    private int AddNarrative(Narrative narrative, NarrativeStyle style, int level, int sub)
    {
        var item = 0;
        foreach (var passage in narrative.Passages)
        {
            var opening = passage.Heading;
            if (style == NarrativeStyle.Sections && opening.Length > 0)
            {
                _blocks.Add(Heading(level + 1, ++sub, opening));
                opening = "";
            }
            foreach (var paragraph in passage.Paragraphs)
            {
                IEnumerable<Run> runs = _printer.Print(paragraph).Runs;
                if (style == NarrativeStyle.Numbered) runs = runs.Prepend(new Run(HeadingNumber.Of(level + 1, ++item)));
                if (opening.Length > 0) runs = runs.Prepend(new Run(opening + "。"));
                opening = "";
                _blocks.Add(new Paragraph([.. runs]));
            }
        }
        return sub;
    }

    private void AddTable(TableBlock block)
    {
        var table = _printer.Print(block, everyRow: false);
        if (table.Rows.Count > 0) _blocks.Add(table);
    }

    private void AddChart(ChartBlock block)
    {
        var unit = MeasureUnit.Parse(block.Unit);
        var series = block.Series.Select(s => new ChartSeries(s.Name, [.. s.Formulas.Select(f => Value(f, unit))])).ToList();
        if (series.Exists(s => s.Values.Any(v => v is not null))) _blocks.Add(new Chart(Text(block.Title), block.Unit, block.Categories, series));
    }

    private decimal? Value(string formula, MeasureUnit unit)
    {
        var read = Formula.Read(formula, _file.Metrics).Formula ?? throw new InvalidOperationException($"Formula was not checked when it was read: {formula}");
        var result = Evaluator.Evaluate(read, _file.Figures);
        return result.IsComputed ? Rounding.HalfUp(result.Value / unit.Factor, 2) : null;
    }

    private void AddSignature()
    {
        _blocks.Add(Paragraph.Of(_file.Dossier.Department) with { Role = ParagraphRole.Signature });
        if (_file.Dossier.ReportDate is { } date)
            _blocks.Add(Paragraph.Of(date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)) with { Role = ParagraphRole.Signature });
    }

    private string Text(string template) => _printer.Print(template).Text;

    private static Heading Heading(int level, int number, string text) => new(level, [new Run(HeadingNumber.Of(level, number) + text)]);
}
