namespace Jiheng.Audit;

/// <summary>A stretch of characters in a document.</summary>
/// <param name="Block">Index of the block in the document.</param>
/// <param name="Start">First character within the block's text, or within the cell's.</param>
/// <param name="End">Character after the last.</param>
/// <param name="Offset">Start in the linear text that the document was read from, in UTF-16 units; -1 when it has none.</param>
/// <param name="Row">Row of a table, from 0; -1 in running text.</param>
/// <param name="Column">Cell within that row, from 0; -1 in running text.</param>
public readonly record struct Spot(int Block, int Start, int End, int Offset, int Row = -1, int Column = -1)
{
    /// <summary>Number of characters.</summary>
    public int Length => End - Start;
}
