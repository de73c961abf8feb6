using System.Globalization;
using System.Text;
using Jiheng.Documents.Packages;
using Jiheng.Documents.Reading;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Xlsx;

/// <summary>
/// Reads a workbook forward only: one table per visible sheet, captioned with its name, every cell with its address and
/// its text as the sheet shows it. Formulas count by the value that was last computed.
/// </summary>
internal sealed class XlsxReader
{
    private readonly PackageReader _package;
    private readonly List<string> _shared = [];
    private readonly List<NumberFormat> _formats = [];
    private bool _from1904;

    private XlsxReader(PackageReader package) => _package = package;

    /// <summary>Reads a workbook.</summary>
    public static Document Read(PackageReader package)
    {
        var reader = new XlsxReader(package);
        var parts = package.RelatedTo(package.MainPart);
        reader.ReadShared(parts.FirstOrDefault(p => p.Type == "sharedStrings").Target);
        reader.ReadFormats(parts.FirstOrDefault(p => p.Type == "styles").Target);
        var blocks = new List<Block>();
        var cells = 0;
        foreach (var (name, id) in reader.Sheets())
        {
            if (parts.FirstOrDefault(p => p.Id == id).Target is not { } part) continue;
            var grid = new SheetGrid(package.File, name, package.Limits);
            reader.ReadSheet(part, name, grid);
            cells += grid.AddTo(blocks, cells);
        }
        return new Document("", blocks);
    }

    private List<(string Name, string Id)> Sheets()
    {
        var sheets = new List<(string, string)>();
        using var xml = _package.Xml(_package.MainPart) ?? throw Faults.Damaged(_package.File);
        foreach (var name in xml.Children())
        {
            if (name == "workbookPr") _from1904 = xml.Attribute("date1904") is "1" or "true";
            if (name != "sheets") continue;
            // Hidden sheets hold lists for drop-downs and leftovers that nobody hands in.
            foreach (var _ in xml.Children())
                if (xml.Attribute("state") is null or "visible") sheets.Add((xml.Attribute("name") ?? "", xml.Attribute("id") ?? ""));
        }
        return sheets;
    }

    private void ReadShared(string? part)
    {
        using var xml = part is null ? null : _package.Xml(part);
        foreach (var name in xml?.Children() ?? default)
            if (name == "si") _shared.Add(ReadRich(xml!));
    }

    /// <summary>A text in one piece or in runs; pronunciation aids are left out.</summary>
    private static string ReadRich(XmlPart xml)
    {
        string? only = null;
        StringBuilder? text = null;
        foreach (var name in xml.Children())
        {
            if (name == "t")
            {
                only = xml.Text();
            }
            else if (name == "r")
            {
                foreach (var inner in xml.Children())
                    if (inner == "t") (text ??= new StringBuilder()).Append(xml.Text());
            }
        }
        return text?.ToString() ?? only ?? "";
    }

    private void ReadFormats(string? part)
    {
        var codes = new Dictionary<int, string>();
        using var xml = part is null ? null : _package.Xml(part);
        foreach (var name in xml?.Children() ?? default)
        {
            if (name == "numFmts")
            {
                foreach (var _ in xml!.Children()) codes[xml.Integer("numFmtId") ?? 0] = xml.Attribute("formatCode") ?? "General";
            }
            else if (name == "cellXfs")
            {
                foreach (var _ in xml!.Children())
                    _formats.Add(new NumberFormat(codes.GetValueOrDefault(xml.Integer("numFmtId") ?? 0), xml.Integer("numFmtId") ?? 0));
            }
        }
    }

    private void ReadSheet(string part, string sheet, SheetGrid grid)
    {
        using var xml = _package.Xml(part);
        var read = 0;
        foreach (var name in xml?.Children() ?? default)
        {
            if (name == "sheetData")
            {
                var row = 0;
                foreach (var _ in xml!.Children())
                {
                    row = xml.Integer("r") is > 0 and var number ? number : row + 1;
                    var column = 0;
                    foreach (var cell in xml.Children())
                    {
                        if (cell != "c") continue;
                        var at = SheetGrid.Parse(xml.Attribute("r")) ?? (row, column + 1);
                        column = at.Column;
                        if (++read > _package.Limits.Cells) throw Faults.TooManyCells(_package.File, sheet, _package.Limits.Cells);
                        var (text, isNumber) = ReadCell(xml);
                        grid.Put(at.Row, at.Column, text, isNumber);
                    }
                }
            }
            else if (name == "mergeCells")
            {
                foreach (var _ in xml!.Children()) ReadMerge(xml.Attribute("ref") ?? "", grid);
            }
        }
    }

    private (string Text, bool IsNumber) ReadCell(XmlPart xml)
    {
        var type = xml.Attribute("t") ?? "n";
        var style = xml.Integer("s") ?? 0;
        var value = "";
        foreach (var name in xml.Children())
        {
            if (name == "v") value = xml.Text();
            else if (name == "is") value = ReadRich(xml);
        }
        switch (type)
        {
            case "s": return (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _shared.Count ? _shared[index] : "", false);
            case "b": return (value == "1" ? "TRUE" : "FALSE", false);
            case "n" when value.Length > 0 && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                var format = style >= 0 && style < _formats.Count ? _formats[style] : new NumberFormat("General", 0);
                return (format.Print(number, _from1904), true);
            default: return (value, false);
        }
    }

    private static void ReadMerge(string range, SheetGrid grid)
    {
        var colon = range.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || SheetGrid.Parse(range.AsSpan(0, colon)) is not { } first || SheetGrid.Parse(range.AsSpan(colon + 1)) is not { } last) return;
        grid.Merge(first.Row, first.Column, last.Row, last.Column);
    }
}
