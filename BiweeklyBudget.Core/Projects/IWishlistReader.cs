namespace BiweeklyBudget.Core.Projects;

/// <summary>Reads public wish lists. Shops change their pages; what knows them is behind this.</summary>
public interface IWishlistReader
{
    /// <summary>Reads a whole list. It ends in a bounded time, and a list that cannot be read is no exception.</summary>
    /// <param name="listId">The list's id at the shop.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The items, or why they were not to be had.</returns>
    Task<WishlistReading> ReadAsync(string listId, CancellationToken cancellationToken);
}
