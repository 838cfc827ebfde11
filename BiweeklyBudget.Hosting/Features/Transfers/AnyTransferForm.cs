using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Transfers;

/// <summary>The form of a transfer of either kind, as the dialog sends it. What nobody needs to say, the budget or the account that both halves stand on, is chosen by rule.</summary>
internal sealed class AnyTransferForm : IForm
{
    private readonly BetweenAccountsForm _accounts = new();
    private readonly BetweenBudgetsForm _budgets = new();

    public IEnumerable<string> FieldNames => _accounts.FieldNames.Union(_budgets.FieldNames).Prepend("kind");

    public Task<FormReply> SubmitAsync(BudgetBook book, FormValues values, CancellationToken cancellationToken) => values["kind"].Text switch
    {
        "accounts" => _accounts.SubmitAsync(book, values, cancellationToken),
        "budgets" => _budgets.SubmitAsync(book, values, cancellationToken),
        _ => Task.FromResult(FormReply.Refused(new FieldErrors(values).Add("kind", "Please choose what the money is moved between."))),
    };
}
