using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Settings;

/// <summary>A person changes the household's settings; the database keeps them.</summary>
public sealed class SaveHouseholdTests
{
    private static readonly DateOnly Payday = new(2017, 3, 17);

    [Theory]
    [OnBothEngines]
    public async Task What_is_saved_is_in_force_at_once_and_after_a_new_start(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var first = await OpenAsync(database);
        await using var book = first.OpenBook();
        var change = first.Settings.ToChange() with { Payday = Payday.AddDays(3), CurrencyCode = "EUR", LocaleName = "de_DE", Theme = ColourTheme.Dark, StaleDataDays = 9, DistanceUnit = "Kilometer" };

        var saved = (await book.Settings.SaveAsync(change)).ValueOrThrow();

        Assert.Equal(change, saved.ToChange());
        Assert.Equal(change, first.Settings.ToChange());
        Assert.Equal(("EUR", "de_DE"), (first.Money.CurrencyCode, first.Money.LocaleName));
        Assert.Equal(change, (await BudgetEngine.OpenAsync(new BudgetSettings { ConnectionString = database.Url })).Settings.ToChange());
        await using var context = database.CreateContext();
        var rows = await context.StoredSettings.ToDictionaryAsync(row => row.Name, row => row.Value);
        Assert.Equal(("\"EUR\"", "\"dark\"", "9"), (rows["CURRENCY_CODE"], rows["BIWEEKLYBUDGET_THEME"], rows["STALE_DATA_TIMEDELTA"]));
        Assert.DoesNotContain("FUEL_VOLUME_UNIT", rows.Keys);
    }

    [Theory]
    [OnBothEngines]
    public async Task It_is_one_change_that_can_be_taken_back(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var host = await OpenAsync(database);
        var before = host.Settings;
        await using var book = host.OpenBook();
        (await book.Settings.SaveAsync(before.ToChange() with { CurrencyCode = "EUR", Theme = ColourTheme.Light })).ValueOrThrow();
        var id = book.LastChangeId!.Value;

        (await book.Changes.UndoAsync(id)).ValueOrThrow();

        Assert.Equal(before.ToChange(), (await book.Settings.ReadAsync()).ToChange());
    }

