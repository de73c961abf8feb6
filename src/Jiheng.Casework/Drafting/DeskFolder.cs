using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Jiheng.Casework.Schemes;
using Jiheng.Model.Facts;

namespace Jiheng.Casework.Drafting;

/// <summary>
/// A working folder with everything that one draft needs: the files as they were handed in, and <c>desk.json</c> with what the officer
/// settled and decided. It can be copied and opened elsewhere; all results are computed from it anew.
/// </summary>
public sealed partial class DeskFolder
{
    private const string NotesFile = "desk.json";
    private const string DraftFile = "初稿.docx";
    private const string ByHandFile = "要手工改的数.txt";
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly string _path;

    private DeskFolder(string path, DeskNotes notes) => (_path, Notes) = (path, notes);

    /// <summary>Its name, by which pages address it.</summary>
    public string Id => Path.GetFileName(_path);

    /// <summary>What was settled and decided.</summary>
    public DeskNotes Notes { get; private set; }

    /// <summary>Makes a new, empty folder.</summary>
    /// <param name="root">Folder of all working folders; made when it is not there yet.</param>
    /// <param name="now">Time by which it is named.</param>
    public static DeskFolder Create(string root, DateTimeOffset now)
    {
        var stem = now.ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture);
        var path = Path.Combine(root, stem);
        // Two windows may start a draft in the same second.
        lock (Json)
        {
            for (var n = 2; Directory.Exists(path); n++) path = Path.Combine(root, $"{stem}-{n}");
            Directory.CreateDirectory(path);
        }
        var folder = new DeskFolder(path, new DeskNotes());
        folder.Save(folder.Notes);
        return folder;
    }

    /// <summary>Opens a folder.</summary>
    /// <returns><c>null</c> when there is none of that name, or its notes cannot be read.</returns>
    public static DeskFolder? Open(string root, string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var notes = Path.Combine(root, id, NotesFile);
        if (!IdPattern().IsMatch(id) || !File.Exists(notes)) return null;
        try
        {
            return JsonSerializer.Deserialize<DeskNotes>(File.ReadAllBytes(notes), Json) is { } read ? new DeskFolder(Path.Combine(root, id), read) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>All folders, newest first.</summary>
    public static IReadOnlyList<DeskFolder> All(string root) => !Directory.Exists(root) ? []
        : [.. Directory.EnumerateDirectories(root).Select(Path.GetFileName).OfType<string>().OrderDescending(StringComparer.Ordinal).Select(id => Open(root, id)).OfType<DeskFolder>()];

    /// <summary>Takes a file in under a name of our own; the name it came with is kept in the notes.</summary>
    public void Add(DeskRole role, string name, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var number = Notes.Files.Count == 0 ? 1 : Notes.Files.Max(f => f.Number) + 1;
        var extension = Path.GetExtension(name).ToLowerInvariant();
        var file = new DeskFile(number, role, OwnName(Path.GetFileName(name)), $"{number}{(ExtensionPattern().IsMatch(extension) ? extension : ".bin")}");
        File.WriteAllBytes(Path.Combine(_path, file.Stored), content);
        // A second report takes the place of the first; accounts lie beside each other.
        Save(Notes with { Files = [.. Notes.Files.Where(f => role == DeskRole.Accounts || f.Role != role), file] });
    }

    /// <summary>A name that no other file on the desk has, numbered as Windows does, so that messages can tell three files called 终稿 apart.</summary>
    private string OwnName(string name)
    {
        var own = name;
        for (var n = 2; Notes.Files.Any(f => string.Equals(f.Name, own, StringComparison.OrdinalIgnoreCase)); n++)
            own = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)} ({n}){Path.GetExtension(name)}");
        return own;
    }

    /// <summary>Takes a file off the desk; the folder keeps it.</summary>
    public void Remove(int number) => Save(Notes with { Files = [.. Notes.Files.Where(f => f.Number != number)] });

    /// <summary>The content of a file.</summary>
    public byte[] Read(DeskFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return File.ReadAllBytes(Path.Combine(_path, Path.GetFileName(file.Stored)));
    }

    /// <summary>Keeps changed notes.</summary>
    public void Save(DeskNotes notes)
    {
        Keep(NotesFile, JsonSerializer.SerializeToUtf8Bytes(notes, Json));
        Notes = notes;
    }

    /// <summary>Lays the draft beside the files that it was made of, and what is to be changed by hand, in place of what was made before.</summary>
    public void Keep(WrittenDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Keep(DraftFile, draft.Docx);
        if (draft.NotMade.Count > 0) Keep(ByHandFile, [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(draft.ToText().ReplaceLineEndings("\r\n"))]);
        else File.Delete(Path.Combine(_path, ByHandFile));
    }

    private void Keep(string name, byte[] content)
    {
        // Written beside and moved over, so that a power cut leaves the old file or the new one.
        var (path, beside) = (Path.Combine(_path, name), Path.Combine(_path, Path.GetRandomFileName()));
        File.WriteAllBytes(beside, content);
        File.Move(beside, path, overwrite: true);
    }

    [GeneratedRegex("^[0-9]{8}-[0-9]{6}(?:-[0-9]{1,4})?$")]
    private static partial Regex IdPattern();

    [GeneratedRegex("^\\.[a-z]{2,5}$")]
    private static partial Regex ExtensionPattern();
}

