using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// Imports a file into an account (spec/bank-data.md §2.2): for each of its statements of the account one statement, one balance, and its transactions, in one
/// database transaction. Importing the same or an overlapping file again adds nothing twice. Of one use only: it keeps the file that it has read.
/// </summary>
internal sealed class ImportStatement(BudgetDbContext database, TimeProvider time) : SaveOperation<StatementUpload, ImportStatement.Target?, ImportedStatement>(database)
{
    private OfxFile? _file;
    private FileContent? _content;
    private BankTransactionFlags? _flags;

    protected override Problem Duplicate =>
        new(null, ProblemCode.Taken, "The database holds a transaction or statement that it cannot tell from one of this file; nothing was imported.");

    protected override Func<BudgetDbContext, CancellationToken, Task>? Preparation(StatementUpload command) => (database, token) => PrepareAsync(database, command, token);

    protected override void CheckAlone(StatementUpload command, Problems problems)
    {
        if (StatementFileName.Mistake(command.FileName) is var (code, mistake))
        {
            problems.Add(nameof(command.FileName), code, mistake);
        }

        try
        {
            _file = OfxFile.Read(command.Content);
            _content = FileContent.Of(command.Content);
        }
        catch (OfxException exception)
        {
            problems.Add(nameof(command.Content), ProblemCode.Unreadable, exception.Message);
        }
    }

    protected override async Task<Target?> CheckAsync(RunningSave save, StatementUpload command, Problems problems, CancellationToken cancellationToken)
    {
        // Imports into one account take turns; whoever comes second finds what the first one left.
        var account = await save.Rows.AccountAsync(command.AccountId, cancellationToken).ConfigureAwait(false);
        if (account is null)
        {
            problems.Add(nameof(command.AccountId), ProblemCode.NotFound, $"no Account with ID {command.AccountId}");
            return null;
        }

        if (!command.RecognizesContent && await StatementNames.FindAsync(save.Database, command.AccountId, command.FileName, cancellationToken).ConfigureAwait(false) is { } same)
        {
            problems.Refuse(
                ProblemCode.Taken,
                $"An OFX statement (id={same}) with the same filename ({command.FileName}) has already been recorded for Account {command.AccountId}; duplicate statements are not allowed.",
                same);
            return null;
        }

        var target = _file is null ? null : Choose(_file, account, await NewestStatement.OfAsync(save.Database, command.AccountId, cancellationToken).ConfigureAwait(false), command, problems);
        if (target is not null && command.RecognizesContent && await ImportedBefore.FindAsync(save.Database, account.Id, _content!, command.FileName, _file!.Statements, target.Choice.Statements[0], cancellationToken).ConfigureAwait(false) is { } before)
        {
            problems.Refuse(ProblemCode.Taken, before.Message, before.StatementId);
            return null;
        }

        await CheckDaysAsync(save.Database, target, problems, cancellationToken).ConfigureAwait(false);
        return target;
    }

    protected override async Task<Outcome<ImportedStatement>> StoreAsync(RunningSave save, StatementUpload command, Target? rows, CancellationToken cancellationToken)
    {
        var (account, choice) = rows!;
        var warnings = new ImportWarnings();
        warnings.AddRange(choice.Warnings);
        account.NegatesBankAmounts = command.TurnsAmountsRound ?? account.NegatesBankAmounts;
        var names = await StatementNames.FreeAsync(save.Database, command.AccountId, command.FileName, choice.Statements.Count, cancellationToken).ConfigureAwait(false);
        var flags = _flags?.AreOf(account) == true ? _flags : new BankTransactionFlags(account);
        var (added, updated, statementId) = (0, 0, 0);
        foreach (var (from, name) in choice.Statements.Zip(names))
        {
            warnings.AddRange(from.Warnings);
            var statement = save.Database.Statements.Add(StatementRow.Of(_file!, from, command with { FileName = name }, time.GetUtcNow().UtcDateTime)).Entity;
            var balance = from.LedgerBalance is null ? null : save.Database.AccountBalances.Add(StatementRow.BalanceOf(from, statement)).Entity;
            await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);

            var writer = new BankTransactionWriter(save, account, statement.Id, flags, warnings);
            await writer.WriteAsync(TransactionsOf(from, account, warnings), cancellationToken).ConfigureAwait(false);
            (added, updated, statementId) = (added + writer.AddedCount, updated + writer.Earlier.Count, statement.Id);
            var number = _file!.Statements.Index().First(entry => ReferenceEquals(entry.Item, from)).Index;
            await _content!.KeepAsync(save, command.AccountId, number, new FileContent.Import(statement.Id, time.GetUtcNow().UtcDateTime), cancellationToken).ConfigureAwait(false);
            if (command.IsUndoable)
            {
                await new ImportRecords(save.Database).AddAsync(save, command.AccountId, statement.Id, writer.Record(balance?.Id, _content.Name(command.AccountId, number)), cancellationToken).ConfigureAwait(false);
            }
        }

