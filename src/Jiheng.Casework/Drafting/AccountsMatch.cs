using Jiheng.Audit.Figures;
using Jiheng.Ledger.Accounts;
using Jiheng.Model.Facts;
using Jiheng.Model.Measures;
using Figure = Jiheng.Audit.Figures.Figure;

namespace Jiheng.Casework.Drafting;

/// <summary>
/// Finds the new value of a figure: the old value is a cell of last year's accounts, so the same row and column of this year's gives the new
/// one. A wrong replacement is worse than none: where more than one new value is possible, or the figure is too short to be no coincidence,
/// the result is a guess.
/// </summary>
internal sealed class AccountsMatch(AccountsBook? last, AccountsBook current)
{
    private const int SureDigits = 5;

    /// <summary>Looks a figure up.</summary>
    /// <param name="figure">The figure of the old text.</param>
    /// <param name="words">The words right before it.</param>
    /// <param name="sentence">Its sentence up to it.</param>
    /// <returns><c>null</c> when the accounts do not hold it.</returns>
    public Match? Find(Figure figure, string words, string sentence)
    {
        if (figure.Value == 0 || figure.Unit.Kind is not (UnitKind.Money or UnitKind.Count)) return null;
        return last is null ? ByLabel(figure, words, sentence) : ByValue(last, figure, words, sentence);
    }

    private Match? ByValue(AccountsBook before, Figure figure, string words, string sentence)
    {
        var same = before.Cells.Where(c => IsUnit(c, figure) && c.Value.Base == figure.Value).ToList();
        if (same.Count == 0) return null;
        var free = same.Where(c => !LabelMatch.Denies(words, c)).ToList();
        if (free.Count == 0) return Guess(same, $"去年决算里有同样的数（{same[0].Label}），但文字说的是另一件事");
        var byWords = BestNamed(free, words);
        var bySentence = byWords.Count > 0 ? [] : BestNamed(free, sentence);
        var named = (byWords.Count > 0 ? byWords : bySentence.Count > 0 ? bySentence : free).ConvertAll(c => (Old: c, New: current.Counterpart(c)));
        if (LabelMatch.Footing(sentence) is { } footing && named.Where(p => p.Old.Funding == footing).ToList() is { Count: > 0 } onFooting) named = onFooting;
        if (named.Exists(p => p.New is null))
        {
            var missing = named.First(p => p.New is null).Old;
            return named.TrueForAll(p => p.New is null)
                ? new Match(null, missing, null, [], $"去年是“{missing.Label}”，今年的决算里没有这一行的数")
                : Guess(named.ConvertAll(p => p.Old), "有几处可能的来源，今年不是每一处都有数");
        }
        var (old, now) = named.OrderBy(p => p.Old.Funding).ThenBy(p => p.Old.Line.Table).First();
        if (named.Select(p => p.New!.Value.Base).Distinct().Count() > 1) return Guess(named.ConvertAll(p => p.Old), "去年几处的数相同，今年各不相同，请选一处");
        if (!SameName(old, now!)) return Guess([old], $"科目名称从“{old.Line.Name}”变成了“{now!.Line.Name}”");
        if (IsShort(figure)) return byWords.Count > 0 ? Guess([old], "名称对得上，但数太小，可能只是碰巧相同") : null;
        if (byWords.Count == 0 && Digits(figure) < SureDigits) return Guess([old], "只有数相同，文字没有说是哪一项");
        return new Match(now!.Value, old, now, [], $"去年决算 {old.At} 的数，取今年同一行 {now.At}");
    }

    private Match? ByLabel(Figure figure, string words, string sentence)
    {
        var named = current.Cells.Where(c => IsUnit(c, figure) && !LabelMatch.Denies(words, c)).Select(c => (Cell: c, Score: LabelMatch.Score(words, c))).Where(p => p.Score >= 4).ToList();
        if (named.Count == 0) return null;
        var best = named.Max(p => p.Score);
        var cells = named.Where(p => p.Score == best).Select(p => p.Cell).ToList();
        if (LabelMatch.Footing(sentence) is { } footing && cells.Where(c => c.Funding == footing).ToList() is { Count: > 0 } onFooting) cells = onFooting;
        if (cells.Select(c => c.Value.Base).Distinct().Count() > 1) return new Match(null, null, null, cells, "没有去年的决算可对，按名称找到几个不同的数，请选一处");
        return new Match(cells[0].Value, null, cells[0], cells, "没有去年的决算可对，只按名称找到，请确认") { IsGuess = true };
    }

    private Match Guess(List<AccountsCell> cells, string reason)
    {
        var now = cells.Select(current.Counterpart).OfType<AccountsCell>().ToList();
        var usual = now.Find(c => c.Funding == FundingBasis.All) ?? now.FirstOrDefault();
        return new Match(usual?.Value, cells[0], usual, now, reason) { IsGuess = true };
    }

    /// <summary>The cells that the words name best; none when they name none.</summary>
    private static List<AccountsCell> BestNamed(List<AccountsCell> cells, string words)
    {
        var best = cells.Max(c => LabelMatch.Score(words, c));
        return best == 0 ? [] : cells.FindAll(c => LabelMatch.Score(words, c) == best);
    }

    private static bool IsUnit(AccountsCell cell, Figure figure) => figure.Unit.Kind == UnitKind.Money
        ? cell.Value.Dimension == Dimension.Money
        : cell.Value.Dimension != Dimension.Money && cell.Value.Dimension.BaseUnit == figure.Unit.Name;

    private static bool SameName(AccountsCell old, AccountsCell now) => old.Line.Name == now.Line.Name;

    /// <summary>Small whole numbers meet by chance, printed with places (6.00) or without.</summary>
    private static bool IsShort(Figure figure) => figure.Printed < 100 && figure.Printed == decimal.Truncate(figure.Printed);

    private static int Digits(Figure figure) => figure.Text.Count(char.IsDigit);
}

/// <summary>What the accounts say about a figure.</summary>
/// <param name="Value">The new value; <c>null</c> when it cannot be told.</param>
/// <param name="From">Last year's cell, or <c>null</c>.</param>
/// <param name="To">This year's cell, or <c>null</c>.</param>
/// <param name="Candidates">This year's cells that could be meant.</param>
/// <param name="Reason">Why, in Chinese.</param>
internal sealed record Match(Amount? Value, AccountsCell? From, AccountsCell? To, IReadOnlyList<AccountsCell> Candidates, string Reason)
{
    /// <summary>Whether a person must confirm it.</summary>
    public bool IsGuess { get; init; }
}
