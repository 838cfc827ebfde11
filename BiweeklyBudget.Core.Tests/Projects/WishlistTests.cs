using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Tests.Forms;

namespace BiweeklyBudget.Core.Tests.Projects;

/// <summary>Wish lists in projects (spec/projects.md §7 and its defects 13 to 21).</summary>
public sealed class WishlistTests
{
    private const string Shop = "https://www.amazon.com/dp/";

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("see https://www.amazon.com/gp/registry/wishlist/ABC", null)]
    [InlineData(" https://www.amazon.com/gp/registry/wishlist/ABC", null)]
    [InlineData("https://www.amazon.com/gp/registry/wishlist/", null)]
    [InlineData("https://www.amazon.com/gp/registry/wishlist/ more", null)]
    [InlineData("https://www.amazon.de/gp/registry/wishlist/ABC", null)]
    [InlineData("https://www.amazon.com/gp/registry/wishlist/ABC", "ABC")]
    [InlineData("https://www.amazon.com/gp/registry/wishlist/ABC for the deck", "ABC")]
    [InlineData("https://www.amazon.com/gp/registry/wishlist/ABC\nfor the deck", "ABC")]
    [InlineData("https://www.amazon.com/gp/registry/wishlist/ABC/", "ABC")]
    [InlineData("https://www.amazon.com/gp/registry/wishlist/ABC/ref=cm_sw?x=1", "ABC")]
    [InlineData("https://www.amazon.com/gp/registry/wishlist/ABC?sort=price#top", "ABC")]
    [InlineData("https://www.amazon.com/hz/wishlist/ls/ABC?ref_=wl_share", "ABC")]
    public void The_first_word_of_the_notes_names_the_list(string? notes, string? list) => Assert.Equal(list, WishlistAddress.ListIdOf(notes));

    [Theory]
    [OnBothEngines]
    public async Task Active_projects_with_a_list_are_found(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await world.ChangeAsync(context =>
        {
            const string address = "https://www.amazon.com/gp/registry/wishlist/";
            context.AddRange(
                new Project { Id = 1, Name = "a", Notes = address + "ONE" }, new Project { Id = 2, Name = "b", Notes = address + "TWO", IsActive = false }, new Project { Id = 3, Name = "c", Notes = null }, new Project { Id = 4, Name = "d", Notes = address + "FOUR text" });
            return Task.CompletedTask;
        });
        await using var book = world.OpenBook();
        Assert.Equal([new WishlistProject(1, "a", "ONE"), new WishlistProject(4, "d", "FOUR")], await book.Projects.ListWishlistsAsync());
    }

    [Theory]
    [OnBothEngines]
    public async Task The_list_says_what_is_wanted_and_all_that_never_came_from_it_stays(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        (await book.Projects.SaveAsync(new ProjectChange { Name = "Deck" })).ValueOrThrow();
        await AddAsync("on the list, bought by hand", Shop + 1, cost: 5m, isActive: false, notes: "mine");
        await AddAsync("not on the list", Shop + 2);
        await AddAsync("no address", null);
        await AddAsync("from elsewhere", "https://example.com/x");
        await AddAsync("looks like the shop", "https://www.amazon.com.example.org/x");
        await AddAsync("the same again", Shop + 1, cost: 5m);

        var changes = (await book.Projects.SaveWishlistAsync(1, [
            new WishlistItem { Title = " Saw ", Url = Shop + 1, Quantity = 2, Price = 7.5m, MarketplacePrice = 3m },
            new WishlistItem { Title = "Saw again", Url = Shop + 1, Quantity = 9 },
            new WishlistItem { Title = "Glue", Url = "https://glue.example/1", MarketplacePrice = 1.25m },
            new WishlistItem { Title = new string('t', 300), Url = Shop + 3, Quantity = 0 },
            new WishlistItem { Title = "Nowhere" },
            new WishlistItem { Title = "Too far", Url = Shop + new string('x', 250) },
        ])).ValueOrThrow();

        Assert.Equal(["Glue", new string('t', 254)], changes.Added);
        Assert.Equal(["Saw"], changes.Updated);
        Assert.Equal(["not on the list"], changes.Deactivated);
        Assert.Equal(["\"Nowhere\" has no address.", "\"Too far\" cannot be stored. Url: Cannot be longer than 254 characters"], changes.LeftOut);
        Assert.Equal(
            [(1, "Saw", 2, 7.5m, true, "mine"), (2, "not on the list", 1, 1m, false, ""), (3, "no address", 1, 1m, true, ""), (4, "from elsewhere", 1, 1m, true, ""), (5, "looks like the shop", 1, 1m, true, ""), (6, "the same again", 1, 5m, true, ""),
                (7, "Glue", 1, 1.25m, true, ""), (8, new string('t', 254), 0, 0m, true, "")],
            await RowsAsync());

        // What a list once brought goes with it, also from elsewhere; a price that cannot be read leaves the known one.
        changes = (await book.Projects.SaveWishlistAsync(1, [new WishlistItem { Title = "Saw", Url = Shop + 1, Quantity = 2 }])).ValueOrThrow();
        Assert.Equal(["Glue", new string('t', 254)], changes.Deactivated);
        Assert.Equal((0, 0), (changes.Added.Count, changes.Updated.Count));
        Assert.Equal((7.5m, true), ((await book.Projects.FindItemAsync(1))!.UnitCost, (await book.Projects.FindItemAsync(4))!.IsActive));

        async Task AddAsync(string name, string? url, decimal cost = 1m, bool isActive = true, string notes = "") =>
            (await book.Projects.SaveItemAsync(new ProjectItemChange { ProjectId = 1, Name = name, Quantity = 1, UnitCost = cost, Url = url, IsActive = isActive, Notes = notes })).ValueOrThrow();

        async Task<IEnumerable<(int Id, string? Name, int? Quantity, decimal? Cost, bool? IsActive, string Notes)>> RowsAsync() =>
            (await book.Projects.ListItemsAsync(1, new TableQuery())).Rows.Select(row => (row.Id, row.Name, row.Quantity, row.UnitCost, row.IsActive, row.Notes ?? ""));
    }

    [Theory]
    [OnBothEngines]
    public async Task An_empty_list_is_refused_and_a_list_can_be_taken_back(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        (await book.Projects.SaveAsync(new ProjectChange { Name = "Deck" })).ValueOrThrow();
        (await book.Projects.SaveItemAsync(new ProjectItemChange { ProjectId = 1, Name = "Saw", Quantity = 1, UnitCost = 1m, Url = Shop + 1 })).ValueOrThrow();
        Assert.Equal(ProblemCode.Missing, Assert.IsType<Outcome<WishlistChanges>.Refused>(await book.Projects.SaveWishlistAsync(1, [])).Reason.Code);
        (await book.Projects.SaveWishlistAsync(1, [new WishlistItem { Title = "Glue", Url = Shop + 2 }])).ValueOrThrow();
        Assert.Equal((2, false), ((await book.Projects.ListItemsAsync(1, new TableQuery())).Total, (await book.Projects.FindItemAsync(1))!.IsActive));
        var change = (await book.Changes.ListAsync(take: 1)).Rows[0];
        Assert.Equal("SaveWishlist", change.Operation);
        (await book.Changes.UndoAsync(change.Id)).ValueOrThrow();
        Assert.Equal((1, true), ((await book.Projects.ListItemsAsync(1, new TableQuery())).Total, (await book.Projects.FindItemAsync(1))!.IsActive));
    }
}
