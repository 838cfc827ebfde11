using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>Lets <c>dotnet ef</c> make SQLite migrations without a file.</summary>
internal sealed class SqliteDesignTimeContext : IDesignTimeDbContextFactory<SqliteBudgetDbContext>
{
    public SqliteBudgetDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteBudgetDbContext>().UseSqlite("Data Source=design.db").Options);
}
