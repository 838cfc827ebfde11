using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Features.CreditPayoff;
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
internal sealed class ServedBook(string name, BudgetEngine engine, DatabaseStart start, OutageLog outages, PrimeRateService primeRate, IEnumerable<string> hosts)
{
    private const string AnyHost = "*";

    private readonly bool _answersAll = hosts.Contains(AnyHost, StringComparer.Ordinal);
    private readonly List<StringSegment> _hosts = [.. hosts.Select(host => new StringSegment(new HostString(host).ToUriComponent()))];

    public string Name => name;

    public BudgetEngine Engine => engine;

    public DatabaseStart Start => start;

    public OutageLog Outages => outages;

    public PrimeRateService PrimeRate => primeRate;

    /// <summary>Makes the one of a name, of its parts.</summary>
    public static ServedBook Create(IServiceProvider provider, string name) => new(
        name,
        BookServices.EngineOf(provider, name),
        provider.GetRequiredKeyedService<DatabaseStart>(name),
        provider.GetRequiredKeyedService<OutageLog>(name),
        provider.GetRequiredKeyedService<PrimeRateService>(name),
        provider.GetRequiredService<IOptionsMonitor<BiweeklyBudgetOptions>>().Get(name).AllowedHosts);

    /// <summary>Whether a request for a host name is answered. One that names none is not, unless all are.</summary>
    public bool Answers(HostString host) => _answersAll || (host.HasValue && HostString.MatchesAny(host.Host, _hosts));
}
