namespace Jiheng.Audit.Tables;

/// <summary>Writes the terms of a long sum so that a reader, and a cell of a workbook, can hold them.</summary>
internal static class Terms
{
    private const int Most = 200;
    private const int Shown = 10;

    /// <summary>'1 + 2 + 3'; of more than some hundred terms the first and the last with how many there are.</summary>
    public static string Of(IReadOnlyList<string> terms) => terms.Count <= Most
        ? string.Join(" + ", terms)
        : $"{string.Join(" + ", terms.Take(Shown))} + …（共{terms.Count}项）… + {terms[^1]}";
}
