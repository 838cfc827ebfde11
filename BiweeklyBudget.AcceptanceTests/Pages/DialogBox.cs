using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Pages;

/// <summary>The one dialog of a page, by what its user sees: title, fields, errors beside them, a message on top, buttons.</summary>
internal sealed class DialogBox(IPage page)
{
    public IPage Page => page;

    public ILocator Box => page.Locator("dialog[open]");

    public ILocator Title => Box.Locator("#bb-dialog-title");

    /// <summary>The box on top: errors that belong to no field, or news about the form.</summary>
    public ILocator Message => Box.Locator("[data-bb-message]");

    public ILocator Save => Box.Locator("[type=submit]");

    public ILocator Body => Box.Locator(".bb-dialog-body");

    /// <summary>A text field, a choice or a check box by its name in the HTTP interface.</summary>
    public ILocator Field(string name) => Box.Locator($"[name={name}]");

    /// <summary>One of several choices that exclude each other.</summary>
    public ILocator Radio(string name, string value) => Box.Locator($"[name={name}][value={value}]");

    /// <summary>The errors beside a field.</summary>
    public ILocator ErrorsOf(string name) => Box.Locator($"[data-bb-errors-for={name}]");

    public ILocator Button(string name) => Box.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true });

    /// <summary>Waits until it is there and its first field has the focus.</summary>
    public async Task WaitForAsync(string title)
    {
        await Assertions.Expect(Title).ToHaveTextAsync(title);
        await Assertions.Expect(Box.Locator(":focus")).ToHaveCountAsync(1);
    }

    public Task FillAsync(string name, string value) => Field(name).FillAsync(value);

    /// <summary>Chooses by the text that stands in the list.</summary>
    public Task ChooseAsync(string name, string text) => Field(name).SelectOptionAsync(new SelectOptionValue { Label = text });

    public Task PickAsync(string name, string value) => Radio(name, value).CheckAsync();

    /// <summary>Saves, and expects these errors beside the fields, each of which is marked; nothing else is said.</summary>
    public async Task IsRefusedAsync(params (string Field, string Error)[] expected)
    {
        await Save.ClickAsync();
        foreach (var (field, error) in expected)
        {
            await Assertions.Expect(ErrorsOf(field)).ToHaveTextAsync(error);
            await Assertions.Expect(ErrorsOf(field)).ToBeVisibleAsync();
        }

        await Assertions.Expect(Box.Locator(".bb-errors:not(:empty)")).ToHaveCountAsync(expected.Length);
        await Assertions.Expect(Box.Locator(".is-invalid").First).ToBeFocusedAsync();
        await Assertions.Expect(Message).ToBeEmptyAsync();
    }
}
