using Jiheng.Model.Facts;

namespace Jiheng.Ledger.Accounts;

/// <summary>The files of accounts that lie on the desk, held against each other before they are used.</summary>
public static class AccountsDesk
{
    /// <summary>Says in plain words what does not fit: the wrong year, another bureau, a draft beside approved accounts.</summary>
    /// <param name="current">This year's accounts.</param>
    /// <param name="previous">Last year's; <c>null</c> when they are not at hand.</param>
    /// <param name="reportYear">The year that last year's report is about; <c>null</c> when it names none.</param>
    /// <param name="department">Name of the bureau that the report is about; <c>null</c> when not known.</param>
    public static IReadOnlyList<AccountsFinding> Compare(AccountsBook current, AccountsBook? previous, int? reportYear, string? department)
    {
        ArgumentNullException.ThrowIfNull(current);
        List<AccountsFinding> findings = [];
        if (reportYear is { } year)
        {
            if (current.Year is { } now && now.Value != year + 1) findings.Add(AccountsFindings.WrongYear(current.File, now.Value, year + 1));
            if (previous?.Year is { } before && before.Value != year) findings.Add(AccountsFindings.WrongYear(previous.File, before.Value, year));
        }
        else if (current.Year is { } now && previous?.Year is { } before && before.Value != now.Value - 1)
            findings.Add(AccountsFindings.WrongYear(previous.File, before.Value, now.Value - 1));
        if (department is not null && current.Unit is { } unit && !SameUnit(unit.Value, department)) findings.Add(AccountsFindings.WrongUnit(current.File, unit.Value, department));
        if (previous?.Unit is { } earlier && (current.Unit?.Value ?? department) is { } own && !SameUnit(earlier.Value, own)) findings.Add(AccountsFindings.WrongUnit(previous.File, earlier.Value, own));
        foreach (var book in previous is null ? [current] : (AccountsBook[])[current, previous])
        {
            var other = book == current ? previous : current;
            if (book.Stage.Value != Stage.DraftAccounts) continue;
            findings.Add(other is not null && other.Stage.Value != Stage.DraftAccounts ? AccountsFindings.StagesDiffer(book.File, other.File) : AccountsFindings.StillDraft(book.File));
        }
        return findings;
    }

    /// <summary>Names are the same when one holds the other: texts and tables write 雁峰区卫生健康局 with and without the city.</summary>
    public static bool SameUnit(string one, string other)
    {
        var (a, b) = (Bare(one), Bare(other));
        return a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
    }

    private static string Bare(string name)
    {
        foreach (var word in (string[])["（本级）", "本级", "（汇总）", "汇总", "（部门）"]) name = name.Replace(word, "", StringComparison.Ordinal);
        return name.Replace("卫生健康委员会", "卫健委", StringComparison.Ordinal).Replace("卫生健康委", "卫健委", StringComparison.Ordinal).Replace("卫生健康局", "卫健局", StringComparison.Ordinal).Trim();
    }
}
