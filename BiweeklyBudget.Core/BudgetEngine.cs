using BiweeklyBudget.Core.Demo;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.AutomaticBackups;
using BiweeklyBudget.Core.Storage.Backup;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.Core.Totals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiweeklyBudget.Core;

/// <summary>
/// One household's database with its settings and clock. Long-lived and safe to use from many threads; the work is done through
/// books, which are short-lived: <c>await using var book = engine.OpenBook();</c>.
/// </summary>
public sealed class BudgetEngine
{
    /// <summary>
    /// Name of the meter (<see cref="System.Diagnostics.Metrics.Meter"/>) of the work that is done: <c>biweeklybudget.import.transactions</c>, <c>biweeklybudget.backups</c>. It tells how many, never amounts,
    /// names or numbers of accounts.
    /// </summary>
    public const string MeterName = EngineMeter.Name;

    private static readonly TimeSpan OldestBackupState = TimeSpan.FromMinutes(10);

    private readonly BudgetSettings _given;
    private readonly DatabaseConnection _connection;
    private readonly IDbContextFactory<BudgetDbContext> _contexts;
    private readonly DatabaseInitializer _initializer;
    private readonly RunningTotals _totals;
    private readonly DatabaseBackups _backups;
    private readonly DailyBackup _daily;
    private readonly Storage.AutomaticBackups.BackupFolder? _folder;
    private readonly BackupMaker? _maker;
    private volatile BudgetSettings _settings;
    private volatile MoneyFormat? _money;

    internal BudgetEngine(BudgetSettings settings, TimeProvider time, ILoggerFactory loggers, Action<DbContextOptionsBuilder>? configure)
    {
        _given = settings;
        _settings = settings;
        Time = time;
        _connection = DatabaseConnection.Parse(settings.ConnectionString);
        var folder = string.Equals(settings.BackupPath, BudgetSettings.NoBackups, StringComparison.OrdinalIgnoreCase) ? null : Storage.AutomaticBackups.BackupFolder.Of(settings.BackupPath, _connection);
        var tools = new BackupTools((file, token) => BackUpAsync(file, cancellationToken: token), (file, token) => VerifyBackupAsync(file, cancellationToken: token));
        _initializer = new DatabaseInitializer(_connection, loggers.CreateLogger<DatabaseInitializer>(), time)
        {
            BackUp = folder is null ? null : new UpgradeBackup(_connection.Description, folder, tools, time, loggers.CreateLogger<UpgradeBackup>()).MakeAsync,
        };
        _folder = folder;
        _maker = folder is null ? null : new BackupMaker(folder, tools, time);
        _daily = new DailyBackup(OpenOwn, folder, tools, BackupAudit.NoteAsync, LastMigration(), time, loggers.CreateLogger<DailyBackup>());
        _totals = new RunningTotals(time);
        _backups = new DatabaseBackups(_connection, new DatabaseReadiness(ExistsAsync, InitializeAsync), loggers.CreateLogger<DatabaseBackups>(), time, configure);
        _contexts = _connection.Provider.CreateContextPool(options =>
        {
            // UseLoggerFactory would make EF build its inner services and the model anew for each factory.
            options.UseApplicationServiceProvider(new Loggers(loggers));
            if (settings.LogsSql || settings.LogsQueryTimes)
            {
                options.AddInterceptors(new SqlLog(loggers.CreateLogger<SqlLog>(), settings.LogsSql, settings.LogsQueryTimes));
            }

            options.ConfigureWarnings(SqlLog.KeepProgramsLogsShort);
            configure?.Invoke(options);
        });
    }

    /// <summary>The kind of database.</summary>
    public DatabaseEngine Database => _connection.Engine;

    /// <summary>Where the database is, for logs: host and database name, or the file's path; never a user or a password.</summary>
    public string Description => _connection.Description;

    /// <summary>Whether backups are made daily and before upgrades (the setting BACKUP_PATH).</summary>
    public bool MakesBackups => _daily.IsOn;

    /// <summary>The folder that automatic backups go to; null when they are off, or when none is named and the user has no data folder.</summary>
    public string? BackupFolder => _daily.Folder;

    /// <summary>
    /// The settings in force: those given, and where they say nothing those that a person has stored. The dates of the first payday and of the begin of reconciling are null as long as neither the given settings nor the database say
    /// them; <see cref="Settings.SettingsSection.ReadAsync"/> looks, <see cref="Settings.SettingsSection.SaveFirstPaydayAsync"/> stores them.
    /// </summary>
    public BudgetSettings Settings => _settings;

