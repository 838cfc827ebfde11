using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace BiweeklyBudget.Hosting.Tests.Description;

/// <summary>The HTTP interface is described, and the description is what the program does (docs/adr/0023).</summary>
public sealed class DescriptionTests(DescribedHost host) : IClassFixture<DescribedHost>
{
    private const string Renewal = "BIWEEKLYBUDGET_DESCRIBE";

    // Routes for people, who are not told by a document what they can click on.
    private static readonly string[] Pages =
    [
        "/", "/payperiods", "/payperiod/{date}", "/accounts/{id}", "/accounts/credit-payoff", "/accounts/credit-payoff/schedule/{method}", "/budgets/{id}", "/accounts/{id}/transactions",
        "/budgets/{id}/transactions", "/transactions/{id}", "/scheduled/{id}", "/ofx/{account}/{fitid}", "/reconcile", "/projects", "/projects/{id}", "/projects/{id}/import", "/help",
        "/error", "/welcome", "/api/docs", "/dialogs/transaction/{id}", "/dialogs/scheduled/{id}", "/dialogs/convert/{id}", "/dialogs/skip/{id}", "/dialogs/planned/{date}", "/dialogs/spread/{date}",
        "/dialogs/account/{id}", "/dialogs/budget/{id}", "/dialogs/transaction-proposals", "/dialogs/account-transfer", "/dialogs/budget-transfer", "/dialogs/ofx/{account}",
        "/dialogs/ofx-preview", "/dialogs/reconcile/{id}", "/dialogs/credit-payoff-interest/{id}", "/history", "/dialogs/balances/{id}", "/dialogs/delete/{kind}",
        "/dialogs/deactivate/{kind}/{id}", "/dialogs/find", "/dialogs/keys", "/fuel", "/dialogs/fuel/{id}", "/dialogs/fuel-import", "/dialogs/fuel-preview", "/dialogs/vehicle/{id}",
        "/dialogs/project/{id}", "/dialogs/bom-item/{id}", "/dialogs/bom-preview", "/offline", "/settings", "/saved", "/sign-in", "/sign-in/code", "/sign-out", "/security", "/security/audit", "/security/backups", "/security/people", "/security/second-factor", "/security/passkeys", "/security/confirm",
    ];

    // Routes that say so themselves: scripts and styles, an address of a chart that there is not, and reads of what can only be posted.
    private static readonly string[] LeftOut = ["/bb/{name}", "/ajax/chart-data/budget-spending/{aggregation}"];

    [Fact]
    public void The_committed_document_is_the_one_of_the_routes_and_their_answers()
    {
        var made = InterfaceDocument.Text(host.Document);
        var file = Path.Combine(RepositoryRoot(), "BiweeklyBudget.Hosting", "Features", "Description", "openapi.json");
        if (Environment.GetEnvironmentVariable(Renewal) is { Length: > 0 })
        {
            File.WriteAllText(file, made);
        }

        Assert.True(
            File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == made,
            $"The routes are not what openapi.json says. See what changed, and whether scripts can live with it: {Renewal}=1 dotnet test BiweeklyBudget.Hosting.Tests --filter FullyQualifiedName~DescriptionTests; git diff {Path.GetFileName(file)}");
    }

