using System.Reflection;
using BiweeklyBudget.Core.Storage;
using NetArchTest.Rules;

namespace BiweeklyBudget.Core.Tests;

/// <summary>The house rules of design.md that a compiler does not check.</summary>
public sealed class ArchitectureTests
{
    private const string Prefix = "BiweeklyBudget.Core.";

    private static readonly Assembly Core = typeof(BudgetDbContext).Assembly;

    [Fact]
    public void Core_knows_nothing_of_the_web_or_the_command_line()
    {
        var references = Core.GetReferencedAssemblies().Select(a => a.Name!);

        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("System.CommandLine", StringComparison.Ordinal) || name.StartsWith("BiweeklyBudget.", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_storage_and_its_readers_know_the_database_providers()
    {
        var providers = Types.InAssembly(Core).That().DoNotResideInNamespace(Prefix + "Storage").And().HaveDependencyOnAny("MySqlConnector", "Pomelo", "Microsoft.Data.Sqlite").GetTypes();

        Assert.Empty(providers.Select(t => t.FullName));
    }

    // Two folders are the ground that all features stand on and know them in turn (design.md, The house): Storage, whose
    // context holds their entities, and PayPeriods, whose forecast reads them all while they use the period itself. The
    // entities are the words that all features share: a query may join any of them. What counts is who uses whose rules.
    [Fact]
    public void Features_do_not_depend_on_each_other_in_a_circle()
    {
        var dependencies = DependenciesOfFeatures();

        Assert.Empty(dependencies.Keys.Select(feature => Circle(feature, dependencies)).OfType<string>().Order(StringComparer.Ordinal));
    }

    private static Dictionary<string, string[]> DependenciesOfFeatures()
    {
        var rules = Core.GetTypes().Where(t => !t.IsNested && FeatureOf(t) is not (null or "Storage" or "PayPeriods")).Except(SharedWords())
            .GroupBy(t => FeatureOf(t)!, t => t.FullName!).ToDictionary(g => g.Key, g => g.ToArray());
        return rules.Keys.ToDictionary(f => f, f => rules.Where(other => other.Key != f && DependsOn(f, other.Value)).Select(other => other.Key).ToArray());
    }

    private static string? FeatureOf(Type type) =>
        type.Namespace is { } name && name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..].Split('.')[0] : null;

    private static IEnumerable<Type> SharedWords()
    {
        using var context = DatabaseConnection.Parse("sqlite:////nowhere/at/all.db").CreateContext();
        return [.. context.Model.GetEntityTypes().SelectMany(e => e.GetProperties().Select(p => Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).Append(e.ClrType)).Distinct()];
    }

    private static bool DependsOn(string feature, string[] types) =>
        Types.InAssembly(Core).That().ResideInNamespaceMatching($"^BiweeklyBudget\\.Core\\.{feature}($|\\.)").And().HaveDependencyOnAny(types).GetTypes().Any();

    /// <summary>The shortest way from a feature back to itself, or null.</summary>
    private static string? Circle(string start, Dictionary<string, string[]> dependencies)
    {
        var ways = new Queue<string[]>([[start]]);
        var seen = new HashSet<string>();
        while (ways.TryDequeue(out var way))
        {
            foreach (var next in dependencies[way[^1]])
            {
                if (next == start)
                {
                    return string.Join(" -> ", [.. way, next]);
                }

                if (seen.Add(next))
                {
                    ways.Enqueue([.. way, next]);
                }
            }
        }

        return null;
    }
}
