using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tables;

namespace BiweeklyBudget.Core.Statements;

/// <summary>What the banks say, in a book: <c>book.Statements</c>.</summary>
public sealed class StatementSection
{
    private readonly BookSession _session;

    internal StatementSection(BookSession session) => _session = session;

    /// <summary>Names of the columns that <see cref="ListAsync"/> can sort by.</summary>
    public static IEnumerable<string> Columns => BankTransactionList.Columns;

    /// <summary>Bank transactions of all statements.</summary>
    /// <param name="query">Search in name, memo, description and notes, or for an amount of either sign; order, page.</param>
    /// <param name="accountId">Only those of an account; null for all.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The rows, and how many there are.</returns>
    public Task<TablePage<BankTransactionLine>> ListAsync(TableQuery query, int? accountId = null, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new BankTransactionList(database).ReadAsync(query, accountId, token), cancellationToken);

    /// <summary>One bank transaction with its statement.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="fitId">The bank's id, exactly as it is stored.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The bank transaction; null when there is none.</returns>
    public Task<BankTransactionDetails?> FindAsync(int accountId, string fitId, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new BankTransactionReader(database).FindAsync(accountId, fitId, token), cancellationToken);

    /// <summary>The accounts whose statements a program may download, inactive ones too.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The accounts, by name.</returns>
    public Task<IReadOnlyList<DownloadAccount>> ListDownloadAccountsAsync(CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new DownloadAccounts(database).ReadAsync(token), cancellationToken);

    /// <summary>The latest imports that can be undone, unless something that happened since stands against it.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The imports, the latest first.</returns>
    public Task<IReadOnlyList<UndoableImport>> ListUndoableAsync(int most, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new UndoableImports(database).ReadAsync(most, token), cancellationToken);

    /// <summary>Says what importing a file would do, and changes nothing.</summary>
    /// <param name="fileName">The file's name.</param>
    /// <param name="content">The file's bytes; seekable. The caller disposes it.</param>
    /// <param name="chosen">Accounts that the user chose, by number of the statement; the others are found by the account's number at the bank. Null when nothing was chosen.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>What the file holds and would do, or why it cannot be imported.</returns>
    public Task<FilePreview> PreviewAsync(string fileName, Stream content, IReadOnlyDictionary<int, int>? chosen = null, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new PreviewImport(database, _session.Time).ReadAsync(fileName, content, chosen ?? new Dictionary<int, int>(), token), cancellationToken);

    /// <summary>
    /// Imports a file: a statement, its balance, and the bank transactions that the account does not have; those that it has are brought up to date.
    /// Importing the same or an overlapping file again adds nothing twice.
    /// </summary>
    /// <param name="upload">The file and its account.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>
    /// Saved, or why not. When the account has a statement of that file name, it is refused as <see cref="ProblemCode.Taken"/>, and <see cref="Problem.RowId"/> is that statement's id.
    /// </returns>
    public async Task<Outcome<ImportedStatement>> ImportAsync(StatementUpload upload, CancellationToken cancellationToken = default)
    {
        var outcome = await _session.SaveAsync(database => new ImportStatement(database, _session.Time).ExecuteAsync(upload, cancellationToken)).ConfigureAwait(false);
        if (outcome is Outcome<ImportedStatement>.Saved { Value: var imported })
        {
            EngineMeter.StatementImported(imported.Added, imported.Updated);
        }

        return outcome;
    }

    /// <summary>
    /// Takes an import back as a whole: its statement, its balance and the bank transactions that it added are removed, and those that it wrote over get back
    /// what they said. Refused when something of it is reconciled, or a later statement holds some of it too.
    /// </summary>
    /// <param name="statementId">The statement that the import made (<see cref="ImportedStatement.StatementId"/>).</param>
    /// <param name="cancellationToken">Cancels it; nothing is changed then.</param>
    /// <returns>Saved, or why not.</returns>
    public Task<Outcome<UndoneImport>> UndoAsync(int statementId, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new UndoImport(database).ExecuteAsync(statementId, cancellationToken));
}
