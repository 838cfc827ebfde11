using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>The action <c>edit</c> of the form of projects: it overwrites all that a project has.</summary>
internal sealed class EditProjectForm : ProjectChangeForm
{
    protected override ProjectChange Read(FieldReader fields) => New(fields) with { Id = fields.RowId() ?? 0, IsActive = fields.Flag("is_active") ?? true };
}
