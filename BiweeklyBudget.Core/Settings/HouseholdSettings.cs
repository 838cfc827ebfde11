namespace BiweeklyBudget.Core.Settings;

/// <summary>The settings that a person may change while the program runs, unless the environment or a file says them.</summary>
[Flags]
public enum HouseholdSettings
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary><see cref="BudgetSettings.PayPeriodStartDate"/>.</summary>
    Payday = 1,

    /// <summary><see cref="BudgetSettings.ReconcileBeginDate"/>.</summary>
    ReconcileBegin = 2,

    /// <summary><see cref="BudgetSettings.StaleDataDays"/>.</summary>
    StaleDays = 4,

    /// <summary><see cref="BudgetSettings.DefaultAccountId"/>.</summary>
    DefaultAccount = 8,

    /// <summary><see cref="BudgetSettings.FuelBudgetId"/>.</summary>
    FuelBudget = 16,

    /// <summary><see cref="BudgetSettings.CurrencyCode"/>.</summary>
    Currency = 32,

    /// <summary><see cref="BudgetSettings.LocaleName"/>.</summary>
    Locale = 64,

    /// <summary><see cref="BudgetSettings.Theme"/>.</summary>
    Theme = 128,

    /// <summary><see cref="BudgetSettings.FuelVolumeUnit"/>.</summary>
    FuelVolumeUnit = 256,

    /// <summary><see cref="BudgetSettings.FuelVolumeAbbreviation"/>.</summary>
    FuelVolumeAbbreviation = 512,

    /// <summary><see cref="BudgetSettings.DistanceUnit"/>.</summary>
    DistanceUnit = 1024,

    /// <summary><see cref="BudgetSettings.DistanceUnitAbbreviation"/>.</summary>
    DistanceUnitAbbreviation = 2048,

    /// <summary><see cref="BudgetSettings.FuelEconomyAbbreviation"/>.</summary>
    FuelEconomyAbbreviation = 4096,

    /// <summary><see cref="BudgetSettings.IsSetUp"/>.</summary>
    SetUp = 8192,
}
