using System.Globalization;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.TestSupport;

/// <summary>
/// Fills an empty database with years of history: transactions of one to three splits, each with its bank transaction in a
/// weekly statement, most pairs reconciled. Figures are random but the same for the same options.
/// </summary>
public sealed class LargeHistory
{
    private static readonly AccountType[] AccountTypes =
    [
        AccountType.Bank, AccountType.Credit, AccountType.Bank, AccountType.Credit, AccountType.Investment,
        AccountType.Credit, AccountType.Bank, AccountType.Credit, AccountType.Cash, AccountType.Investment,
    ];

    // A million transactions need no more memory than these.
    private const int AtOnce = 50_000;

    private static readonly string[] Payees = ["Acme Grocery", "Beacon Pharmacy", "Cedar Fuel", "Delta Diner", "Elm Hardware", "Falcon Books", "Harbor Clinic", "Lake Telecom", "Maple Bakery", "Union Gym"];

    private readonly LargeHistoryOptions _options;
    private readonly Random _random;
    private readonly DateOnly _start;
    private readonly int _days;
    private readonly List<Account> _accounts;
    private readonly List<Budget> _budgets;
    private readonly List<ScheduledTransaction> _scheduled;
    private readonly List<Statement> _statements = [];
    private readonly Dictionary<int, List<Statement>> _statementsOf;

    private LargeHistory(LargeHistoryOptions options)
    {
        _options = options;
        _random = new Random(options.Seed);
        _start = options.End.AddYears(-options.Years).AddDays(1);
        _days = options.End.DayNumber - _start.DayNumber + 1;
        _accounts = [.. Enumerable.Range(1, options.Accounts).Select(MakeAccount)];
        _budgets = [.. Enumerable.Range(1, options.Budgets).Select(MakeBudget)];
        _scheduled = [.. Enumerable.Range(1, options.Scheduled).Select(MakeScheduled)];
        MakeStatements();
        _statementsOf = _statements.GroupBy(s => s.AccountId).ToDictionary(g => g.Key, g => g.ToList());
    }

    private IEnumerable<int> ReconciledAccounts => _accounts.Where(a => a.IsReconciled).Select(a => a.Id);

    /// <summary>Writes the history into a database that has all tables and no rows.</summary>
    internal static async Task WriteAsync(DatabaseConnection database, LargeHistoryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        var history = new LargeHistory(options ?? new LargeHistoryOptions());
        await using var context = database.CreateContext();
        await context.Database.OpenConnectionAsync();
        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            await history.WriteFrameAsync(context);
            await history.WriteTransactionsAsync(context);
            await transaction.CommitAsync();
        }

