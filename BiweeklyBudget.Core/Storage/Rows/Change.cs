namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A save: who did what, and when. Table <c>bb_changes</c>, which upstream does not know.</summary>
internal sealed class Change
{
    /// <summary>Primary key. Saves that change one row have ids in the order of their commits; others need not.</summary>
    public long Id { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Who did it, at most 254 characters; null when the program was not told, or did it by itself.</summary>
    public string? Who { get; set; }

    /// <summary>Which operation, at most 50 characters.</summary>
    public string Operation { get; set; } = "";

    /// <summary>The change that this one took back.</summary>
    public long? UndoneChangeId { get; set; }

    /// <summary>The rows that it changed.</summary>
    public IList<ChangedRow> Rows { get; } = new List<ChangedRow>();
}
