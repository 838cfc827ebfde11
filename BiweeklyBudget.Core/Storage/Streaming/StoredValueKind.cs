namespace BiweeklyBudget.Core.Storage.Streaming;

/// <summary>What a value is. The numbers stand in backups.</summary>
internal enum StoredValueKind : byte
{
    /// <summary>No value.</summary>
    Null = 0,

    /// <summary>A whole number; of money, ten-thousandths.</summary>
    Integer = 1,

    /// <summary>Text.</summary>
    Text = 2,

    /// <summary>Bytes.</summary>
    Bytes = 3,

    /// <summary>A binary floating-point number, which SQLite lets other programs put anywhere. It is passed on, never counted with.</summary>
    Real = 4,

    /// <summary>Money that is no whole number of ten-thousandths or too large for one, as decimal text.</summary>
    Decimal = 5,
}
