using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Hosting.Tests.Composition;

public sealed class StatementCountOnMySqlTests() : StatementCountTests(DatabaseEngine.MySql);
