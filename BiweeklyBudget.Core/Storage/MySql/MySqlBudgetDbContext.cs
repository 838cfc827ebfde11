using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>The database on MySQL or MariaDB, where the schema is exactly upstream's.</summary>
internal sealed class MySqlBudgetDbContext : BudgetDbContext
{
    /// <summary>Creates a context.</summary>
    /// <param name="options">Options that use MySQL.</param>
    public MySqlBudgetDbContext(DbContextOptions<MySqlBudgetDbContext> options)
        : base(options)
    {
    }

    internal override string ReadBegin => "START TRANSACTION READ ONLY";

    internal override string? ReadAgain => "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ";

    internal override string LastChange => "LAST_INSERT_ID()";

    internal override string LastChangeQuery => "SELECT CAST(LAST_INSERT_ID() AS SIGNED) AS Value";

    internal override StorageFault FaultOf(Exception exception) => MySqlFaults.Of(exception);

    internal override bool IsRefusal(Exception exception) => MySqlFaults.IsRefusal(exception);

    private protected override BudgetDbContext CreateAnother() => new MySqlBudgetDbContext((DbContextOptions<MySqlBudgetDbContext>)this.GetService<IDbContextOptions>());

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveColumnType("datetime");
        configurationBuilder.Properties<AccountType>().HaveConversion<string>().HaveColumnType("enum('Bank','Credit','Investment','Cash','Other')");
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Tables inherit the database's character set and collation, as upstream's do (spec/schema.md §1).
        modelBuilder.HasCharSet(null, DelegationModes.ApplyToDatabases).UseCollation(null, DelegationModes.ApplyToDatabases);

        // Keys compare exactly, and texts of any language stand in the table whatever the database's character set is.
        modelBuilder.Entity<ChangedRow>().Property(r => r.TableName).UseCollation("utf8mb4_bin");
        modelBuilder.Entity<ChangedRow>().Property(r => r.RowKey).UseCollation("utf8mb4_bin");

        // TO_DAYS counts the days of year 0 too.
        DayNumberFunction.Map(modelBuilder, date => DayNumberFunction.Less(DayNumberFunction.Function("TO_DAYS", date, "int"), 366, "int"));
    }
}
