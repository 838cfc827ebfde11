using System.Net;
using System.Net.Sockets;

namespace BiweeklyBudget.Hosting.Tests.Fixtures;

/// <summary>A way to a database server that a test can cut, as if the server had gone, and mend again. Its port stays its own meanwhile.</summary>
internal sealed class CuttableConnection : IAsyncDisposable
{
    // Bound and never listening: whoever connects while the way is cut is refused, and nobody else gets the port.
    private readonly Socket _place = Bound(0);
    private readonly IPEndPoint _server;
    private readonly Lock _lock = new();
    private readonly List<TcpClient> _open = [];
    private Socket _listener;

    public CuttableConnection(string host, int port)
    {
        _server = new IPEndPoint(IPAddress.Parse(host), port);
        Port = ((IPEndPoint)_place.LocalEndPoint!).Port;
        _listener = Listen(Port);
    }

    public int Port { get; }

    /// <summary>Ends all connections and refuses new ones.</summary>
    public void Cut()
    {
        _listener.Dispose();
        lock (_lock)
        {
            foreach (var client in _open)
            {
                client.Dispose();
            }

            _open.Clear();
        }
    }

    public void Mend() => _listener = Listen(Port);

    public ValueTask DisposeAsync()
    {
        Cut();
        _place.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Socket Bound(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }

    private Socket Listen(int port)
    {
        var listener = Bound(port);
        listener.Listen();
        _ = AcceptAsync(listener);
        return listener;
    }

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                _ = ForwardAsync(new TcpClient { Client = await listener.AcceptAsync() });
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task ForwardAsync(TcpClient near)
    {
        using var far = new TcpClient();
        lock (_lock)
        {
            _open.AddRange([near, far]);
        }

        try
        {
            await far.ConnectAsync(_server);
            await using var nearStream = near.GetStream();
            await using var farStream = far.GetStream();
            await Task.WhenAny(nearStream.CopyToAsync(farStream), farStream.CopyToAsync(nearStream));
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
        finally
        {
            near.Dispose();
        }
    }
}
