using System.Globalization;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>
/// Adds or edits an account (spec/http-api.md §10.1, spec/domain.md §11), in one database transaction together with the first
/// balance of a new account and with the flags of its bank transactions when a pattern changes. What belongs to credit accounts is
/// written for those only.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock, for the time of a new account's first balance.</param>
internal sealed class SaveAccount(BudgetDbContext database, TimeProvider time) : SaveOperation<AccountChange, Account?, int>(database)
{
    private const int LongestName = 50;

    // Rows in memory at once while flags are set anew.
    private const int Batch = 500;

    private BankTransactionFlags? _flags;

    protected override Problem Duplicate => new(nameof(AccountChange.Name), ProblemCode.Taken, "Name must be unique");

    protected override void CheckAlone(AccountChange command, Problems problems)
    {
        problems.RequireText(nameof(command.Name), command.Name, "Name cannot be empty", LongestName);
        problems.CheckText(nameof(command.Description), command.Description);
        if (!Enum.IsDefined(command.Type))
        {
            problems.Add(nameof(command.Type), ProblemCode.BadFormat, $"\"{command.Type}\" is not a valid Account Type");
        }

        CheckOpening(command, problems);
        problems.CheckText(nameof(command.VaultCredentialsPath), command.VaultCredentialsPath);
        CheckConfiguration(problems, command.StatementDownloadJson);
        problems.CheckAmount(nameof(command.CreditLimit), command.CreditLimit);
        CheckRate(problems, nameof(command.Apr), command.Apr);
        CheckRate(problems, nameof(command.PrimeRateMargin), command.PrimeRateMargin);
        if (command.InterestCalculation is { } calculation && !Enum.IsDefined(calculation))
        {
            problems.Add(nameof(command.InterestCalculation), ProblemCode.BadFormat, "Invalid interest class");
        }

        if (command.MinimumPaymentRule is { } rule && !Enum.IsDefined(rule))
        {
            problems.Add(nameof(command.MinimumPaymentRule), ProblemCode.BadFormat, "Invalid minimum payment class name");
        }

        CheckPattern(problems, nameof(command.InterestChargePattern), command.InterestChargePattern);
        CheckPattern(problems, nameof(command.InterestPaidPattern), command.InterestPaidPattern);
        CheckPattern(problems, nameof(command.PaymentPattern), command.PaymentPattern);
        CheckPattern(problems, nameof(command.LateFeePattern), command.LateFeePattern);
        CheckPattern(problems, nameof(command.OtherFeePattern), command.OtherFeePattern);
    }

    protected override async Task<Account?> CheckAsync(RunningSave save, AccountChange command, Problems problems, CancellationToken cancellationToken)
    {
        var stored = command.Id is { } id ? await save.Rows.AccountAsync(id, cancellationToken).ConfigureAwait(false) : null;
        if (!string.IsNullOrWhiteSpace(command.Name) && await save.Database.Accounts.AnyAsync(other => other.Name == command.Name && other.Id != command.Id, cancellationToken).ConfigureAwait(false))
        {
            problems.Add(nameof(command.Name), ProblemCode.Taken, Duplicate.Message);
        }

        await CheckPlaidAccountAsync(save, command, problems, cancellationToken).ConfigureAwait(false);
        if (command.Id is not null && stored is null)
        {
            problems.Refuse(ProblemCode.NotFound, $"Error: no Account with ID {command.Id}", plain: PlainProblems.Gone("account"));
        }

        return stored;
    }