    [Fact]
    public void Every_route_is_described_or_a_page()
    {
        var posted = host.Routes.Where(route => route.Operation is not null && route.Method == "post").Select(route => route.Path).ToList();
        var silent = host.Routes.Where(route => route.Operation is null).ToList();

        Assert.Empty(silent.Where(route => !route.IsPage && !route.IsLeftOut).Select(route => $"{route.Method} {route.Path} is neither described nor left out"));
        Assert.Equal(Pages.Order(StringComparer.Ordinal), silent.Where(route => route.IsPage).Select(route => route.Path).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(LeftOut.Order(StringComparer.Ordinal), silent.Where(route => route.IsLeftOut).Select(route => route.Path).Except(posted).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(host.Routes, route => route.Operation is not null && (route.IsPage || route.IsLeftOut));
    }

    [Fact]
    public void A_form_is_described_with_the_fields_that_it_reads()
    {
        var forms = host.Routes.Where(route => route.Form is not null).ToList();

        Assert.InRange(forms.Count, 12, 100);
        Assert.All(forms, form => Assert.Equal((form.Path, Sorted(form.Form!.FieldNames)), (form.Path, Sorted(form.Operation!.Fields.Select(field => field.Name)))));
        static string Sorted(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_has_a_name_of_its_own_a_summary_and_something_in_the_sample_to_show()
    {
        var operations = DescribedHost.Operations(host.Document).ToList();

        Assert.Equal(operations.Count, operations.Select(entry => (string)entry.Operation["operationId"]!).Distinct(StringComparer.Ordinal).Count());
        Assert.All(operations, entry => Assert.NotEmpty((string)entry.Operation["summary"]!));
        Assert.All(operations.Where(entry => entry.Method == "post"), entry => Assert.NotNull(entry.Operation["requestBody"]!["content"]!["application/json"]!["example"]));
    }

    [Fact]
    public void Every_example_is_answered_as_the_document_says()
    {
        var shapes = new DocumentShapes(host.Document);
        var faults = new List<string>();
        foreach (var example in host.Examples)
        {
            var answer = shapes.AnswerOf(example.Name, example.Status);
            faults.AddRange(answer is null ? [$"{example.Name}: {example.Status} is not described: {example.Body?.ToJsonString()}"]
                : example.MediaType is null ? []
                : answer["content"]?[example.MediaType] is not JsonObject content ? [$"{example.Name}: {example.MediaType} is not described"]
                : shapes.FaultsOf(content["schema"]!, example.Body).Select(fault => $"{example.Name}: {fault}"));
            if (example.Status >= 400 || (example.Body as JsonObject)?["success"]?.GetValue<bool>() == false)
            {
                faults.Add($"{example.Name}: the sample household refuses it: {example.Status} {example.Body?.ToJsonString()}");
            }
        }

        Assert.Empty(faults);
        Assert.Empty(host.Errors);
        Assert.InRange(host.Examples.Count, 35, 500);
    }

    [Fact]
    public void Every_example_of_a_request_is_of_the_shape_that_the_document_says()
    {
        var shapes = new DocumentShapes(host.Document);
        var bodies = DescribedHost.Operations(host.Document).Where(entry => entry.Operation["requestBody"] is not null).ToList();
        var faults = from entry in bodies
                     let content = entry.Operation["requestBody"]!["content"]!["application/json"]!
                     from fault in shapes.FaultsOf(content["schema"]!, content["example"])
                     select $"{entry.Path}: {fault}";

        Assert.Empty(faults);
        Assert.InRange(bodies.Count, 16, 200);
    }

    [Theory]
    [InlineData("""{"draw": 1, "recordsTotal": 0, "recordsFiltered": 0, "data": []}""", true)]
    [InlineData("""{"error": "Parameter draw is missing"}""", true)]
    [InlineData("""{"draw": "1", "recordsTotal": 0, "recordsFiltered": 0, "data": []}""", false)]
    [InlineData("""{"draw": 1, "recordsTotal": 0, "recordsFiltered": 0, "data": [], "more": 1}""", false)]
    [InlineData("""{"draw": 1, "recordsTotal": 0, "recordsFiltered": 0}""", false)]
    [InlineData("""{"draw": 1, "recordsTotal": 0, "recordsFiltered": 0, "data": [{"date": "2017-07-28"}]}""", false)]
    public void What_is_not_of_the_shape_that_the_document_says_is_found(string json, bool isOfTheShape)
    {
        var shapes = new DocumentShapes(host.Document);
        var schema = shapes.AnswerOf("GET /ajax/transactions", 200)!["content"]!["application/json"]!["schema"]!;

        Assert.Equal(isOfTheShape, shapes.FaultsOf(schema, JsonNode.Parse(json)).Count == 0);
    }

    [Fact]
    public void The_program_serves_the_document_with_its_own_path_as_the_server()
    {
        var served = JsonNode.Parse(host.Served)!.AsObject();

        Assert.Equal("/", (string)served["servers"]![0]!["url"]!);
        Assert.True(JsonNode.DeepEquals(served, host.Document));
    }

    [Fact]
    public void A_reader_of_OpenAPI_finds_nothing_wrong()
    {
        var result = OpenApiDocument.Parse(InterfaceDocument.Text(host.Document), OpenApiConstants.Json);

        Assert.Empty(result.Diagnostic!.Errors.Concat(result.Diagnostic.Warnings).Select(fault => $"{fault.Pointer}: {fault.Message}"));
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, result.Diagnostic.SpecificationVersion);
        Assert.Equal(host.Document["paths"]!.AsObject().Count, result.Document!.Paths.Count);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BiweeklyBudget.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No checkout above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
