using System.CommandLine;
using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Features.Projects;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>The command <c>wishlist2project</c>: upstream's, by its name (spec/projects.md §7).</summary>
internal static class WishlistCommand
{
    private const string Description = """
        Synchronize Amazon wishlists to projects: each active project whose notes begin with the address of a public wish list,
        https://www.amazon.com/gp/registry/wishlist/…, gets the items of that list.

        Items are known again by their address. What is on the list is active, with the list's name, quantity and price;
        what came from a list and is not on it any more goes inactive; all other items stay as they are. Every project is
        saved on its own, and can be taken back as any other change.

        Exit code 0 when all of them are up to date, 1 when one of them is not; the others are those of biweeklybudget.
        """;

    /// <summary>The command.</summary>
    /// <param name="run">Does it, with how many times <c>-v</c> was said, and gives the exit code.</param>
    public static Command Create(Func<ParseResult, int, Task<int>> run)
    {
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Say what is done; twice, say also what is read.", Arity = ArgumentArity.Zero };
        var command = new Command("wishlist2project", Description) { verbose };
        command.SetAction(line => run(line, line.GetResult(verbose)?.IdentifierTokenCount ?? 0));
        return command;
    }

    /// <summary>Does it.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="verbosity">How many times <c>-v</c> was said.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(HostArguments arguments, int verbosity, CancellationToken cancellationToken)
    {
        var settings = HostSettings.Load(arguments);
        settings.Check();
        var engine = await BudgetEngine.OpenAsync(settings, loggers: null, cancellationToken);
        var log = new CommandLog(Console.Error, engine.Time, verbosity switch { 0 => LogLevel.Warning, 1 => LogLevel.Information, _ => LogLevel.Debug });
        using var lists = new AmazonWishlists(Fetching.PageFetcher.CreateHandler(), settings.WishlistAddress);
        return await new WishlistSync(engine, lists, log).RunAsync(cancellationToken) ? ExitCode.Ended : ExitCode.Usage;
    }
}
