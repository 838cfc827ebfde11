using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>The table of bank transactions (spec/http-api.md §5): searched, filtered, sorted and paged by the database, with three SQL statements whatever it holds.</summary>
internal sealed class BankTransactionList(BudgetDbContext database)
{
    private static readonly TableColumns<BankTransactionLine> Sorted = new TableColumns<BankTransactionLine>()
        .Column("date", row => row.DatePosted)
        .Column("amount", row => row.Amount)
        .Column("account", row => row.AccountName)
        .Column("type", row => row.Type)
        .Column("name", row => row.Name)
        .Column("memo", row => row.Memo)
        .Column("description", row => row.Description)
        .Column("fitid", row => row.FitId)
        .Column("last_stmt", row => row.StatementId)
        .Column("last_stmt_date", row => row.StatementAsOf)
        .Column("reconcile_id", row => row.ReconciliationId)
        .Key(row => row.AccountId)
        .Key(row => row.FitId);

    /// <summary>Names of the columns that can be sorted by.</summary>
    public static IEnumerable<string> Columns => Sorted.Names;

    /// <summary>Reads the rows that are asked for.</summary>
    /// <param name="query">Search in name, memo, description and notes; order, page.</param>
    /// <param name="accountId">Only those of an account; null for all.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The rows, and how many there are.</returns>
    public async Task<TablePage<BankTransactionLine>> ReadAsync(TableQuery query, int? accountId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = Find(query, accountId);
        var total = await database.BankTransactions.CountAsync(cancellationToken).ConfigureAwait(false);
        var filtered = await found.CountAsync(cancellationToken).ConfigureAwait(false);
        return new TablePage<BankTransactionLine>(total, filtered, await Sorted.Sort(Lines(found), query.Order).Page(query).ToListAsync(cancellationToken).ConfigureAwait(false));
    }

    private IQueryable<BankTransaction> Find(TableQuery query, int? accountId)
    {
        IQueryable<BankTransaction> found = database.BankTransactions;
        if (SearchPattern.Of(query.Search) is { } pattern)
        {
            var amount = SearchedFigures.Of(query.Search)?.Amount;
            var opposite = -amount;
            found = found.Where(row =>
                EF.Functions.Like(row.Name!, pattern, SearchPattern.Escape)
                || (amount != null && (row.Amount == amount || row.Amount == opposite))
                || EF.Functions.Like(row.Memo!, pattern, SearchPattern.Escape)
                || EF.Functions.Like(row.Description!, pattern, SearchPattern.Escape)
                || EF.Functions.Like(row.Notes!, pattern, SearchPattern.Escape));
        }

        return accountId is null ? found : found.Where(row => row.AccountId == accountId);
    }

    private IQueryable<BankTransactionLine> Lines(IQueryable<BankTransaction> found) =>
        from row in found
        join account in database.Accounts on row.AccountId equals account.Id into accounts
        from account in accounts.DefaultIfEmpty()
        join statement in database.Statements on row.StatementId equals statement.Id into statements
        from statement in statements.DefaultIfEmpty()
        join reconciliation in database.Reconciliations
            on new { Account = (int?)row.AccountId, row.FitId } equals new { Account = reconciliation.BankAccountId, FitId = reconciliation.BankFitId! } into reconciliations
        from reconciliation in reconciliations.DefaultIfEmpty()
        select new BankTransactionLine
        {
            AccountId = row.AccountId,
            AccountName = account.Name,
            FitId = row.FitId,
            DatePosted = row.DatePosted,
            PostedDay = row.PostedDay,
            Amount = row.Amount,
            Type = row.TransactionType,
            Name = row.Name,
            Memo = row.Memo,
            Description = row.Description,
            Notes = row.Notes,
            StatementId = row.StatementId,
            StatementAsOf = statement.AsOf,
            ReconciliationId = (int?)reconciliation.Id,
        };
}
