using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// Finds out how a bank writes expenses: most write them as negative amounts, an account's default takes amounts as they are, and in the books expenses are positive. Three
/// things are asked: the types of the transactions, the words in them, and the account's transactions that are not reconciled yet, of which one side or the other meets the amounts.
/// </summary>
/// <param name="database">The database.</param>
internal sealed class SignRecognition(BudgetDbContext database)
{
    // How many days a purchase may lie from its line at the bank.
    private const int Near = 10;

    /// <summary>Looks at a statement that is to go into an account; three SQL statements at most.</summary>
    /// <returns>What was found, or must be asked; null when the account goes on as it does, or there is nothing to look at.</returns>
    public async Task<PreviewedSign?> OfAsync(Account account, IReadOnlyList<OfxTransaction> transactions, CancellationToken cancellationToken)
    {
        OfxTransaction[] moving = [.. transactions.Where(t => t.Amount != 0)];
        if (moving.Length == 0)
        {
            return null;
        }

        var votes = Votes(moving);
        votes.Add(("the amounts", await MeetAsync(account.Id, moving, cancellationToken).ConfigureAwait(false)));
        (string What, SignVotes Votes)[] clear = [.. votes.Where(vote => vote.Votes.AreNegative is not null)];
        bool?[] answers = [.. clear.Select(vote => vote.Votes.AreNegative).Distinct()];
        var found = answers.Length == 1 ? answers[0] : null;
        string[] reasons = found is null ? [] : [.. clear.Select(vote => vote.Votes.Agreeing(vote.What))];
        var set = account.NegatesBankAmounts == true;
        return set || await database.BankTransactions.AnyAsync(row => row.AccountId == account.Id, cancellationToken).ConfigureAwait(false)
            ? found is null || found == set ? null : new PreviewedSign(set, IsContradiction: true, reasons)
            : new PreviewedSign(found, IsContradiction: false, reasons);
    }

    private static List<(string What, SignVotes Votes)> Votes(OfxTransaction[] transactions)
    {
        var (types, words) = (default(SignVotes), default(SignVotes));
        foreach (var transaction in transactions)
        {
            var isNegative = transaction.Amount < 0;
            types = SignWords.IsOutByType(transaction.Type) is { } isOut ? types.And(isNegative == isOut) : types;
            words = SignWords.IsOutByWords(transaction.Name, transaction.Memo) is { } saysOut ? words.And(isNegative == saysOut) : words;
        }

        return [("the types", types), ("the words", words)];
    }

    /// <summary>Which of the account's open transactions have the amounts of the file, as they are or turned round. What meets both ways says nothing.</summary>
    private async Task<SignVotes> MeetAsync(int accountId, OfxTransaction[] lines, CancellationToken cancellationToken)
    {
        var (from, to) = (Shifted(lines.Min(t => t.Day), -Near), Shifted(lines.Max(t => t.Day), Near));
        var open = await database.Transactions
            .Where(t => t.AccountId == accountId && t.Date >= from && t.Date <= to && !database.Reconciliations.Any(reconciliation => reconciliation.TransactionId == t.Id))
            .Select(t => new { Date = t.Date!.Value, Amounts = t.Splits.Select(split => split.Amount).ToList() })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var days = open.ToLookup(t => t.Amounts.Sum(), t => t.Date);
        var votes = default(SignVotes);
        foreach (var line in lines)
        {
            var (asItIs, turned) = (IsNear(days[line.Amount], line.Day), IsNear(days[-line.Amount], line.Day));

            // A transaction of 12.50 is an expense; the bank's -12.50 is that expense.
            votes = asItIs == turned ? votes : votes.And(turned);
        }

        return votes;
    }

    private static bool IsNear(IEnumerable<DateOnly> days, DateOnly day) => days.Any(other => Math.Abs(other.DayNumber - day.DayNumber) <= Near);

    private static DateOnly Shifted(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
