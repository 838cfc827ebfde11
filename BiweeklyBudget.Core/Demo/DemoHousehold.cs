using System.Globalization;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Transfers;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Demo;

/// <summary>A made-up household around a payday: half a year of history, schedules, bank lines that wait to be reconciled.</summary>
internal sealed class DemoHousehold
{
    private const int Checking = 1, Wallet = 2, Card = 3, StoreCard = 4, Retirement = 5;
    private const int Salary = 1, Groceries = 2, Fuel = 3, Household = 4, EatingOut = 5, EmergencyFund = 6, Holiday = 7;
    private const int RentSchedule = 1, PhoneSchedule = 2, SalarySchedule = 3;
    private const int PastPeriods = 12;

    private static readonly Dictionary<int, string> AccountNames = new() { [Checking] = "Checking", [Wallet] = "Wallet", [Card] = "Everyday card", [StoreCard] = "Store card", [Retirement] = "Retirement" };

    private readonly BudgetDbContext _database;
    private readonly PayCalendar _calendar;
    private readonly PayPeriod _current;
    private readonly DateOnly _today;
    private readonly DateTime _now;
    private readonly List<Transaction> _made = [];
    private readonly List<TransferPair> _transfers = [];
    private int _lines;
    private int? _odometer;

    private DemoHousehold(BudgetDbContext database, DateOnly payday, DateOnly today)
    {
        _database = database;
        _calendar = PayCalendar.Fortnightly(payday);
        _current = _calendar.Containing(payday);
        _today = today;
        _now = today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(-6);
    }

