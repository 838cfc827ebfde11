using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Core.Storage;

/// <summary>The option of a context that gives EF Core our translations into an engine's SQL before its own. They stand here and not in the model, which is compiled (docs/adr/0032).</summary>
/// <param name="engine">The engine; always with the same translations.</param>
/// <param name="add">Adds the plugins of the engine.</param>
internal sealed class OwnTranslations(DatabaseEngine engine, Action<IServiceCollection> add) : IDbContextOptionsExtension
{
    private readonly DatabaseEngine _engine = engine;

    public DbContextOptionsExtensionInfo Info => new ExtensionInfo(this);

    public void ApplyServices(IServiceCollection services)
    {
        services.AddSingleton<IMethodCallTranslatorPlugin, LineCostTranslator>();
        add(services);
    }

    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class ExtensionInfo(OwnTranslations extension) : DbContextOptionsExtensionInfo(extension)
    {
        private DatabaseEngine Engine => ((OwnTranslations)Extension)._engine;

        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => (int)Engine;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo info && info.Engine == Engine;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["BiweeklyBudget:OwnTranslations"] = Engine.ToString();
    }
}
