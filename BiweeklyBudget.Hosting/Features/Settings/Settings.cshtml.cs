using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Ui.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Settings;

/// <summary>What a person may change about the program. What it was started with is shown, and says where it stands.</summary>
internal sealed class SettingsModel(BudgetBook book, FormChoices choices) : PageModel
{
    /// <summary>The settings in force.</summary>
    public BudgetSettings Settings { get; private set; } = null!;

    /// <summary>The last known prime rate; null when none is.</summary>
    public PrimeRate? PrimeRate { get; private set; }

    /// <summary>Accounts to choose from.</summary>
    public IReadOnlyList<SelectListItem> Accounts { get; private set; } = [];

    /// <summary>Budgets to choose from.</summary>
    public IReadOnlyList<SelectListItem> Budgets { get; private set; } = [];

    /// <summary>The period that today is in.</summary>
    public PayPeriod Period => Settings.PayCalendar.Containing(book.Today);

    /// <summary>Themes to choose from.</summary>
    public IReadOnlyList<SelectListItem> Themes =>
    [
        new("As the system", "system", Settings.Theme == ColourTheme.System), new("Light", "light", Settings.Theme == ColourTheme.Light), new("Dark", "dark", Settings.Theme == ColourTheme.Dark),
    ];

    /// <summary>Why a setting cannot be changed here; null when it can.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="name">Its name where the program is started.</param>
    public string? Lock(HouseholdSettings setting, string name) =>
        Settings.IsFixed(setting) ? $"Set by {name} where the program is started (environment or settings file); it can be changed only there." : null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Settings = await book.Settings.ReadNowAsync(cancellationToken);
        PrimeRate = await book.CreditPayoff.FindPrimeRateAsync(cancellationToken);
        Accounts = await choices.AccountsAsync(Settings.DefaultAccountId, cancellationToken);
        Budgets = await choices.BudgetsAsync([Settings.FuelBudgetId], cancellationToken);
    }
}
