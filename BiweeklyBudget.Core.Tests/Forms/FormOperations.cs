using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Features.Accounts;
using BiweeklyBudget.Hosting.Features.Budgets;
using BiweeklyBudget.Hosting.Features.CreditPayoff;
using BiweeklyBudget.Hosting.Features.Fuel;
using BiweeklyBudget.Hosting.Features.Projects;
using BiweeklyBudget.Hosting.Features.Scheduling;
using BiweeklyBudget.Hosting.Features.Transactions;
using BiweeklyBudget.Hosting.Features.Transfers;
using Microsoft.Extensions.Time.Testing;

namespace BiweeklyBudget.Core.Tests.Forms;

/// <summary>The operation behind each form's address, with the clock and the pay periods of the vectors.</summary>
internal static class FormOperations
{
    public static readonly DateTimeOffset Now = new(2017, 7, 28, 6, 24, 44, TimeSpan.Zero);

    public static readonly DateOnly Anchor = new(2017, 7, 21);

    public static readonly PayCalendar Calendar = PayCalendar.Fortnightly(Anchor);

    private static readonly Dictionary<string, IForm> Forms = new(StringComparer.Ordinal)
    {
        ["/forms/account"] = new AccountForm(),
        ["/forms/account_transfer"] = new AccountTransferForm(),
        ["/forms/budget"] = new BudgetForm(),
        ["/forms/sched_to_trans"] = new ConversionForm(),
        ["/forms/scheduled"] = new ScheduledForm(),
        ["/forms/skip_sched_trans"] = new SkipForm(),
        ["/forms/transaction"] = new TransactionForm(),
        ["/forms/budget_transfer"] = new BudgetTransferForm(),
        ["/forms/fuel"] = new FuelFillForm(),
        ["/forms/vehicle"] = new VehicleForm(),
        ["/forms/projects"] = new ProjectForm(),
        ["/forms/bom_item"] = new ProjectItemForm(),
        ["/forms/bom_import"] = new ProjectImportForm(),
        ["/forms/credit-payoff-account-ofx"] = new InterestForm(),
        ["/forms/credit-payoff-order"] = new CardOrderForm(),
        ["/forms/credit-payoff-prime-rate"] = new PrimeRateForm(),
    };

    public static readonly IReadOnlyList<string> Urls =
    [
        "/forms/account", "/forms/account_transfer", "/forms/budget", "/forms/budget_transfer",
        "/forms/sched_to_trans", "/forms/scheduled", "/forms/skip_sched_trans", "/forms/transaction",
        "/forms/projects", "/forms/bom_item",
    ];

    /// <summary>A book over a context that the caller keeps.</summary>
    public static BudgetBook Book(BudgetDbContext database)
    {
        var settings = new BudgetSettings { ConnectionString = "sqlite:///none.db", PayPeriodStartDate = Anchor, ReconcileBeginDate = Anchor };
        return new BudgetBook(new BookSession(database, () => settings, new FakeTimeProvider(Now), _ => settings));
    }

    public static Task<FormAnswer> SubmitAsync(BudgetDbContext database, string url, FormValues form) => SubmitAsync(Book(database), url, form);

    public static async Task<FormAnswer> SubmitAsync(BudgetBook book, string url, FormValues form) => FormAnswer.Of(await Forms[url].SubmitAsync(book, form, CancellationToken.None));
}
