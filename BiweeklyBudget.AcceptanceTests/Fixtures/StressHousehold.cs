using System.Globalization;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>
/// A household that no page was drawn for, and a host over it: two hundred budgets, names that are long, without a blank or written from right to left, amounts of twelve digits in euros as they are
/// written in Germany, splits over many budgets, planned rows that were skipped.
/// </summary>
public sealed class StressHousehold : IAsyncLifetime
{
    private const decimal Much = 123_456_789_012.34m;

    // As long as upstream's columns let names be.
    private const string Long = "The quite extraordinarily long name of it, truly";
    private const string Unbroken = "Donaudampfschifffahrtselektrizitaetenhauptbetrieb";
    private const string RightToLeft = "ميزانية المصروفات المنزلية الشهرية للعائلة";

    private static readonly string[] Names = [Long, Unbroken, RightToLeft, "Short"];

    private static readonly DateTime Now = new(2017, 7, 27, 18, 0, 0, DateTimeKind.Utc);

    private TestDatabase? _database;
    private HostProcess? _host;

    internal HostProcess Host => _host ?? throw new InvalidOperationException("The fixture is not initialised.");

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await using (var context = _database.Connection.CreateContext())
        {
            AddAccounts(context);
            AddBudgets(context);
            AddTransactions(context);
            AddTheRest(context);
            await context.SaveChangesAsync();
        }

