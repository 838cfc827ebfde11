using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Changes;

namespace BiweeklyBudget.Hosting.Features.History;

/// <summary>Names of the accounts and budgets that changes speak of: those there are, and those that the changes themselves added or removed.</summary>
/// <param name="accounts">By id.</param>
/// <param name="budgets">By id.</param>
internal sealed class RecordNames(IReadOnlyDictionary<int, string> accounts, IReadOnlyDictionary<int, string> budgets)
{
    /// <summary>Reads them with two SQL statements.</summary>
    public static async Task<RecordNames> ReadAsync(BudgetBook book, IEnumerable<ChangeDetails> changes, CancellationToken cancellationToken)
    {
        var accounts = new Dictionary<int, string>();
        var budgets = new Dictionary<int, string>();
        foreach (var record in changes.SelectMany(change => change.Records))
        {
            var names = record.Record.Kind switch { RecordKind.Account => accounts, RecordKind.Budget => budgets, _ => null };
            if (names is not null && int.TryParse(record.Record.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && ChangeWords.Name(record) is { } name)
            {
                names.TryAdd(id, name);
            }
        }

        foreach (var account in await book.Accounts.ListAsync(cancellationToken))
        {
            accounts[account.Id] = account.Name ?? "";
        }

        foreach (var budget in await book.Budgets.ListAsync(cancellationToken))
        {
            budgets[budget.Id] = budget.Name ?? "";
        }

        return new RecordNames(accounts, budgets);
    }

    /// <summary>An account's name.</summary>
    public string Account(int id) => accounts.GetValueOrDefault(id, "a deleted account");

    /// <summary>A budget's name.</summary>
    public string Budget(int id) => budgets.GetValueOrDefault(id, "a deleted budget");
}
