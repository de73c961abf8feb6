using System.ComponentModel;
using System.Diagnostics;

namespace Jiheng.Web.Hosting;

/// <summary>What makes a start by double click a start: it finds its own folder, opens the browser, and its window does not vanish with the reason of a failure.</summary>
public static class DoubleClick
{
    /// <summary>Setting that the packaged product carries in its appsettings.json.</summary>
    public const string Setting = "Open";

    /// <summary>Works from the program's own folder when the packs lie there and not where it was started from.</summary>
    public static void FindOwnFolder()
    {
        if (!Directory.Exists("packs") && Directory.Exists(Path.Combine(AppContext.BaseDirectory, "packs"))) Directory.SetCurrentDirectory(AppContext.BaseDirectory);
    }

    /// <summary>Opens the browser; without one the address on the console has to do.</summary>
    public static void OpenBrowser(string url)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(url + "/start") { UseShellExecute = true });
        }
        catch (Exception fault) when (fault is Win32Exception or PlatformNotSupportedException)
        {
            Console.WriteLine("没有找到浏览器，请自己打开上面的网址。");
        }
    }

    /// <summary>Keeps the window open until a key is pressed, where there is a window and somebody to press one.</summary>
    public static void HoldWindow()
    {
        if (!File.Exists("appsettings.json") || Console.IsInputRedirected) return;
        Console.WriteLine("按任意键关闭。");
        Console.ReadKey(intercept: true);
    }
}
