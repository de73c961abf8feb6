using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Jiheng.Storage.Tests.Databases;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer.Stop))]

namespace Jiheng.Storage.Tests.Databases;

/// <summary>A private PostgreSQL server in a folder of its own: started by the first test that needs it, stopped with the last.</summary>
public sealed class PostgresServer
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static PostgresServer? running;

    private readonly string _folder;
    private readonly int _port;

    private PostgresServer(string folder, int port) => (_folder, _port) = (folder, port);

    /// <summary>Whether the environment says that tests on PostgreSQL must run.</summary>
    public static bool IsDemanded => Environment.GetEnvironmentVariable("JIHENG_TEST_POSTGRES") == "required";

    /// <summary>Folder of the server's programs, or <c>null</c> where there is none.</summary>
    public static string? Programs { get; } = FindPrograms();

    public static async Task<PostgresServer> RunningAsync()
    {
        await Gate.WaitAsync();
        try
        {
            return running ??= await StartAsync();
        }
        finally
        {
            Gate.Release();
        }
    }

    public string ConnectionTo(string database) => $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database}";

    public async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionTo("postgres") + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer> StartAsync()
    {
        if (Programs is null) throw new InvalidOperationException("PostgreSQL is demanded by JIHENG_TEST_POSTGRES, but its programs are not installed.");
        var folder = (await RunAsync("mktemp", "-d")).Trim();
        var port = FreePort();
        await RunAsync(Path.Combine(Programs, "initdb"), "-D", folder + "/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await RunAsync(Path.Combine(Programs, "pg_ctl"), "-D", folder + "/data", "-w", "-l", folder + "/log",
            "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off", "start");
        return new PostgresServer(folder, port);
    }

    /// <summary>Runs a program, as the user postgres when we are root: the server refuses to run as root.</summary>
    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo { WorkingDirectory = "/", RedirectStandardOutput = true };
        if (Environment.UserName == "root")
        {
            start.FileName = "runuser";
            foreach (var argument in (string[])["-u", "postgres", "--", program]) start.ArgumentList.Add(argument);
        }
        else
        {
            start.FileName = program;
        }
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        // The server inherits the output; reading to its end would wait for the server to stop.
        var output = program == "mktemp" ? await process.StandardOutput.ReadLineAsync() ?? "" : "";
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        return output;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? FindPrograms()
    {
        const string Debian = "/usr/lib/postgresql";
        if (!Directory.Exists(Debian)) return null;
        return Directory.GetDirectories(Debian).Select(v => Path.Combine(v, "bin")).Where(b => File.Exists(Path.Combine(b, "initdb"))).MaxBy(b => b, StringComparer.Ordinal);
    }

    /// <summary>Stops the server when all tests of the assembly are done.</summary>
    public sealed class Stop : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (running is null) return;
            await RunAsync(Path.Combine(Programs!, "pg_ctl"), "-D", running._folder + "/data", "-m", "immediate", "stop");
            await RunAsync("rm", "-rf", running._folder);
        }
    }
}
