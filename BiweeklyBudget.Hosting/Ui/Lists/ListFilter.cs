using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Ui.Lists;

/// <summary>A choice that narrows a list down.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Label">Its label.</param>
/// <param name="Choices">The values; nothing chosen is all.</param>
internal sealed record ListFilter(string Name, string Label, IReadOnlyList<SelectListItem> Choices);
