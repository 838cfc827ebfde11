using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>Interest charges that were entered by hand stand among the bank's lines, of which all others stay.</summary>
internal sealed class DeletedInterest(BudgetDbContext database, IReadOnlyList<(int Account, string FitId)> keys) : DeletedKind
{
    private readonly int[] _accounts = [.. keys.Select(key => key.Account).Distinct().Order()];
    private readonly string[] _fitIds = [.. keys.Select(key => key.FitId).Distinct(StringComparer.Ordinal)];

    public override async Task LockAsync(RunningSave save, CancellationToken cancellationToken)
    {
        await save.Rows.AccountsAsync(_accounts, cancellationToken).ConfigureAwait(false);
        await save.Rows.BankTransactionsAsync(_accounts, _fitIds, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<IReadOnlyList<PlannedDeletion>> PlanAsync(CancellationToken cancellationToken)
    {
        var rows = await Rows().AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        var reconciled = await database.Reconciliations
            .Where(row => row.BankAccountId != null && _accounts.Contains(row.BankAccountId.Value) && row.BankFitId != null && _fitIds.Contains(row.BankFitId))
            .Select(row => new { Account = row.BankAccountId!.Value, FitId = row.BankFitId! }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var wanted = keys.Select(Key).ToHashSet();
        return Missing.Filled([.. keys.Select(Key)], rows.Where(row => wanted.Contains(Key((row.AccountId, row.FitId)))).Select(row => new PlannedDeletion
        {
            Record = Key((row.AccountId, row.FitId)),
            Name = row.Name ?? "",
            Date = row.DatePosted is { } posted ? DateOnly.FromDateTime(posted) : null,
            Amount = row.Amount,
            Obstacle = row.Name != BankTransactionFlags.ManualInterestName ? new Problem(null, ProblemCode.WrongKind, $"\"{row.Name}\" of {DateText.Day(row.DatePosted)} came from the bank; only interest charges that were entered by hand can be deleted.")
                : reconciled.Exists(other => other.Account == row.AccountId && other.FitId == row.FitId) ? new Problem(null, ProblemCode.Reconciled, $"The interest charge of {DateText.Day(row.DatePosted)} is reconciled; undo its reconciliation first.")
                : null,
        }));
    }

    public override async Task<string?> RemoveAsync(RunningSave save, CancellationToken cancellationToken)
    {
        foreach (var (account, fitId) in keys)
        {
            await save.RemoveAsync(save.Database.BankTransactions.Where(row => row.AccountId == account && row.FitId == fitId && row.Name == BankTransactionFlags.ManualInterestName), cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private static RecordKey Key((int Account, string FitId) key) => RecordKey.OfBankTransaction(key.Account, key.FitId);

    // Every account with every id, in one statement; those that were not asked for are left out afterwards.
    private IQueryable<BankTransaction> Rows() => database.BankTransactions.Where(row => _accounts.Contains(row.AccountId) && _fitIds.Contains(row.FitId));
}
