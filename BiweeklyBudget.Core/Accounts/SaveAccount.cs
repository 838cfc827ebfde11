using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>
/// Adds or edits an account (spec/http-api.md §10.1, spec/domain.md §11), in one database transaction together with the first
/// balance of a new account and with the flags of its bank transactions when a pattern changes.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock, for the time of a new account's first balance.</param>
public sealed class SaveAccount(BudgetDbContext database, TimeProvider time)
{
    // Rows in memory at once while flags are set anew.
    private const int Batch = 500;

    /// <summary>Saves a form with the fields of spec/http-api.md §10.1.</summary>
    /// <param name="form">The submitted fields.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the account's id, or why not.</returns>
    public Task<SaveResult> ExecuteAsync(FormValues form, CancellationToken cancellationToken = default) =>
        FormSave.RunAsync(database, form, fields => new AccountFields(form, fields), SaveAsync, NotUnique, cancellationToken);

    private static void NotUnique(FieldErrors errors) => errors.Add("name", "Name must be unique");

    private async Task<SaveResult> SaveAsync(RunningSave save, AccountFields fields, FieldErrors errors, CancellationToken cancellationToken)
    {
        var stored = fields.Id is { } id ? await save.Rows.AccountAsync(id, cancellationToken).ConfigureAwait(false) : null;
        if (fields.Name.Length > 0 && await save.Database.Accounts.AnyAsync(other => other.Name == fields.Name && other.Id != fields.Id, cancellationToken).ConfigureAwait(false))
        {
            NotUnique(errors);
        }

        await CheckPlaidAccountAsync(save, fields, errors, cancellationToken).ConfigureAwait(false);
        if (errors.Any)
        {
            return new SaveResult.Refused(errors);
        }

        if (fields.Id is not null && stored is null)
        {
            return new SaveResult.Failed($"Error: no Account with ID {fields.Id}");
        }

        var account = stored ?? save.Database.Accounts.Add(new Account()).Entity;
        var before = Patterns(account);
        Write(fields, account);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string> warnings = [];
        if (stored is null)
        {
            save.Database.AccountBalances.Add(new AccountBalance { AccountId = account.Id, Ledger = 0m, Available = 0m, OverallDate = time.GetUtcNow().UtcDateTime });
            await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (before != Patterns(account))
        {
            warnings = await SetFlagsAsync(save.Database, account, cancellationToken).ConfigureAwait(false);
        }

        return new SaveResult.Saved($"Successfully saved Account {account.Id} in database.", account.Id) { Warnings = warnings };
    }

    private static (string?, string?, string?, string?, string?) Patterns(Account account) =>
        (account.InterestChargePattern, account.InterestPaidPattern, account.PaymentPattern, account.LateFeePattern, account.OtherFeePattern);

    private static void Write(AccountFields fields, Account account)
    {
        account.Name = fields.Name;
        account.Description = fields.Description;
        account.Type = fields.Type;
        account.AppendsMemoToName = fields.AppendsMemoToName;
        account.NegatesBankAmounts = fields.NegatesBankAmounts;
        account.IsReconciled = fields.IsReconciled;
        account.IsActive = fields.IsActive;
        account.VaultCredentialsPath = fields.VaultCredentialsPath;
        account.StatementDownloadJson = fields.StatementDownloadJson;
        account.InterestChargePattern = fields.InterestChargePattern;
        account.InterestPaidPattern = fields.InterestPaidPattern;
        account.PaymentPattern = fields.PaymentPattern;
        account.LateFeePattern = fields.LateFeePattern;
        account.OtherFeePattern = fields.OtherFeePattern;
        account.PlaidItemId = fields.PlaidItemId;
        account.PlaidAccountId = fields.PlaidAccountId;
        if (fields.Type == AccountType.Credit)
        {
            account.CreditLimit = fields.CreditLimit;
            account.Apr = fields.Apr;
            account.PrimeRateMargin = fields.PrimeRateMargin;
            account.InterestMethod = fields.InterestMethod;
            account.MinimumPaymentMethod = fields.MinimumPaymentMethod;
        }
    }

    /// <summary>A Plaid account must exist and belong to no other account. No unique key says so, therefore its row is locked first.</summary>
    private static async Task CheckPlaidAccountAsync(RunningSave save, AccountFields fields, FieldErrors errors, CancellationToken cancellationToken)
    {
        if (fields.PlaidItemId is null)
        {
            return;
        }

        if (await save.Rows.PlaidAccountAsync(fields.PlaidItemId, fields.PlaidAccountId!, cancellationToken).ConfigureAwait(false) is null)
        {
            errors.Add("plaid_account", "Plaid account does not exist");
            return;
        }

        var owner = await save.Database.Accounts.AsNoTracking()
            .Where(other => other.PlaidItemId == fields.PlaidItemId && other.PlaidAccountId == fields.PlaidAccountId && other.Id != fields.Id)
            .OrderBy(other => other.Id)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (owner is not null)
        {
            errors.Add("plaid_account", $"ERROR: This Plaid account is already used by the Account: {owner.Name} ({owner.Id}). Please remove it from that account before adding it to another.");
        }
    }

    private static async Task<IReadOnlyList<string>> SetFlagsAsync(BudgetDbContext database, Account account, CancellationToken cancellationToken)
    {
        var flags = new BankTransactionFlags(account);
        for (string? last = null; ;)
        {
            var rows = await database.BankTransactions
                .Where(transaction => transaction.AccountId == account.Id && (last == null || transaction.FitId.CompareTo(last) > 0))
                .OrderBy(transaction => transaction.FitId)
                .Take(Batch)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            if (rows.Count == 0)
            {
                return flags.Problems;
            }

            rows.ForEach(flags.Apply);
            await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            database.ChangeTracker.Clear();
            last = rows[^1].FitId;
        }
    }
}