    /// <summary>The clock; it stands still when the settings freeze it.</summary>
    public TimeProvider Time { get; }

    /// <summary>How money is written, by the settings' locale and currency.</summary>
    public MoneyFormat Money
    {
        get
        {
            var (settings, money) = (_settings, _money);
            return money is not null && money.LocaleName == settings.LocaleName && money.CurrencyCode == settings.CurrencyCode ? money : _money = settings.CreateMoneyFormat();
        }
    }

    /// <summary>Opens a database and makes it ready: it is created, adopted from upstream's program or migrated when it has to be.</summary>
    /// <param name="connectionString">Where the database is: <c>sqlite:///budget.db</c>, <c>sqlite:////var/lib/budget.db</c> or <c>mysql://user:password@host:port/database</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The engine, with the dates that the database says.</returns>
    /// <exception cref="ConnectionStringException">The connection string is none.</exception>
    /// <exception cref="DatabaseRefusedException">The database is not one that this program may work on. Nothing was changed.</exception>
    /// <exception cref="DatabaseUnavailableException">The database cannot be reached or written.</exception>
    public static Task<BudgetEngine> OpenAsync(string connectionString, CancellationToken cancellationToken = default) =>
        OpenAsync(new BudgetSettings { ConnectionString = connectionString }, loggers: null, cancellationToken);

    /// <summary>Opens a database by settings and makes it ready: it is created, adopted from upstream's program or migrated when it has to be.</summary>
    /// <param name="settings">Where the database is, and the rest of the settings.</param>
    /// <param name="loggers">Takes the log; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The engine, with the dates that the database says where the settings do not.</returns>
    /// <exception cref="ConnectionStringException">The connection string is none.</exception>
    /// <exception cref="DatabaseRefusedException">The database is not one that this program may work on. Nothing was changed.</exception>
    /// <exception cref="DatabaseUnavailableException">The database cannot be reached or written.</exception>
    public static async Task<BudgetEngine> OpenAsync(BudgetSettings settings, ILoggerFactory? loggers = null, CancellationToken cancellationToken = default)
    {
        var engine = Create(settings, loggers);
        await engine.InitializeAsync(cancellationToken).ConfigureAwait(false);
        var book = engine.OpenBook();
        await using (book.ConfigureAwait(false))
        {
            await book.Settings.ReadAsync(cancellationToken).ConfigureAwait(false);
        }

        return engine;
    }

    /// <summary>An engine for a database that nothing is done with yet: <see cref="InitializeAsync"/> makes it ready, <see cref="StatusAsync"/> says how it stands.</summary>
    /// <param name="settings">Where the database is, and the rest of the settings.</param>
    /// <param name="loggers">Takes the log; null for none.</param>
    /// <returns>The engine.</returns>
    /// <exception cref="ConnectionStringException">The connection string is none.</exception>
    public static BudgetEngine Create(BudgetSettings settings, ILoggerFactory? loggers = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new BudgetEngine(settings, settings.CreateClock(), loggers ?? NullLoggerFactory.Instance, configure: null);
    }

    /// <summary>Whether an exception says that the database could not be reached or used, or went away during the work; the same may succeed later.</summary>
    /// <param name="exception">What a method of a book or an engine threw.</param>
    /// <returns>False for every other fault.</returns>
    public static bool IsUnreachable(Exception exception) => FaultOf(exception) is { } fault && fault != DatabaseFault.Unstorable;

    /// <summary>What an exception says about the database as a whole.</summary>
    /// <param name="exception">What a method of a book or an engine threw.</param>
    /// <returns>Null when the exception is not the database's fault, or when what it broke may have been saved (<see cref="OutcomeUnknownException"/>).</returns>
    public static DatabaseFault? FaultOf(Exception exception) => exception is OutcomeUnknownException ? null : DatabaseFaults.Of(exception);

    /// <summary>Opens a book. Nothing is asked of the database before the book is used.</summary>
    /// <param name="who">Who saves through it (<see cref="BudgetBook.Who"/>).</param>
    /// <returns>The caller disposes it.</returns>
    public BudgetBook OpenBook(string? who = null) => new(new BookSession(_contexts.CreateDbContext(), () => _settings, Time, Complete, _totals) { Given = _given, KnowsStoredSettings = () => _totals.KnowsSettings, ForgetStoredSettings = _totals.ForgetSettings, Repair = InitializeAsync, Backups = () => _daily.Known, ReadBackups = (database, token) => _daily.ReadAsync(database, OldestBackupState, token) }) { Who = who };

