namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A code that stands in for the second factor, once. Table <c>bb_recovery_codes</c>, which upstream does not know.</summary>
[NotBackedUp]
internal sealed class RecoveryCode
{
    /// <summary>Whose it is. First part of the primary key.</summary>
    public int UserId { get; set; }

    /// <summary>SHA-256 of the code, 64 hexadecimal digits. Second part of the primary key.</summary>
    public string CodeHash { get; set; } = "";
}
