using System.Globalization;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transfers;

/// <summary>The two transactions of a transfer, as upstream stores them (spec/domain.md §10).</summary>
/// <param name="From">The one on the side that the money comes from; its amount is positive.</param>
/// <param name="To">The one on the side that it goes to; its amount is negative.</param>
internal sealed record TransferPair(Transaction From, Transaction To)
{
    /// <summary>Why there can be none between budgets.</summary>
    public const string NeedsAccount = "A transfer needs an account to stand on: please add one first.";

    /// <summary>Both.</summary>
    public IReadOnlyList<Transaction> Halves => [From, To];

    /// <summary>Makes them.</summary>
    /// <param name="kind">What is transferred, as the description begins.</param>
    /// <param name="date">The day of both.</param>
    /// <param name="amount">How much; greater than zero.</param>
    /// <param name="notes">Notes of both.</param>
    /// <param name="from">The side that it comes from.</param>
    /// <param name="to">The side that it goes to.</param>
    public static TransferPair Of(string kind, DateOnly date, decimal amount, string notes, TransferSide from, TransferSide to)
    {
        var description = TextLength.Shorten(string.Create(CultureInfo.InvariantCulture, $"{kind} Transfer - {amount} from {from.Name} ({from.Id}) to {to.Name} ({to.Id})"), TextLength.Usual);
        return new TransferPair(Half(from, amount), Half(to, -amount));

        Transaction Half(TransferSide side, decimal signed)
        {
            var half = new Transaction { Date = date, AccountId = side.AccountId, PlannedBudgetId = side.BudgetId, BudgetedAmount = signed, Description = description, Notes = notes };
            half.Splits.Add(new TransactionSplit { BudgetId = side.BudgetId, Amount = signed });
            return half;
        }
    }

    /// <summary>The account that transfers between budgets stand on when nobody names one: since both halves do, its sum stays the same.</summary>
    /// <returns>The default account, else the first active one, banks first; null when there is none.</returns>
    public static async Task<int?> AnyAccountAsync(BudgetDbContext database, int defaultAccountId, CancellationToken cancellationToken) =>
        await database.Accounts.Where(account => account.IsActive == true)
            .OrderByDescending(account => account.Id == defaultAccountId).ThenByDescending(account => account.Type == AccountType.Bank).ThenBy(account => account.Id)
            .Select(account => (int?)account.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Makes each point at the other. Both have their ids.</summary>
    public void Link() => (From.TransferId, To.TransferId) = (To.Id, From.Id);

    /// <summary>Reconciles both, since no bank will ever report them.</summary>
    public void Reconcile(BudgetDbContext database, TimeProvider time) =>
        database.Reconciliations.AddRange(Halves.Select(half => new Reconciliation { TransactionId = half.Id, Note = half.Description, ReconciledAt = time.GetUtcNow().UtcDateTime }));
}
