using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Audit;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Deleting;
using BiweeklyBudget.Core.Finding;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Notifications;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Spreading;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage.AutomaticBackups;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Core.Transfers;
using BiweeklyBudget.Core.Users;

namespace BiweeklyBudget.Core;

/// <summary>
/// A household's book, opened for one request or one job (<see cref="BudgetEngine.OpenBook"/>); not safe to use from several threads at once.
/// It holds at most one connection to the database. Everything that is read through it is of one state of the database, that of
/// the first reading; after a save, what is read is as new.
/// </summary>
public sealed class BudgetBook : IAsyncDisposable
{
    private readonly BookSession _session;

    internal BudgetBook(BookSession session)
    {
        _session = session;
        Settings = new SettingsSection(session);
        Accounts = new AccountSection(session);
        Budgets = new BudgetSection(session);
        Transactions = new TransactionSection(session);
        Scheduled = new ScheduledSection(session);
        PayPeriods = new PayPeriodSection(session);
        Transfers = new TransferSection(session);
        Spreading = new SpreadingSection(session);
        Statements = new StatementSection(session);
        Reconciling = new ReconcilingSection(session);
        Notifications = new NotificationSection(session);
        CreditPayoff = new CreditPayoffSection(session);
        Fuel = new FuelSection(session);
        Projects = new ProjectSection(session);
        Changes = new ChangeSection(session);
        Deleting = new DeletingSection(session);
        Finding = new FindingSection(session);
        Users = new UserSection(session);
        Sessions = new SessionSection(session);
        Tokens = new TokenSection(session);
        SecondFactors = new SecondFactorSection(session);
        Audit = new AuditSection(session);
        Passkeys = new PasskeySection(session);
    }

    /// <summary>The settings, and what of them the database keeps.</summary>
    public SettingsSection Settings { get; }

    /// <summary>Where the money is: bank accounts, cards, cash, investments.</summary>
    public AccountSection Accounts { get; }

    /// <summary>Budgets, periodic and standing.</summary>
    public BudgetSection Budgets { get; }

    /// <summary>What was earned and spent.</summary>
    public TransactionSection Transactions { get; }

    /// <summary>What will be earned and spent, and when.</summary>
    public ScheduledSection Scheduled { get; }

    /// <summary>What each pay period grants, plans and leaves.</summary>
    public PayPeriodSection PayPeriods { get; }

    /// <summary>Money moved between accounts or between budgets.</summary>
    public TransferSection Transfers { get; }

    /// <summary>What is left over in a pay period, and where it goes.</summary>
    public SpreadingSection Spreading { get; }

    /// <summary>What the banks say: statements and bank transactions.</summary>
    public StatementSection Statements { get; }

    /// <summary>Transactions matched with bank transactions.</summary>
    public ReconcilingSection Reconciling { get; }

    /// <summary>What the user should look at.</summary>
    public NotificationSection Notifications { get; }

    /// <summary>How the debt on cards is paid off.</summary>
    public CreditPayoffSection CreditPayoff { get; }

    /// <summary>Vehicles and their fills.</summary>
    public FuelSection Fuel { get; }

    /// <summary>What is to be bought, and which standing budgets pay for it.</summary>
    public ProjectSection Projects { get; }

    /// <summary>What was saved, by whom and when; it can be taken back.</summary>
    public ChangeSection Changes { get; }

    /// <summary>Records of any kind that are to go, as far as nothing depends on them.</summary>
    public DeletingSection Deleting { get; }

    /// <summary>What a line of text finds, and the transaction that it describes.</summary>
    public FindingSection Finding { get; }

    /// <summary>Who may sign in, where a program uses this book's own list of users.</summary>
    public UserSection Users { get; }

    /// <summary>Where they are signed in.</summary>
    public SessionSection Sessions { get; }

    /// <summary>What their scripts sign in with.</summary>
    public TokenSection Tokens { get; }

    /// <summary>What else than a password signing in takes.</summary>
    public SecondFactorSection SecondFactors { get; }

    /// <summary>Who did what, from where and when, so that nobody can take it away unseen.</summary>
    public AuditSection Audit { get; }
    /// <summary>Passkeys that they sign in with.</summary>
    public PasskeySection Passkeys { get; }

    /// <summary>
    /// Who saves through this book, for the record of changes: a name of the program's choice, cut to 254 characters; null when it is nobody in particular.
    /// </summary>
    public string? Who
    {
        get => _session.Who;
        set => _session.Who = value;
    }

    /// <summary>
    /// From where what is done through this book is asked for, for the audit log: an address of the network, or the name of a program, cut to 100 characters. As long as it is null, changes of money
    /// data and settings are in the record of changes alone.
    /// </summary>
    public string? Place
    {
        get => _session.Place;
        set => _session.Place = value;
    }

    /// <summary>
    /// Number of the change (<see cref="ChangeDetails.Id"/>) that the last save through this book was recorded as, with which it can be taken back; null when nothing was saved or nothing was
    /// changed. What was saved before with the same key (<see cref="UseKeyAsync"/>) has the number that it got then.
    /// </summary>
    public long? LastChangeId => _session.LastChangeId;

    /// <summary>Today, UTC.</summary>
    public DateOnly Today => _session.Today;

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => _session.Time.GetUtcNow();

    /// <summary>When the user is paid.</summary>
    /// <exception cref="InvalidOperationException">Nobody has said it yet: <see cref="SettingsSection.IsComplete"/> is false.</exception>
    public PayCalendar Calendar => _session.Calendar;

    /// <summary>For tests: the context.</summary>
    internal Storage.BudgetDbContext Database => _session.Database;

    /// <summary>
    /// Names what is saved next, so that it is saved once however often, from wherever and by however many at once it is asked for: the first save stores its
    /// outcome with the key in the same transaction, and every further one within a week, by any program on the database, changes nothing and has the first one's outcome.
    /// What was not saved stores no key and may be asked for again. A save whose commit is not answered, because the connection breaks, finds out by the key what became of it.
    /// </summary>
    /// <param name="key">The key, and what is asked for. It is for one save.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it is saved already: then the save that follows only tells what it resulted in.</returns>
    /// <exception cref="RequestKeyReusedException">Something else was saved with the key.</exception>
    public Task<bool> UseKeyAsync(RequestKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _session.UseKeyAsync(key, cancellationToken);
    }

    /// <summary>Says how the automatic backups stand: as it was at most ten minutes ago, at once for what this engine did itself.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The state.</returns>
    public Task<BackupState> ReadBackupsAsync(CancellationToken cancellationToken = default) => _session.ReadAsync(_session.ReadBackups, cancellationToken);

    /// <summary>Gives the connection back.</summary>
    /// <returns>When that is done.</returns>
    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
