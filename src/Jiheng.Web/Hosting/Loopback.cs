using System.Net;

namespace Jiheng.Web.Hosting;

/// <summary>
/// Keeps the product on this computer: it has no sign-in yet, so whoever can reach it may do everything.
/// Addresses are checked when it starts, every connection when it comes in, and the Host header against sites that rebind a name to us.
/// </summary>
public static class Loopback
{
    /// <summary>Where it listens unless <c>--urls</c> says otherwise.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Names under which this computer may be addressed.</summary>
    public static IReadOnlyList<string> HostNames { get; } = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>The addresses to listen on.</summary>
    /// <param name="configured">Addresses divided by ';'; <c>null</c> for the default.</param>
    /// <exception cref="StartupFaultException">One of them is not a loopback address.</exception>
    public static string[] Urls(string? configured)
    {
        var urls = (string.IsNullOrWhiteSpace(configured) ? DefaultUrl : configured).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var stranger = Array.Find(urls, url => !IsLoopback(url));
        return stranger is null
            ? urls
            : throw new StartupFaultException("JH6001", $"监听地址“{stranger}”不是本机地址。本版没有登录，只能在本机使用。请改用 {DefaultUrl} 这样的地址。");
    }

    /// <summary>Refuses connections from other computers.</summary>
    public static Task Guard(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote)) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback;
}
