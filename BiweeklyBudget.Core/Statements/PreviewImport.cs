using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// Says what importing a file would do, without doing it: which account each of its statements belongs to, what is new, known or
/// changed, and what looks odd.
/// </summary>
internal sealed class PreviewImport(BudgetDbContext database, TimeProvider time)
{
    /// <summary>Reads a file.</summary>
    /// <param name="fileName">Its name.</param>
    /// <param name="content">Its bytes; seekable.</param>
    /// <param name="chosen">Accounts that the user chose, by number of the statement; the others are found by the account number.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<FilePreview> ReadAsync(string fileName, Stream content, IReadOnlyDictionary<int, int> chosen, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        if (StatementFileName.Mistake(fileName) is { } mistake)
        {
            return new FilePreview(mistake.Message, []);
        }

        FileParts parts;
        try
        {
            parts = new FileParts(fileName, OfxFile.Read(content), FileContent.Of(content));
        }
        catch (OfxException exception)
        {
            return new FilePreview(exception.Message, []);
        }

        var file = parts.File;
        var owners = await OwnersAsync(file, cancellationToken).ConfigureAwait(false);
        var statements = new List<StatementPreview>();
        for (var number = 0; number < file.Statements.Count; number++)
        {
            var owner = owners.TryGetValue(StatementRow.StoredNumber(file.Statements[number].BankAccountId), out var found) ? found : (int?)null;
            var account = chosen.TryGetValue(number, out var choice) ? choice : owner;
            statements.Add(await PreviewAsync(parts, number, account, isRecognized: owner is not null && owner == account, cancellationToken).ConfigureAwait(false));
        }

        return new FilePreview(null, statements) { Warnings = file.Warnings };
    }

    /// <summary>The accounts by the number that their newest statements with one had.</summary>
    private async Task<Dictionary<string, int>> OwnersAsync(OfxFile file, CancellationToken cancellationToken)
    {
        string?[] numbers = [.. file.Statements.Select(s => StatementRow.StoredNumber(s.BankAccountId)).Where(n => n.Length > 0)];
        var statements = await database.Statements.Where(s => numbers.Contains(s.BankAccountId))
            .GroupBy(s => new { s.AccountId, s.BankAccountId })
            .Select(s => new { s.Key.AccountId, s.Key.BankAccountId, AsOf = s.Max(x => x.AsOf), Id = s.Max(x => x.Id) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var owners = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var statement in statements.OrderBy(s => s.AsOf).ThenBy(s => s.Id))
        {
            owners[statement.BankAccountId!] = statement.AccountId;
        }

        return owners;
    }

    private async Task<StatementPreview> PreviewAsync(FileParts parts, int number, int? accountId, bool isRecognized, CancellationToken cancellationToken)
    {
        var (fileName, file, content) = parts;
        var statement = file.Statements[number];
        var account = await database.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken).ConfigureAwait(false);
        var newest = account is null ? null : await NewestStatement.OfAsync(database, account.Id, cancellationToken).ConfigureAwait(false);
        var before = account is null ? null : await ImportedBefore.FindAsync(database, account.Id, content, fileName, file.Statements, statement, cancellationToken).ConfigureAwait(false);
        var warnings = new ImportWarnings();
        warnings.AddRange(account is null ? [] : ChosenStatements.Of(file, account, newest, number)!.Warnings.Except(file.Warnings));
        warnings.AddRange(statement.Warnings);
        var transactions = ImportStatement.TransactionsOf(statement, account, warnings);
        if (statement.AsOf > time.GetUtcNow().UtcDateTime.AddDays(1))
        {
            warnings.Add("The file is dated in the future.");
        }

        var comparison = new PreviewComparison(database, account, warnings, time.GetUtcNow().UtcDateTime);
        var previewed = await comparison.CompareAsync(transactions, cancellationToken).ConfigureAwait(false);
        return new StatementPreview
        {
            Number = number,
            Kind = statement.Kind,
            MaskedNumber = ChosenStatements.Masked(statement),
            AsOf = statement.OwnDay ?? time.GetUtcNow().UtcDateTime,
            Currency = statement.Currency,
            LedgerBalance = statement.LedgerBalance,
            AccountId = account?.Id,
            IsRecognized = isRecognized,
            DuplicateOf = before?.StatementId,
            Duplicate = before?.Message,
            Transactions = previewed,
            Sign = account is null ? null : await new SignRecognition(database).OfAsync(account, transactions, cancellationToken).ConfigureAwait(false),
            Oddities = warnings.ToList(),
        };
    }

    /// <summary>A file that was read.</summary>
    private sealed record FileParts(string Name, OfxFile File, FileContent Content);
}
