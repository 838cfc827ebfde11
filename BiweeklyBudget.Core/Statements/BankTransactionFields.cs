using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Statements;

/// <summary>Writes what a file says about a transaction into its row (spec/bank-data.md §2.2).</summary>
/// <param name="account">The account; it may want the memo appended to the name.</param>
/// <param name="warnings">Told of texts that were cut.</param>
internal sealed class BankTransactionFields(Account account, ImportWarnings warnings)
{
    /// <summary>Characters that an id may have; it cannot be cut without losing its meaning.</summary>
    public const int LongestFitId = 255;

    private const int LongestText = 255;

    private readonly bool _appendsMemo = account.AppendsMemoToName == true;

    /// <summary>A transaction as a movement, with its texts as they would be stored.</summary>
    public Movement MovementOf(OfxTransaction from) => _appendsMemo
        ? Movement.Of(from.Day, from.DatePosted, from.Amount, TextLength.Shorten(from.Name + from.Memo, LongestText), null)
        : Movement.Of(from.Day, from.DatePosted, from.Amount, TextLength.Shorten(from.Name, LongestText), TextLength.Shorten(from.Memo, LongestText));

    /// <summary>A row as the movements that a file may mean by it. A memo from before the account appended it to the name may be left over.</summary>
    public IEnumerable<Movement> MovementsOf(BankTransaction row)
    {
        if (row is not { DatePosted: { } posted, Amount: { } amount })
        {
            yield break;
        }

        var day = BankDay.Of(posted, row.PostedDay)!.Value;
        yield return Movement.Of(day, posted, amount, row.Name, row.Memo);
        if (_appendsMemo && !string.IsNullOrEmpty(row.Memo))
        {
            yield return Movement.Of(day, posted, amount, row.Name, null);
        }
    }

    /// <summary>Sets what an import sets. Description, notes and an old check number stay.</summary>
    public void Write(OfxTransaction from, BankTransaction to)
    {
        to.TransactionType = Cut(from, "type", from.Type, 50);
        to.DatePosted = from.DatePosted;
        to.PostedDay = from.Day;
        to.Amount = from.Amount;
        to.Name = Cut(from, "name", _appendsMemo ? from.Name + from.Memo : from.Name, LongestText);
        to.Memo = _appendsMemo ? to.Memo : Cut(from, "memo", from.Memo, LongestText);
        to.Sic = Cut(from, "industry code", from.Sic, LongestText);
        to.Mcc = from.Mcc;
        to.CheckNumber = string.IsNullOrEmpty(from.CheckNumber) ? to.CheckNumber : Cut(from, "check number", from.CheckNumber, 32);
    }

    private string? Cut(OfxTransaction transaction, string what, string? text, int characters)
    {
        if (text is null || TextLength.Of(text) <= characters)
        {
            return text;
        }

        warnings.Add($"The {what} of transaction {TextLength.Shorten(transaction.FitId, 40)} was cut to {characters} characters.");
        return TextLength.Shorten(text, characters);
    }
}
