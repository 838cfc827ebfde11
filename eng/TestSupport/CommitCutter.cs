using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BiweeklyBudget.TestSupport;

/// <summary>
/// A way to a database server that breaks, when a test asks for it, while a transaction that has written something is being committed. It reads
/// the packets that the client sends, and keeps both sides from encrypting them.
/// </summary>
public sealed class CommitCutter : IAsyncDisposable
{
    private const int Header = 4;
    private const byte Query = 3;
    private const int None = -1;

    private static readonly string[] Writes = ["INSERT ", "UPDATE ", "DELETE "];

    private readonly IPEndPoint _server;
    private readonly Socket _listener;
    private int _next = None;
    private int _cuts;
    private volatile bool _isRefusing;

    public CommitCutter(MariaDbServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        _server = new IPEndPoint(IPAddress.Parse(server.Host), server.Port);
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>How many commits were cut.</summary>
    public int Cuts => Volatile.Read(ref _cuts);

    /// <summary>After the next cut no connection is let through, until <see cref="Mend"/>.</summary>
    public bool StaysCut { get; set; }

    /// <summary>The same address of a database, by this way.</summary>
    public string UrlOf(string databaseUrl) => new UriBuilder(databaseUrl) { Host = "127.0.0.1", Port = Port }.Uri.AbsoluteUri;

    /// <summary>Cuts the next commit that comes, and no other.</summary>
    public void CutNext(CommitCut where) => Volatile.Write(ref _next, (int)where);

    /// <summary>Lets connections through again.</summary>
    public void Mend()
    {
        StaysCut = false;
        _isRefusing = false;
    }

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ForwardAsync(await _listener.AcceptAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private async Task ForwardAsync(Socket client)
    {
        using var near = client;
        using var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        if (_isRefusing)
        {
            return;
        }

        try
        {
            await far.ConnectAsync(_server);
            await WithoutEncryptionAsync(far, near);
            var lost = new LostAnswer();
            await Task.WhenAny(SendAsync(near, far, lost), AnswerAsync(far, near, lost));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or EndOfStreamException)
        {
            // One of the two has gone.
        }
    }

    // The flag for TLS among the server's capabilities: after its version as text, the number of the connection, eight bytes and a zero.
    private static async Task WithoutEncryptionAsync(Socket server, Socket client)
    {
        var greeting = await PacketAsync(server);
        var capabilities = Array.IndexOf(greeting, (byte)0, Header + 1) + 1 + 4 + 8 + 1;
        greeting[capabilities + 1] &= 0xF7;
        await client.SendAsync(greeting);
    }

    private async Task SendAsync(Socket client, Socket server, LostAnswer lost)
    {
        var hasWritten = false;
        while (true)
        {
            var packet = await PacketAsync(client);
            var text = packet.Length > Header && packet[Header] == Query ? Encoding.UTF8.GetString(packet.AsSpan(Header + 1)) : "";
            hasWritten = hasWritten || Writes.Any(write => text.Contains(write, StringComparison.OrdinalIgnoreCase));
            if (!text.Trim().Equals("commit", StringComparison.OrdinalIgnoreCase))
            {
                await server.SendAsync(packet);
                continue;
            }

            if (hasWritten && Interlocked.Exchange(ref _next, None) is var cut and not None)
            {
                _isRefusing = StaysCut;
                await CutAsync((CommitCut)cut, packet, server, lost);
                return;
            }

            hasWritten = false;
            await server.SendAsync(packet);
        }
    }

    private async Task CutAsync(CommitCut cut, byte[] commit, Socket server, LostAnswer lost)
    {
        Interlocked.Increment(ref _cuts);
        if (cut == CommitCut.BeforeTheServer)
        {
            return;
        }

        lost.IsAwaited = true;
        await server.SendAsync(commit);
        if (cut == CommitCut.BeforeTheAnswer)
        {
            await lost.HasCome.Task;
        }
    }

    private static async Task AnswerAsync(Socket server, Socket client, LostAnswer lost)
    {
        var buffer = new byte[16 * 1024];
        while (await server.ReceiveAsync(buffer.AsMemory()) is var count and > 0)
        {
            if (lost.IsAwaited)
            {
                lost.HasCome.TrySetResult();
                continue;
            }

            await client.SendAsync(buffer.AsMemory(0, count));
        }
    }

    private static async Task<byte[]> PacketAsync(Socket socket)
    {
        var header = new byte[Header];
        await ReadAsync(socket, header);
        var packet = new byte[Header + (BinaryPrimitives.ReadInt32LittleEndian(header) & 0xFFFFFF)];
        header.CopyTo(packet, 0);
        await ReadAsync(socket, packet.AsMemory(Header));
        return packet;
    }

    private static async Task ReadAsync(Socket socket, Memory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var count = await socket.ReceiveAsync(bytes);
            bytes = count > 0 ? bytes[count..] : throw new EndOfStreamException();
        }
    }

    /// <summary>The answer to a commit, which is not passed on.</summary>
    private sealed class LostAnswer
    {
        private volatile bool _isAwaited;

        public bool IsAwaited
        {
            get => _isAwaited;
            set => _isAwaited = value;
        }

        public TaskCompletionSource HasCome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
