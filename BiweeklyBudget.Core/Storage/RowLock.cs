namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// The mark of a query whose rows are to be locked until its transaction ends. An engine with locks on rows turns it into its
/// own words; SQLite needs none, where a transaction that writes is the only one.
/// </summary>
internal static class RowLock
{
    /// <summary>To be used as <c>query.TagWith(RowLock.Tag)</c>, on a query of one table.</summary>
    public const string Tag = "bb: lock rows";
}
