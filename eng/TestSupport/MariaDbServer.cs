using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MySqlConnector;

namespace BiweeklyBudget.TestSupport;

/// <summary>
/// A private MariaDB server for one test run: temporary data folder, free port on loopback, ended with the process.
/// BUDGETTEST_CONNSTRING (<c>mysql://user:pass@host:port/</c>) names another server to use in its place.
/// </summary>
public sealed class MariaDbServer
{
    private static readonly Lazy<MariaDbServer> Started = new(Start, LazyThreadSafetyMode.ExecutionAndPublication);

    // Seconds. Everything else that runs at once may come first.
    private const uint PatienceOnBusyMachines = 60;

    // A thousand databases are made and dropped in a run: without a file for each table, without statistics that outlive the server (what is analyzed has them while it lives) and without writing pages twice,
    // that costs half. Rows that were changed are counted: tests see whether a database must be filled anew.
    private static readonly string[] Hasty = ["--innodb-file-per-table=0", "--innodb-stats-persistent=0", "--innodb-doublewrite=0", "--userstat=1"];

    internal MariaDbServer(string host, int port, string user, string password)
    {
        Host = host;
        Port = port;
        User = user;
        Password = password;
    }

    public static MariaDbServer Shared => Started.Value;

    public string Host { get; }

    public int Port { get; }

    public string User { get; }

    public string Password { get; }

    /// <summary>The value of DB_CONNSTRING for one database on this server, in upstream's form.</summary>
    public string ConnectionUrl(string database)
    {
        var login = Password.Length == 0 ? Uri.EscapeDataString(User) : $"{Uri.EscapeDataString(User)}:{Uri.EscapeDataString(Password)}";
        return string.Create(CultureInfo.InvariantCulture, $"mysql+pymysql://{login}@{Host}:{Port}/{database}?charset=utf8mb4");
    }

    /// <summary>A connection string of the ADO.NET provider; without a database when none is named.</summary>
    public string AdoConnectionString(string? database = null)
    {
        var builder = new MySqlConnectionStringBuilder { Server = Host, Port = (uint)Port, UserID = User, Password = Password, AllowUserVariables = true, ConnectionTimeout = PatienceOnBusyMachines };
        if (database is not null)
        {
            builder.Database = database;
        }

        return builder.ConnectionString;
    }