        warnings.AddRange(flags.Problems);
        return new Outcome<ImportedStatement>.Saved(new ImportedStatement(statementId, added, updated)) { Warnings = warnings.ToList() };
    }

    /// <summary>What of a statement an account takes: an investment's cash only where it is used as a bank account.</summary>
    internal static IReadOnlyList<OfxTransaction> TransactionsOf(OfxStatement statement, Account? account, ImportWarnings warnings)
    {
        if (statement.CashTransactions.Count == 0 || account?.Type is not AccountType.Investment)
        {
            return statement.CashTransactions.Count == 0 ? statement.Transactions : statement.CashTransactions;
        }

        warnings.Add($"{statement.CashTransactions.Count} cash transactions are not imported, because this is an account of type {AccountType.Investment}.");
        return statement.Transactions;
    }

    private static Target? Choose(OfxFile file, Account account, Statement? newest, StatementUpload command, Problems problems)
    {
        if (ChosenStatements.Of(file, account, newest, command.Statement) is not { } choice)
        {
            problems.Add(nameof(command.Statement), ProblemCode.NotFound, $"The file has no statement number {command.Statement}.");
            return null;
        }

        var target = new Target(account, choice);
        if (target.Transactions.FirstOrDefault(t => TextLength.Of(t.FitId) > BankTransactionFields.LongestFitId) is { } tooLong)
        {
            problems.Add(nameof(command.Content), ProblemCode.TooLong, $"The FITID in line {tooLong.Line} is longer than {BankTransactionFields.LongestFitId} characters.");
        }

        return target;
    }

    /// <summary>A file may not bring days that money cannot move on; rows that have theirs already may be listed again.</summary>
    private static async Task CheckDaysAsync(BudgetDbContext database, Target? target, Problems problems, CancellationToken cancellationToken)
    {
        foreach (var batch in (target?.Transactions ?? []).Where(t => !StorableDate.Holds(t.Day)).Chunk(BankTransactionWriter.Batch))
        {
            string[] ids = [.. batch.Select(t => t.FitId)];
            var stored = await database.BankTransactions.AsNoTracking()
                .Where(row => row.AccountId == target!.Account.Id && ids.Contains(row.FitId))
                .Select(row => new { row.FitId, row.DatePosted })
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            if (batch.FirstOrDefault(t => !stored.Exists(row => row.FitId == t.FitId && row.DatePosted == t.DatePosted)) is { } wrong)
            {
                problems.Add(nameof(StatementUpload.Content), ProblemCode.OutOfRange, $"{StorableDate.RangeMessage}: the transaction in line {wrong.Line} is of {DateText.Day(wrong.Day)}.");
                return;
            }
        }
    }

    /// <summary>Tries the account's patterns on the file's texts.</summary>
    private async Task PrepareAsync(BudgetDbContext database, StatementUpload command, CancellationToken cancellationToken)
    {
        if (await database.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.AccountId, cancellationToken).ConfigureAwait(false) is not { } account || _file is null)
        {
            return;
        }

        var fields = new BankTransactionFields(account, new ImportWarnings());
        _flags = new BankTransactionFlags(account);
        _flags.Prepare(_file.Statements.SelectMany(statement => statement.Transactions.Concat(statement.CashTransactions)).Select(transaction =>
        {
            var row = new BankTransaction();
            fields.Write(transaction, row);
            return BankTransactionFlags.TextOf(row);
        }));
    }

    /// <summary>Where a file goes.</summary>
    /// <param name="Account">The account, locked.</param>
    /// <param name="Choice">Which of the file's statements.</param>
    internal sealed record Target(Account Account, ChosenStatements Choice)
    {
        /// <summary>The transactions of all of them.</summary>
        public IEnumerable<OfxTransaction> Transactions => Choice.Statements.SelectMany(statement => TransactionsOf(statement, Account, new ImportWarnings()));
    }
}
