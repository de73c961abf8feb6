using Jiheng.Documents.Packages;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Xlsx;

/// <summary>The cell formats in use, numbered as they are first met.</summary>
internal sealed class StyleSheet
{
    private const int FirstOwnFormat = 164; // lower numbers are Excel's built-in formats
    private readonly Dictionary<(CellKind, CellAlign, string), int> _numbers = [];
    private readonly List<string> _formats = [];

    /// <summary>Number of the format of <paramref name="cell"/>; 0 is the plain one.</summary>
    public int NumberOf(SheetCell cell)
    {
        var align = cell.Align ?? (cell.Kind is CellKind.Head or CellKind.Title ? CellAlign.Centre : cell.Number is null ? CellAlign.Left : CellAlign.Right);
        var key = (cell.Kind, align, cell.Format);
        if (_numbers.TryGetValue(key, out var number)) return number;
        if (cell.Format.Length > 0 && !_formats.Contains(cell.Format)) _formats.Add(cell.Format);
        return _numbers[key] = _numbers.Count + 1;
    }

    /// <summary>Writes the part <c>xl/styles.xml</c>.</summary>
    public void Write(Utf8Xml xml)
    {
        xml.Raw("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
        if (_formats.Count > 0)
        {
            xml.Raw("<numFmts count=\""u8).Number(_formats.Count).Raw("\">"u8);
            for (var i = 0; i < _formats.Count; i++)
                xml.Raw("<numFmt numFmtId=\""u8).Number(FirstOwnFormat + i).Raw("\" formatCode=\""u8).Text(_formats[i]).Raw("\"/>"u8);
            xml.Raw("</numFmts>"u8);
        }
        // Fonts: 0 body, 1 bold, 2 title, 3 small print, 4 notice. Fills: the first two are prescribed, 2 is the head's.
        xml.Raw("""
            <fonts count="5"><font><sz val="11"/><name val="宋体"/><family val="1"/><charset val="134"/></font><font><b/><sz val="11"/><name val="宋体"/><family val="1"/><charset val="134"/></font><font><b/><sz val="16"/><name val="宋体"/><family val="1"/><charset val="134"/></font><font><sz val="10"/><name val="宋体"/><family val="1"/><charset val="134"/></font><font><b/><sz val="10"/><color rgb="FFB23A2B"/><name val="宋体"/><family val="1"/><charset val="134"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEFF2"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FF404040"/></left><right style="thin"><color rgb="FF404040"/></right><top style="thin"><color rgb="FF404040"/></top><bottom style="thin"><color rgb="FF404040"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            """u8);
        xml.Raw("<cellXfs count=\""u8).Number(_numbers.Count + 1).Raw("\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"u8);
        foreach (var (kind, align, format) in _numbers.Keys) WriteFormat(xml, kind, align, format);
        xml.Raw("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"常规\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"u8);
    }

    private void WriteFormat(Utf8Xml xml, CellKind kind, CellAlign align, string format)
    {
        var font = kind switch { CellKind.Head or CellKind.Total => 1, CellKind.Title => 2, CellKind.Note => 3, CellKind.Notice => 4, _ => 0 };
        var framed = kind is CellKind.Data or CellKind.Head or CellKind.Total;
        xml.Raw("<xf numFmtId=\""u8).Number(format.Length == 0 ? 0 : FirstOwnFormat + _formats.IndexOf(format))
            .Raw("\" fontId=\""u8).Number(font)
            .Raw("\" fillId=\""u8).Number(kind == CellKind.Head ? 2 : 0)
            .Raw("\" borderId=\""u8).Number(framed ? 1 : 0)
            .Raw("\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment horizontal=\""u8)
            .Raw(align switch { CellAlign.Right => "right"u8, CellAlign.Centre => "center"u8, _ => "left"u8 })
            .Raw("\" vertical=\"center\" wrapText=\"1\"/></xf>"u8);
    }
}
