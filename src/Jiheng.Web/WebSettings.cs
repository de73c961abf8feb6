using Jiheng.Web.Hosting;

namespace Jiheng.Web;

/// <summary>Where the product keeps its data and finds its rules: <c>--Data</c>, <c>--Packs</c> and <c>--Samples</c>, or the same names in the environment.</summary>
/// <param name="Data">Path of the SQLite file, made with its folder when it is not there yet; or a PostgreSQL connection string (it names a <c>Host</c>).</param>
/// <param name="Packs">Folder of the packs.</param>
/// <param name="Samples">Folder whose bundles are imported when the database does not hold them yet.</param>
public sealed record WebSettings(string Data, string Packs, string Samples)
{
    /// <summary>Folder of the SQLite file; <c>null</c> when the data are kept by a server.</summary>
    public string? DataFolder => IsServer(Data) ? null : Path.GetDirectoryName(Data);

    /// <summary>Reads the settings; relative paths count from the current folder.</summary>
    /// <exception cref="StartupFaultException">The folder of the packs is not there.</exception>
    public static WebSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var settings = new WebSettings(
            IsServer(configuration["Data"]) ? configuration["Data"]! : Path.GetFullPath(configuration["Data"] ?? "data/jiheng.db"),
            Path.GetFullPath(configuration["Packs"] ?? "packs"),
            Path.GetFullPath(configuration["Samples"] ?? "samples"));
        return Directory.Exists(settings.Packs)
            ? settings
            : throw new StartupFaultException("JH6002", $"没有找到规则包文件夹“{settings.Packs}”。请在产品文件夹里启动，或用 --Packs=文件夹 指明它在哪里。");
    }

    private static bool IsServer(string? data) => data?.Contains("Host=", StringComparison.OrdinalIgnoreCase) == true;
}
