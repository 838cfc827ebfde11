namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>What a backup holds of a table.</summary>
/// <param name="Name">The table's name in the database.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Sums">Sum of all amounts by column, exact to a ten-thousandth; columns of money and rates only.</param>
/// <param name="Digest">32 hexadecimal digits that stand for every value of every row, in no order; equal tables have equal ones.</param>
public sealed record BackupTable(string Name, long Rows, IReadOnlyDictionary<string, decimal> Sums, string Digest);
