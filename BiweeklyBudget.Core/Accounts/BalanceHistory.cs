using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>The chart of account balances over time (spec/domain.md §11, spec/http-api.md §16).</summary>
/// <param name="database">The database.</param>
internal sealed class BalanceHistory(BudgetDbContext database)
{
    /// <summary>Reads the chart with two SQL statements.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The chart.</returns>
    public async Task<BalanceChart> ReadAsync(CancellationToken cancellationToken)
    {
        var names = await database.Accounts.Select(a => new { a.Id, a.Name }).ToDictionaryAsync(a => a.Id, a => a.Name ?? "", cancellationToken).ConfigureAwait(false);
        var balances = await database.AccountBalances
            .Where(b => b.OverallDate != null)
            .Select(b => new BalanceRow(b.Id, b.AccountId, (b.LedgerDate ?? b.OverallDate)!.Value, b.Ledger))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return Draw(names, balances);
    }

    /// <summary>
    /// Takes each account's last ledger of each day, which is the balance's own where the bank said it; days without one repeat the value before. The first day is a point
    /// like any other (defect 19). Of very many days every few-th one is drawn, and the last.
    /// </summary>
    public static BalanceChart Draw(IReadOnlyDictionary<int, string> namesById, IEnumerable<BalanceRow> balances)
    {
        var accounts = namesById.OrderBy(a => a.Value, StringComparer.Ordinal).ThenBy(a => a.Key).ToList();
        var columns = accounts.Select((account, index) => (account.Key, index)).ToDictionary(c => c.Key, c => c.index);
        var ledgers = new decimal?[accounts.Count];
        var days = new List<BalanceChart.Day>();
        var all = balances.GroupBy(b => DateOnly.FromDateTime(b.Date)).OrderBy(d => d.Key).ToList();
        var together = all.Count <= BalanceChart.MostDays ? 1 : (all.Count + BalanceChart.MostDays - 3) / (BalanceChart.MostDays - 1);
        foreach (var (index, day) in all.Index())
        {
            foreach (var balance in day.Where(b => columns.ContainsKey(b.AccountId)).OrderBy(b => b.Date).ThenBy(b => b.Id))
            {
                ledgers[columns[balance.AccountId]] = balance.Ledger ?? 0m;
            }

            if (index % together == 0 || index == all.Count - 1)
            {
                days.Add(new BalanceChart.Day(day.Key, [.. ledgers]));
            }
        }

        return new BalanceChart(days.Count == 0 ? [] : [.. accounts.Select(a => a.Value)], days, together);
    }
}
