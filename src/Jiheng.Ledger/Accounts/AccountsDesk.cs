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

    /// <summary>Finds this year's and last year's accounts among all files on the desk, by what they say themselves.</summary>
    /// <param name="books">The files read, in any order.</param>
    /// <param name="reportYear">The year that last year's report is about; <c>null</c> when it names none, so that the latest accounts are this year's.</param>
    /// <param name="department">Name of the bureau that the report is about; <c>null</c> when not known.</param>
    /// <returns>The two, <c>null</c> where none or more than one fits, and what does not fit.</returns>
    public static (AccountsBook? Current, AccountsBook? Previous, IReadOnlyList<AccountsFinding> Findings) Choose(IReadOnlyList<AccountsBook> books, int? reportYear, string? department)
    {
        ArgumentNullException.ThrowIfNull(books);
        List<AccountsFinding> findings = [.. books.Where(b => b.Year is null && b.Tables.Count > 0).Select(b => AccountsFindings.NoYear(b.File))];
        var dated = books.Where(b => b.Year is not null && b.Tables.Count > 0).ToList();
        if (dated.Count == 0) return (null, null, findings);
        var year = reportYear + 1 ?? dated.Max(b => b.Year!.Value);
        AccountsBook? Only(int wanted)
        {
            var found = dated.FindAll(b => b.Year!.Value == wanted);
            if (found.Count <= 1) return found.FirstOrDefault();
            // A draft that says so gives way to the accounts that say they are approved; anything less is the officer's choice.
            if (found.FindAll(b => b.Stage is { IsGuess: false, Value: Stage.ApprovedAccounts }) is [var approved] && found.TrueForAll(b => b == approved || b.Stage.Value == Stage.DraftAccounts))
            {
                findings.AddRange(found.Where(b => b != approved).Select(b => AccountsFindings.DraftLeftOut(b.File, approved.File, wanted)));
                return approved;
            }
            findings.Add(AccountsFindings.SeveralFiles([.. found.Select(b => b.File)], wanted));
            return null;
        }
        var (current, previous) = (Only(year), Only(year - 1));
        findings.AddRange(dated.Where(b => b.Year!.Value != year && b.Year.Value != year - 1).Select(b => AccountsFindings.WrongYear(b.File, b.Year!.Value, year)));
        if (!dated.Exists(b => b.Year!.Value == year)) findings.Add(AccountsFindings.NoneOfYear(year));
        if (current is not null) findings.AddRange(Compare(current, previous, reportYear, department));
        return (current, previous, findings);
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
