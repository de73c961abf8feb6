using Jiheng.Packs;

namespace Jiheng.Web.Hosting;

/// <summary>Reads the packs when the product starts; it does not start on faulty ones, for every score rests on them.</summary>
public static class OpenPacks
{
    private const int FaultsShown = 20;

    /// <summary>Reads a folder of packs.</summary>
    /// <exception cref="StartupFaultException">There are faults; the message names them with their places.</exception>
    public static PackLibrary Read(string folder)
    {
        var load = PackLibrary.Load(folder);
        if (load.Library is { } library) return library;
        var shown = string.Join('\n', load.Faults.Take(FaultsShown));
        var more = load.Faults.Count > FaultsShown ? $"\n……共 {load.Faults.Count} 处" : "";
        throw new StartupFaultException("JH6003", $"规则包文件夹“{folder}”有 {load.Faults.Count} 处错误，改正后再启动：\n{shown}{more}");
    }
}
