using System.Reflection;
using BiweeklyBudget.Core.Storage;
using NetArchTest.Rules;
using Xunit.Abstractions;

namespace BiweeklyBudget.Core.Tests;

/// <summary>The house rules of design.md that a compiler does not check.</summary>
public sealed class ArchitectureTests(ITestOutputHelper output)
{
    private const string Prefix = "BiweeklyBudget.Core";

    // What the house stands on: pure arithmetic and pure text, which use nothing of it, not even each other. Tables is the order, the
    // search and the page of any query, whatever it asks for.
    private static readonly string[] Ground = ["Money", "Calendar", "Tables"];

    // design.md, The house: a feature may use those left of it.
    private static readonly string[] Features =
        ["Totals", "Settings", "Accounts", "Budgets", "Transactions", "Scheduling", "PayPeriods", "Transfers", "Spreading", "Statements", "Reconciling", "Notifications", "CreditPayoff", "Fuel", "Projects", "Plaid", "Changes", "Deleting", "Finding", "Users", "Audit", "Demo"];

    private static readonly Assembly Core = typeof(BudgetDbContext).Assembly;

    private static readonly Lazy<string> Sources = new(FindSources);

    private static readonly Lazy<FolderGraph> Graph = new(() => FolderGraph.Read(Core.Location, Sources.Value, Prefix));

    [Fact]
    public void Core_knows_nothing_of_the_web_or_the_command_line()
    {
        var references = Core.GetReferencedAssemblies().Select(a => a.Name!);

        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("System.CommandLine", StringComparison.Ordinal) || name.StartsWith("BiweeklyBudget.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MySql", "MySqlConnector", "Pomelo")]
    [InlineData("Sqlite", "Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite")]
    public void What_depends_on_a_database_provider_stands_in_one_folder(string folder, params string[] provider)
    {
        var users = Types.InAssembly(Core).That().HaveDependencyOnAny(provider).And().DoNotResideInNamespace(Prefix + ".Storage.Migrations").And().DoNotResideInNamespace(Prefix + ".Storage.CompiledModels").GetTypes().ToList();

        Assert.NotEmpty(users);
        Assert.All(users, type => Assert.Equal($"{Prefix}.Storage.{folder}", type.Namespace));
    }

    [Fact]
    public void No_folder_at_any_level_uses_itself_by_way_of_others()
    {
        output.WriteLine(Graph.Value.ToString());

        var depth = Graph.Value.Folders.Max(folder => folder.Split('.').Length);
        Assert.Equal(2, depth);
        for (var level = 1; level <= depth; level++)
        {
            Assert.Empty(Graph.Value.ToDepth(level).Circles());
        }
    }

    [Fact]
    public void Folders_use_only_what_stands_below_them()
    {
        var graph = Graph.Value.ToDepth(1);

        Assert.Empty(graph.Folders.SelectMany(folder => graph.UsedBy(folder).Where(use => !BelowOf(folder).Contains(use.Key)).Select(use => $"{folder} -> {use.Key} ({use.Value})")));
    }

    [Fact]
    public void No_two_types_have_one_name() =>
        Assert.Empty(Core.GetTypes().Where(type => !type.IsNested && type.Namespace?.StartsWith(Prefix, StringComparison.Ordinal) == true && !FolderGraph.IsGenerated(type.Namespace))
            .GroupBy(type => type.Name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => string.Join(", ", same.Select(type => type.FullName))));

    [Fact]
    public void Namespaces_are_folders() => Assert.Empty(FolderGraph.Misplaced(Sources.Value, Prefix));

    [Fact]
    public void The_graph_sees_uses_of_every_kind()
    {
        var graph = Graph.Value;

        Assert.Contains("Storage.Rows", graph.UsedBy("Storage.Configurations").Keys);
        Assert.Contains("Statements.Ofx", graph.UsedBy("Statements").Keys);
        Assert.Contains("Money.Icu", graph.UsedBy("Money").Keys);
        Assert.Contains("Storage", graph.UsedBy("Storage.MySql").Keys);
    }

    /// <summary>The folders that one may use. One that the design does not name fails here.</summary>
    private static HashSet<string> BelowOf(string folder) => folder switch
    {
        "" => ["Saving", "Storage", .. Ground, .. Features],
        "Storage" => ["Calendar", "Money"],
        "Saving" => ["Storage", .. Ground],
        _ when Ground.Contains(folder) => [],
        _ => ["Saving", "Storage", .. Ground, .. Features.Take(Place(folder))],
    };

    private static int Place(string feature) =>
        Array.IndexOf(Features, feature) is >= 0 and var place ? place : throw new InvalidOperationException($"design.md does not say where the folder {feature} stands.");

    private static string FindSources()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BiweeklyBudget.sln")))
            {
                return Path.Combine(folder.FullName, Prefix);
            }
        }

        throw new DirectoryNotFoundException($"No BiweeklyBudget.sln in any parent of {AppContext.BaseDirectory}.");
    }
}
