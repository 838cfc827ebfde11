using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>Lets <c>dotnet ef</c> make MySQL migrations without a server.</summary>
internal sealed class MySqlDesignTimeContext : IDesignTimeDbContextFactory<MySqlBudgetDbContext>
{
    public MySqlBudgetDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<MySqlBudgetDbContext>().UseMySql("Server=design.invalid", MySqlProvider.Dialect).Options);
}