    /// <summary>
    /// Closes the connections to the database that are kept for later books, of all engines of this process that use the same one: afterwards a SQLite file can be moved or deleted, also on Windows.
    /// Those in use are closed when their books are. The engine stays usable and opens new ones.
    /// </summary>
    public void CloseConnections() => _connection.Provider.ClosePooled();

    /// <summary>
    /// Creates, adopts or migrates the database, or finds that nothing is to do. Any number of processes may do so at once. One that exists is backed up before it is changed, unless
    /// the settings say that there are no backups.
    /// </summary>
    /// <param name="cancellationToken">Gives up; a creation that was cut short is made anew by the next call.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="DatabaseRefusedException">The database is not one that this program may work on, or no backup of it can be made. Nothing was changed.</exception>
    /// <exception cref="DatabaseUnavailableException">The database cannot be reached or written, or the wait for other processes was over.</exception>
    public async Task<InitializationResult> InitializeAsync(CancellationToken cancellationToken = default)
    {
        var result = await _initializer.InitializeAsync(cancellationToken).ConfigureAwait(false);
        if (result.Backup is { } backup)
        {
            // The table for it may be one that the migration made.
            var database = OpenOwn();
            await using (database.ConfigureAwait(false))
            {
                await BackupLog.AddAsync(database, backup, BackupAudit.NoteAsync, cancellationToken).ConfigureAwait(false);
            }
        }

        return result;
    }

    /// <summary>Says how the database stands to this program, and changes nothing. One cheap statement when it is ready.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The status; never an exception because of the database.</returns>
    public async Task<DatabaseStatus> StatusAsync(CancellationToken cancellationToken = default) =>
        await _initializer.StatusAsync(cancellationToken).ConfigureAwait(false) with { LastBackup = _daily.Known?.Last };

    /// <summary>The same, and asks a database that is ready for its last automatic backup. A database that goes away in between is a state too.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The status; never an exception because of the database.</returns>
    public Task<DatabaseStatus> StatusWithBackupAsync(CancellationToken cancellationToken = default) =>
        _initializer.StatusAsync(async token => (await _daily.ReadAsync(TimeSpan.Zero, token).ConfigureAwait(false)).Last, cancellationToken);

    /// <summary>Says how the automatic backups stand: as it was at most ten minutes ago, at once for what this engine did itself.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The state.</returns>
    public Task<BackupState> ReadBackupsAsync(CancellationToken cancellationToken = default) => _daily.ReadAsync(OldestBackupState, cancellationToken);

    /// <summary>
    /// Makes and verifies the daily backup if the last good one is older than a day, or a failed one is to be tried again, and no other host is at it. Then deletes those that are no
    /// longer kept. Programs that serve call it every few minutes; it does nothing if the settings say that there are no backups.
    /// </summary>
    /// <param name="cancellationToken">Gives up; no file is left.</param>
    /// <returns>How the backups stand afterwards. A backup that fails is told there and tried again later, in growing pauses.</returns>
    public Task<BackupState> BackUpWhenDueAsync(CancellationToken cancellationToken = default) => _daily.MakeWhenDueAsync(cancellationToken);

    /// <summary>The backups in the folder for automatic ones that are of this database, the newest first.</summary>
    /// <returns>None when there is no folder.</returns>
    /// <exception cref="BackupException">The folder cannot be read.</exception>
    public IReadOnlyList<KeptBackup> ListBackups() => _folder?.Shown is null
        ? []
        : [.. _folder.List().OrderByDescending(file => file.At).Select(file => new KeptBackup(file.Name, file.At, BackupMaker.TextOf(file.Kind), SizeOf(_folder.PathOf(file.Name)), file.Kind != BackupKind.Replaced))];

    /// <summary>The full path of a backup of the list.</summary>
    /// <param name="name">The file's name, as the list has it; any text.</param>
    /// <returns>Null when the list has none of that name.</returns>
    /// <exception cref="BackupException">The folder cannot be read.</exception>
    public string? FindBackup(string name) => _folder?.Shown is not null && _folder.List().FirstOrDefault(file => file.Name == name) is { } file ? _folder.PathOf(file.Name) : null;

