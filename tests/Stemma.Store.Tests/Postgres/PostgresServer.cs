using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Stemma.Store.Tests;

/// <summary>A real server on a free port and a folder of its own, for the tests of one class; started as the user postgres where the tests run as root.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "stemma-pg-" + Guid.NewGuid().ToString("N")[..8]);
    private readonly int port = FreePort();
    private int databases;

    /// <summary>Why there can be no server here; null where there can.</summary>
    public static string? Missing { get; } =
        Tool("initdb") is null || Tool("pg_ctl") is null ? "PostgreSQL is not installed (Debian: apt-get install postgresql): its tests are skipped"
        : Environment.UserName == "root" && !File.ReadAllLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal)) ? "PostgreSQL will not run as root, and there is no user postgres: its tests are skipped"
        : null;

    public async Task InitializeAsync()
    {
        if (Missing is not null)
            return;
        await RunAsync(Tool("initdb")!, $"-D {folder} -A trust -U stemma -E UTF8 --locale=C.UTF-8 --no-sync");
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (Missing is not null)
            return;
        await StopAsync();
        await RunAsync("rm", $"-rf {folder}");
    }

    public Task StartAsync() => RunAsync(Tool("pg_ctl")!, $"-D {folder} -w -l {folder}/log -o '-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}' start");

    /// <summary>As a crash: no checkpoint, connections cut.</summary>
    public Task StopAsync() => RunAsync(Tool("pg_ctl")!, $"-D {folder} -w -m immediate stop");

    /// <summary>An empty database.</summary>
    public async Task<string> CreateAsync()
    {
        string name = "t" + Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture);
        await using Npgsql.NpgsqlConnection connection = new(Of("postgres"));
        await connection.OpenAsync();
        await using Npgsql.NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync();
        return Of(name);
    }

    private string Of(string database) => $"Host=127.0.0.1;Port={port};Username=stemma;Database={database};Timeout=5";

    private static async Task RunAsync(string program, string arguments)
    {
        string command = $"{program} {arguments} >/dev/null 2>&1";
        ProcessStartInfo start = new("/bin/sh") { WorkingDirectory = "/" };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Environment.UserName == "root" ? $"su postgres -s /bin/sh -c \"{command}\"" : command);
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{command}: exit {process.ExitCode}");
    }

    private static string? Tool(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")) : [])
            .Select(d => Path.Combine(d, name))
            .FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
