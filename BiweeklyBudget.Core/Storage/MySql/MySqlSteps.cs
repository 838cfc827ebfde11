using System.Globalization;
using Microsoft.Extensions.Logging;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>
/// Opens one connection and says step by step how it comes about – TCP, TLS, authentication – or which step failed, with the time and the cause. The driver notes the
/// steps in its own log; here they are told in words, without a user name.
/// </summary>
internal sealed class MySqlSteps : ILoggerFactory, ILogger
{
    private const string Tcp = "TCP", Server = "server", Tls = "TLS", Authentication = "authentication";

    // Names of the events of the driver's log.
    private const string Resolving = "FailedToResolveHostName", Refused = "FailedToConnectToSingleIpAddress", RefusedAll = "FailedToConnectToIpAddress", Slow = "ConnectTimeoutExpired", Connected = "ConnectedToIpAddress",
        Socket = "ConnectingToUnixSocket", Greeted = "SessionMadeConnection", Securing = "InitializingTlsConnection", Secured = "ConnectedTlsDetailed", SecuredBasic = "ConnectedTlsBasic", Method = "SwitchingToAuthenticationMethod";

    private readonly ILogger _log;
    private readonly string _server;
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private string _step = Tcp;
    private bool _isSecure;

    public MySqlSteps(ILogger log, string server)
    {
        _log = log;
        _server = server;
    }

    /// <summary>The server's error in short.</summary>
    public static string CauseOf(MySqlException error) => string.Create(CultureInfo.InvariantCulture, $"error {error.Number} ({error.ErrorCode})");

    /// <summary>Opens a connection that belongs to no pool, so that all of its steps are seen.</summary>
    public async Task<MySqlConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var unpooled = new MySqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        var source = new MySqlDataSourceBuilder(unpooled).UseLoggerFactory(this).Build();
        await using (source.ConfigureAwait(false))
        {
            try
            {
                var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                if (!_isSecure)
                {
                    Say(Tls, "none; what is sent can be read on the way");
                }

                Say(Authentication, "accepted");
                return connection;
            }
            catch (MySqlException exception) when (exception.Number > 0 && exception.ErrorCode != MySqlErrorCode.UnableToConnectToHost)
            {
                // The server itself has answered, so it is past everything before.
                if (exception.ErrorCode is MySqlErrorCode.UnknownDatabase or MySqlErrorCode.DatabaseAccessDenied)
                {
                    Say(Authentication, "accepted");
                    Say("database", "not there, or not for this user: " + CauseOf(exception));
                }
                else
                {
                    Say(Authentication, "failed: " + CauseOf(exception));
                }

                throw;
            }
            catch (Exception exception)
            {
                Say(_step, "failed: " + ExceptionChain.Of(exception).Last().Message.ReplaceLineEndings(" "));
                throw;
            }
        }
    }

    ILogger ILoggerFactory.CreateLogger(string categoryName) => this;

    void ILoggerFactory.AddProvider(ILoggerProvider provider)
    {
    }

    void IDisposable.Dispose()
    {
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
        object? Value(string name) => values.FirstOrDefault(value => string.Equals(value.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
        switch (eventId.Name)
        {
            case Resolving:
                Say(Tcp, $"the name {Value("HostName")} is not known to this machine");
                break;
            case Refused or RefusedAll or Slow:
                Say(Tcp, $"no connection to {Value("IpAddress")}: {Value("ExceptionMessage") ?? "no answer in time"}");
                break;
            case Connected:
                Say(Tcp, $"connected to {Value("IpAddress")}");
                _step = Server;
                break;
            case Socket:
                Say(Tcp, $"not used; the socket is {Value("SocketPath")}");
                _step = "socket";
                break;
            case Greeted:
                Say(Server, $"version {VersionIn($"{Value("ServerVersion")}")}, {(Value("SupportsSsl") is true ? "offers TLS" : "offers no TLS")}");
                _step = Authentication;
                break;
            case Securing:
                _step = Tls;
                break;
            case Secured or SecuredBasic:
                _isSecure = true;
                Say(Tls, $"{Value("SslProtocol")} {Value("NegotiatedCipherSuite")}".Trim());
                _step = Authentication;
                break;
            case Method:
                Say(Authentication, $"by {Value("AuthenticationMethod")}");
                break;
            default:
                break;
        }
    }

    // MariaDB says an old number first, for clients of MySQL's that know no greater one.
    private static string VersionIn(string version) => version.StartsWith("5.5.5-", StringComparison.Ordinal) ? version[6..] : version;

    private void Say(string step, string text) =>
        _log.LogDebug("{Step}: {Text} ({Server}, after {Milliseconds:0.0} ms)", step, text, _server, TimeProvider.System.GetElapsedTime(_began).TotalMilliseconds);
}
