namespace BiweeklyBudget.Core.Storage.Streaming;

/// <summary>What a column holds, whichever engine stores it. The names stand in backups: they may be added to, never changed.</summary>
internal enum ColumnKind
{
    /// <summary>Whole numbers, and yes or no.</summary>
    Integer,

    /// <summary>Amounts and rates with four decimals.</summary>
    Money,

    /// <summary>Text, and names of an enumeration.</summary>
    Text,

    /// <summary>Days, and instants in UTC.</summary>
    Time,

    /// <summary>Bytes.</summary>
    Bytes,
}
