namespace BiweeklyBudget.Core.Storage;

/// <summary>What a database says of itself.</summary>
/// <param name="Revisions">Rows of upstream's <c>alembic_version</c>; <see langword="null"/> without that table.</param>
/// <param name="Migrations">Rows of our <c>__EFMigrationsHistory</c>, oldest first; <see langword="null"/> without that table.</param>
internal sealed record DatabaseRecord(IReadOnlyList<string>? Revisions, IReadOnlyList<string>? Migrations)
{
    /// <summary>Neither table.</summary>
    public static DatabaseRecord None { get; } = new(null, null);
}
