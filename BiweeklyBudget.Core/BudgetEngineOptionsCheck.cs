using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace BiweeklyBudget.Core;

/// <summary>Says at the program's start what is wrong with its options, by the setting's name and without its value.</summary>
internal sealed class BudgetEngineOptionsCheck : IValidateOptions<BudgetEngineOptions>
{
    // The lines that our own programs write on stderr begin with it.
    private const string Mark = "ERROR: ";

    /// <summary>Reads the settings of a configuration.</summary>
    /// <exception cref="OptionsValidationException">One is wrong.</exception>
    public static BudgetSettings Load(string name, IConfiguration configuration)
    {
        try
        {
            return SettingsLoader.Load(configuration);
        }
        catch (Exception exception) when (exception is ConnectionStringException or SettingsException)
        {
            throw new OptionsValidationException(name, typeof(BudgetEngineOptions), [TextOf(name, exception)]);
        }
    }

    public ValidateOptionsResult Validate(string? name, BudgetEngineOptions options)
    {
        if (options.Settings is not { } settings)
        {
            return ValidateOptionsResult.Fail($"{nameof(BudgetEngineOptions)}.{nameof(options.Settings)} must be set.");
        }

        try
        {
            settings.Check();
            return ValidateOptionsResult.Success;
        }
        catch (Exception exception) when (exception is ConnectionStringException or SettingsException)
        {
            return ValidateOptionsResult.Fail(TextOf(name, exception));
        }
    }

    // The program has set no environment variable, and knows its households by name.
    private static string TextOf(string? name, Exception exception)
    {
        var text = exception is ConnectionStringException wrong ? $"setting \"{SettingNames.ConnectionString}\" {wrong.Reason}" : exception.Message;
        text = text.StartsWith(Mark, StringComparison.Ordinal) ? text[Mark.Length..] : text;
        return string.IsNullOrEmpty(name) ? $"BiweeklyBudget: {text}" : $"BiweeklyBudget \"{name}\": {text}";
    }
}
