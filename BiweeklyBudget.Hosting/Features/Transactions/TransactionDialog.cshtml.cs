using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using BiweeklyBudget.Hosting.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Transactions;

/// <summary>
/// The dialog of one transaction (spec/ui.md §5.2). A new one can be prefilled by the address: <c>date</c>, <c>amount</c>,
/// <c>account</c>, <c>budget</c>, <c>description</c>, <c>notes</c>. With <c>fitid</c> it is made from the account's bank transaction of that id, and says so. With <c>made=true</c> it is checked only: the reconcile page saves it with all that
/// waits there.
/// </summary>
internal sealed class TransactionDialogModel(BudgetBook book, FormChoices choices) : PageModel
{
    /// <summary>The stored transaction; null for a new one.</summary>
    public TransactionDetails? Stored { get; private set; }

    /// <summary>Whether it is reconciled, so that only its notes can be changed.</summary>
    public bool IsReconciled => Stored?.ReconciliationId is not null;

    /// <summary>Whether it is to be saved by the reconcile page, later.</summary>
    public bool IsMade { get; private set; }

    public string Heading { get; private set; } = "Add New Transaction";

    public string Date { get; private set; } = "";

    public string Amount { get; private set; } = "";

    /// <summary>Whether money comes in: what is stored or proposed is negative.</summary>
    public bool IsIncome { get; private set; }

    public IReadOnlyList<int> IncomeBudgets => choices.IncomeBudgets;

    public string SalesTax { get; private set; } = "";

    public string Description { get; private set; } = "";

    public string Notes { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Accounts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Budgets { get; private set; } = [];

    /// <summary>The rows of a split; empty when one budget has it all.</summary>
    public IReadOnlyList<BudgetShare> Splits { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            await ReadAddressAsync(cancellationToken);
            return Page();
        }

        Stored = await book.Transactions.FindAsync(id.Value, cancellationToken);
        if (Stored is null)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Heading = IsReconciled ? Stored.Title : $"Edit {Stored.Title}";
        Date = DateText.Day(Stored.Date);
        Amount = FieldText.Amount(Stored.Amount);
        IsIncome = Stored.Amount < 0;
        SalesTax = FieldText.Amount(Stored.SalesTax);
        Description = Stored.Description;
        Notes = Stored.Notes ?? "";
        Splits = Stored.Splits.Count > 1 ? [.. Stored.Splits.Select(split => split with { Amount = IsIncome ? -split.Amount : split.Amount })] : [];
        Accounts = await choices.AccountsAsync(Stored.AccountId, cancellationToken);
        Budgets = await choices.BudgetsAsync([.. Stored.Splits.Select(s => s.BudgetId)], cancellationToken);
        return Page();
    }

    private async Task ReadAddressAsync(CancellationToken cancellationToken)
    {
        var query = Request.Query;
        Date = PayPeriodEndpoints.TryReadDate(query["date"], out var date) ? DateText.Day(date) : DateText.Day(book.Today);
        IsMade = query["made"] == "true";
        Heading = await HeadingAsync(query["account"].ToString(), query["fitid"].ToString(), cancellationToken);
        Amount = query["amount"].ToString();
        IsIncome = Amount.TrimStart().StartsWith('-');
        Description = query["description"].ToString();
        Notes = query["notes"].ToString();
        Accounts = await choices.AccountsAsync(int.TryParse(query["account"], NumberStyles.None, CultureInfo.InvariantCulture, out var account) ? account : book.Settings.Current.DefaultAccountId, cancellationToken);
        Budgets = await choices.BudgetsAsync(int.TryParse(query["budget"], NumberStyles.None, CultureInfo.InvariantCulture, out var budget) ? [budget] : [], cancellationToken);
    }

    // The words are the program's: a link that somebody else made cannot say what a person is about to save.
    private async Task<string> HeadingAsync(string account, string fitId, CancellationToken cancellationToken) =>
        fitId.Length > 0 && int.TryParse(account, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await book.Statements.FindAsync(id, fitId, cancellationToken) is { } line
            ? $"Add a transaction for {(string.IsNullOrWhiteSpace(line.Text) ? line.FitId : line.Text)}"
            : Heading;
}
