using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>The action <c>add</c> of the form of projects. A new project is active, and an id has no meaning.</summary>
internal sealed class AddProjectForm : ProjectChangeForm
{
    protected override ProjectChange Read(FieldReader fields) => New(fields);
}
