using Mentorship.Domain;
using Mentorship.UseCases;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.Registration;
using Mentorship.UseCases.Signing;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Documents;

/// <summary>Registration books, their settings, and the decision on electronic documents.</summary>
public sealed partial class BooksPage : SitePage
{
    [Inject] private BooksView Looking { get; set; } = null!;
    [Inject] private ChangeBook Change { get; set; } = null!;
    [Inject] private AddBook Adding { get; set; } = null!;
    [Inject] private EnterElectronicDecision Enter { get; set; } = null!;
    [Inject] private ChangeUndoWindow UndoWindow { get; set; } = null!;
    [SupplyParameterFromQuery] public int? Year { get; set; }
    [SupplyParameterFromForm] public BookForm? Book { get; set; }
    [SupplyParameterFromForm] public BookForm? Added { get; set; }
    [SupplyParameterFromForm] public ElectronicForm? Decision { get; set; }
    [SupplyParameterFromForm] public UndoForm? Undo { get; set; }

    private BookShelf? Shelf { get; set; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        Outcome<BookShelf> shelf = await Looking.RunAsync(Actor, Year, Cancel);
        Shelf = shelf.Value;
        Refusal ??= shelf.Refusal;
    }

    private async Task ChangeAsync() => await FinishAsync(await Change.RunAsync(Actor, new BookChange(Book!.Id, Book.Seen, Book.Name ?? "", Book.Pattern ?? "", Book.ContinueAfter), Cancel));

    private async Task AddAsync()
    {
        Outcome<Guid> added = await Adding.RunAsync(Actor, Added!.Name ?? "", Added.Pattern ?? "", Added.ContinueAfter, Cancel);
        await FinishAsync(added.Refusal is { } no ? no : default(Done));
    }

    private async Task DecideAsync() => await FinishAsync(Typed.Day(Decision!.On) is { } day
        ? await Enter.RunAsync(Actor, Decision.Act ?? "", day, Decision.Founder ?? "", Cancel)
        : new Refusal("DateMissing", DocumentsTexts.ActDateMissing));

    private async Task ChangeUndoAsync() => await FinishAsync(await UndoWindow.RunAsync(Actor, Undo!.Minutes ?? -1, Cancel));

    private async Task FinishAsync(Outcome<Done> outcome)
    {
        if (Took(outcome, out _)) Navigation.NavigateTo("/documents/books");
        else await LoadAsync();
    }
}

public sealed class BookForm
{
    public Guid Id { get; set; }
    public int Seen { get; set; }
    public string? Name { get; set; }
    public string? Pattern { get; set; }
    public int? ContinueAfter { get; set; }
}

public sealed class UndoForm
{
    public int? Minutes { get; set; }
}

public sealed class ElectronicForm
{
    public string? Act { get; set; }
    public string? On { get; set; }
    public string? Founder { get; set; }
}
