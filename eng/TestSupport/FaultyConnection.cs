using System.Net;
using System.Net.Sockets;

namespace BiweeklyBudget.TestSupport;

/// <summary>A way to a database server that a test can make worse: refused, frozen, slow, or cut after some bytes. Its port stays the same.</summary>
public sealed class FaultyConnection : IAsyncDisposable
{
    private readonly IPEndPoint _server;
    private readonly Lock _lock = new();
    private readonly List<Socket> _open = [];
    private readonly Random _random;
    private readonly Socket _listener;
    private TaskCompletionSource _thaw = Done();
    private TimeSpan _delay;
    private int _bytesUntilCut;
    private bool _isRefusing;

    /// <summary>Opens the way.</summary>
    /// <param name="server">The server that it leads to.</param>
    /// <param name="seed">Of the random numbers by which connections are cut.</param>
    public FaultyConnection(MariaDbServer server, int seed = 1)
    {
        _server = new IPEndPoint(IPAddress.Parse(server.Host), server.Port);
        _random = new Random(seed);
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>How many connections were cut in the middle.</summary>
    public int Cuts { get; private set; }

    /// <summary>Ends all connections, and every new one at once.</summary>
    public void Refuse()
    {
        lock (_lock)
        {
            _isRefusing = true;
            foreach (var socket in _open)
            {
                socket.Dispose();
            }

            _open.Clear();
        }
    }

    /// <summary>Passes nothing on and keeps the connections.</summary>
    public void Freeze() => Interlocked.CompareExchange(ref _thaw, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), _thaw);

    /// <summary>Holds each piece back for a while.</summary>
    public void Slow(TimeSpan delay) => _delay = delay;

    /// <summary>Cuts every connection that opens from now on after a number of bytes up to a limit; 0 ends that.</summary>
    public void CutWithin(int bytes) => Volatile.Write(ref _bytesUntilCut, bytes);

    /// <summary>Everything is well again.</summary>
    public void Mend()
    {
        lock (_lock)
        {
            _isRefusing = false;
        }

        _delay = TimeSpan.Zero;
        CutWithin(0);
        _thaw.TrySetResult();
    }

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        Mend();
        Refuse();
        return ValueTask.CompletedTask;
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
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

    private async Task ForwardAsync(Socket near)
    {
        using var one = near;
        using var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        var left = new BytesLeft(int.MaxValue);
        lock (_lock)
        {
            if (_isRefusing)
            {
                return;
            }

            _open.AddRange([near, far]);
            if (_bytesUntilCut > 0)
            {
                left = new BytesLeft(_random.Next(1, _bytesUntilCut));
            }
        }

        try
        {
            await _thaw.Task;
            await far.ConnectAsync(_server);
            await Task.WhenAny(PumpAsync(near, far, left), PumpAsync(far, near, left));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Cut, or nobody is there.
        }
    }

    private async Task PumpAsync(Socket from, Socket to, BytesLeft left)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer.AsMemory()) is var count and > 0)
            {
                await _thaw.Task;
                if (_delay > TimeSpan.Zero)
                {
                    await Task.Delay(_delay);
                }

                var passed = left.Take(count);
                await to.SendAsync(buffer.AsMemory(0, passed));
                if (passed < count)
                {
                    Cuts++;
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private sealed class BytesLeft(int count)
    {
        private readonly Lock _lock = new();
        private int _count = count;

        public int Take(int wanted)
        {
            lock (_lock)
            {
                var taken = Math.Min(wanted, _count);
                _count -= taken;
                return taken;
            }
        }
    }
}