    /// <summary>Makes a backup in the folder for automatic ones, and verifies it. Where people sign in, the audit log says that it was begun, and that it was made.</summary>
    /// <param name="who">Who asked for it, for the audit log; null when that is not known.</param>
    /// <param name="place">From where, for the audit log: an address of the network, or the name of a program; null when that is not known.</param>
    /// <param name="cancellationToken">Gives up; no file is left.</param>
    /// <returns>The backup.</returns>
    /// <exception cref="BackupException">It cannot be made, or the settings say that there are no backups.</exception>
    /// <exception cref="DatabaseUnavailableException">The database cannot be reached.</exception>
    public async Task<MadeBackup> MakeBackupAsync(string? who = null, string? place = null, CancellationToken cancellationToken = default)
    {
        var maker = _maker ?? throw new BackupException(BackupFault.Unusable, "The setting BACKUP_PATH says that there are no backups.");
        var database = OpenOwn();
        await using (database.ConfigureAwait(false))
        {
            database.Author = new Author(who, Time, place);
            await BackupAudit.BeginAsync(database, cancellationToken).ConfigureAwait(false);
            var made = await maker.MakeAsync(BackupKind.Asked, LastMigration(), review: null, cancellationToken).ConfigureAwait(false);
            await BackupLog.AddAsync(database, made!, BackupAudit.NoteAsync, cancellationToken).ConfigureAwait(false);
            return made!;
        }
    }

