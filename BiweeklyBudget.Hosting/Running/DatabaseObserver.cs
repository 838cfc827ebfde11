using System.Buffers;
using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>
/// Measures statements to the database by OpenTelemetry's conventions, from what Entity Framework tells whoever listens. The text of a statement is not among it.
/// </summary>
internal sealed class DatabaseObserver : IHostedService, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    /// <summary>Name of the meter and of the source.</summary>
    public const string Source = "BiweeklyBudget.Database";

    private const string System = "db.system.name";
    private const string Operation = "db.operation.name";
    private const string Fault = "error.type";

    // The conventions' own steps, in seconds.
    private static readonly InstrumentAdvice<double> Steps = new() { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] };

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly string[] Operations = ["SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE", "WITH", "CREATE", "ALTER", "DROP", "PRAGMA", "SET"];

    private readonly Meter _meter = new(Source);
    private readonly ActivitySource _activities = new(Source);
    private readonly Histogram<double> _durations;
    private readonly List<IDisposable> _subscriptions = [];

    public DatabaseObserver() => _durations = _meter.CreateHistogram("db.client.operation.duration", "s", "Duration of database client operations.", tags: null, Steps);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Keep(DiagnosticListener.AllListeners.Subscribe(this));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_subscriptions)
        {
            _subscriptions.ForEach(subscription => subscription.Dispose());
            _subscriptions.Clear();
        }

        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _meter.Dispose();
        _activities.Dispose();
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            Keep(value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name || name == RelationalEventId.CommandError.Name));
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        switch (value.Value)
        {
            case CommandExecutedEventData executed:
                Note(executed.Command, executed.StartTime, executed.Duration, fault: null);
                break;
            case CommandErrorEventData failed:
                Note(failed.Command, failed.StartTime, failed.Duration, failed.Exception);
                break;
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private static string OperationOf(string statement)
    {
        var text = statement.AsSpan().TrimStart();
        var end = text.IndexOfAnyExcept(Letters);
        var word = end < 0 ? text : text[..end];
        foreach (var operation in Operations)
        {
            if (word.Equals(operation, StringComparison.OrdinalIgnoreCase))
            {
                return operation;
            }
        }

        return "other";
    }

    private void Note(DbCommand command, DateTimeOffset start, TimeSpan duration, Exception? fault)
    {
        var tags = new TagList
        {
            { System, command.Connection is Microsoft.Data.Sqlite.SqliteConnection ? "sqlite" : "mysql" },
            { Operation, OperationOf(command.CommandText) },
        };
        if (fault is not null)
        {
            tags.Add(Fault, fault.GetType().FullName);
        }

        _durations.Record(duration.TotalSeconds, tags);
        using var activity = _activities.StartActivity((string)tags[1].Value!, ActivityKind.Client, parentContext: default, tags, links: null, start);
        if (fault is not null)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
        }

        activity?.SetEndTime(start.UtcDateTime + duration);
    }

    private void Keep(IDisposable subscription)
    {
        lock (_subscriptions)
        {
            _subscriptions.Add(subscription);
        }
    }
}
