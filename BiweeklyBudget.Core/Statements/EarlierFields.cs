using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Statements;

/// <summary>The fields of a bank transaction that an import writes; flags follow from the name.</summary>
internal sealed record EarlierFields(string? TransactionType, DateTime? DatePosted, decimal? Amount, string? Name, string? Memo, string? Sic, string? Mcc, string? CheckNumber, DateOnly? PostedDay = null)
{
    /// <summary>The fields of a row.</summary>
    public static EarlierFields Of(BankTransaction row) => new(row.TransactionType, row.DatePosted, row.Amount, row.Name, row.Memo, row.Sic, row.Mcc, row.CheckNumber, row.PostedDay);

    /// <summary>Puts them back.</summary>
    public void WriteTo(BankTransaction row)
    {
        row.TransactionType = TransactionType;
        row.DatePosted = DatePosted;
        row.PostedDay = PostedDay;
        row.Amount = Amount;
        row.Name = Name;
        row.Memo = Memo;
        row.Sic = Sic;
        row.Mcc = Mcc;
        row.CheckNumber = CheckNumber;
    }
}
