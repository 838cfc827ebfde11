using BiweeklyBudget.Core.Finding;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Changes;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Tests.Finding;

/// <summary>A line of text finds accounts, budgets, pay periods and transactions of a book. Today is 2017-07-28.</summary>
public sealed class FindingSectionTests
{
    [Theory]
    [OnBothEngines]
    public async Task A_text_finds_by_name_day_and_amount(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        (await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(1, 40m), new Split(3, 2.5m)) with { Description = "Farmer Market", Date = new DateOnly(2017, 7, 20) })).ValueOrThrow();
        (await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(1, -42.5m)) with { Description = "Given back", Date = new DateOnly(2017, 7, 27) })).ValueOrThrow();
        (await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(1, 425m)) with { Description = "Checking of the brakes", Date = new DateOnly(2017, 6, 1) })).ValueOrThrow();

        Assert.Equal(["Account Checking", "Transaction Checking of the brakes"], await NamesAsync(book, "check"));
        Assert.Equal(["Account Card"], await NamesAsync(book, " CARD "));
        Assert.Equal(["Budget Old"], await NamesAsync(book, "old"));
        Assert.Equal(["Transaction Given back", "Transaction Farmer Market"], await NamesAsync(book, "42.50"));
        Assert.Equal(["PayPeriod Pay period of 2017-07-20", "Transaction Farmer Market"], await NamesAsync(book, "2017-07-20"));
        Assert.Equal(["PayPeriod Next pay period"], await NamesAsync(book, "next per"));
        Assert.Equal(["PayPeriod Current pay period", "PayPeriod Next pay period", "PayPeriod Previous pay period"], await NamesAsync(book, ""));
        Assert.Empty(await NamesAsync(book, "'; drop table budgets; --"));
        Assert.Empty(await NamesAsync(book, new string('x', FindingSection.LongestText + 1)));

        var period = (await book.Finding.FindAsync("2017-07-20")).Records[0].Date!.Value;
        Assert.Equal(book.Calendar.Containing(new DateOnly(2017, 7, 20)).Start, period);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_typed_transaction_is_what_is_saved_with_accounts_and_budgets_in_use(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var typed = (await book.Finding.FindAsync("42.50 hol Train yesterday @sav")).Typed!;
        Assert.Null(typed.Question);
        (await book.Transactions.SaveAsync(new TransactionChange { Date = typed.Date, Amount = typed.Amount, Description = typed.Description, AccountId = typed.AccountId!.Value, Splits = [new Split(typed.BudgetId!.Value, typed.Amount)] })).ValueOrThrow();
        Assert.Equal(1575.06m, await world.BalanceAsync(3)); // 1617.56 − 42.50
        var saved = await world.TransactionAsync(1);
        Assert.Equal((new DateOnly(2017, 7, 27), "Train", 2), (saved.Date, saved.Description, saved.AccountId));

        Assert.Equal("Which budget? None begins with \"old\".", (await book.Finding.FindAsync("5 old")).Typed!.Question);
        Assert.Equal("Which account? None begins with \"closed\".", (await book.Finding.FindAsync("5 food @closed")).Typed!.Question);
        Assert.Null((await book.Finding.FindAsync("food")).Typed);
    }

    private static async Task<IEnumerable<string>> NamesAsync(BudgetBook book, string text) => (await book.Finding.FindAsync(text)).Records.Select(found => $"{found.Kind} {found.Name}");
}
