using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Core.Storage.MySql;
using BiweeklyBudget.TestSupport;
using Microsoft.Data.Sqlite;
using MySqlConnector;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>What keeps the tool from its work is said in words, in one line, and nothing was changed. With -vv each step towards the database is seen.</summary>
public sealed class InitDbFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("budgettest-initdb-").FullName;

    [Fact]
    public async Task A_read_only_file_is_named()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        var path = database.Connection.Description;
        database.Connection.Provider.ClosePooled();

        // The byte by which SQLite itself knows a file that it may only read; rights do not hold for every user.
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[18] = 3;
        await File.WriteAllBytesAsync(path, bytes);

        AssertError(3, $"The database {path} cannot be written: the file, its folder or the disk is read-only", await RunAsync(database.Url));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task A_file_that_another_program_keeps_locked_is_named()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await using var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database.Connection.Description, Pooling = false }.ConnectionString);
        await other.OpenAsync();
        await using (var take = new SqliteCommand("PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE settings SET value = value WHERE 1 = 0", other))
        {
            await take.ExecuteNonQueryAsync();
        }

        AssertError(3, $"The database {database.Connection.Description} is locked by another program", await RunAsync(database.Url));
    }

    [Fact]
    public async Task A_damaged_file_is_named()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        var path = database.Connection.Description;
        database.Connection.Provider.ClosePooled();
        var bytes = await File.ReadAllBytesAsync(path);
        Array.Fill(bytes, (byte)0xA5, 100, bytes.Length - 100);
        await File.WriteAllBytesAsync(path, bytes);

        AssertError(3, $"The database {path} is damaged", await RunAsync(database.Url));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named_with_what_is_in_its_way()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "anything");
        AssertError(3, $"{file} is a file", await RunAsync($"sqlite:///{file}/data/budget.db"));
        Assert.Equal("anything", await File.ReadAllTextAsync(file));
        if (OperatingSystem.IsLinux())
        {
            AssertError(3, "The database /proc/budget/budget.db or its folder", await RunAsync("sqlite:////proc/budget/budget.db"));
        }
    }

    [Fact]
    public async Task A_file_of_certificates_is_named_before_the_server_is_asked()
    {
        AssertError(1, "names the certificate file /no/such/ca.pem (ssl_ca), which is not there", await RunAsync("mysql://me:hunter2@127.0.0.1:1/money?ssl_ca=/no/such/ca.pem"));
        var file = Path.Combine(_folder, "ca.pem");
        await File.WriteAllTextAsync(file, "nothing");
        AssertError(1, $"ERROR: --connection names the certificate file {file} (ssl_ca), which holds no certificate", await RunAsync(null, "--connection", $"mysql://me:hunter2@127.0.0.1:1/money?ssl_ca={file}"));
    }

    [Fact]
    public async Task Each_step_towards_a_server_is_seen_and_a_certificate_of_somebody_else_is_named_by_the_file_that_does_not_have_it()
    {
        var (own, key) = WriteCertificate("own");
        var (other, _) = WriteCertificate("other");
        await using var server = await PrivateMariaDb.StartAsync("--ssl-cert=" + own, "--ssl-key=" + key);
        var url = server.Server.ConnectionUrl("steps").Split('?')[0];

        var steps = await RunProgramAsync($"{url}?ssl_ca={own}", "-vv");
        Assert.Equal((0, $"Created the database 127.0.0.1:{server.Server.Port}/steps.\n"), (steps.ExitCode, steps.Output));
        AssertSteps(steps.Errors, "TCP: connected to 127.0.0.1", "server: version 10", "TLS: Tls", "authentication: accepted", "database: not there", "lock: taken");
        Assert.DoesNotContain("budgetTester", steps.Errors, StringComparison.Ordinal);

        var fewer = await RunProgramAsync($"{url}?ssl_ca={own}", "-v");
        Assert.DoesNotContain("TCP", fewer.Errors, StringComparison.Ordinal);
        Assert.Contains("info: The database is 127.0.0.1:", fewer.Errors, StringComparison.Ordinal);

        AssertError(3, $"has a certificate that does not descend from one in {other} (ssl_ca)", await RunProgramAsync($"{url}?ssl_ca={other}"));
        AssertSteps((await RunProgramAsync($"{url}?ssl_ca={other}", "-vv")).Errors, "TCP: connected", "TLS: failed: ");
        AssertSteps((await RunProgramAsync(url.Replace("budgetTester", "nobody:hunter2", StringComparison.Ordinal), "-vv")).Errors, "TCP: connected", "authentication: failed: error 1045 (AccessDenied)");
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_refused_also_when_it_descends_from_the_right_one()
    {
        var (own, key) = WriteCertificate("own", "db.example");
        await using var server = await PrivateMariaDb.StartAsync("--ssl-cert=" + own, "--ssl-key=" + key);
        AssertError(3, $"does not descend from one in {own} (ssl_ca), or is not for the host 127.0.0.1.", await RunProgramAsync($"{server.Server.ConnectionUrl("named").Split('?')[0]}?ssl_ca={own}"));

        // Whether others can read along is the server's to say; the machine's own are not asked.
        Assert.True(await IsEncryptedAsync(server.Server));
        Assert.False(await IsEncryptedAsync(MariaDbServer.Shared));
    }

    [Fact]
    public async Task A_server_that_is_not_there_fails_in_the_first_step_and_one_without_tls_in_the_third()
    {
        AssertSteps((await RunProgramAsync("mysql://me:hunter2@127.0.0.1:1/money", "-vv")).Errors, "TCP: failed: ");
        var (file, _) = WriteCertificate("own");
        AssertError(3, "offers no TLS, which ssl_ca asks for", await RunProgramAsync(MariaDbServer.Shared.ConnectionUrl("never").Split('?')[0] + "?ssl_ca=" + file));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.1.2.3", true)]
    [InlineData("[::1]", true)]
    [InlineData("LocalHost", true)]
    [InlineData("db.example", false)]
    [InlineData("localhost.example", false)]
    [InlineData("10.0.0.5", false)]
    [InlineData("[fe80::1]", false)]
    public void A_server_on_another_machine_is_asked_whether_the_connection_is_encrypted(string host, bool isLocal)
    {
        Assert.Equal(isLocal, ((MySqlProvider)DatabaseConnection.Parse($"mysql://me:hunter2@{host}/money").Provider).IsLocal);
        Assert.True(((MySqlProvider)DatabaseConnection.Parse($"mysql://me:hunter2@{host}/money?unix_socket=/run/mysqld/mysqld.sock").Provider).IsLocal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<bool> IsEncryptedAsync(MariaDbServer server)
    {
        await using var connection = new MySqlConnection(new MySqlConnectionStringBuilder { Server = "127.0.0.1", Port = (uint)server.Port, UserID = "budgetTester", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return await MySqlSite.IsEncryptedAsync(connection, default);
    }

    private (string Certificate, string Key) WriteCertificate(string name, string host = "127.0.0.1")
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var files = (Path.Combine(_folder, name + ".pem"), Path.Combine(_folder, name + ".key"));
        File.WriteAllText(files.Item1, certificate.ExportCertificatePem());
        File.WriteAllText(files.Item2, key.ExportPkcs8PrivateKeyPem());
        return files;
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(string? url, params string[] arguments) => InitDbRun.ToEndAsync(_folder, url, arguments);

    // As a program of its own.
    private async Task<(int ExitCode, string Output, string Errors)> RunProgramAsync(string? url, params string[] arguments)
    {
        await using var process = InitDbProcess.StartIn(_folder, url, arguments);
        return await process.EndAsync();
    }

    private static void AssertSteps(string errors, params string[] steps)
    {
        var lines = errors.Split('\n');
        var last = -1;
        foreach (var step in steps)
        {
            last = Array.FindIndex(lines, last + 1, line => line.StartsWith("debug: " + step, StringComparison.Ordinal));
            Assert.True(last >= 0, $"{step} is not there, or not in its place:\n{errors}");
            Assert.Matches(@"after \d+\.\d ms\)$", lines[last]);
        }

        Assert.DoesNotContain("hunter", errors, StringComparison.Ordinal);
    }

    private static void AssertError(int exitCode, string text, (int ExitCode, string Output, string Errors) end)
    {
        Assert.Equal((exitCode, ""), (end.ExitCode, end.Output));
        Assert.StartsWith("ERROR: ", end.Errors, StringComparison.Ordinal);
        Assert.Contains(text, end.Errors, StringComparison.Ordinal);
        Assert.Single(end.Errors.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain("hunter", end.Errors, StringComparison.Ordinal);
    }
}