    /// <summary>
    /// Fills an empty database with a made-up household around a payday: accounts, budgets, half a year of transactions up to today, schedules,
    /// bank transactions that wait to be reconciled. For demonstrations and tests.
    /// </summary>
    /// <param name="payday">First day of the pay period that is to be the current one: today, or one of the thirteen days before.</param>
    /// <param name="cancellationToken">Cancels it; nothing is written then.</param>
    /// <returns>When all of it is written.</returns>
    /// <exception cref="InvalidOperationException">The database holds accounts already. Nothing was changed.</exception>
    public async Task WriteDemoAsync(DateOnly payday, CancellationToken cancellationToken = default)
    {
        var database = _contexts.CreateDbContext();
        await using (database.ConfigureAwait(false))
        {
            await DemoHousehold.WriteAsync(database, payday, DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Writes a backup of all data, as of one moment, while hosts go on reading and writing. The file appears when it is whole, is readable by its owner only, and can be
    /// restored on both engines. Its size in memory does not depend on the data. A database that is still to be adopted or migrated is backed up as it is.
    /// </summary>
    /// <param name="file">The file to write; its folder is created if it is absent.</param>
    /// <param name="options">Null for a file without a passphrase that replaces none.</param>
    /// <param name="progress">Is told about the work some times a second; null for nobody.</param>
    /// <param name="cancellationToken">Gives up; no file is left.</param>
    /// <returns>What is in it.</returns>
    /// <exception cref="BackupException">The file cannot be written, or exists already.</exception>
    /// <exception cref="DatabaseRefusedException">The database is not one that this program may work on, or there is none.</exception>
    /// <exception cref="DatabaseUnavailableException">The database cannot be reached.</exception>
    public Task<BackupSummary> BackUpAsync(string file, BackupOptions? options = null, IProgress<BackupProgress>? progress = null, CancellationToken cancellationToken = default) =>
        _backups.BackUpAsync(file, options ?? new BackupOptions(), progress, cancellationToken);

    /// <summary>Proves that a backup can be restored: restores it into a throw-away SQLite database in the folder for temporary files and compares every value. Needs no database.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="passphrase">Its passphrase; null for a file without one.</param>
    /// <param name="progress">Is told about the work some times a second; null for nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is in it.</returns>
    /// <exception cref="BackupException">The file cannot be restored.</exception>
    public static Task<BackupSummary> VerifyBackupAsync(string file, string? passphrase = null, IProgress<BackupProgress>? progress = null, CancellationToken cancellationToken = default) =>
        DatabaseBackups.VerifyAsync(file, passphrase, progress, configure: null, cancellationToken);

    /// <summary>
    /// Restores a backup into this database, which is created or migrated when it has to be. All of it is stored at once or, if the restore fails, is given up or is killed,
    /// nothing, and the old data is there. Hosts may have the database open meanwhile; their saves wait.
    /// </summary>
    /// <param name="file">The backup.</param>
    /// <param name="options">Null to restore into an absent or empty database only.</param>
    /// <param name="progress">Is told about the work some times a second; null for nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was restored, and where the old data is.</returns>
    /// <exception cref="BackupException">The file cannot be restored. The old data is unchanged.</exception>
    /// <exception cref="DatabaseRefusedException">The database holds data that may not be replaced, or is not one that this program may work on. Nothing was changed.</exception>
    /// <exception cref="DatabaseUnavailableException">The database cannot be reached or written, or the wait for other processes was over.</exception>
    public Task<RestoreResult> RestoreAsync(string file, RestoreOptions? options = null, IProgress<BackupProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        options ??= new RestoreOptions();
        var note = new RestoreNote(options.Who, options.Place, Path.GetFileName(file), BackupAudit.NoteRestoreAsync, NameOfReplaced);
        return RecordedAsync(note, () => _backups.RestoreAsync(file, options, note, progress, cancellationToken), cancellationToken);
    }

    /// <summary>Copies all data, as of one moment, into another database, on the same engine or the other, and compares every value. This one is not changed.</summary>
    /// <param name="target">The database to move to; it is created or migrated when it has to be. All is stored there at once or nothing.</param>
    /// <param name="options">Null to move into an absent or empty database only.</param>
    /// <param name="progress">Is told about the work some times a second; null for nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was moved, and where the target's old data is.</returns>
    /// <exception cref="BackupException">The target cannot hold the data, or its old data cannot be backed up. The target's data is unchanged.</exception>
    /// <exception cref="DatabaseRefusedException">The target holds data that may not be replaced, or one of the two is not one that this program may work on. Nothing was changed.</exception>
    /// <exception cref="DatabaseUnavailableException">One of the two cannot be reached or written, or the wait for other processes was over.</exception>
    public Task<RestoreResult> MoveToAsync(BudgetEngine target, MoveOptions? options = null, IProgress<BackupProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        options ??= new MoveOptions();
        var note = new RestoreNote(options.Who, options.Place, $"moved from {_connection.Description}", BackupAudit.NoteRestoreAsync, target.NameOfReplaced);
        return target.RecordedAsync(note, () => _backups.MoveToAsync(target._backups, options, note, progress, cancellationToken), cancellationToken);
    }

    /// <summary>Engine and description, for logs.</summary>
    /// <returns>A text without a user name or a password.</returns>
    public override string ToString() => _connection.ToString();

    // The log stays when everything else is replaced. What was begun stands in it before; that it was done is written with the data, or not at all.
    private async Task<RestoreResult> RecordedAsync(RestoreNote note, Func<Task<RestoreResult>> replace, CancellationToken cancellationToken)
    {
        if ((await StatusAsync(cancellationToken).ConfigureAwait(false)).State == DatabaseState.Ready)
        {
            await RecordAsync(note, cancellationToken).ConfigureAwait(false);
        }

        var result = await replace().ConfigureAwait(false);
        _totals.Forget();
        return result;
    }

    // What was replaced is in the list, where it lies beside the others, from the moment on at which it is.
    private string? NameOfReplaced(string folder) => _maker is not null && folder == _folder!.Shown ? _maker.NameOfReplaced(LastMigration()) : null;

    private static long SizeOf(string file) => new FileInfo(file) is { Exists: true } found ? found.Length : 0;

    private async Task RecordAsync(RestoreNote note, CancellationToken cancellationToken)
    {
        var book = OpenBook(note.Who);
        await using (book.ConfigureAwait(false))
        {
            book.Place = note.Place;
            await book.Audit.AddAsync(AuditKind.Restore, note.What, AuditWords.Begun, cancellationToken).ConfigureAwait(false);
        }
    }

    // What the program does by itself is nobody's; it has the engine's clock.
    private BudgetDbContext OpenOwn()
    {
        var database = _contexts.CreateDbContext();
        database.Author = new Author(Who: null, Time);
        return database;
    }

    private async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        var status = await StatusAsync(cancellationToken).ConfigureAwait(false);
        return status.State switch
        {
            DatabaseState.Refused => throw new DatabaseRefusedException(status.Explanation),
            DatabaseState.Unreachable => throw new DatabaseUnavailableException(status.Explanation),
            _ => status.State is DatabaseState.Ready or DatabaseState.Outdated or DatabaseState.Adoptable,
        };
    }

    private string LastMigration()
    {
        var id = _connection.Provider.CreateSite().Migrations[^1];
        return id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
    }

    private BudgetSettings Complete(StoredHousehold stored)
    {
        _settings = _given.CompletedBy(stored);
        _totals.NoteSettingsRead(stored.Change);
        return _settings;
    }

    /// <summary>Where EF looks for its log.</summary>
    private sealed class Loggers(ILoggerFactory factory) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(ILoggerFactory) ? factory : null;
    }
}
