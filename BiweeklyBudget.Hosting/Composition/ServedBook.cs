using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Features.Backups;
using BiweeklyBudget.Hosting.Features.CreditPayoff;
using BiweeklyBudget.Hosting.Security.SignIn;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>A book that is served, with all that lives longer than a request and belongs to it alone: two books in a program share nothing.</summary>
/// <param name="name">By which it is registered; empty for the one without a name.</param>
/// <param name="engine">Its database.</param>
/// <param name="start">Makes the database ready.</param>
/// <param name="outages">Says when it cannot be used.</param>
/// <param name="primeRate">Keeps its prime rate up to date.</param>
/// <param name="hosts">The host names that it is answered by.</param>
/// <param name="asksForSignIn">Whether the program's own sign-in is in force.</param>
internal sealed class ServedBook(string name, BudgetEngine engine, DatabaseStart start, OutageLog outages, PrimeRateService primeRate, IEnumerable<string> hosts, bool asksForSignIn) : IDisposable
{
    private const string AnyHost = "*";

    private readonly bool _answersAll = hosts.Contains(AnyHost, StringComparer.Ordinal);
    private readonly List<StringSegment> _hosts = [.. hosts.Select(host => new StringSegment(new HostString(host).ToUriComponent()))];

    public string Name => name;

    public BudgetEngine Engine => engine;

    public DatabaseStart Start => start;

    public OutageLog Outages => outages;

    public PrimeRateService PrimeRate => primeRate;

    /// <summary>Whether the program's own sign-in is in force.</summary>
    public bool AsksForSignIn => asksForSignIn;

    /// <summary>How often passwords may be tried.</summary>
    public SignInLimits Limits { get; } = new();

    /// <summary>How the first owner is made.</summary>
    public FirstOwner FirstOwner { get; } = new();

    /// <summary>Whether anybody is being served.</summary>
    public ServedRequests Requests { get; } = new(engine.Time);

    /// <summary>Backups and restores that are under way.</summary>
    public RestoreDesk Desk { get; } = new();

    /// <summary>Whether the audit log was whole when it was last looked at; null before.</summary>
    public CheckedAudit? Audit { get; set; }

    /// <summary>Makes the one of a name, of its parts.</summary>
    public static ServedBook Create(IServiceProvider provider, string name)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<BiweeklyBudgetOptions>>().Get(name);
        return new ServedBook(
            name,
            BookServices.EngineOf(provider, name),
            provider.GetRequiredKeyedService<DatabaseStart>(name),
            provider.GetRequiredKeyedService<OutageLog>(name),
            provider.GetRequiredKeyedService<PrimeRateService>(name),
            options.AllowedHosts,
            options.UsesOwnSignIn);
    }

    /// <summary>Whether a request for a host name is answered. One that names none is not, unless all are.</summary>
    public bool Answers(HostString host) => _answersAll || (host.HasValue && HostString.MatchesAny(host.Host, _hosts));

    public void Dispose()
    {
        Limits.Dispose();
        Desk.Dispose();
    }
}
