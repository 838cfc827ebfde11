using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>The form of a project, whose field <c>action</c> says what is to be done (spec/http-api.md §15.1). What upstream answers with 500 is an <c>error_message</c> (spec/projects.md defect 1).</summary>
internal sealed class ProjectForm : IForm
{
    private readonly AddProjectForm _add = new();
    private readonly EditProjectForm _edit = new();
    private readonly ActivateProjectForm _activate = new(isActive: true);
    private readonly ActivateProjectForm _deactivate = new(isActive: false);

    public IEnumerable<string> FieldNames => _edit.FieldNames.Prepend("action");

    public static string Success(int id) => $"Successfully saved Project {id} in database.";

    public static Dictionary<string, object?> Extras(int id) => new() { ["id"] = id };

    public Task<FormReply> SubmitAsync(BudgetBook book, FormValues values, CancellationToken cancellationToken)
    {
        var action = values["action"].Text.Trim();
        var hasId = !values["id"].IsBlank;
        return action switch
        {
            "" => Failed("No action specified in form data!"),
            "add" => _add.SubmitAsync(book, values, cancellationToken),
            "edit" => hasId ? _edit.SubmitAsync(book, values, cancellationToken) : Failed("id must be specified to edit"),
            "activate" => hasId ? _activate.SubmitAsync(book, values, cancellationToken) : Failed("id must be specified to (de)activate"),
            "deactivate" => hasId ? _deactivate.SubmitAsync(book, values, cancellationToken) : Failed("id must be specified to (de)activate"),
            _ => Failed($"Invalid action: {action}"),
        };
    }

    private static Task<FormReply> Failed(string message) => Task.FromResult(FormReply.Failed(message));
}
