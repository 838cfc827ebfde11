using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>The parts of a MySQL value of DB_CONNSTRING, decoded. Split as upstream's database library does, so that its users' values keep working.</summary>
/// <param name="User">The user.</param>
/// <param name="Password">The password; empty when there is none.</param>
/// <param name="Host">Host name or address, IPv6 without brackets.</param>
/// <param name="Port">The port.</param>
/// <param name="Database">Name of the database.</param>
/// <param name="Socket">Path of a Unix socket to use in place of the host.</param>
/// <param name="CertificateAuthority">Path of a certificate that the server's must descend from.</param>
internal sealed record DatabaseUrl(string User, string Password, string Host, ushort Port, string Database, string? Socket, string? CertificateAuthority)
{
    private const int LongestName = 64;

    /// <summary>Host and database, without user and password.</summary>
    public override string ToString()
    {
        var host = Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;
        return Socket is null ? string.Create(CultureInfo.InvariantCulture, $"{host}:{Port}/{Database}") : $"{Socket}/{Database}";
    }

    /// <exception cref="ConnectionStringException">The value is not a MySQL URL of a known form.</exception>
    public static DatabaseUrl Parse(string value)
    {
        string[] schemes = ["mysql+pymysql://", "mysql://"];
        var scheme = schemes.FirstOrDefault(s => value.StartsWith(s, StringComparison.Ordinal))
            ?? throw new ConnectionStringException("must begin with mysql+pymysql://, mysql:// or sqlite:///.");

        // The log-in ends at the first @, and a password may hold a slash: so it is taken off first.
        var rest = value[scheme.Length..];
        var at = rest.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || rest[..at].Split(':')[0] is not { Length: > 0 } user || user.Contains('/', StringComparison.Ordinal))
        {
            throw new ConnectionStringException("names no user: the form is mysql+pymysql://user:password@host:port/database?charset=utf8mb4.");
        }

        var password = at > user.Length ? rest[(user.Length + 1)..at] : "";
        rest = rest[(at + 1)..];
        if (rest.Contains('@', StringComparison.Ordinal))
        {
            throw new ConnectionStringException("has more than one @: write %40 for one that belongs to the user or the password.");
        }

        var question = rest.IndexOf('?', StringComparison.Ordinal);
        var (socket, authority) = ParseOptions(question < 0 ? "" : rest[(question + 1)..]);
        rest = question < 0 ? rest : rest[..question];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var (host, port) = ParseHost(slash < 0 ? rest : rest[..slash], socket is not null);
        return new DatabaseUrl(Decode(user), Decode(password), host, port, ParseDatabase(slash < 0 ? "" : rest[(slash + 1)..]), socket, authority);
    }

    // Never UrlDecode: that would turn a plus sign, which is common in passwords, into a space.
    private static string Decode(string text)
    {
        var decoded = Uri.UnescapeDataString(text);
        return decoded.Any(char.IsControl) ? throw new ConnectionStringException("holds a control character.") : decoded;
    }

    private static (string Host, ushort Port) ParseHost(string text, bool mayBeMissing)
    {
        var end = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) + 1 : text.IndexOf(':', StringComparison.Ordinal);
        end = end < 0 ? text.Length : end;
        var host = text[..end];
        var port = text[end..];
        if (text.StartsWith('['))
        {
            host = end > 1 && IPAddress.TryParse(host[1..^1], out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
                ? host[1..^1]
                : throw new ConnectionStringException("has an IPv6 address that is not one.");
        }
        else if (host.Length == 0 && mayBeMissing)
        {
            host = "localhost";
        }
        else if (host.Length == 0)
        {
            throw new ConnectionStringException("names no host.");
        }
        else if (!host.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            throw new ConnectionStringException("names a host that cannot be one.");
        }

        if (port.Length == 0)
        {
            return (host, 3306);
        }

        return port[0] == ':' && ushort.TryParse(port[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? (host, number)
            : throw new ConnectionStringException("has a port that is not a number from 1 to 65535.");
    }

    private static string ParseDatabase(string text)
    {
        var name = Decode(text);
        if (name.Length == 0)
        {
            throw new ConnectionStringException("names no database: the form is mysql+pymysql://user:password@host:port/database?charset=utf8mb4.");
        }

        if (text.Contains('/', StringComparison.Ordinal) || name.Length > LongestName || char.IsWhiteSpace(name[^1]))
        {
            throw new ConnectionStringException("names a database that cannot be one.");
        }

        return name;
    }

    /// <summary>Reads the options of upstream's driver that mean something here; any other is refused, because leaving it out could weaken the connection.</summary>
    private static (string? Socket, string? CertificateAuthority) ParseOptions(string query)
    {
        string? socket = null;
        string? authority = null;
        foreach (var option in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = option.Split('=', 2);
            var value = parts.Length == 2 ? Decode(parts[1]) : "";
            switch (parts[0])
            {
                case "charset" when value is "utf8mb4" or "utf8" or "utf8mb3":
                    break;
                case "charset":
                    throw new ConnectionStringException("asks for a charset other than utf8mb4.");
                case "unix_socket" when value.StartsWith('/'):
                    socket = value;
                    break;
                case "ssl_ca" when value.Length > 0:
                    authority = value;
                    break;
                default:
                    throw new ConnectionStringException("has an option that this program does not know; it knows charset, unix_socket and ssl_ca.");
            }
        }

        return (socket, authority);
    }
}
