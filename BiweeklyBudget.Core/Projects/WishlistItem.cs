namespace BiweeklyBudget.Core.Projects;

/// <summary>An item of a wish list, as the list's page says it.</summary>
public sealed record WishlistItem
{
    /// <summary>Its title; longer ones than 254 characters are cut.</summary>
    public required string Title { get; init; }

    /// <summary>Its address, by which it is known again; null when the page says none.</summary>
    public string? Url { get; init; }

    /// <summary>How many are wanted; null when the page does not say.</summary>
    public int? Quantity { get; init; }

    /// <summary>What it costs; 0 when the page does not say, or what it says cannot be read.</summary>
    public decimal Price { get; init; }

    /// <summary>The least that others sell it for, used or new; 0 when the page does not say.</summary>
    public decimal MarketplacePrice { get; init; }

    /// <summary>The price that counts: the shop's own if there is one, else the others'. 0 when neither is known.</summary>
    public decimal Cost => Price > 0 ? Price : MarketplacePrice;
}
