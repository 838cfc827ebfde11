using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>Registers Razor Pages, of which a program has one list, so that ours are in it and nothing else of the program changes.</summary>
internal static class PageServices
{
    /// <summary>Registers them once.</summary>
    public static void Add(IServiceCollection services)
    {
        if (services.Any(service => service.ImplementationType == typeof(FeaturePages)))
        {
            return;
        }

        var protectsData = services.Any(service => service.ServiceType == typeof(IDataProtectionProvider));
        services.AddRazorPages().ConfigureApplicationPartManager(OwnParts.AddTo);
        services.AddSingleton<IActionDescriptorProvider, FeaturePages>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, OwnPagesPolicy>());
        if (!protectsData)
        {
            LeaveKeysUnmade(services);
        }
    }

    // Razor Pages bring a service that writes keys into the user's folder at each start, in case something protects data. Our pages protect none. A program that does, registers the
    // service itself, before or after, and without it keys are made when they are first needed.
    private static void LeaveKeysUnmade(IServiceCollection services)
    {
        var own = typeof(DataProtectionServiceCollectionExtensions).Assembly;
        foreach (var service in services.Where(service => service.ServiceType == typeof(IHostedService) && !service.IsKeyedService && service.ImplementationType?.Assembly == own).ToList())
        {
            services.Remove(service);
        }
    }
}
