using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Orders;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>The page «Документы»: the register, found by kind, state and words of title, number or people.</summary>
public sealed class DocumentsView
{
    private const int OnPage = 50;
    private readonly Work _work;
    private readonly CaseDesk _cases;

    internal DocumentsView(Work work, CaseDesk cases) => (_work, _cases) = (work, cases);

    public Task<DocumentRegister> RunAsync(Actor actor, DocumentFilter filter, CancellationToken cancel) => _work.ReadAsync(actor.InstitutionId, async db =>
    {
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        StaffDirectory staff = await _cases.StaffAsync(db, cancel);
        IQueryable<Document> visible = db.Documents;
        if (!DocumentAccess.SeesAll(actor)) visible = visible.Where(d => d.AuthorId == actor.PersonId || DocumentAccess.GivenWork(db, actor).Contains(d.Id));
        if (filter.Kind is { } kind) visible = visible.Where(d => d.Kind == kind);
        if (filter.Status is { } status) visible = visible.Where(d => d.Status == status);
        List<Document> found = [.. (await visible.ToListAsync(cancel)).Where(d => Fits(d, filter.Words, staff)).OrderByDescending(d => d.RegisteredOn ?? institution.DayOf(d.CreatedAt)).ThenByDescending(d => d.Id)];
        int pages = Math.Max(1, (found.Count + OnPage - 1) / OnPage), page = Math.Clamp(filter.Page, 1, pages);
        IEnumerable<DocumentRow> rows = found.Skip((page - 1) * OnPage).Take(OnPage).Select(d => new DocumentRow(d.Id, d.Kind, d.Title, d.Status, d.RegistrationNumber, d.RegisteredOn, institution.DayOf(d.CreatedAt), staff.Member(d.AuthorId)?.Person.ShortName ?? ""));
        bool writes = OrderRules.MayWrite(actor);
        return new DocumentRegister([.. rows], found.Count, page, pages, writes, institution.ElectronicSigning is not null)
        {
            Templates = writes ? [.. (await db.Templates.Where(t => !t.Retired).Select(t => new { t.Code, t.Name }).ToListAsync(cancel)).OrderBy(t => t.Name, StringComparer.CurrentCulture).Select(t => new TemplateChoice(t.Code, t.Name))] : [],
        };
    }, cancel);

    /// <summary>Every word of the search stands in the title, the number, or a name; case and ё do not matter.</summary>
    private static bool Fits(Document document, string? words, StaffDirectory staff)
    {
        if (string.IsNullOrWhiteSpace(words)) return true;
        string text = Person.Fold($"{document.Title} {document.RegistrationNumber} {string.Join(' ', document.NamedPeople.Append(document.AuthorId).Select(p => staff.Member(p)?.Person.FullName))}");
        return Person.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => text.Contains(w, StringComparison.Ordinal));
    }
}

public sealed record DocumentFilter(string? Kind = null, DocumentStatus? Status = null, string? Words = null, int Page = 1);

public sealed record DocumentRegister(IReadOnlyList<DocumentRow> Rows, int Found, int Page, int Pages, bool MayWrite, bool IsElectronic)
{
    /// <summary>By which templates a new document can be begun.</summary>
    public IReadOnlyList<TemplateChoice> Templates { get; init; } = [];
}

/// <summary>A template of the institution, to choose from.</summary>
public sealed record TemplateChoice(string Code, string Name);

public sealed record DocumentRow(Guid Id, string Kind, string Title, DocumentStatus Status, string? Number, DateOnly? RegisteredOn, DateOnly CreatedOn, string Author);