    /// <summary>Drops and creates a database.</summary>
    public async Task CreateDatabaseAsync(string database)
    {
        await using var connection = new MySqlConnection(AdoConnectionString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"DROP DATABASE IF EXISTS `{database}`; CREATE DATABASE `{database}` CHARACTER SET utf8mb4";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Whether there is such a database.</summary>
    public async Task<bool> HasDatabaseAsync(string database)
    {
        await using var connection = new MySqlConnection(AdoConnectionString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = @name";
        command.Parameters.AddWithValue("@name", database);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) > 0;
    }

    public async Task DropDatabaseAsync(string database)
    {
        await using var connection = new MySqlConnection(AdoConnectionString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"DROP DATABASE IF EXISTS `{database}`";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs a file of SQL, such as a dump, in a database.</summary>
    public async Task LoadAsync(string database, string file)
    {
        await using var connection = new MySqlConnection(AdoConnectionString(database));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 300;
        command.CommandText = "SET SESSION lock_wait_timeout=20; SET SESSION FOREIGN_KEY_CHECKS=0;\n" + await File.ReadAllTextAsync(file);
        await command.ExecuteNonQueryAsync();
    }

    private static MariaDbServer Start()
    {
        if (Environment.GetEnvironmentVariable("BUDGETTEST_CONNSTRING") is { Length: > 0 } given)
        {
            var url = new Uri(given);
            var login = url.UserInfo.Split(':', 2);
            return new MariaDbServer(url.Host, url.Port > 0 ? url.Port : 3306, Uri.UnescapeDataString(login[0]), login.Length > 1 ? Uri.UnescapeDataString(login[1]) : "");
        }

        var folder = CreateFolder();
        for (var tries = 1; ; tries++)
        {
            // Nothing keeps a free port free until the server has it: another try when somebody else was faster.
            var port = FreePort();
            var process = StartProcess(folder, port, Hasty);
            if (Answers(process, folder, mayTryAgain: tries < 5))
            {
                TestRun.AtEnd(() => Task.Run(() => End(process, folder)));

                // Programs that are no test run, such as the benchmarks.
                AppDomain.CurrentDomain.ProcessExit += (_, _) => End(process, folder);
                return new MariaDbServer("127.0.0.1", port, "budgetTester", "");
            }
        }
    }

    /// <summary>A folder with a new server's data.</summary>
    internal static string CreateFolder()
    {
        var folder = Directory.CreateTempSubdirectory("budgettest-").FullName;

        // A folder of its own for temporary tables: a server that starts deletes those of others that it finds.
        Directory.CreateDirectory($"{folder}/tmp");
        Run("mariadb-install-db", "--no-defaults", $"--datadir={folder}/data", $"--tmpdir={folder}/tmp", "--auth-root-authentication-method=normal", "--skip-test-db");
        return folder;
    }

    // Nothing needs to survive a power cut: no waiting for the disk.
    internal static Process StartProcess(string folder, int port, params IEnumerable<string> options)
    {
        var info = new ProcessStartInfo(Program("mariadbd"))
        {
            ArgumentList =
            {
                "--no-defaults", $"--datadir={folder}/data", $"--tmpdir={folder}/tmp", string.Create(CultureInfo.InvariantCulture, $"--port={port}"), "--bind-address=127.0.0.1", $"--socket={folder}/s",
                $"--pid-file={folder}/pid", $"--log-error={folder}/log.err", "--innodb-flush-log-at-trx-commit=0", "--innodb-flush-method=nosync", "--innodb-buffer-pool-size=256M",
                "--max-connections=2000", "--character-set-server=utf8mb4",
            },
        };
        foreach (var option in options)
        {
            info.ArgumentList.Add(option);
        }

        if (Environment.UserName == "root")
        {
            info.ArgumentList.Add("--user=root");
        }

        var process = Process.Start(info) ?? throw new InvalidOperationException("mariadbd did not start.");
        try
        {
            // Dozens of programs may run at once in a test; what all of them wait for goes first.
            process.PriorityClass = ProcessPriorityClass.High;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            // Only root may do that, and a process that has ended already is found out below.
        }

        return process;
    }

    /// <summary>Waits for the server; false when it ended because its port was taken.</summary>
    internal static bool Answers(Process process, string folder, bool mayTryAgain)
    {
        var root = new MySqlConnectionStringBuilder { Server = $"{folder}/s", ConnectionProtocol = MySqlConnectionProtocol.UnixSocket, UserID = "root", Pooling = false, AllowUserVariables = true }.ConnectionString;
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var connection = new MySqlConnection(root);
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = "CREATE USER IF NOT EXISTS 'budgetTester'; GRANT ALL ON *.* TO 'budgetTester' WITH GRANT OPTION";
                command.ExecuteNonQuery();
                return true;
            }
            catch (MySqlException) when (tries < 600 && !process.HasExited)
            {
                Thread.Sleep(100);
            }
            catch (MySqlException) when (process.HasExited && mayTryAgain && File.ReadAllText($"{folder}/log.err").Contains("Bind on TCP/IP port", StringComparison.Ordinal))
            {
                return false;
            }
            catch (MySqlException exception)
            {
                throw new InvalidOperationException($"mariadbd did not answer ({exception.Message}): {File.ReadAllText($"{folder}/log.err")}", exception);
            }
        }
    }

    internal static void End(Process process, string folder)
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit(10_000);
        }

        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (IOException)
        {
            // A leftover in the temporary folder hurts nobody.
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        var info = new ProcessStartInfo(Program(program)) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        using var process = Process.Start(info) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
        }
    }

    private static string Program(string name)
    {
        string[] folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), "/usr/sbin", "/usr/local/sbin"];
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"{name} is not installed; ./test installs it (Debian package mariadb-server).");
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