        var settings = RecordedSettings.For(_database.Url);
        (settings["CURRENCY_CODE"], settings["LOCALE_NAME"]) = ("EUR", "de_DE");
        _host = await HostProcess.StartAsync(settings);
        await _host.SaveAsync("skip_sched_trans", new { id = "1", payperiod_start_date = "2017-07-21", notes = Unbroken });
        await _host.SaveAsync("skip_sched_trans", new { id = "3", payperiod_start_date = "2017-07-21", notes = Long });
    }

    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"{Names[number % Names.Length]}{(number < Names.Length ? "" : " ")}{(number < Names.Length ? null : number)}");

    private static void AddAccounts(BudgetDbContext context)
    {
        var types = new[] { AccountType.Bank, AccountType.Bank, AccountType.Cash, AccountType.Credit, AccountType.Credit, AccountType.Credit, AccountType.Investment, AccountType.Other };
        for (var i = 0; i < types.Length; i++)
        {
            var isCard = types[i] == AccountType.Credit;
            context.Accounts.Add(new Account
            {
                Id = i + 1,
                Name = Name(i),
                Description = Unbroken,
                Type = types[i],
                NegatesBankAmounts = true,
                CreditLimit = isCard ? Much : null,
                Apr = isCard ? 0.1999m : null,
                InterestMethod = isCard ? "AdbCompoundedDaily" : null,
                MinimumPaymentMethod = isCard ? "MinPaymentAmEx" : null,
            });
            for (var month = 0; month < 12; month++)
            {
                var at = Now.AddMonths(-month).AddDays(-i);
                context.AccountBalances.Add(new AccountBalance { AccountId = i + 1, Ledger = isCard ? -Much / 100 : i == 6 ? Much * 5 : Much - (month * 1_000_000m), LedgerDate = at, OverallDate = at });
            }

            context.Statements.Add(new Statement { Id = i + 1, AccountId = i + 1, FileName = Unbroken + ".ofx", FileTime = Now, AsOf = Now.AddDays(-i), Currency = "USD", Type = "Bank", LedgerBalance = Much, LedgerBalanceAsOf = Now });
        }
    }

    private static void AddBudgets(BudgetDbContext context)
    {
        context.Budgets.Add(new Budget { Id = 1, Name = Unbroken, StartingBalance = 0m, IsIncome = true });
        for (var i = 2; i <= 200; i++)
        {
            var isPeriodic = i % 2 == 0;
            context.Budgets.Add(new Budget { Id = i, Name = Name(i), IsPeriodic = isPeriodic, StartingBalance = isPeriodic ? i % 5 == 0 ? Much : 100m : null, CurrentBalance = isPeriodic ? null : i % 7 == 0 ? -Much : 12.5m, IsActive = i % 50 != 0 });
        }

        context.ScheduledTransactions.AddRange(
            new ScheduledTransaction { Id = 1, Description = Unbroken, Amount = Much, AccountId = 2, BudgetId = 2, DayOfMonth = 30 },
            new ScheduledTransaction { Id = 2, Description = RightToLeft, Amount = -Much, AccountId = 3, BudgetId = 1, NumberPerPeriod = 3 },
            new ScheduledTransaction { Id = 3, Description = Long, Amount = 3m, AccountId = 1, BudgetId = 4, NumberPerPeriod = 1 });
    }

    private static void AddTransactions(BudgetDbContext context)
    {
        for (var i = 1; i <= 60; i++)
        {
            var amount = i % 6 == 0 ? Much : i * 3.07m;
            var transaction = new Transaction { Id = i, Date = new DateOnly(2017, 7, 28).AddDays(-i % 20), Description = Name(i), AccountId = 1 + (i % 5), Notes = Unbroken, ScheduledTransactionId = i % 11 == 0 ? 2 : null, SalesTax = i % 4 == 0 ? 1.23m : 0m, BudgetedAmount = i % 11 == 0 ? amount + 1 : null };
            var shares = i % 9 == 0 ? 4 : 1;
            for (var share = 0; share < shares; share++)
            {
                transaction.Splits.Add(new TransactionSplit { BudgetId = 2 + ((i + share) % 190), Amount = share == 0 ? amount - (shares - 1) : 1m });
            }

            context.Transactions.Add(transaction);
            var line = new BankTransaction { AccountId = transaction.AccountId.Value, StatementId = transaction.AccountId.Value, FitId = string.Create(CultureInfo.InvariantCulture, $"{Unbroken}{Unbroken}{i}"), TransactionType = "debit", DatePosted = Now.AddDays(-i % 20), Amount = i % 2 == 0 ? -amount : -amount - 7, Name = Name(i + 1), Memo = Long, Description = RightToLeft };
            context.BankTransactions.Add(line);
            if (i % 5 == 0)
            {
                context.Reconciliations.Add(new Reconciliation { TransactionId = i, BankAccountId = line.AccountId, BankFitId = line.FitId, ReconciledAt = Now });
            }
        }
    }

    private static void AddTheRest(BudgetDbContext context)
    {
        context.Vehicles.AddRange(new Vehicle { Id = 1, Name = Unbroken }, new Vehicle { Id = 2, Name = RightToLeft });
        for (var i = 1; i <= 12; i++)
        {
            context.FuelFills.Add(new FuelFill { Id = i, Date = new DateOnly(2017, 1, 1).AddDays(i * 9), VehicleId = 1 + (i % 2), OdometerMiles = 1_999_999_000 + (i * 300), ReportedMiles = 300, CalculatedMiles = 300, LevelBefore = 10, LevelAfter = 100, FillLocation = Unbroken, CostPerGallon = 2.459m, TotalCost = i == 3 ? Much : 30m, Gallons = 12.345m, ReportedMpg = 24.5m, CalculatedMpg = 24.3m, Notes = Unbroken });
        }

        context.Projects.AddRange(new Project { Id = 1, Name = Unbroken[..40], Notes = "https://example.com/" + Unbroken + Unbroken, StandingBudgetId = 3 }, new Project { Id = 2, Name = RightToLeft[..30], Notes = Long });
        context.ProjectItems.AddRange(
            new ProjectItem { ProjectId = 1, Name = Unbroken, Notes = Unbroken + Unbroken, Quantity = 1_000_000, UnitCost = 123_456.78m, Url = "https://example.com/" + Unbroken },
            new ProjectItem { ProjectId = 1, Name = RightToLeft, Quantity = 2, UnitCost = 39.90m });
    }
}
