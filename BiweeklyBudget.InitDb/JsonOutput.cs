using System.Text.Json;

namespace BiweeklyBudget.InitDb;

/// <summary>How outcomes are written for programs.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>An outcome, a record or an anonymous object.</summary>
    public static string Of(object outcome) => JsonSerializer.Serialize(outcome, Options);

    /// <summary>A run that could not do its work.</summary>
    public static string Of(CommandFailure failure) => Of(new { Ok = false, failure.ExitCode, failure.Error, failure.Message });
}