/// <summary>The notes of a working folder.</summary>
public sealed record DeskNotes
{
    /// <summary>Form of the notes; later versions read earlier ones.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The files on the desk.</summary>
    public IReadOnlyList<DeskFile> Files { get; init; } = [];

    /// <summary>Department, where the officer corrected it.</summary>
    public string? Department { get; init; }

    /// <summary>Year of the old report, where the officer corrected it.</summary>
    public int? ReportYear { get; init; }

    /// <summary>Money unit (元 or 万元) of tables that state none.</summary>
    public string? MoneyUnit { get; init; }

    /// <summary>Unit scope, where the officer settled it.</summary>
    public UnitScope? Scope { get; init; }

    /// <summary>Stage of the accounts, where the officer settled it.</summary>
    public Stage? Stage { get; init; }

    /// <summary>Years of accounts that name none, by file number.</summary>
    public IReadOnlyDictionary<int, int> Years { get; init; } = new Dictionary<int, int>();

    /// <summary>Points of the received form that were filled in or corrected, by code.</summary>
    public IReadOnlyDictionary<string, decimal> Points { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Who confirmed the received form, on what document; <c>null</c> until then.</summary>
    public LocalPackOrigin? Confirmation { get; init; }

    /// <summary>Scores given by hand, by code.</summary>
    public IReadOnlyDictionary<string, GivenScore> Scores { get; init; } = new Dictionary<string, GivenScore>();

    /// <summary>Choices by number of the figure.</summary>
    public IReadOnlyDictionary<int, DraftDecision> Decisions { get; init; } = new Dictionary<int, DraftDecision>();
}

/// <summary>A file on the desk.</summary>
/// <param name="Number">Number within the folder.</param>
/// <param name="Role">What it was handed in as.</param>
/// <param name="Name">The name it came with.</param>
/// <param name="Stored">Its name in the folder.</param>
public sealed record DeskFile(int Number, DeskRole Role, string Name, string Stored);

/// <summary>What a file was handed in as.</summary>
public enum DeskRole
{
    /// <summary>Last year's report.</summary>
    Report,

    /// <summary>Final accounts of a year.</summary>
    Accounts,

    /// <summary>The indicator table received for this year.</summary>
    Form,
}

/// <summary>A score given by hand.</summary>
/// <param name="Points">The points.</param>
/// <param name="Reason">Why.</param>
public sealed record GivenScore(decimal Points, string Reason);
