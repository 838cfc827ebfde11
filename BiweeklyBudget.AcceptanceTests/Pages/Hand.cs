using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Pages;

/// <summary>How somebody works: with the mouse, by keyboard alone, or with a finger. What is done is the same.</summary>
internal abstract class Hand(AppPage page)
{
    protected AppPage App { get; } = page;

    protected IKeyboard Keys => App.Page.Keyboard;

    /// <summary>Presses a button, follows a link, ticks a box.</summary>
    public abstract Task PressAsync(ILocator target);

    /// <summary>Types into a field, in place of what is in it.</summary>
    public abstract Task TypeAsync(ILocator field, string text);

    /// <summary>Chooses from a list by its text.</summary>
    public abstract Task ChooseAsync(ILocator list, string text);

    /// <summary>Goes to a main place by its path.</summary>
    public abstract Task GoToAsync(string path);

    /// <summary>Chooses a file with a field for files.</summary>
    public async Task ChooseFileAsync(ILocator field, FilePayload file)
    {
        var chooser = await App.Page.RunAndWaitForFileChooserAsync(() => PressAsync(field));
        await chooser.SetFilesAsync(file);
    }

    /// <summary>Presses what loads a page.</summary>
    public Task LoadAsync(ILocator target) => App.LoadsAfterAsync(() => PressAsync(target));
}
