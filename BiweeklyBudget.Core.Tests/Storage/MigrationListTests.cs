using System.Reflection;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Core.Storage.MySql;
using BiweeklyBudget.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BiweeklyBudget.Core.Tests.Storage;

public sealed class MigrationListTests
{
    [Theory]
    [InlineData("sqlite:///list.db", typeof(SqliteBudgetDbContext))]
    [InlineData("mysql://user:password@localhost/list", typeof(MySqlBudgetDbContext))]
    public void All_migrations_are_written_down_oldest_first(string url, Type context)
    {
        var made = typeof(DatabaseSite).Assembly.GetTypes().Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context).Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>();

        Assert.Equal(made.Order(StringComparer.Ordinal), DatabaseConnection.Parse(url).Provider.CreateSite().Migrations);
    }
}
