using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Deleting;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Core.Spreading;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.CreditPayoff;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Core.Transfers;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Changes;

/// <summary>A sequence of saves in which every operation of a book occurs, over <see cref="EverydayWorld"/>. Each changes something.</summary>
internal static class EveryOperation
{
    public static readonly DateOnly Day = new(2017, 7, 25);

    private static readonly ProjectItemChange Tile = new() { ProjectId = 1, Name = "Tile", Quantity = 400, UnitCost = 2.5m, Url = "https://example.com/tile" };

    private static readonly string FirstFile = OfxText.Checking(OfxText.Transaction("A", memo: "old") + OfxText.Transaction("B", "-4.20", "LATE FEE") + OfxText.Transaction("C"));
    private static readonly string SecondFile = OfxText.Checking(OfxText.Transaction("A", "-12.50", "LATE FEE", "new") + OfxText.Transaction("B", "-4.20", "LATE FEE") + OfxText.Transaction("D"), asOf: "20170729053000");

    /// <summary>The saves in their order: the operation's name in the record, and what is done.</summary>
    public static readonly IReadOnlyList<(string Operation, Func<BudgetBook, Task> Act)> Saves =
    [
        ("SaveAccount", async book => (await book.Accounts.SaveAsync(new AccountChange { Name = "Wallet", Type = AccountType.Cash, VaultCredentialsPath = "secret/wallet" })).ValueOrThrow()),
        ("SaveAccount", async book => (await book.Accounts.SaveAsync((await book.Accounts.FindAsync(3))!.ToChange() with { Description = "The \"blue\" one, für Ümläute 💶", Apr = 0.1999m, PlaidAccount = new PlaidAccountKey("Item", "One") })).ValueOrThrow()),
        ("SaveBalance", async book => (await book.Accounts.SaveBalanceAsync(new BalanceChange { AccountId = 2, Amount = 321.5m, Day = Day })).ValueOrThrow()),
        ("SaveBudget", async book => (await book.Budgets.SaveAsync(new BudgetChange { Name = "Gifts", Kind = BudgetKind.Standing, CurrentBalance = 120.0001m })).ValueOrThrow()),
        ("SaveBudget", async book => (await book.Budgets.SaveAsync((await book.Budgets.FindAsync(4))!.ToChange() with { CurrentBalance = -3m })).ValueOrThrow()),
        ("SaveBudget", async book => (await book.Budgets.SaveAsync((await book.Budgets.FindAsync(6))!.ToChange() with { Kind = BudgetKind.Periodic, StartingBalance = 7m })).ValueOrThrow()),
        ("SaveTransaction", async book => (await book.Transactions.SaveAsync(Purchase(new Split(1, 10m), new Split(3, 5.55m)))).ValueOrThrow()),
        ("SaveTransaction", async book => (await book.Transactions.SaveAsync((await book.Transactions.FindAsync(1))!.ToChange() with { Amount = 20m, Notes = "more", Splits = [new Split(3, 8m), new Split(4, 12m)] })).ValueOrThrow()),
        ("SaveTransaction", async book => (await book.Transactions.SaveAsync((await book.Transactions.FindAsync(1))!.ToChange() with { Splits = [new Split(3, 9m), new Split(4, 11m)] })).ValueOrThrow()),
        ("SaveTransactionNotes", async book => (await book.Transactions.SaveNotesAsync(new TransactionNotes(1, "still more"))).ValueOrThrow()),
        ("SaveScheduledTransaction", async book => (await book.Scheduled.SaveAsync(new ScheduledChange { Description = "Phone", Amount = 30m, AccountId = 1, BudgetId = 2, Schedule = new Schedule(DayOfMonth: 7) })).ValueOrThrow()),
        ("SaveScheduledTransaction", async book => (await book.Scheduled.SaveAsync((await book.Scheduled.FindAsync(2))!.ToChange() with { Schedule = new Schedule(Date: new DateOnly(2018, 2, 28)) })).ValueOrThrow()),
        ("ConvertScheduledTransaction", async book => (await book.Scheduled.ConvertAsync(new Conversion { ScheduledId = 2, Date = Day, Amount = -11m, Description = "Refund" })).ValueOrThrow()),
        ("SkipScheduledTransaction", async book => (await book.Scheduled.SkipAsync(new Skip { ScheduledId = 1, PeriodDay = Day, Notes = "on holiday" })).ValueOrThrow()),
        ("SaveAccountTransfer", async book => (await book.Transfers.SaveAsync(new AccountTransfer { Date = Day, Amount = 100m, FromAccountId = 1, ToAccountId = 2, BudgetId = 3 })).ValueOrThrow()),
        ("SaveBudgetTransfer", async book => (await book.Transfers.SaveAsync(new BudgetTransfer { Date = Day, Amount = 40m, AccountId = 1, FromBudgetId = 3, ToBudgetId = 1 })).ValueOrThrow()),
        ("ImportStatement", async book => (await book.Statements.ImportAsync(Upload(FirstFile, "first.ofx"))).ValueOrThrow()),
        ("ImportStatement", async book => (await book.Statements.ImportAsync(Upload(SecondFile, "second.ofx") with { IsUndoable = true })).ValueOrThrow()),
        ("UndoImport", async book => (await book.Statements.UndoAsync(3)).ValueOrThrow()),
        ("ImportStatement", async book => (await book.Statements.ImportAsync(Upload(SecondFile, "third.ofx"))).ValueOrThrow()),
        ("SaveAccount", async book => (await book.Accounts.SaveAsync((await book.Accounts.FindAsync(1))!.ToChange() with { LateFeePattern = "^LATE" })).ValueOrThrow()),
        ("SaveReconciliations", async book => (await book.Reconciling.SaveAsync(new ReconciliationBatch { Transactions = [new(1, new BankTransactionKey(1, "A"), "a note")], Ignored = [new(new BankTransactionKey(1, "C"), "not mine")] })).ValueOrThrow()),
        ("UndoReconciliation", async book =>
        {
            var reconciliation = await book.Database.Reconciliations.SingleAsync(row => row.BankFitId == "C");
            (await book.Reconciling.UndoAsync(reconciliation.Id)).ValueOrThrow();
        }),
        ("EnterInterest", async book => (await book.CreditPayoff.EnterInterestAsync(new InterestCharge { AccountId = 3, FileName = "card.ofx", Amount = 12.34m })).ValueOrThrow()),
        ("SaveCardOrder", async book => (await book.CreditPayoff.SaveOrderAsync([3])).ValueOrThrow()),
        ("SaveCardOrder", async book => (await book.CreditPayoff.SaveOrderAsync([3, 1])).ValueOrThrow()),
        ("SavePayoffSettings", async book => (await book.CreditPayoff.SaveSettingsAsync(new PayoffSettingsChange { Increases = [], OneTimes = [new PlannedChange(Day, 50m, true)] })).ValueOrThrow()),
        ("SavePrimeRate", async book => (await book.CreditPayoff.SavePrimeRateAsync(0.0425m)).ValueOrThrow()),
        ("DeleteRecords", async book => (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Transaction, await SkippedAsync(book), await TransferredAsync(book, "Account"), await TransferredAsync(book, "Budget")))).ValueOrThrow()),
        ("DeleteRecords", async book => (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.ScheduledTransaction, 3))).ValueOrThrow()),
        ("DeleteRecords", async book => (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Budget, 7))).ValueOrThrow()),
        ("DeleteRecords", async book => (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.AccountBalance, await book.Database.AccountBalances.Where(balance => balance.AccountId == 5).Select(balance => balance.Id).SingleAsync()))).ValueOrThrow()),
        ("DeleteRecords", async book => (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Account, 5))).ValueOrThrow()),
        ("DeleteRecords", async book => (await book.Deleting.DeleteAsync(new Deletion { Kind = RecordKind.BankTransaction, Keys = [RecordKey.OfBankTransaction(3, await book.Database.BankTransactions.Where(row => row.AccountId == 3).Select(row => row.FitId).SingleAsync()).Key] })).ValueOrThrow()),
        ("SaveVehicle", async book => (await book.Fuel.SaveAsync(new VehicleChange { Name = "Car" })).ValueOrThrow()),
        ("SaveVehicle", async book => (await book.Fuel.SaveAsync(new VehicleChange { Name = "Van", IsActive = false })).ValueOrThrow()),
        ("SaveVehicle", async book => (await book.Fuel.SaveAsync((await book.Fuel.FindVehicleAsync(1))!.ToChange() with { Name = "Red car" })).ValueOrThrow()),
        ("SaveFuelFill", async book => (await book.Fuel.SaveAsync(Fill(1, 1000))).ValueOrThrow()),
        ("SaveFuelFill", async book => (await book.Fuel.SaveAsync(Fill(1, 1300) with { Payment = new FuelPayment(1, 3) })).ValueOrThrow()),
        ("SaveFuelFill", async book => (await book.Fuel.SaveAsync(Fill(1, 1200))).ValueOrThrow()),
        ("SaveFuelFill", async book => (await book.Fuel.SaveAsync((await book.Fuel.FindAsync(3))!.ToChange() with { Odometer = 1100 })).ValueOrThrow()),
        ("ImportFuelFills", async book => (await book.Fuel.ImportAsync("Date,Vehicle,Odometer,Location,Total cost,Volume\n2017-07-26,Red car,1050,Shell,20,9\n2017-07-27,Red car,1400,Shell,20,9\n")).ValueOrThrow()),
        ("DeleteRecords", async book => (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.FuelFill, 3))).ValueOrThrow()),
        ("DeleteRecords", async book => (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Vehicle, 2))).ValueOrThrow()),
        ("SaveProject", async book => (await book.Projects.SaveAsync(new ProjectChange { Name = "Roof", Notes = "https://www.amazon.com/gp/registry/wishlist/LIST", StandingBudgetId = 4 })).ValueOrThrow()),
        ("SaveProject", async book => (await book.Projects.SaveAsync((await book.Projects.FindAsync(1))!.ToChange() with { Notes = "Dächer", StandingBudgetId = null })).ValueOrThrow()),
        ("SaveProjectItem", async book => (await book.Projects.SaveItemAsync(Tile)).ValueOrThrow()),
        ("SaveProjectItem", async book => (await book.Projects.SaveItemAsync((await book.Projects.FindItemAsync(1))!.ToChange() with { UnitCost = 2.5001m, IsActive = false })).ValueOrThrow()),
        ("ImportProjectItems", async book => (await book.Projects.ImportItemsAsync(new ProjectItemImport { ProjectId = 1, Text = "Name,Quantity\nTile,500\nNail,1000\n" })).ValueOrThrow()),
        ("SaveWishlist", async book => (await book.Projects.SaveWishlistAsync(1, [new WishlistItem { Title = "Hammer", Url = "https://www.amazon.com/dp/1", Price = 20m }])).ValueOrThrow()),
        ("ActivateProject", async book => (await book.Projects.SetActiveAsync(new ProjectActivation(1, IsActive: false))).ValueOrThrow()),
        ("DeleteRecords", async book => (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.ProjectItem, 2))).ValueOrThrow()),
        ("DeleteRecords", async book => (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Project, 1))).ValueOrThrow()),
        ("MakeOccurrences", async book => (await book.Scheduled.MakeAsync(new OccurrenceBatch { PeriodDay = new DateOnly(2017, 9, 4), Occurrences = [new(1, new DateOnly(2017, 9, 4), 230m)] })).ValueOrThrow()),
        ("SkipOccurrences", async book => (await book.Scheduled.SkipAsync(new OccurrenceBatch { PeriodDay = new DateOnly(2017, 10, 4), Occurrences = [new(1, new DateOnly(2017, 10, 4), 0m)], Notes = "away" })).ValueOrThrow()),
        ("SpreadMoney", async book => (await book.Spreading.SaveAsync(new Spread { PeriodDay = new DateOnly(2017, 11, 10), LeftOver = (await book.Spreading.ReadAsync(new DateOnly(2017, 11, 10))).LeftOver, Shares = [new(1, -5m), new(3, 5m)] })).ValueOrThrow()),
        ("SaveHousehold", async book => (await book.Settings.SaveAsync(book.Settings.Current.ToChange() with { Theme = Core.Settings.ColourTheme.Dark, DistanceUnit = "Kilometers" })).ValueOrThrow()),
        ("SaveFirstPayday", async book => (await new BudgetBook(new Core.Settings.BookSession(book.Database, () => new() { ConnectionString = "sqlite:///none.db" }, TimeProvider.System, _ => new() { ConnectionString = "sqlite:///none.db" })).Settings.SaveFirstPaydayAsync(Day)).ValueOrThrow()),
    ];

    /// <summary>An everyday world in which every save is possible: the card has a statement, and a row points to a reconciliation as old ones do.</summary>
    public static async Task<EverydayWorld> CreateWorldAsync(DatabaseEngine engine)
    {
        var world = await EverydayWorld.CreateAsync(engine);
        await world.ChangeAsync(async context =>
        {
            context.Statements.Add(new Statement { Id = 1, AccountId = 3, FileName = "card.ofx", AsOf = FormOperations.Now.UtcDateTime });
            await context.SaveChangesAsync();
        });
        return world;
    }

    public static TransactionChange Purchase(params Split[] splits) =>
        new() { Date = Day, Amount = splits.Sum(split => split.Amount), Description = "A purchase", AccountId = 1, Splits = splits };

    public static FuelFillChange Fill(int vehicle, int odometer) =>
        new() { VehicleId = vehicle, Date = Day, Odometer = odometer, ReportedDistance = 100, LevelBefore = 10, LevelAfter = 100, Location = "Shell", Price = 2.459m, TotalCost = 24.59m, Volume = 10m, ReportedEconomy = 24.5m };

    public static StatementUpload Upload(string text, string name) => new() { AccountId = 1, FileName = name, Content = OfxText.Bytes(text) };

    private static Task<int> SkippedAsync(BudgetBook book) => book.Database.Transactions.Where(row => row.Description.StartsWith("Skip ")).Select(row => row.Id).SingleAsync();

    private static Task<int> TransferredAsync(BudgetBook book, string kind) => book.Database.Transactions.Where(row => row.Description.StartsWith(kind + " Transfer")).Select(row => row.Id).OrderBy(id => id).FirstAsync();

    /// <summary>A rate renewed by the program itself, when a card follows it.</summary>
    public static async Task RenewPrimeRateAsync(EverydayWorld world, string? who)
    {
        await using var book = RateSource.Book(world.Database.CreateContext(), TimeProvider.System);
        book.Who = who;
        await book.Accounts.SaveAsync((await book.Accounts.FindAsync(3))!.ToChange() with { PrimeRateMargin = 0.01m });
        Assert.Null((await book.CreditPayoff.RenewPrimeRateAsync(new RateSource(0.05m))).Problem);
    }
}