    [Theory]
    [OnBothEngines]
    public async Task Another_host_follows_once_it_has_shown_a_page(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var (one, other) = (await OpenAsync(database), await OpenAsync(database));
        await using (var book = one.OpenBook())
        {
            (await book.Settings.SaveAsync(one.Settings.ToChange() with { CurrencyCode = "CHF" })).ValueOrThrow();
        }

        Assert.Equal("USD", await CurrencyOfNextPageAsync(other));
        Assert.Equal("CHF", await CurrencyOfNextPageAsync(other));
        Assert.Equal("CHF", await CurrencyOfNextPageAsync(other));

        static async Task<string> CurrencyOfNextPageAsync(BudgetEngine host)
        {
            await using var book = host.OpenBook();
            var currency = (await book.Settings.ReadAsync()).CurrencyCode;
            await book.Notifications.ListAsync();
            return currency;
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task What_the_program_was_started_with_stays(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await OpenAsync(database);
        var given = SettingsLoader.Load(new Dictionary<string, string?> { ["STALE_DATA_TIMEDELTA"] = "2" }, new Dictionary<string, string?> { ["DB_CONNSTRING"] = database.Url, ["CURRENCY_CODE"] = "USD", ["LANG"] = "de_DE.UTF-8" });
        var host = await BudgetEngine.OpenAsync(given);
        await using var book = host.OpenBook();
        var change = host.Settings.ToChange();

        var problems = await book.Settings.CheckAsync(change with { CurrencyCode = "EUR", StaleDataDays = 3, LocaleName = "fr_FR" });

        Assert.Equal([nameof(change.StaleDataDays), nameof(change.CurrencyCode)], problems.Select(problem => problem.Property));
        Assert.Equal("CURRENCY_CODE is set where the program is started; it can be changed only there", problems[1].Message);
        Assert.Equal((true, true, false, false), (host.Settings.IsFixed(HouseholdSettings.Currency), host.Settings.IsFixed(HouseholdSettings.StaleDays), host.Settings.IsFixed(HouseholdSettings.Locale), host.Settings.IsFixed(HouseholdSettings.Payday)));
        Assert.Equal("fr_FR", (await book.Settings.SaveAsync(change with { LocaleName = "fr_FR" })).ValueOrThrow().LocaleName);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_and_nothing_is_stored()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        var host = await OpenAsync(database);
        await using var book = host.OpenBook();
        var change = host.Settings.ToChange();
        var wrong = change with
        {
            Payday = new DateOnly(1, 1, 1),
            StaleDataDays = -1,
            DefaultAccountId = 99,
            FuelBudgetId = 99,
            CurrencyCode = "euro",
            LocaleName = "C",
            Theme = (ColourTheme)7,
            FuelVolumeUnit = " ",
            DistanceUnit = new string('x', 31),
        };

        var refused = Assert.IsType<Outcome<BudgetSettings>.Invalid>(await book.Settings.SaveAsync(wrong));

        Assert.Equal(
            ["CurrencyCode", "DefaultAccountId", "DistanceUnit", "FuelBudgetId", "FuelVolumeUnit", "LocaleName", "Payday", "StaleDataDays", "Theme"],
            refused.Problems.Select(problem => problem.Property).Order(StringComparer.Ordinal));
        await using var context = database.CreateContext();
        Assert.Equal(2, await context.StoredSettings.CountAsync());
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_count_as_absent()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await OpenAsync(database);
        await using (var context = database.CreateContext())
        {
            foreach (var (name, value) in new[] { ("CURRENCY_CODE", "\"gold\""), ("LOCALE_NAME", "{"), ("STALE_DATA_TIMEDELTA", "-3"), ("BIWEEKLYBUDGET_THEME", "[1]"), ("DISTANCE_UNIT", null) })
            {
                context.StoredSettings.Add(new() { Name = name, Value = value });
            }

            await context.SaveChangesAsync();
        }

        var settings = (await BudgetEngine.OpenAsync(new BudgetSettings { ConnectionString = database.Url })).Settings;
        Assert.Equal(("USD", "en_US", 2, ColourTheme.System, "Miles"), (settings.CurrencyCode, settings.LocaleName, settings.StaleDataDays, settings.Theme, settings.DistanceUnit));
    }

    [Fact]
    public void Changes_of_every_stored_setting_are_looked_for() =>
        Assert.All(HouseholdRow.Names, name => Assert.Contains($"'{name}'", HouseholdKeys.LastChange, StringComparison.Ordinal));

    [Theory]
    [OnBothEngines]
    public async Task What_is_set_up_is_found_step_by_step(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var host = await OpenAsync(database);
        await using var book = host.OpenBook();
        Assert.Equal(SetupSteps.None, await book.Settings.ReadSetupAsync());

        (await book.Accounts.SaveAsync(new AccountChange { Name = "Checking", Type = AccountType.Bank })).ValueOrThrow();
        Assert.Equal(SetupSteps.Accounts, await book.Settings.ReadSetupAsync());
        (await book.Accounts.SaveAsync(new AccountChange { Name = "Card", Type = AccountType.Credit, OpeningBalance = -250m })).ValueOrThrow();
        (await book.Budgets.SaveAsync(new() { Name = "Salary", Kind = Core.Budgets.BudgetKind.Periodic, StartingBalance = 2000m, IsIncome = true })).ValueOrThrow();
        Assert.Equal(SetupSteps.Accounts | SetupSteps.Balances | SetupSteps.IncomeBudgets, await book.Settings.ReadSetupAsync());
        (await book.Budgets.SaveAsync(new() { Name = "Rent", Kind = Core.Budgets.BudgetKind.Periodic, StartingBalance = 800m })).ValueOrThrow();
        (await book.Scheduled.SaveAsync(new() { Description = "Salary", Amount = -2000m, AccountId = 1, BudgetId = 1, Schedule = new(NumberPerPeriod: 1) })).ValueOrThrow();
        (await book.Scheduled.SaveAsync(new() { Description = "Rent", Amount = 800m, AccountId = 1, BudgetId = 2, Schedule = new(DayOfMonth: 1) })).ValueOrThrow();
        Assert.Equal(SetupSteps.All & ~SetupSteps.Transactions, await book.Settings.ReadSetupAsync());
    }

    private static async Task<BudgetEngine> OpenAsync(TestDatabase database)
    {
        var engine = await BudgetEngine.OpenAsync(new BudgetSettings { ConnectionString = database.Url });
        await using var book = engine.OpenBook();
        (await book.Settings.SaveFirstPaydayAsync(Payday)).ValueOrThrow();
        return engine;
    }
}
