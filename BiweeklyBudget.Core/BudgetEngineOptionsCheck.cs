using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using Microsoft.Extensions.Options;

namespace BiweeklyBudget.Core;

/// <summary>Says at the program's start what is wrong with its options, by the setting's name and without its value.</summary>
internal sealed class BudgetEngineOptionsCheck : IValidateOptions<BudgetEngineOptions>
{
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
            return ValidateOptionsResult.Fail(exception.Message);
        }
    }
}
