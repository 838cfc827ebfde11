using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Fuel;

/// <summary>The form that adds the fills of a CSV file. Its one field, <c>csv</c>, is the file's text; upstream has no counterpart.</summary>
internal sealed class FuelImportForm : Form<FuelImportForm.File, ImportedFuelFills>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string> { [nameof(File.Text)] = "csv" };

    protected override File Read(FieldReader fields)
    {
        if (fields.IsBlank("csv"))
        {
            fields.Errors.Add("csv", "Please choose a file");
        }

        return new File(fields.VerbatimText("csv"));
    }

    protected override Task<Outcome<ImportedFuelFills>> SaveAsync(BudgetBook book, File command, CancellationToken cancellationToken) => book.Fuel.ImportAsync(command.Text, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, File command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Problem>>([]);

    protected override string Success(File command, ImportedFuelFills saved) => $"{Count(saved.Added)} added, {saved.Known} already in the log, {saved.Wrong} left out.";

    protected override IDictionary<string, object?>? Extras(ImportedFuelFills saved) =>
        new Dictionary<string, object?> { ["count_new"] = saved.Added, ["count_known"] = saved.Known, ["count_wrong"] = saved.Wrong };

    private static string Count(int fills) => fills == 1 ? "1 fill" : $"{fills} fills";

    /// <param name="Text">The file's text.</param>
    internal sealed record File(string Text);
}
