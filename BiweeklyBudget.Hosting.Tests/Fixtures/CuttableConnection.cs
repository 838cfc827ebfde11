using System.Net;
using System.Net.Sockets;

namespace BiweeklyBudget.Hosting.Tests.Fixtures;

/// <summary>A way to a database server that a test can cut, as if the server had gone, and mend again.</summary>
internal sealed class CuttableConnection : IAsyncDisposable
{
    private readonly IPEndPoint _server;
    private readonly Lock _lock = new();
    private readonly List<TcpClient> _open = [];
    private TcpListener _listener;

    public CuttableConnection(string host, int port)
    {
        _server = new IPEndPoint(IPAddress.Parse(host), port);
        _listener = Listen(0);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Ends all connections and refuses new ones.</summary>
    public void Cut()
    {
        _listener.Stop();
        lock (_lock)
        {
            foreach (var client in _open)
            {
                client.Dispose();
            }

            _open.Clear();
        }
    }

    public void Mend(int port) => _listener = Listen(port);

    public ValueTask DisposeAsync()
    {
        Cut();
        return ValueTask.CompletedTask;
    }

    private TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = AcceptAsync(listener);
        return listener;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                _ = ForwardAsync(await listener.AcceptTcpClientAsync());
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
