using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Projects;

/// <summary>What holds for an item however it is saved: by the form, out of a file, from a wish list (spec/projects.md §5 and defects 6, 8 and 11).</summary>
internal static class ItemRules
{
    /// <summary>What is said about an address that is none of the web.</summary>
    public const string LinkMessage = "The URL must begin with http:// or https://";

    /// <summary>Whether a text is an address that a page may link to.</summary>
    public static bool IsLink(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    /// <summary>Checks what needs no database.</summary>
    public static void CheckAlone(ProjectItemChange item, Problems problems)
    {
        problems.RequireText(nameof(item.Name), item.Name, "name cannot be empty");
        problems.CheckText(nameof(item.Notes), item.Notes);
        problems.CheckText(nameof(item.Url), item.Url);
        problems.CheckAmount(nameof(item.UnitCost), item.UnitCost);
        if (item.Quantity < 0)
        {
            problems.Add(nameof(item.Quantity), ProblemCode.OutOfRange, "Quantity cannot be negative");
        }
        else if (problems.Knows(nameof(item.UnitCost)) && StorableAmount.IsInRange(item.UnitCost) && !StorableAmount.IsInRange(item.Quantity * item.UnitCost))
        {
            problems.Add(nameof(item.Quantity), ProblemCode.OutOfRange, "Quantity times unit cost: " + StorableAmount.RangeMessage);
        }
    }

    /// <summary>Checks what upstream took: such a value may stay as it is stored.</summary>
    /// <param name="item">The item.</param>
    /// <param name="stored">The row that it is to become; null for a new one.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void CheckAgainst(ProjectItemChange item, ProjectItem? stored, Problems problems)
    {
        if (item.UnitCost < 0 && item.UnitCost != stored?.UnitCost)
        {
            problems.Add(nameof(item.UnitCost), ProblemCode.OutOfRange, "Unit cost cannot be negative");
        }

        if (!string.IsNullOrWhiteSpace(item.Url) && item.Url != stored?.Url && !IsLink(item.Url))
        {
            problems.Add(nameof(item.Url), ProblemCode.BadFormat, LinkMessage);
        }
    }

    /// <summary>Writes an item into its row.</summary>
    public static void Write(ProjectItemChange item, ProjectItem row)
    {
        row.ProjectId = item.ProjectId;
        row.Name = item.Name;
        row.Notes = item.Notes;

        // Nothing that counts as nothing becomes a number by being saved again.
        row.Quantity = row.Quantity is null && item.Quantity == 0 && row.Id != 0 ? null : item.Quantity;
        row.UnitCost = row.UnitCost is null && item.UnitCost == 0 && row.Id != 0 ? null : item.UnitCost;
        row.Url = string.IsNullOrWhiteSpace(item.Url) ? null : item.Url;
        row.IsActive = row.IsActive is null && !item.IsActive ? null : item.IsActive;
    }
}
