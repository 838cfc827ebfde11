using System.Data.Common;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.TestSupport;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiweeklyBudget.Core.Tests.Audit;

/// <summary>
/// An entry and what it is about are stored together or not at all: a program that ends between the two statements leaves neither. On SQLite the files are looked at as they are in that moment, which
/// is what a killed process leaves; on MySQL the server loses the session in that moment, which is what it does when the process is gone.
/// </summary>
public sealed class AuditTransactionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bbcut-");

    [Theory]
    [InlineData(DatabaseEngine.Sqlite, "a change")]
    [InlineData(DatabaseEngine.Sqlite, "a user")]
    [InlineData(DatabaseEngine.Sqlite, "a restore")]
    [InlineData(DatabaseEngine.MySql, "a change")]
    [InlineData(DatabaseEngine.MySql, "a user")]
    [InlineData(DatabaseEngine.MySql, "a restore")]
    public async Task Who_is_killed_between_the_entry_and_the_commit_leaves_neither(DatabaseEngine engine, string act)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var backup = Path.Combine(_folder.FullName, "empty.bbbackup");
        var settings = new BudgetSettings { ConnectionString = database.Url, BackupPath = BudgetSettings.NoBackups };
        var plain = BudgetEngine.Create(settings);
        await using (var book = plain.OpenBook("Ann"))
        {
            book.Place = "192.0.2.7";
            await plain.BackUpAsync(backup);
            (await book.Budgets.SaveAsync(new() { Name = "Before", Kind = BudgetKind.Standing, CurrentBalance = 0m })).ValueOrThrow();
        }

        var cut = new Cut(database, _folder.FullName);
        var dying = new BudgetEngine(settings, TimeProvider.System, NullLoggerFactory.Instance, options => options.AddInterceptors(cut));
        var exception = await Record.ExceptionAsync(() => ActAsync(dying, act, backup, cut));
        Assert.True(cut.IsDone, exception?.ToString());
        Assert.Equal(engine == DatabaseEngine.MySql, exception is not null);

        await using var after = (engine == DatabaseEngine.MySql ? plain : BudgetEngine.Create(settings with { ConnectionString = "sqlite:///" + cut.Copy })).OpenBook();
        Assert.Equal("Before", Assert.Single(await after.Budgets.ListAsync()).Name);
        Assert.Empty(await after.Users.ListAsync());
        var entries = (await after.Audit.ListAsync()).Rows.OrderBy(entry => entry.Id).Select(entry => $"{entry.Kind} {entry.Subject} {entry.Details}".Trim());
        Assert.Equal(act == "a restore" ? ["Change SaveBudget", "Restore empty.bbbackup begun"] : ["Change SaveBudget"], entries);

        // A restore that was only begun does not keep the changes before it from being compared.
        var check = await after.Audit.VerifyAsync();
        Assert.Equal((null, 1), (check.Problem, check.Changes));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task ActAsync(BudgetEngine engine, string act, string backup, Cut cut)
    {
        if (act == "a restore")
        {
            // The first entry says that it is begun; the one that counts is the second.
            cut.Skip = 1;
            await engine.RestoreAsync(backup, new() { Replace = true, Who = "Ann", Place = "192.0.2.7" });
            return;
        }

        await using var book = engine.OpenBook("Ann");
        book.Place = "192.0.2.7";
        if (act == "a user")
        {
            (await book.Users.AddAsync("Bob", UserRole.Member, passwordHash: null)).ValueOrThrow();
        }
        else
        {
            (await book.Budgets.SaveAsync(new() { Name = "Later", Kind = BudgetKind.Standing, CurrentBalance = 0m })).ValueOrThrow();
        }
    }

    /// <summary>Cuts the work off when an entry of the audit log has been written and is not committed.</summary>
    private sealed class Cut(TestDatabase database, string folder) : DbCommandInterceptor
    {
        private static readonly string[] Ends = ["", "-wal"];

        public int Skip { get; set; }

        public bool IsDone { get; private set; }

        public string Copy => Path.Combine(folder, "copy.db");

        public override async ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            if (!IsDone && command.CommandText.StartsWith("INSERT INTO bb_audit (", StringComparison.Ordinal) && Skip-- == 0)
            {
                IsDone = true;
                await CutAsync(command.Connection!, cancellationToken);
            }

            return result;
        }

        private async Task CutAsync(DbConnection connection, CancellationToken cancellationToken)
        {
            if (connection is SqliteConnection)
            {
                foreach (var end in Ends.Where(end => File.Exists(connection.DataSource + end)))
                {
                    await using var from = new FileStream(connection.DataSource + end, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                    await using var to = File.Create(Copy + end);
                    await from.CopyToAsync(to, cancellationToken);
                }

                return;
            }

            await using var context = database.CreateContext();
            await using var ask = connection.CreateCommand();
            ask.CommandText = "SELECT CONNECTION_ID()";
            var id = Convert.ToInt64(await ask.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
            await context.Database.ExecuteSqlRawAsync("KILL {0}", [id], cancellationToken);
        }
    }
}
