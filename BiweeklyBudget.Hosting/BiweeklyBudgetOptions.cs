using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Hosting;

/// <summary>How a program sets up a book that it serves (<see cref="BiweeklyBudgetServices"/>).</summary>
public sealed class BiweeklyBudgetOptions
{
    /// <summary>
    /// The settings. Null: those of the configuration that the book is registered with, or, without one, the defaults of the README's table – a SQLite file in the user's data folder.
    /// </summary>
    public BudgetSettings? Settings { get; set; }

    /// <summary>
    /// The host names that are answered below the path, without ports; <c>*.example.com</c> for all below a name, <c>*</c> for every name. The default are the loopback interface's, so that no
    /// other name that leads to the program (DNS rebinding) opens the pages to a stranger's site. Set by the key <c>AllowedHosts</c> of a configuration.
    /// </summary>
    public IList<string> AllowedHosts { get; set; } = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>
    /// Whether the database is created, adopted or migrated in the background when the program starts; the default. Until it is ready, requests are answered with 503. False: the program
    /// does it itself before it serves (<see cref="Core.BudgetEngine.InitializeAsync"/>).
    /// </summary>
    public bool InitializeAtStart { get; set; } = true;

    /// <summary>
    /// Whether the book's own list of users decides who may come in, with its own pages to sign in, beside whatever the program decides about the endpoint. False, the default: the program decides alone,
    /// with its own authentication. The first owner is added with <c>initdb user add</c>, or through <see cref="Core.Users.UserSection"/>.
    /// </summary>
    public bool UsesOwnSignIn { get; set; }
}
