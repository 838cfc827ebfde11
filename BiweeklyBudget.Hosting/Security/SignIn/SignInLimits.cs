using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>How often passwords and codes may be tried from one address, and how many hashes are made at once: each takes a core a tenth of a second.</summary>
internal sealed class SignInLimits : IDisposable
{
    private const int PerMinute = 20;
    private const int AtOnce = 2;
    private const int Waiting = 20;

    // Who has an IPv6 network has all addresses of it.
    private const int NetworkBytes = 8;

    private readonly PartitionedRateLimiter<IPAddress?> _attempts = PartitionedRateLimiter.Create<IPAddress?, string>(address => RateLimitPartition.GetSlidingWindowLimiter(
        NetworkOf(address),
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 }));

    private readonly ConcurrencyLimiter _hashes = new(new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = Waiting });

    /// <summary>Counts an attempt.</summary>
    /// <returns>Whether it may be made.</returns>
    public bool MayTry(HttpContext context)
    {
        using var lease = _attempts.AttemptAcquire(context.Connection.RemoteIpAddress);
        return lease.IsAcquired;
    }

    /// <summary>Makes or compares a hash when it is its turn.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="work">Makes it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BadHttpRequestException">Too many wait.</exception>
    public async Task<T> HashAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        using var lease = await _hashes.AcquireAsync(1, cancellationToken);
        return lease.IsAcquired ? await Task.Run(work, cancellationToken) : throw new BadHttpRequestException("Too many sign in at this moment.", StatusCodes.Status429TooManyRequests);
    }

    public void Dispose()
    {
        _attempts.Dispose();
        _hashes.Dispose();
    }

    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };
}
