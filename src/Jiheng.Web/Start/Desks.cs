using Jiheng.Casework.Drafting;

namespace Jiheng.Web.Start;

/// <summary>The working folders beside the database: each holds the files of one draft and can be copied.</summary>
public sealed class Desks(WebSettings settings, TimeProvider clock)
{
    /// <summary>Folder of all working folders.</summary>
    public string Root { get; } = Path.Combine(settings.DataFolder ?? Path.GetFullPath("data"), "start");

    /// <summary>All folders, newest first.</summary>
    public IReadOnlyList<DeskFolder> All => DeskFolder.All(Root);

    /// <summary>Makes a new folder.</summary>
    public DeskFolder Create() => DeskFolder.Create(Root, clock.GetLocalNow());

    /// <summary>Opens a folder; <c>null</c> when there is none of that name.</summary>
    public DeskFolder? Find(string id) => DeskFolder.Open(Root, id);
}
