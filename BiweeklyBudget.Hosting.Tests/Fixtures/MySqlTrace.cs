using System.Collections.Concurrent;
using System.Diagnostics;

namespace BiweeklyBudget.Hosting.Tests.Fixtures;

/// <summary>Counts the commands that MySqlConnector sends for one request, whoever else uses the server meanwhile: they carry the request's trace.</summary>
internal sealed class MySqlTrace : IDisposable
{
    private static readonly string[] Sources = ["MySqlConnector", "Microsoft.AspNetCore", "System.Net.Http"];

    private readonly ConcurrentDictionary<ActivityTraceId, int> _commands = new();
    private readonly ActivityListener _listener;

    public MySqlTrace()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => Sources.Contains(source.Name, StringComparer.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity =>
            {
                if (activity.Source.Name == "MySqlConnector" && activity.OperationName == "Execute")
                {
                    _commands.AddOrUpdate(activity.TraceId, 1, (_, count) => count + 1);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Counts what a request sends; 0 on other engines.</summary>
    public async Task<int> CountAsync(Func<Task> request)
    {
        using var activity = new Activity("request").Start();
        await request();
        return _commands.GetValueOrDefault(activity.TraceId);
    }

    public void Dispose() => _listener.Dispose();
}