    protected override Func<BudgetDbContext, CancellationToken, Task>? Preparation(AccountChange command) =>
        command.Id is null ? null : (database, token) => PrepareAsync(database, command, token);

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, AccountChange command, Account? rows, CancellationToken cancellationToken)
    {
        var account = rows ?? save.Database.Accounts.Add(new Account()).Entity;
        var before = Patterns(account);
        Write(command, account);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        if (rows is null)
        {
            save.Database.AccountBalances.Add(FirstBalance(account.Id, command, time.GetUtcNow().UtcDateTime));
            await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return new Outcome<int>.Saved(account.Id);
        }

        return new Outcome<int>.Saved(account.Id) { Warnings = before == Patterns(account) ? [] : await SetFlagsAsync(save.Database, account, Prepared(account), cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>The flags that were prepared, unless the account turned out to be another one meanwhile.</summary>
    private BankTransactionFlags Prepared(Account account) => _flags?.AreOf(account) == true ? _flags : new BankTransactionFlags(account);

    /// <summary>Tries changed patterns on all texts of the account.</summary>
    private async Task PrepareAsync(BudgetDbContext database, AccountChange command, CancellationToken cancellationToken)
    {
        var account = new Account();
        Write(command, account);
        _flags = new BankTransactionFlags(account);
        var stored = await database.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.Id, cancellationToken).ConfigureAwait(false);
        if (stored is not null && !_flags.AreOf(stored))
        {
            var texts = database.BankTransactions.Where(row => row.AccountId == stored.Id).Select(row => new BankTransaction { Name = row.Name, Memo = row.Memo }).Distinct();
            _flags.Prepare((await texts.ToListAsync(cancellationToken).ConfigureAwait(false)).Select(BankTransactionFlags.TextOf));
        }
    }

    private static AccountBalance FirstBalance(int accountId, AccountChange command, DateTime now)
    {
        if (command.OpeningBalance is not { } opening)
        {
            return new AccountBalance { AccountId = accountId, Ledger = 0m, Available = 0m, OverallDate = now };
        }

        var asOf = BalanceTime.Of(command.OpeningDay ?? DateOnly.FromDateTime(now), now);
        return new AccountBalance { AccountId = accountId, Ledger = opening, LedgerDate = asOf, OverallDate = asOf };
    }

    private void CheckOpening(AccountChange command, Problems problems)
    {
        if (command.OpeningBalance is null)
        {
            return;
        }

        if (command.Id is not null)
        {
            problems.Add(nameof(command.OpeningBalance), ProblemCode.WrongKind, "Only a new account has an opening balance; set the balance of this one");
        }

        problems.CheckAmount(nameof(command.OpeningBalance), command.OpeningBalance);
        if (command.OpeningDay is { } day)
        {
            problems.CheckDate(nameof(command.OpeningDay), day);
            if (day > DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))
            {
                problems.Add(nameof(command.OpeningDay), ProblemCode.OutOfRange, "The day cannot be in the future");
            }
        }
    }

    private static void CheckConfiguration(Problems problems, string? json)
    {
        const string property = nameof(AccountChange.StatementDownloadJson);
        if (string.IsNullOrWhiteSpace(json))
        {
            return;
        }

        problems.CheckLongText(property, json);
        if (!DownloadConfiguration.TryParse(json, out _))
        {
            problems.Add(property, ProblemCode.BadFormat, "Invalid JSON!");
        }
    }

    private static void CheckRate(Problems problems, string property, decimal? rate)
    {
        if (rate is { } value && (Math.Abs(value) > AccountChange.LargestRate || decimal.Round(value, 4) != value))
        {
            problems.Add(property, ProblemCode.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"Invalid Decimal value: \"{value}\""));
        }
    }

    private static void CheckPattern(Problems problems, string property, string? pattern)
    {
        problems.CheckText(property, pattern);
        if (!string.IsNullOrWhiteSpace(pattern) && !PythonPattern.TryCompile(pattern, out _))
        {
            problems.Add(property, ProblemCode.BadFormat, "Invalid regular expression.");
        }
    }

    /// <summary>A Plaid account must exist and belong to no other account. No unique key says so, therefore its row is locked first.</summary>
    private static async Task CheckPlaidAccountAsync(RunningSave save, AccountChange command, Problems problems, CancellationToken cancellationToken)
    {
        if (command.PlaidAccount is not var (itemId, accountId))
        {
            return;
        }

        if (await save.Rows.PlaidAccountAsync(itemId, accountId, cancellationToken).ConfigureAwait(false) is null)
        {
            problems.Add(nameof(command.PlaidAccount), ProblemCode.NotFound, "Plaid account does not exist");
            return;
        }

        var owner = await save.Database.Accounts.AsNoTracking()
            .Where(other => other.PlaidItemId == itemId && other.PlaidAccountId == accountId && other.Id != command.Id)
            .OrderBy(other => other.Id)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (owner is not null)
        {
            problems.Add(
                nameof(command.PlaidAccount),
                ProblemCode.Taken,
                $"ERROR: This Plaid account is already used by the Account: {owner.Name} ({owner.Id}). Please remove it from that account before adding it to another.");
        }
    }

    private static (string?, string?, string?, string?, string?) Patterns(Account account) =>
        (account.InterestChargePattern, account.InterestPaidPattern, account.PaymentPattern, account.LateFeePattern, account.OtherFeePattern);

    private static void Write(AccountChange command, Account account)
    {
        var wasCredit = account.Type == AccountType.Credit;
        account.Name = command.Name;
        account.Description = Text(command.Description);
        account.Type = command.Type;
        account.AppendsMemoToName = command.AppendsMemoToName;
        account.NegatesBankAmounts = command.NegatesBankAmounts;
        account.IsReconciled = command.IsReconciled;
        account.IsActive = command.IsActive;
        if (!command.KeepsStatementDownload)
        {
            account.VaultCredentialsPath = Text(command.VaultCredentialsPath);
            account.StatementDownloadJson = Text(command.StatementDownloadJson);
        }

        account.InterestChargePattern = Text(command.InterestChargePattern);
        account.InterestPaidPattern = Text(command.InterestPaidPattern);
        account.PaymentPattern = Text(command.PaymentPattern);
        account.LateFeePattern = Text(command.LateFeePattern);
        account.OtherFeePattern = Text(command.OtherFeePattern);
        if (command.PlaidAccount != PlaidAccountKey.Of(account.PlaidItemId, account.PlaidAccountId))
        {
            account.PlaidItemId = command.PlaidAccount?.ItemId;
            account.PlaidAccountId = command.PlaidAccount?.AccountId;
        }

        if (command.Type == AccountType.Credit)
        {
            account.CreditLimit = command.CreditLimit;
            account.Apr = command.Apr;
            account.PrimeRateMargin = command.PrimeRateMargin;
            account.InterestMethod = command.InterestCalculation?.ToString() ?? account.InterestMethod ?? (wasCredit ? null : nameof(InterestCalculation.AdbCompoundedDaily));
            account.MinimumPaymentMethod = command.MinimumPaymentRule?.ToString() ?? account.MinimumPaymentMethod ?? (wasCredit ? null : nameof(MinimumPaymentRule.MinPaymentAmEx));
        }
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static async Task<IReadOnlyList<string>> SetFlagsAsync(BudgetDbContext database, Account account, BankTransactionFlags flags, CancellationToken cancellationToken)
    {
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
