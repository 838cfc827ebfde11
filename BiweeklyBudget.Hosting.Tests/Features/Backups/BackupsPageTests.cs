using System.Net;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Features.Backups;

/// <summary>Backups in the browser: an owner makes, downloads and restores them, each time with the password.</summary>
public sealed class BackupsPageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bbpage-");

    [Theory]
    [InlineData(DatabaseEngine.Sqlite)]
    [InlineData(DatabaseEngine.MySql)]
    public async Task A_backup_is_made_looked_at_and_restored_while_the_host_serves(DatabaseEngine engine)
    {
        await using var guarded = await GuardedHost.StartAsync(engine, settings: new Dictionary<string, string?> { ["BACKUP_PATH"] = _folder.FullName });
        await guarded.AddAsync("ann", UserRole.Owner);
        using var ann = await guarded.SignInAsync("ann");
        await AssertAsync(guarded, ann, "?handler=Make", HttpStatusCode.UnprocessableEntity, "not your password", ("password", "wrong"));
        Assert.Empty(ListOf(guarded));
        await AssertAsync(guarded, ann, "?handler=Make", HttpStatusCode.OK, "made and verified", ("password", GuardedHost.Password));
        var made = Assert.Single(ListOf(guarded));
        Assert.Equal(("asked for", true), (made.Reason, made.IsVerified));

        await AddBudgetAsync(guarded, "Made later");
        Assert.Contains("Made later", await PageAsync(guarded, ann, "/budgets"), StringComparison.Ordinal);
        var looked = await AssertAsync(guarded, ann, "?handler=Look", HttpStatusCode.OK, "Restore this backup?", ("backup", made.Name));
        var chosen = Between(looked, "name=\"chosen\" value=\"", "\"");
        await AssertAsync(guarded, ann, "?handler=Restore", HttpStatusCode.UnprocessableEntity, "Please type restore", ("chosen", chosen), ("typed", "yes"), ("password", GuardedHost.Password));
        await AssertAsync(guarded, ann, "?handler=Restore", HttpStatusCode.UnprocessableEntity, "not your password", ("chosen", chosen), ("typed", "restore"), ("password", "wrong"));
        Assert.Contains("Made later", await PageAsync(guarded, ann, "/budgets"), StringComparison.Ordinal);
        await AssertAsync(guarded, ann, "?handler=Restore", HttpStatusCode.OK, "Restored as of", ("chosen", chosen), ("typed", " Restore "), ("password", GuardedHost.Password));

        // At once, and whoever was signed in still is.
        Assert.DoesNotContain("Made later", await PageAsync(guarded, ann, "/budgets"), StringComparison.Ordinal);
        var backups = ListOf(guarded);
        Assert.Equal(["asked for", "before a restore"], backups.Select(backup => backup.Reason).Order(StringComparer.Ordinal));
        await AssertAsync(guarded, ann, "?handler=Restore", HttpStatusCode.UnprocessableEntity, "forgotten by now", ("chosen", chosen), ("typed", "restore"), ("password", GuardedHost.Password));

        // What was there before comes back in the same way.
        var before = await AssertAsync(guarded, ann, "?handler=Look", HttpStatusCode.OK, "Restore this backup?", ("backup", backups.Single(backup => backup.Reason == "before a restore").Name));
        Assert.True(backups.Single(backup => backup.Reason == "before a restore") is { IsVerified: false });
        await AssertAsync(guarded, ann, "?handler=Restore", HttpStatusCode.OK, "Restored as of", ("chosen", Between(before, "name=\"chosen\" value=\"", "\"")), ("typed", "restore"), ("password", GuardedHost.Password));
        Assert.Contains("Made later", await PageAsync(guarded, ann, "/budgets"), StringComparison.Ordinal);

        await using var book = guarded.Engine.OpenBook();
        var kinds = (await book.Audit.ListAsync(take: 100)).Rows.Select(entry => entry.Kind).ToList();
        Assert.Equal((2, 4, 2), (kinds.Count(kind => kind == AuditKind.Backup), kinds.Count(kind => kind == AuditKind.Restore), kinds.Count(kind => kind == AuditKind.ConfirmationFailed)));
        Assert.Null((await book.Audit.VerifyAsync()).Problem);
        Assert.Empty(guarded.Host.Errors);
    }

    [Fact]
    public async Task What_is_downloaded_can_be_uploaded_and_restored_and_leaves_no_file()
    {
        await using var guarded = await GuardedHost.StartAsync(settings: new Dictionary<string, string?> { ["BACKUP_PATH"] = _folder.FullName });
        await guarded.AddAsync("ann", UserRole.Owner);
        using var ann = await guarded.SignInAsync("ann");
        var left = LeftFolders();
        const string Passphrase = "of my own making";
        await AssertAsync(guarded, ann, "?handler=Fresh", HttpStatusCode.UnprocessableEntity, "at least 12", ("passphrase", "short"), ("again", "short"), ("password", GuardedHost.Password));
        await AssertAsync(guarded, ann, "?handler=Fresh", HttpStatusCode.UnprocessableEntity, "differ", ("passphrase", Passphrase), ("again", Passphrase + "s"), ("password", GuardedHost.Password));
        await AssertAsync(guarded, ann, "?handler=Fresh", HttpStatusCode.UnprocessableEntity, "not your password", ("passphrase", Passphrase), ("again", Passphrase), ("password", "wrong"));
        byte[] file;
        using (var downloaded = await guarded.PostAsync(ann, "/security/backups?handler=Fresh", ("passphrase", Passphrase), ("again", Passphrase), ("password", GuardedHost.Password)))
        {
            Assert.Equal((HttpStatusCode.OK, "application/octet-stream", "biweeklybudget-20170728T062444Z.bbbackup"), (downloaded.StatusCode, downloaded.Content.Headers.ContentType?.MediaType, downloaded.Content.Headers.ContentDisposition?.FileName));
            Assert.True(downloaded.Headers.CacheControl?.NoStore);
            file = await downloaded.Content.ReadAsByteArrayAsync();
        }

        await AddBudgetAsync(guarded, "Made later");
        Assert.Contains("passphrase is missing", await UploadAsync(guarded, ann, file, passphrase: ""), StringComparison.Ordinal);
        Assert.Contains("no backup of this program", await UploadAsync(guarded, ann, "nothing of the kind"u8.ToArray(), passphrase: ""), StringComparison.Ordinal);
        Assert.Contains("Please choose a file", await UploadAsync(guarded, ann, [], passphrase: ""), StringComparison.Ordinal);
        Assert.Contains("cut off or was changed", await UploadAsync(guarded, ann, file[..^100], Passphrase), StringComparison.Ordinal);
        var looked = await UploadAsync(guarded, ann, file, Passphrase);
        Assert.Contains("Restore this backup?", looked, StringComparison.Ordinal);
        await AssertAsync(guarded, ann, "?handler=Restore", HttpStatusCode.OK, "Restored as of", ("chosen", Between(looked, "name=\"chosen\" value=\"", "\"")), ("typed", "restore"), ("password", GuardedHost.Password));

        Assert.DoesNotContain("Made later", await PageAsync(guarded, ann, "/budgets"), StringComparison.Ordinal);
        Assert.Equal(left, LeftFolders());
        Assert.Empty(guarded.Host.Errors);
    }

    [Fact]
    public async Task Nothing_that_is_sent_becomes_a_path_and_nobody_restores_what_another_chose()
    {
        await using var guarded = await GuardedHost.StartAsync(settings: new Dictionary<string, string?> { ["BACKUP_PATH"] = _folder.FullName });
        await guarded.AddAsync("ann", UserRole.Owner);
        await guarded.AddAsync("bob", UserRole.Owner);
        using var ann = await guarded.SignInAsync("ann");
        using var bob = await guarded.SignInAsync("bob");
        var made = await guarded.Engine.MakeBackupAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "other.txt"), "another program's");
        foreach (var name in new[] { "other.txt", "../" + _folder.Name + "/" + Path.GetFileName(made.File), made.File, "/etc/passwd", "", Path.GetFileName(made.File) + "/", Path.GetFileName(made.File).ToUpperInvariant() })
        {
            await AssertAsync(guarded, ann, "?handler=Download", HttpStatusCode.UnprocessableEntity, "not there any more", ("backup", name), ("password", GuardedHost.Password));
            await AssertAsync(guarded, ann, "?handler=Look", HttpStatusCode.UnprocessableEntity, "not there any more", ("backup", name));
        }

        await AssertAsync(guarded, ann, "?handler=Download", HttpStatusCode.UnprocessableEntity, "not your password", ("backup", Path.GetFileName(made.File)), ("password", "wrong"));
        using (var downloaded = await guarded.PostAsync(ann, "/security/backups?handler=Download", ("backup", Path.GetFileName(made.File)), ("password", GuardedHost.Password)))
        {
            Assert.Equal(await File.ReadAllBytesAsync(made.File), await downloaded.Content.ReadAsByteArrayAsync());
        }

        var chosen = Between(await AssertAsync(guarded, ann, "?handler=Look", HttpStatusCode.OK, "Restore this backup?", ("backup", Path.GetFileName(made.File))), "name=\"chosen\" value=\"", "\"");
        await AssertAsync(guarded, bob, "?handler=Restore", HttpStatusCode.UnprocessableEntity, "forgotten by now", ("chosen", chosen), ("typed", "restore"), ("password", GuardedHost.Password));
    }

    [Fact]
    public async Task Without_a_folder_for_backups_nothing_is_restored()
    {
        await using var guarded = await GuardedHost.StartAsync();
        await guarded.AddAsync("ann", UserRole.Owner);
        using var ann = await guarded.SignInAsync("ann");

        var page = await PageAsync(guarded, ann, "/security/backups");
        Assert.Contains("No backups are kept", page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Upload", page, StringComparison.Ordinal);
        await AssertAsync(guarded, ann, "?handler=Make", HttpStatusCode.UnprocessableEntity, "folder for backups", ("password", GuardedHost.Password));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // On MySQL the sample was taken over from upstream, after a backup.
    private static List<Core.Storage.AutomaticBackups.KeptBackup> ListOf(GuardedHost guarded) => [.. guarded.Engine.ListBackups().Where(backup => backup.Reason != "before an upgrade")];

    private static string[] LeftFolders() => [.. Directory.EnumerateDirectories(Path.GetTempPath(), "biweeklybudget-restore-*").Order(StringComparer.Ordinal)];

    private static async Task AddBudgetAsync(GuardedHost guarded, string name)
    {
        await using var book = guarded.Engine.OpenBook();
        (await book.Budgets.SaveAsync(new() { Name = name, Kind = Core.Budgets.BudgetKind.Standing, CurrentBalance = 0m })).ValueOrThrow();
    }

    private static async Task<string> UploadAsync(GuardedHost guarded, HttpClient browser, byte[] file, string passphrase)
    {
        using var text = new StringContent(passphrase);
        using var bytes = new ByteArrayContent(file);
        using var form = new MultipartFormDataContent { { text, "passphrase" }, { bytes, "file", "../../etc/evil.bbbackup" } };
        using var response = await browser.PostAsync(new Uri(guarded.PathBase + "/security/backups?handler=Upload", UriKind.Relative), form);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<string> AssertAsync(GuardedHost guarded, HttpClient browser, string query, HttpStatusCode expected, string text, params (string Name, string Value)[] fields)
    {
        using var response = await guarded.PostAsync(browser, "/security/backups" + query, fields);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{query}: {(int)response.StatusCode} {body}\n{string.Join('\n', guarded.Host.Errors)}");
        Assert.Contains(text, body, StringComparison.Ordinal);
        return body;
    }

    private static async Task<string> PageAsync(GuardedHost guarded, HttpClient browser, string path)
    {
        using var response = await guarded.GetAsync(browser, path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"GET {path}: {(int)response.StatusCode} {body}\n{string.Join('\n', guarded.Host.Errors)}");
        return body;
    }

    private static string Between(string text, string before, string after)
    {
        var from = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(from >= 0, text);
        return text[(from + before.Length)..text.IndexOf(after, from + before.Length, StringComparison.Ordinal)];
    }
}
