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

        OfxFile file;
        try
        {
            file = OfxFile.Read(content);
        }
        catch (OfxException exception)
        {
            return new FilePreview(exception.Message, []);
        }

        var owners = await OwnersAsync(file, cancellationToken).ConfigureAwait(false);
        var statements = new List<StatementPreview>();
        for (var number = 0; number < file.Statements.Count; number++)
        {
            var owner = owners.TryGetValue(StatementRow.StoredNumber(file.Statements[number].BankAccountId), out var found) ? found : (int?)null;
            var account = chosen.TryGetValue(number, out var choice) ? choice : owner;
            statements.Add(await PreviewAsync(fileName, file, number, account, isRecognized: owner is not null && owner == account, cancellationToken).ConfigureAwait(false));
        }

        return new FilePreview(null, statements);
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

    private async Task<StatementPreview> PreviewAsync(string fileName, OfxFile file, int number, int? accountId, bool isRecognized, CancellationToken cancellationToken)
    {
        var statement = file.Statements[number];
        var account = await database.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken).ConfigureAwait(false);
        var newest = account is null ? null : await NewestStatement.OfAsync(database, account.Id, cancellationToken).ConfigureAwait(false);
        var duplicate = account is null ? null : await database.Statements.Where(s => s.AccountId == account.Id && s.FileName == fileName).Select(s => (int?)s.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        var warnings = new ImportWarnings();
        warnings.AddRange(account is null ? file.Warnings : ChosenStatement.Of(file, account, newest, number)!.Warnings);
        var transactions = ImportStatement.LastOfEach(statement.Transactions);
        if (statement.Transactions.Count > transactions.Count)
        {
            warnings.Add($"The file lists {statement.Transactions.Count - transactions.Count} transactions more than once; what it says last counts.");
        }

        if (file.AsOf > time.GetUtcNow().UtcDateTime.AddDays(1))
        {
            warnings.Add("The file is dated in the future.");
        }

        var comparison = new PreviewComparison(database, account, warnings, time.GetUtcNow().UtcDateTime);
        var previewed = await comparison.CompareAsync(transactions, cancellationToken).ConfigureAwait(false);
        return new StatementPreview
        {
            Number = number,
            Kind = statement.Kind,
            MaskedNumber = ChosenStatement.Masked(statement),
            AsOf = file.AsOf,
            Currency = statement.Currency,
            LedgerBalance = statement.LedgerBalance,
            AccountId = account?.Id,
            IsRecognized = isRecognized,
            DuplicateOf = duplicate,
            Transactions = previewed,
            Sign = account is null ? null : await new SignRecognition(database).OfAsync(account, transactions, cancellationToken).ConfigureAwait(false),
            Oddities = warnings.ToList(),
        };
    }
}
