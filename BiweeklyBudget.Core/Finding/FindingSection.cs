using System.Globalization;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Transactions;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Finding;

/// <summary>What a line of text means in a book: <c>book.Finding</c>.</summary>
public sealed class FindingSection
{
    /// <summary>Longest text that is read; a longer one means nothing.</summary>
    public const int LongestText = 300;

    private const int MostOfAKind = 5;

    private readonly BookSession _session;

    internal FindingSection(BookSession session) => _session = session;

    /// <summary>Whether a text finds a name: each of its words begins a word of the name, in any case. An empty text finds every name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The name.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsFound(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        return NameWords.Find(text, name);
    }

    /// <summary>
    /// Says what a line of text means: the transaction that it describes, such as <c>42.50 groceries Market yesterday</c>, and the accounts, budgets, pay periods and transactions that it finds, at most
    /// five of a kind.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>What it means.</returns>
    public async Task<Findings> FindAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        if (text.Length > LongestText)
        {
            return new Findings(null, []);
        }

        var (accounts, budgets) = await _session.ReadAsync(NamesAsync, cancellationToken).ConfigureAwait(false);
        var typed = new TypedLine(_session.Today, _session.Settings.CreateMoneyFormat(), InUse(accounts), InUse(budgets), _session.Settings.DefaultAccountId).Read(text);
        if (text.Length == 0)
        {
            return new Findings(typed, [.. Periods("")]);
        }

        return new Findings(typed, [.. Named(FoundKind.Account, accounts, text), .. Named(FoundKind.Budget, budgets, text), .. Periods(text), .. await TransactionsAsync(text, cancellationToken).ConfigureAwait(false)]);
    }

    private static async Task<(List<(TypedName Name, bool IsActive)> Accounts, List<(TypedName Name, bool IsActive)> Budgets)> NamesAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        var accounts = await database.Accounts.Select(account => new { account.Id, account.Name, account.IsActive }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var budgets = await database.Budgets.Select(budget => new { budget.Id, budget.Name, budget.IsActive, budget.IsIncome }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return (accounts.ConvertAll(row => (new TypedName(row.Id, row.Name ?? ""), row.IsActive == true)), budgets.ConvertAll(row => (new TypedName(row.Id, row.Name ?? "", row.IsIncome == true), row.IsActive == true)));
    }

    private static IReadOnlyList<TypedName> InUse(IEnumerable<(TypedName Name, bool IsActive)> names) => [.. names.Where(row => row.IsActive && row.Name.Plain.Length > 0).Select(row => row.Name)];

    private static IEnumerable<FoundRecord> Named(FoundKind kind, IEnumerable<(TypedName Name, bool IsActive)> names, string text) => names.Where(row => NameWords.Find(text, row.Name.Plain))
        .OrderByDescending(row => row.IsActive).ThenBy(row => row.Name.Plain, StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Name.Id).Take(MostOfAKind).Select(row => new FoundRecord(kind, row.Name.Id, row.Name.Name));

    private IEnumerable<FoundRecord> Periods(string text)
    {
        var calendar = _session.Calendar;
        var current = calendar.Containing(_session.Today);
        if (text.Length > 0 && TypedDay.Read(text, _session.Today) is { } day)
        {
            var period = calendar.Containing(day);
            return [new FoundRecord(FoundKind.PayPeriod, 0, string.Create(CultureInfo.InvariantCulture, $"Pay period of {DateText.Day(day)}"), period.Start)];
        }

        return new[] { ("Current pay period", current), ("Next pay period", calendar.Next(current)), ("Previous pay period", calendar.Previous(current)) }
            .Where(period => NameWords.Find(text, period.Item1)).Select(period => new FoundRecord(FoundKind.PayPeriod, 0, period.Item1, period.Item2.Start));
    }

    private async Task<IEnumerable<FoundRecord>> TransactionsAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length < TableQuery.ShortestSearch)
        {
            return [];
        }

        var query = new TableQuery { Search = text, Order = [new SortedColumn("date", true), new SortedColumn("description", false)], Take = MostOfAKind };
        var page = await new TransactionSection(_session).ListAsync(query, filter: null, cancellationToken).ConfigureAwait(false);
        return page.Rows.Select(row => new FoundRecord(FoundKind.Transaction, row.Id, row.Title, row.Date, row.Amount));
    }
}
