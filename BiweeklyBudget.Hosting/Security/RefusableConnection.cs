using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace BiweeklyBudget.Hosting.Security;

/// <summary>
/// A connection whose answers are written through <see cref="RefusalWriter"/>. TLS puts a transport of its own in place of the socket's; that is the one that answers are then written to.
/// </summary>
internal sealed class RefusableConnection : ConnectionContext
{
    private readonly ConnectionContext _connection;
    private WatchedTransport _transport;

    public RefusableConnection(ConnectionContext connection)
    {
        _connection = connection;
        _transport = new WatchedTransport(connection.Transport);
        connection.Features.Set(this);
    }

    public override IDuplexPipe Transport
    {
        get => _transport;
        set
        {
            _connection.Transport = value;
            _transport = value as WatchedTransport ?? new WatchedTransport(value);
        }
    }

    public override string ConnectionId
    {
        get => _connection.ConnectionId;
        set => _connection.ConnectionId = value;
    }

    public override IFeatureCollection Features => _connection.Features;

    public override IDictionary<object, object?> Items
    {
        get => _connection.Items;
        set => _connection.Items = value;
    }

    public override CancellationToken ConnectionClosed
    {
        get => _connection.ConnectionClosed;
        set => _connection.ConnectionClosed = value;
    }

    public override EndPoint? LocalEndPoint
    {
        get => _connection.LocalEndPoint;
        set => _connection.LocalEndPoint = value;
    }

    public override EndPoint? RemoteEndPoint
    {
        get => _connection.RemoteEndPoint;
        set => _connection.RemoteEndPoint = value;
    }

    /// <summary>The next answer is the server's own: what was asked for is no request.</summary>
    public void Refuse() => _transport.Writer.Refuse();

    public override void Abort(ConnectionAbortedException abortReason) => _connection.Abort(abortReason);

    public override void Abort() => _connection.Abort();

    public override async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await base.DisposeAsync();
    }

    private sealed class WatchedTransport(IDuplexPipe transport) : IDuplexPipe
    {
        public RefusalWriter Writer { get; } = new(transport.Output);

        public PipeReader Input => transport.Input;

        public PipeWriter Output => Writer;
    }
}
