using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Storage;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Users;

/// <summary><c>initdb user</c>: for who is locked out and can reach the database.</summary>
public sealed class InitDbUserTests
{
    [Theory]
    [OnBothEngines]
    public async Task A_user_is_added_listed_reset_kept_out_and_let_in_again(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        Assert.Equal((0, "Nobody may sign in yet.\n", ""), await RunAsync(database, "list"));
        var (exitCode, added, errors) = await RunAsync(database, "add", "Ann", "--role", "owner");
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches("^Added Ann\\. .*: ([a-z0-9]{5}-){4}[a-z0-9]{5}\n$", added);
        Assert.Equal("Ann", (await UseAsync(database, CodeIn(added)))?.Name);
        Assert.Matches("^Ann\towner\tpassword\tsince \\d{4}-\\d\\d-\\d\\d\n$", (await RunAsync(database, "list")).Output);

        var (_, reset, _) = await RunAsync(database, "reset", "ann");
        Assert.Contains("\tno password yet\t", (await RunAsync(database, "list")).Output, StringComparison.Ordinal);
        Assert.Null(await UseAsync(database, CodeIn(added)));
        Assert.Equal("Ann", (await UseAsync(database, CodeIn(reset)))?.Name);

        Assert.Equal(1, (await RunAsync(database, "disable", "ann")).ExitCode);
        await RunAsync(database, "add", "Bob", "--role", "owner");
        Assert.Equal((0, "Ann is read-only now.\n", ""), await RunAsync(database, "role", "ann", "read-only"));
        Assert.Equal(1, (await RunAsync(database, "role", "bob", "member")).ExitCode);
        Assert.Equal((0, "Ann is owner now.\n", ""), await RunAsync(database, "role", "ann", "owner"));
        Assert.Equal((0, "Ann may not sign in any more.\n", ""), await RunAsync(database, "disable", "ANN"));
        Assert.Equal((0, "Ann may sign in.\n", ""), await RunAsync(database, "enable", "Ann"));
    }

    [Theory]
    [InlineData("reset", "nobody")]
    [InlineData("disable", "nobody")]
    [InlineData("role", "nobody", "member")]
    [InlineData("role", "Ann", "king")]
    [InlineData("add", " ")]
    [InlineData("add", "Ann", "--role", "king")]
    public async Task What_cannot_be_done_is_said(params string[] arguments)
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        var (exitCode, output, errors) = await RunAsync(database, arguments);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("ERROR: ", errors, StringComparison.Ordinal);
    }

    private static string CodeIn(string output) => output.Trim()[^29..];

    private static async Task<UserDetails?> UseAsync(TestDatabase database, string code)
    {
        await using var book = BudgetEngine.Create(new BudgetSettings { ConnectionString = database.Url, BackupPath = BudgetSettings.NoBackups }).OpenBook();
        return await book.Users.UseCodeAsync(code, "a hash");
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(TestDatabase database, params string[] arguments) =>
        InitDbRun.ToEndAsync(Path.GetTempPath(), database.Url, ["user", .. arguments]);
}
