using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Hosting.Features.Transactions;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>
/// The form of a transaction that is made from a bank transaction on the reconcile page: checked as every new transaction, with what is wrong at its field, but not
/// saved. It is saved with everything else that waits there, by <c>POST /ajax/reconcile</c>.
/// </summary>
internal sealed class MakeTransactionForm : TransactionForm
{
    protected override async Task<Outcome<int>> SaveAsync(BudgetBook book, TransactionChange command, CancellationToken cancellationToken)
    {
        var problems = await book.Transactions.CheckAsync(command, unknown: null, cancellationToken);
        if (command.Id is not null)
        {
            return new Outcome<int>.Refused(new Problem(null, ProblemCode.BadFormat, "A new transaction has no ID"));
        }

        return problems.FirstOrDefault(problem => problem.Property is null) is { } refusal && problems.All(problem => problem.Property is null)
            ? new Outcome<int>.Refused(refusal)
            : problems.Count > 0 ? new Outcome<int>.Invalid(problems)
            : new Outcome<int>.Saved(0);
    }

    protected override string Success(TransactionChange command, int saved) => "The transaction is made when you submit.";

    protected override string? Words(TransactionChange command, int saved) => null;

    protected override IDictionary<string, object?>? Extras(int saved) => null;
}
