using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Pages;

/// <summary>What the dialog of a transaction has beyond others: one budget, or a split over several.</summary>
internal sealed class TransactionDialog(DialogBox dialog)
{
    public ILocator Budget => dialog.Box.Locator("[data-bb-single]");

    public ILocator Rows => dialog.Box.Locator("[data-bb-row]");

    /// <summary>What is left of the amount.</summary>
    public ILocator Rest => dialog.Box.Locator("[data-bb-rest]");

    public ILocator Errors => dialog.ErrorsOf("budgets");

    /// <summary>Everything that a simple one needs; date and account are there already.</summary>
    public async Task FillAsync(string amount, string description, string budget)
    {
        await dialog.FillAsync("amount", amount);
        await dialog.FillAsync("description", description);
        await Budget.SelectOptionAsync(new SelectOptionValue { Label = budget });
    }

    public Task SplitAsync() => dialog.Box.GetByLabel("Split over several budgets").CheckAsync();

    public Task ChooseBudgetAsync(int row, string budget) => Rows.Nth(row).Locator("select").SelectOptionAsync(new SelectOptionValue { Label = budget });

    /// <summary>Chooses expense or income by what stands on the switch.</summary>
    public Task TurnToAsync(string direction) => dialog.Box.GetByText(direction, new LocatorGetByTextOptions { Exact = true }).ClickAsync();

    public ILocator AmountOf(int row) => Rows.Nth(row).Locator("input");
}
