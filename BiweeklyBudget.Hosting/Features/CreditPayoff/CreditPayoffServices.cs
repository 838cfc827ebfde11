using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>What the payoff pages need besides the database.</summary>
internal static class CreditPayoffServices
{
    public static void AddCreditPayoff(this IServiceCollection services, BudgetSettings settings)
    {
        if (settings.PrimeRateAddress is { } address)
        {
            services.AddSingleton<IPrimeRateSource>(_ => PrimeRatePage.At(address));
        }

        services.AddSingleton<PrimeRateService>();
        services.AddHostedService(provider => provider.GetRequiredService<PrimeRateService>());
    }
}
