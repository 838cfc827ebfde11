using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Saving;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>Copies wish lists into the projects that name them (spec/projects.md §7). Each project is saved on its own; one that fails keeps nobody else back.</summary>
internal sealed partial class WishlistSync(BudgetEngine engine, IWishlistReader lists, ILogger logger)
{
    /// <summary>Does it.</summary>
    /// <param name="cancellationToken">Ends it; projects that are done stay done.</param>
    /// <returns>Whether all of them are up to date, also when there are none.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<WishlistProject> projects;
        await using (var book = engine.OpenBook())
        {
            projects = await book.Projects.ListWishlistsAsync(cancellationToken);
        }

        LogFound(projects.Count);
        var synced = 0;
        foreach (var project in projects)
        {
            synced += await TrySyncAsync(project, cancellationToken) ? 1 : 0;
        }

        if (synced < projects.Count)
        {
            LogNotAll(synced, projects.Count);
        }

        return synced == projects.Count;
    }

    private async Task<bool> TrySyncAsync(WishlistProject project, CancellationToken cancellationToken)
    {
        try
        {
            LogBegin(project.Id, project.Name, project.ListId);
            if (await SyncAsync(project, cancellationToken) is not { } problem)
            {
                return true;
            }

            LogFailed(project.Id, project.Name, problem);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(project.Id, project.Name, exception.Message.ReplaceLineEndings(" "));
        }

        return false;
    }

    /// <summary>Brings one project up to date.</summary>
    /// <returns>Null, or why not.</returns>
    private async Task<string?> SyncAsync(WishlistProject project, CancellationToken cancellationToken)
    {
        var list = await lists.ReadAsync(project.ListId, cancellationToken);
        if (list.Problem is not null)
        {
            return list.Problem;
        }

        LogRead(list.Items.Count, project.ListId);
        await using var book = engine.OpenBook();
        switch (await book.Projects.SaveWishlistAsync(project.Id, list.Items, cancellationToken))
        {
            case Outcome<WishlistChanges>.Saved { Value: var changes }:
                Tell(project, changes);
                return null;
            case Outcome<WishlistChanges>.Refused refused:
                return refused.Reason.Message;
            case var other:
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{other} is no outcome of a wish list."));
        }
    }

    private void Tell(WishlistProject project, WishlistChanges changes)
    {
        changes.LeftOut.ToList().ForEach(LogLeftOut);
        changes.Added.ToList().ForEach(LogAdded);
        changes.Updated.ToList().ForEach(LogUpdated);
        changes.Deactivated.ToList().ForEach(LogDeactivated);
        LogSaved(project.Id, project.Name);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Found {Count} projects with wishlists")]
    private partial void LogFound(int count);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Project {Id} ({Name}): reading wishlist {ListId}")]
    private partial void LogBegin(int id, string name, string listId);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Read {Count} items of wishlist {ListId}")]
    private partial void LogRead(int count, string listId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Item left out: {Reason}")]
    private partial void LogLeftOut(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Added item: {Name}")]
    private partial void LogAdded(string name);

    [LoggerMessage(Level = LogLevel.Information, Message = "Updated item: {Name}")]
    private partial void LogUpdated(string name);

    [LoggerMessage(Level = LogLevel.Information, Message = "Deactivated item: {Name}")]
    private partial void LogDeactivated(string name);

    [LoggerMessage(Level = LogLevel.Information, Message = "Committed project {Id} ({Name})")]
    private partial void LogSaved(int id, string name);

    [LoggerMessage(Level = LogLevel.Error, Message = "Project {Id} ({Name}) failed: {Problem}")]
    private partial void LogFailed(int id, string name, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Synced {Synced} of {Total} project wishlists")]
    private partial void LogNotAll(int synced, int total);
}
