using System.Globalization;
using BiweeklyBudget.Core;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Ui.Forms;

/// <summary>Accounts and budgets to choose from, by name: in forms the active ones and those already stored, in filters all, inactive ones in a group of their own.</summary>
/// <param name="book">The book. Each list is one SQL statement.</param>
internal sealed class FormChoices(BudgetBook book)
{
    private static readonly SelectListGroup Inactive = new() { Name = "Inactive" };

    /// <summary>Those of the budgets read last that are for income.</summary>
    public IReadOnlyList<int> IncomeBudgets { get; private set; } = [];

    /// <summary>Accounts for a form.</summary>
    /// <param name="chosen">The one that is chosen, offered even when it is inactive.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<SelectListItem>> AccountsAsync(int? chosen, CancellationToken cancellationToken) =>
        Items(await AccountRowsAsync(cancellationToken), row => row.IsActive || row.Id == chosen, chosen, group: false);

    /// <summary>Accounts that money can be transferred between (spec/domain.md §10).</summary>
    public async Task<IReadOnlyList<SelectListItem>> TransferableAccountsAsync(CancellationToken cancellationToken) =>
        Items(await AccountRowsAsync(cancellationToken), row => row.IsActive && row.IsTransferable, chosen: null, group: false);

    /// <summary>Accounts for a filter.</summary>
    public async Task<IReadOnlyList<SelectListItem>> AllAccountsAsync(int? chosen, CancellationToken cancellationToken) =>
        Items(await AccountRowsAsync(cancellationToken), _ => true, chosen, group: true);

    /// <summary>Budgets for a form.</summary>
    /// <param name="stored">Those that the record uses, offered even when they are inactive; the first is chosen when it is the only one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<SelectListItem>> BudgetsAsync(IReadOnlyCollection<int> stored, CancellationToken cancellationToken) =>
        Items(await BudgetRowsAsync(cancellationToken), row => row.IsActive || stored.Contains(row.Id), stored.Count == 1 ? stored.First() : null, group: false);

    /// <summary>Standing budgets for a form.</summary>
    /// <param name="chosen">The one that is chosen, offered whatever it is now (spec/projects.md defect 3).</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<SelectListItem>> StandingBudgetsAsync(int? chosen, CancellationToken cancellationToken) =>
        Items((await book.Budgets.ListAsync(cancellationToken)).Where(b => b.IsPeriodic == false || b.Id == chosen).Select(b => new Row(b.Id, b.Name ?? "", b.IsActive == true, false)), row => row.IsActive || row.Id == chosen, chosen, group: false);

    /// <summary>Budgets for a filter.</summary>
    public async Task<IReadOnlyList<SelectListItem>> AllBudgetsAsync(int? chosen, CancellationToken cancellationToken) =>
        Items(await BudgetRowsAsync(cancellationToken), _ => true, chosen, group: true);

    private static List<SelectListItem> Items(IEnumerable<Row> rows, Func<Row, bool> isOffered, int? chosen, bool group) =>
    [
        .. rows.Where(isOffered).OrderByDescending(row => row.IsActive).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Id)
            .Select(row => new SelectListItem(row.Name, row.Id.ToString(CultureInfo.InvariantCulture), row.Id == chosen) { Group = group && !row.IsActive ? Inactive : null }),
    ];

    private async Task<IEnumerable<Row>> AccountRowsAsync(CancellationToken cancellationToken) =>
        (await book.Accounts.ListAsync(cancellationToken)).Select(a => new Row(a.Id, a.Name ?? "", a.IsActive == true, a.IsTransferable));

    private async Task<IEnumerable<Row>> BudgetRowsAsync(CancellationToken cancellationToken)
    {
        var budgets = await book.Budgets.ListAsync(cancellationToken);
        IncomeBudgets = [.. budgets.Where(b => b.IsIncome == true).Select(b => b.Id)];
        return budgets.Select(b => new Row(b.Id, b.IsIncome == true ? b.Name + " (income)" : b.Name ?? "", b.IsActive == true, false));
    }

    private sealed record Row(int Id, string Name, bool IsActive, bool IsTransferable);
}