    /// <summary>Writes it into an empty database.</summary>
    /// <exception cref="InvalidOperationException">The database holds accounts already. Nothing was changed.</exception>
    public static async Task WriteAsync(BudgetDbContext database, DateOnly payday, DateOnly today, CancellationToken cancellationToken)
    {
        if (await database.Accounts.AnyAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new InvalidOperationException("The database holds accounts already; only an empty one is filled with the made-up household.");
        }

        var household = new DemoHousehold(database, payday, today);
        household.AddBudgets();
        household.AddSchedules();
        household._database.Vehicles.Add(new Vehicle { Id = 1, Name = "Family car" });
        for (var i = -PastPeriods; i <= 0; i++)
        {
            household.AddPeriod(household._calendar.Plus(household._current, i), i + PastPeriods);
        }

        // After the transactions, which say what an account held before.
        household.AddAccounts();
        household.AddProject();
        database.StoredSettings.Add(new StoredSetting { Name = SettingNames.FuelBudgetId, Value = Fuel.ToString(CultureInfo.InvariantCulture) });
        var transaction = await database.BeginSaveAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            household._transfers.ForEach(pair => pair.Link());
            await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void AddAccounts()
    {
        Add(new Account { Id = Checking, Name = AccountNames[Checking], Description = "Where the salary goes", Type = AccountType.Bank, NegatesBankAmounts = true }, 2_410.66m, days: 0);
        Add(new Account { Id = Wallet, Name = AccountNames[Wallet], Description = "Cash", Type = AccountType.Cash, IsReconciled = false }, 85.00m, days: null);
        Add(new Account { Id = Card, Name = AccountNames[Card], Type = AccountType.Credit, CreditLimit = 4_000m, Apr = 0.1999m, InterestMethod = "AdbCompoundedDaily", MinimumPaymentMethod = "MinPaymentAmEx", NegatesBankAmounts = true }, -1_186.42m, days: 1, interest: 18.94m);
        Add(new Account { Id = StoreCard, Name = AccountNames[StoreCard], Type = AccountType.Credit, CreditLimit = 1_500m, Apr = 0.2649m, InterestMethod = "AdbCompoundedDaily", MinimumPaymentMethod = "MinPaymentDiscover", NegatesBankAmounts = true }, -412.05m, days: 5, interest: 9.12m);
        Add(new Account { Id = Retirement, Name = AccountNames[Retirement], Type = AccountType.Investment, IsReconciled = false }, 31_876.20m, days: 1);
    }

    private void Add(Account account, decimal ledger, int? days, decimal interest = 0)
    {
        _database.Accounts.Add(account);
        if (days is null)
        {
            _database.AccountBalances.Add(new AccountBalance { AccountId = account.Id, Ledger = ledger, LedgerDate = _now, OverallDate = _now });
            return;
        }

        // An older balance is the last one without what came between, so that the register and the statements agree; what is invested has grown by itself as well.
        var statementAt = _now.AddDays(-days.Value);
        for (var i = PastPeriods; i >= 0; i--)
        {
            var asOf = statementAt.AddDays(_calendar.Plus(_current, -i).Start.DayNumber - _current.Start.DayNumber);
            var since = _made.Where(made => made.AccountId == account.Id && PostedOn(made) > DateOnly.FromDateTime(asOf) && PostedOn(made) <= DateOnly.FromDateTime(statementAt)).Sum(made => made.Splits.Sum(split => split.Amount));
            var growth = account.Type == AccountType.Investment ? (i * 96.40m) - (i % 3 * 87.30m) : 0;
            _database.AccountBalances.Add(new AccountBalance { AccountId = account.Id, Ledger = ledger + since - growth, LedgerDate = asOf, OverallDate = asOf });
        }

        _database.Statements.Add(new Statement { Id = account.Id, AccountId = account.Id, FileName = string.Create(CultureInfo.InvariantCulture, $"{account.Name}-{statementAt:yyyy-MM-dd}.ofx"), FileTime = statementAt, AsOf = statementAt, Currency = "USD", Type = account.Type switch { AccountType.Credit => "CreditCard", AccountType.Investment => "Investment", _ => "Bank" }, LedgerBalance = ledger, LedgerBalanceAsOf = statementAt });
        if (interest > 0)
        {
            _database.BankTransactions.Add(new BankTransaction { AccountId = account.Id, StatementId = account.Id, FitId = "INTEREST", TransactionType = "debit", DatePosted = statementAt, Amount = -interest, Name = "Interest charge on purchases", IsInterestCharge = true });
        }
    }

    private void AddBudgets()
    {
        Add(new Budget { Id = Salary, Name = "Salary", StartingBalance = 0m, IsIncome = true });
        Add(new Budget { Id = Groceries, Name = "Groceries", StartingBalance = 280m });
        Add(new Budget { Id = Fuel, Name = "Fuel", StartingBalance = 110m });
        Add(new Budget { Id = Household, Name = "Household", StartingBalance = 1_490m });
        Add(new Budget { Id = EatingOut, Name = "Eating out", StartingBalance = 90m });
        Add(new Budget { Id = EmergencyFund, Name = "Emergency fund", IsPeriodic = false, CurrentBalance = 620m });
        Add(new Budget { Id = Holiday, Name = "Holiday", IsPeriodic = false, CurrentBalance = 345.50m });
    }

    private void Add(Budget budget) => _database.Budgets.Add(budget);

    private void AddSchedules()
    {
        _database.ScheduledTransactions.AddRange(
            new ScheduledTransaction { Id = RentSchedule, Description = "Rent", Amount = 1_400m, AccountId = Checking, BudgetId = Household, DayOfMonth = (short)Math.Min(_current.Start.AddDays(11).Day, 28) },
            new ScheduledTransaction { Id = PhoneSchedule, Description = "Phone", Amount = 38m, AccountId = Card, BudgetId = Household, DayOfMonth = (short)Math.Min(_current.Start.AddDays(2).Day, 28) },
            new ScheduledTransaction { Id = SalarySchedule, Description = "Salary", Amount = -2_350m, AccountId = Checking, BudgetId = Salary, NumberPerPeriod = 1 },
            new ScheduledTransaction { Id = 4, Description = "Coffee with the team", Amount = 11.50m, AccountId = Wallet, BudgetId = EatingOut, NumberPerPeriod = 2 },
            new ScheduledTransaction { Id = 5, Description = "Market", Amount = 60m, AccountId = Card, BudgetId = Groceries, DayOfWeek = 5 },
            new ScheduledTransaction { Id = 6, Description = "Car tax", Amount = 148m, AccountId = Checking, BudgetId = EmergencyFund, AnnualMonth = (short)_calendar.Next(_current).End.Month, AnnualDay = (short)_calendar.Next(_current).End.Day });
    }

    private void AddPeriod(PayPeriod period, int number)
    {
        Add(period.Start, "Salary", -2_350m, Salary, Checking, SalarySchedule);
        Add(period.Start.AddDays(1), "Supermarket", 84.30m + (number % 4 * 6.15m), Groceries, Card);
        Add(period.Start.AddDays(2), "Phone", 38m, Household, Card, number % 2 == 0 ? PhoneSchedule : null);
        Add(period.Start.AddDays(3), "Filling station", 46.80m + (number % 3 * 3.20m), Fuel, Card);
        AddFill(period.Start.AddDays(3), 46.80m + (number % 3 * 3.20m), 3.19m + (number % 4 * 0.06m), (short)(372 + (number % 5 * 13)));
        Add(period.Start.AddDays(5), "Baker", 12.40m, Groceries, Wallet);
        Add(period.Start.AddDays(6), "Lunch at the river", 27.90m, EatingOut, Card);
        Add(period.Start.AddDays(7), "Hardware store", 63.15m, Household, StoreCard);
        Add(period.Start.AddDays(9), "Supermarket", 71.85m + (number % 5 * 4.40m), Groceries, Card);
        Transfer(period.Start.AddDays(8), 63.15m, Checking, StoreCard, "Store card payment");
        Transfer(period.Start.AddDays(10), 330m, Checking, Card, "Card payment");
        Transfer(period.Start.AddDays(10), 400m, Checking, Retirement, "Retirement savings");
        Transfer(period.Start.AddDays(4), number % 2 == 0 ? 25m : 0m, Checking, Wallet, "Cash machine");
        Add(period.Start.AddDays(11), "Rent", 1_400m, Household, Checking, RentSchedule);
        Add(period.Start.AddDays(12), "Weekend trip", number % 4 == 3 ? 118m : 0m, Holiday, Card);
    }

    private void Add(DateOnly date, string description, decimal amount, int budget, int account, int? schedule = null)
    {
        if (date > _today || amount == 0)
        {
            return;
        }

        var transaction = new Transaction { Date = date, Description = description, AccountId = account, ScheduledTransactionId = schedule, BudgetedAmount = schedule is null ? null : amount, PlannedBudgetId = schedule is null ? null : budget };
        transaction.Splits.Add(new TransactionSplit { BudgetId = budget, Amount = amount });
        Keep(transaction);
        if (account is not Wallet)
        {
            AddBankLine(transaction, amount, description);
        }
    }

    private void Keep(Transaction transaction)
    {
        transaction.Id = _made.Count + 1;
        _made.Add(transaction);
        _database.Transactions.Add(transaction);
    }

    private void Transfer(DateOnly date, decimal amount, int from, int to, string notes)
    {
        if (date > _today || amount == 0)
        {
            return;
        }

        var pair = TransferPair.Of("Account", date, amount, notes, Side(from), Side(to));
        _transfers.Add(pair);
        foreach (var half in pair.Halves)
        {
            Keep(half);
            if (half.AccountId is not (Wallet or Retirement))
            {
                AddBankLine(half, half.BudgetedAmount!.Value, notes);
            }
        }

        static TransferSide Side(int account) => new(account, AccountNames[account], account, Household);
    }

    // Filled up each time, so that what went in is what was burnt since the time before.
    private void AddFill(DateOnly date, decimal cost, decimal price, short distance)
    {
        if (date > _today)
        {
            return;
        }

        var (before, volume) = (_odometer, decimal.Round(cost / price, 3));
        _odometer = (before ?? 41_200) + distance;
        var (calculated, economy) = FuelEconomy.Of(_odometer, before, volume);
        _database.FuelFills.Add(new FuelFill
        {
            VehicleId = 1,
            Date = date,
            OdometerMiles = _odometer,
            ReportedMiles = distance,
            CalculatedMiles = calculated,
            LevelBefore = 10,
            LevelAfter = 100,
            FillLocation = "Filling station",
            CostPerGallon = price,
            TotalCost = cost,
            Gallons = volume,
            ReportedMpg = decimal.Round(distance / volume, 1),
            CalculatedMpg = economy,
        });
    }

    // What the bank knows of it: a day later, under another name. The last ten days are still to be reconciled.
    private void AddBankLine(Transaction transaction, decimal amount, string name)
    {
        var posted = PostedOn(transaction);
        if (posted > _today)
        {
            return;
        }

        var account = transaction.AccountId!.Value;
        var line = new BankTransaction { AccountId = account, StatementId = account, FitId = string.Create(CultureInfo.InvariantCulture, $"{posted:yyyyMMdd}{++_lines:0000}"), TransactionType = amount > 0 ? "debit" : "credit", DatePosted = posted.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), Amount = -amount, Name = name.ToUpperInvariant() + " " + (100 + _lines).ToString(CultureInfo.InvariantCulture) };
        _database.BankTransactions.Add(line);
        if (transaction.Date!.Value < _today.AddDays(-10))
        {
            _database.Reconciliations.Add(new Reconciliation { TransactionId = transaction.Id, BankAccountId = account, BankFitId = line.FitId, ReconciledAt = _now.AddDays(-9) });
        }
    }

    private static DateOnly PostedOn(Transaction transaction) => transaction.Date!.Value.AddDays(1);

    private void AddProject()
    {
        _database.Projects.Add(new Project { Id = 1, Name = "Camping", Notes = "For the summer", StandingBudgetId = Holiday });
        _database.ProjectItems.AddRange(
            new ProjectItem { ProjectId = 1, Name = "Tent", Quantity = 1, UnitCost = 149m },
            new ProjectItem { ProjectId = 1, Name = "Sleeping bag", Quantity = 2, UnitCost = 39.90m });
    }
}
