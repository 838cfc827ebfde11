using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Tables;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>The command <c>wishlist2project</c> of the real program, on a local server in place of the shop (spec/projects.md §7).</summary>
public sealed class WishlistCommandTests : IAsyncLifetime
{
    private const string Lists = "https://www.amazon.com/gp/registry/wishlist/";
    private const string Path = "/gp/registry/wishlist/";

    private static readonly string[] Names = ["GONE", "ROBOT", "EMPTY", "GOOD"];

    private readonly string _folder = Directory.CreateTempSubdirectory("bbwish-").FullName;
    private WishlistServer _shop = null!;

    private string Url => "sqlite:///" + System.IO.Path.Combine(_folder, "budget.db");

    public async Task InitializeAsync() => _shop = await WishlistServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _shop.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Lists_are_copied_page_by_page_and_nothing_is_said_when_all_went_well()
    {
        await using (var book = await BookAsync())
        {
            (await book.Projects.SaveAsync(new ProjectChange { Name = "Deck", Notes = Lists + "DECK for the garden" })).ValueOrThrow();
            (await book.Projects.SaveAsync(new ProjectChange { Name = "Other", Notes = "no list" })).ValueOrThrow();
        }

        _shop.Pages[Path + "DECK"] = WishlistServer.List(WishlistServer.Item("A", "Saw", "$20.50", 2), "/more?page=2");
        _shop.Pages["/more?page=2"] = WishlistServer.List(WishlistServer.Item("B", "Glue", "", 1));
        await using var run = await RunAsync();
        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Errors));
        await using (var book = await BookAsync())
        {
            Assert.Equal(
                [("Saw", 2, 20.5m, "https://www.amazon.com/dp/A"), ("Glue", 1, 0m, "https://www.amazon.com/dp/B")],
                (await book.Projects.ListItemsAsync(1, new TableQuery())).Rows.Select(row => (row.Name!, row.Quantity!.Value, row.UnitCost!.Value, row.Url!)));
            Assert.Equal(0, (await book.Projects.ListItemsAsync(2, new TableQuery())).Total);
        }

        _shop.Pages[Path + "DECK"] = WishlistServer.List(WishlistServer.Item("A", "Saw", "$21", 2));
        await using var verbose = await RunAsync("-v");
        Assert.Equal(0, verbose.ExitCode);
        var lines = verbose.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches(@"^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d INFO\] ", line));
        Assert.Equal(["Found 1 projects with wishlists", "Updated item: Saw", "Deactivated item: Glue", "Committed project 1 (Deck)"], lines.Select(line => line[(line.IndexOf(']', StringComparison.Ordinal) + 2)..]));
        await using var most = await RunAsync("-vv");
        Assert.Contains(" DEBUG] ", most.Errors, StringComparison.Ordinal);
        Assert.Contains(" INFO] ", most.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_fails_is_told_changes_nothing_and_keeps_nobody_else_back()
    {
        await using (var book = await BookAsync())
        {
            foreach (var list in Names)
            {
                var id = (await book.Projects.SaveAsync(new ProjectChange { Name = list, Notes = Lists + list })).ValueOrThrow();
                (await book.Projects.SaveItemAsync(new ProjectItemChange { ProjectId = id, Name = "Old", Quantity = 1, UnitCost = 1m, Url = "https://www.amazon.com/dp/OLD" })).ValueOrThrow();
            }
        }

        _shop.Pages[Path + "ROBOT"] = "<form action=\"/errors/validateCaptcha\"></form>";
        _shop.Pages[Path + "EMPTY"] = "";
        _shop.Pages[Path + "GOOD"] = WishlistServer.List(WishlistServer.Item("A", "Saw", "$20.50", 2));
        await using var run = await RunAsync();
        Assert.Equal(1, run.ExitCode);
        var lines = run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.All(lines[..3], line => Assert.Contains(" ERROR] Project ", line, StringComparison.Ordinal));
        Assert.Contains("asks whether this is a robot", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("WARNING] Synced 1 of 4 project wishlists", lines[3], StringComparison.Ordinal);
        await using (var book = await BookAsync())
        {
            for (var id = 1; id <= 4; id++)
            {
                Assert.Equal(id < 4, (await book.Projects.FindItemAsync(id))!.IsActive);
            }
        }
    }

    [Fact]
    public async Task Without_a_list_there_is_nothing_to_do_and_the_help_says_what_it_does()
    {
        await using (var book = await BookAsync())
        {
            Assert.Empty(await book.Projects.ListWishlistsAsync());
        }

        await using var run = await RunAsync();
        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        await using var help = await RunAsync("-h");
        Assert.Equal((0, ""), (help.ExitCode, help.Errors));
        Assert.Contains("Synchronize Amazon wishlists to projects", help.Output, StringComparison.Ordinal);
        Assert.Contains("--verbose", help.Output, StringComparison.Ordinal);
        await using var wrong = await RunAsync("--verbos");
        Assert.Equal((1, "ERROR: --verbos is not known. Did you mean --verbose? (--help)\n"), (wrong.ExitCode, wrong.Errors.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task A_database_that_cannot_be_had_is_one_line_with_its_exit_code()
    {
        await using var run = await ProgramRun.ToEndAsync(Checkout.HostAssembly, settings: null, new Dictionary<string, string?> { ["DB_CONNSTRING"] = "mysql://me:hunter2@127.0.0.1:1/money" }, "wishlist2project");
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("ERROR: ", Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", run.Errors, StringComparison.Ordinal);
    }

    private async Task<BudgetBook> BookAsync() => (await BudgetEngine.OpenAsync(Url)).OpenBook();

    private Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.ToEndAsync(
        Checkout.HostAssembly,
        settings: null,
        new Dictionary<string, string?> { ["DB_CONNSTRING"] = Url, ["WISHLIST_URL"] = _shop.Address, ["BACKUP_PATH"] = "off" },
        ["wishlist2project", .. arguments]);
}
