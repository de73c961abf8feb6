using System.Text.Json;
using Jiheng.Casework.Review.Batch;

namespace Jiheng.Casework.Review.Life;

/// <summary>
/// The life of all findings of a review, kept beside its output and applied when it is done again: one line per owner, by
/// name. No more than one owner's findings are in memory at a time.
/// </summary>
public sealed class FindingLedger : IDisposable
{
    /// <summary>Name of the file in the output folder.</summary>
    public const string Name = "发现台账.jsonl";

    private readonly SortedDictionary<string, LineAt> _owners = new(StringComparer.Ordinal);
    private readonly JsonLines? _lines;

    private FindingLedger(string path)
    {
        if (!File.Exists(path)) return;
        _lines = JsonLines.Open(path);
        try
        {
            foreach (var at in _lines.All())
                if (!_owners.TryAdd(Read<OwnerOnly>(at).Owner, at)) throw Unreadable(at);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Whose findings it holds, by name.</summary>
    public IReadOnlyCollection<string> Owners => _owners.Keys;

    /// <summary>Opens the ledger; an empty one when there is no file yet.</summary>
    /// <param name="output">Folder of the review's results.</param>
    /// <exception cref="InvalidDataException">The file is no ledger; it is not overwritten, since people's decisions stand in it.</exception>
    public static FindingLedger Open(string output) => new(Path.Combine(output, Name));

    /// <summary>The findings of one owner; none when the ledger does not name it. May be called from several threads at once.</summary>
    /// <exception cref="InvalidDataException">Its line cannot be understood.</exception>
    public OwnerLedger Of(string owner) => _owners.TryGetValue(owner, out var at) ? Read<OwnerLedger>(at) : new OwnerLedger(owner, []);

    /// <summary>Writes the ledger anew, owner by owner; the earlier file stays until the new one is complete.</summary>
    /// <param name="output">Folder of the review's results.</param>
    /// <param name="owners">Owners that may be new.</param>
    /// <param name="change">Changes the findings of one owner, and tells whether it did.</param>
    /// <returns>How many owners' findings were changed; when none, a file that is there stays as it is.</returns>
    /// <exception cref="InvalidDataException">The earlier file is no ledger.</exception>
    public static int Rewrite(string output, IEnumerable<string> owners, Func<OwnerLedger, bool> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var path = Path.Combine(output, Name);
        var fresh = path + ".new";
        var changed = 0;
        using (var earlier = Open(output))
        using (var later = JsonLines.Create(fresh))
        {
            foreach (var owner in earlier.Owners.Union(owners).Order(StringComparer.Ordinal))
            {
                var mine = earlier.Of(owner);
                if (change(mine)) changed++;
                if (mine.Entries.Count > 0) later.Add(mine);
            }
        }
        if (changed > 0 || !File.Exists(path)) File.Move(fresh, path, overwrite: true);
        else File.Delete(fresh);
        return changed;
    }

    /// <inheritdoc/>
    public void Dispose() => _lines?.Dispose();

    private T Read<T>(LineAt at)
    {
        try
        {
            return _lines!.Read<T>(at);
        }
        catch (JsonException)
        {
            throw Unreadable(at);
        }
    }

    private InvalidDataException Unreadable(LineAt at) =>
        new($"JH3410 发现台账“{Name}”第 {_lines!.All().TakeWhile(l => l != at).Count() + 1} 行读不懂，未作处理。请恢复这个文件的备份；不需要以前的处理意见时，把它移走再审核。");

    private sealed record OwnerOnly(string Owner);
}
