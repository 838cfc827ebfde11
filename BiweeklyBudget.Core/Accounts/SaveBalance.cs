using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>Says what an account holds on a day, in a row as an imported statement adds one, so that every figure takes it for the bank's word.</summary>
internal sealed class SaveBalance(BudgetDbContext database, DateTime now) : SaveOperation<BalanceChange, Account?, int>(database)
{
    protected override void CheckAlone(BalanceChange command, Problems problems)
    {
        problems.CheckAmount(nameof(command.Amount), command.Amount);
        problems.CheckDate(nameof(command.Day), command.Day);
        if (command.Day > DateOnly.FromDateTime(now))
        {
            problems.Add(nameof(command.Day), ProblemCode.OutOfRange, "The day cannot be in the future");
        }
    }

    // Two balances of an account wait for each other, and for its deletion.
    protected override async Task<Account?> CheckAsync(RunningSave save, BalanceChange command, Problems problems, CancellationToken cancellationToken)
    {
        if (!problems.Knows(nameof(command.AccountId)))
        {
            return null;
        }

        var account = await save.Rows.AccountAsync(command.AccountId, cancellationToken).ConfigureAwait(false);
        if (account is null)
        {
            problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no Account with ID {command.AccountId}"), plain: PlainProblems.Gone("account"));
        }

        return account;
    }

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, BalanceChange command, Account? rows, CancellationToken cancellationToken)
    {
        var asOf = BalanceTime.Of(command.Day, now);
        var balance = save.Database.AccountBalances.Add(new AccountBalance { AccountId = command.AccountId, Ledger = command.Amount, LedgerDate = asOf, OverallDate = asOf }).Entity;
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<int>.Saved(balance.Id);
    }
}