        await context.Database.ExecuteSqlRawAsync(database.Engine == DatabaseEngine.Sqlite ? "ANALYZE" : "ANALYZE TABLE transactions, budget_transactions, ofx_trans, txn_reconciles, ofx_statements, account_balances");
    }

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name} {number:00}");

    private static Account MakeAccount(int id)
    {
        var type = AccountTypes[(id - 1) % AccountTypes.Length];
        return new Account
        {
            Id = id,
            Name = Numbered("Account", id),
            Type = type,
            NegatesBankAmounts = true,
            IsReconciled = type != AccountType.Investment,
            CreditLimit = type == AccountType.Credit ? 10_000m : null,
            Apr = type == AccountType.Credit ? 0.1499m : null,
            InterestMethod = type == AccountType.Credit ? "AdbCompoundedDaily" : null,
            MinimumPaymentMethod = type == AccountType.Credit ? "MinPaymentAmEx" : null,
        };
    }

    private Budget MakeBudget(int id)
    {
        var isIncome = id <= 2;
        var isPeriodic = id <= _options.Budgets * 6 / 10;
        return new Budget
        {
            Id = id,
            Name = Numbered("Budget", id),
            IsPeriodic = isPeriodic,
            IsIncome = isIncome,
            IsActive = id <= 4 || id % 13 != 0,
            StartingBalance = !isPeriodic ? null : isIncome ? 1_800m / id : Cents(1_000, 30_000),
            CurrentBalance = isPeriodic ? null : Cents(-5_000, 400_000),
            IsOmittedFromGraphs = isIncome || id % 9 == 0,
        };
    }

    private ScheduledTransaction MakeScheduled(int id)
    {
        var spending = _budgets.Where(b => b.IsPeriodic == true && b.IsIncome != true && b.IsActive == true).ToList();
        var scheduled = new ScheduledTransaction
        {
            Id = id,
            Amount = id <= 2 ? -1_800m / id : Cents(200, 15_000),
            Description = Numbered("Scheduled", id),
            AccountId = Pick(ReconciledAccounts.ToList()),
            BudgetId = id <= 2 ? id : Pick(spending).Id,
            IsActive = id % 11 != 0,
        };
        switch (id <= 2 ? 3 : id % 6)
        {
            case 0 or 1:
                scheduled.DayOfMonth = (short)_random.Next(1, 29);
                break;
            case 2:
                scheduled.DayOfWeek = (short)_random.Next(7);
                break;
            case 3:
                scheduled.NumberPerPeriod = (short)(id <= 2 ? 1 : _random.Next(1, 3));
                break;
            case 4:
                scheduled.AnnualMonth = (short)_random.Next(1, 13);
                scheduled.AnnualDay = (short)_random.Next(1, 29);
                break;
            default:
                scheduled.Date = _options.End.AddDays(_random.Next(-20, 41));
                break;
        }

        return scheduled;
    }

    private void MakeStatements()
    {
        for (var day = _options.End.AddDays(-7 * ((_days - 1) / 7)); day <= _options.End; day = day.AddDays(7))
        {
            foreach (var account in _accounts)
            {
                var asOf = Utc(day, hour: 3);
                var balance = account.Type == AccountType.Credit ? Cents(-400_000, -10_000) : Cents(50_000, 900_000);
                _statements.Add(new Statement
                {
                    Id = _statements.Count + 1,
                    AccountId = account.Id,
                    FileName = string.Create(CultureInfo.InvariantCulture, $"account{account.Id}_{day:yyyyMMdd}.ofx"),
                    FileTime = asOf,
                    Currency = "USD",
                    Type = account.Type == AccountType.Credit ? "CreditCard" : account.Type == AccountType.Investment ? "Investment" : "Bank",
                    AsOf = asOf,
                    LedgerBalance = balance,
                    LedgerBalanceAsOf = asOf,
                    AvailableBalance = balance,
                    AvailableBalanceAsOf = asOf,
                });
            }
        }
    }

    private async Task WriteFrameAsync(BudgetDbContext context)
    {
        await BulkInsert.WriteAsync(context, _accounts);
        await BulkInsert.WriteAsync(context, _budgets);
        await BulkInsert.WriteAsync(context, _scheduled);
        await BulkInsert.WriteAsync(context, _statements);
        await BulkInsert.WriteAsync(context, _statements.Select(s => new AccountBalance
        {
            Id = s.Id,
            AccountId = s.AccountId,
            Ledger = s.LedgerBalance,
            LedgerDate = s.AsOf,
            Available = s.AvailableBalance,
            AvailableDate = s.AsOf,
            OverallDate = s.AsOf,
        }));
        var standing = _budgets.First(b => b.IsPeriodic != true).Id;
        await BulkInsert.WriteAsync(context, Enumerable.Range(1, 6).Select(id => new Project { Id = id, Name = Numbered("Project", id), IsActive = id < 5, StandingBudgetId = standing }));
        await BulkInsert.WriteAsync(context, Enumerable.Range(1, 60).Select(id => new ProjectItem { Id = id, ProjectId = (id % 6) + 1, Name = Numbered("Item", id), Quantity = _random.Next(1, 10), UnitCost = Cents(99, 20_000), IsActive = id % 4 != 0 }));
    }

    private async Task WriteTransactionsAsync(BudgetDbContext context)
    {
        var (lastSplit, lastReconciliation) = (0, 0);
        for (var first = 1; first <= _options.Transactions; first += AtOnce)
        {
            (lastSplit, lastReconciliation) = await WriteTransactionsAsync(context, first, Math.Min(first + AtOnce - 1, _options.Transactions), lastSplit, lastReconciliation);
        }
    }

    private async Task<(int LastSplit, int LastReconciliation)> WriteTransactionsAsync(BudgetDbContext context, int first, int last, int lastSplit, int lastReconciliation)
    {
        var transactions = new List<Transaction>();
        var splits = new List<TransactionSplit>();
        var bank = new List<BankTransaction>();
        var reconciliations = new List<Reconciliation>();
        for (var id = first; id <= last; id++)
        {
            var transaction = MakeTransaction(id);
            var shares = MakeSplits(transaction, lastSplit);
            lastSplit += shares.Count;
            transactions.Add(transaction);
            splits.AddRange(shares);
            var posted = MakeBankTransaction(transaction, shares.Sum(s => s.Amount));
            bank.Add(posted);
            if (_random.Next(100) < _options.ReconciledPercent)
            {
                reconciliations.Add(new Reconciliation { Id = ++lastReconciliation, TransactionId = id, BankAccountId = posted.AccountId, BankFitId = posted.FitId, ReconciledAt = posted.DatePosted!.Value.AddDays(3) });
            }
        }

        await BulkInsert.WriteAsync(context, transactions);
        await BulkInsert.WriteAsync(context, splits);
        await BulkInsert.WriteAsync(context, bank);
        await BulkInsert.WriteAsync(context, reconciliations);
        return (lastSplit, lastReconciliation);
    }

    private Transaction MakeTransaction(int id)
    {
        var scheduled = _scheduled.Count > 0 && _random.Next(100) < 15 ? Pick(_scheduled) : null;
        return new Transaction
        {
            Id = id,
            Date = _start.AddDays((int)((id - 1L) * _days / _options.Transactions)),
            Description = scheduled?.Description ?? string.Create(CultureInfo.InvariantCulture, $"{Pick(Payees)} {id}"),
            Notes = id % 5 == 0 ? Numbered("note", id) : null,
            AccountId = scheduled?.AccountId ?? Pick(ReconciledAccounts.ToList()),
            ScheduledTransactionId = scheduled?.Id,
            PlannedBudgetId = scheduled?.BudgetId,
            BudgetedAmount = scheduled?.Amount,
        };
    }

    private List<TransactionSplit> MakeSplits(Transaction transaction, int lastId)
    {
        if (transaction.PlannedBudgetId is { } planned)
        {
            return [new TransactionSplit { Id = lastId + 1, TransactionId = transaction.Id, BudgetId = planned, Amount = transaction.BudgetedAmount!.Value }];
        }

        if (_random.Next(100) < 2)
        {
            return [new TransactionSplit { Id = lastId + 1, TransactionId = transaction.Id, BudgetId = _random.Next(1, 3), Amount = -Cents(20_000, 90_000) }];
        }

        var dice = _random.Next(100);
        var count = dice < 60 ? 1 : dice < 85 ? 2 : 3;
        var first = _random.Next(3, _options.Budgets + 1 - count);
        return [.. Enumerable.Range(1, count).Select(n => new TransactionSplit { Id = lastId + n, TransactionId = transaction.Id, BudgetId = first + n, Amount = Cents(100, 8_000) })];
    }

    private BankTransaction MakeBankTransaction(Transaction transaction, decimal amount)
    {
        var day = transaction.Date!.Value.AddDays(_random.Next(3));
        day = day > _options.End ? _options.End : day;
        var statements = _statementsOf[transaction.AccountId!.Value];
        return new BankTransaction
        {
            AccountId = transaction.AccountId.Value,
            StatementId = statements[Math.Min(statements.Count - 1, (day.DayNumber - _start.DayNumber) / 7)].Id,
            FitId = string.Create(CultureInfo.InvariantCulture, $"F{transaction.Id:00000000}"),
            TransactionType = amount < 0 ? "credit" : "debit",
            DatePosted = Utc(day, hour: 5),
            Amount = -amount,
            Name = transaction.Description.ToUpperInvariant(),
        };
    }

    private decimal Cents(int low, int high) => _random.Next(low, high) / 100m;

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    private static DateTime Utc(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);
}
