using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BiweeklyBudget.Core.Tests.Storage;

public sealed class ModelTests
{
    [Theory]
    [OnBothEngines]
    public async Task Money_types_and_instants_come_back_as_they_were_saved(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using (var write = database.CreateContext())
        {
            write.Accounts.Add(new Account { Name = "Card", Type = AccountType.Credit, CreditLimit = 99_999_999_999_999.9999m, Apr = 0.1999m });
            await write.SaveChangesAsync();
            write.AccountBalances.Add(new AccountBalance { AccountId = 1, Ledger = -952.0600m, LedgerDate = new DateTime(2017, 7, 28, 6, 24, 44, 999, DateTimeKind.Utc) });
            await write.SaveChangesAsync();
        }

        await using var read = database.CreateContext();
        var account = await read.Accounts.SingleAsync(a => a.Type == AccountType.Credit);
        Assert.Equal((99_999_999_999_999.9999m, 0.1999m, true), (account.CreditLimit, account.Apr, account.IsReconciled));
        var balance = await read.AccountBalances.SingleAsync(b => b.Ledger < -952m);
        Assert.Equal(-952.06m, balance.Ledger);
        Assert.Equal(new DateTime(2017, 7, 28, 6, 24, 44, DateTimeKind.Utc), balance.LedgerDate);
        Assert.Equal(DateTimeKind.Utc, balance.LedgerDate!.Value.Kind);
    }

    [Theory]
    [OnBothEngines]
    public void No_change_of_the_model_is_without_its_migration(DatabaseEngine engine)
    {
        // Reads the model only; nobody is there.
        using var context = DatabaseConnection.Parse(engine == DatabaseEngine.Sqlite ? "sqlite:///absent.db" : "mysql://nobody@design.invalid/none").CreateContext();
        Assert.False(context.Database.HasPendingModelChanges());
    }

    /// <summary>What eng/compile-model wrote, against what the row classes and their configuration say now.</summary>
    [Theory]
    [OnBothEngines]
    public void The_compiled_model_is_up_to_date(DatabaseEngine engine)
    {
        using var context = DatabaseConnection.Parse(engine == DatabaseEngine.Sqlite ? "sqlite:///absent.db" : "mysql://nobody@design.invalid/none").CreateContext();
        var configured = context.GetService<IModelSource>().GetModel(context, context.GetService<ModelCreationDependencies>(), designTime: false);

        Assert.StartsWith("BiweeklyBudget.Core.Storage.CompiledModels.", context.Model.GetType().FullName, StringComparison.Ordinal);
        Assert.NotSame(configured, context.Model);
        Assert.True(Text(configured) == Text(context.Model), $"The compiled model is not that of the rows and their configuration: run eng/compile-model.\n{Text(configured)}\n{Text(context.Model)}");
    }

    private static string Text(IModel model) => model.ToDebugString(MetadataDebugStringOptions.LongDefault);
}
