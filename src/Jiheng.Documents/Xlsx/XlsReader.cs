using System.Globalization;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Jiheng.Documents.Reading;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Xlsx;

/// <summary>Reads workbooks of Excel 97 to 2003, and WPS's own that keep to that form.</summary>
internal static class XlsReader
{
    /// <summary>Reads a workbook like <see cref="XlsxReader"/> does.</summary>
    public static Document Read(byte[] bytes, string file, ReadLimits limits)
    {
        if (FileContent.IsEncryptedPackage(bytes)) throw Faults.Protected(file);
        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(bytes, writable: false));
            var blocks = new List<Block>();
            var (cells, read) = (0, 0);
            do
            {
                if (reader.VisibleState is not (null or "visible")) continue;
                var grid = new SheetGrid(file, reader.Name, limits);
                for (var row = 1; reader.Read(); row++)
                {
                    read += reader.FieldCount;
                    if (read > limits.Cells) throw Faults.TooManyCells(file, reader.Name, limits.Cells);
                    for (var column = 0; column < reader.FieldCount; column++)
                        if (reader.GetValue(column) is { } value) grid.Put(row, column + 1, Print(value, reader, column), value is double or int);
                }
                foreach (var merge in reader.MergeCells ?? [])
                    grid.Merge(merge.FromRow + 1, merge.FromColumn + 1, merge.ToRow + 1, merge.ToColumn + 1);
                cells += grid.AddTo(blocks, cells);
            }
            while (reader.NextResult());
            return new Document("", blocks);
        }
        catch (InvalidPasswordException)
        {
            throw Faults.Protected(file);
        }
    }

    private static string Print(object value, IExcelDataReader reader, int column) => value switch
    {
        // Converting rounds to 15 digits, which takes the binary noise off.
        double number when Math.Abs(number) < 1e27 => new NumberFormat(reader.GetNumberFormatString(column), 0).Print((decimal)number),
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
