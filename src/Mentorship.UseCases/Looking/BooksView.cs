using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.UseCases.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>The registration books with their numbers, the voided ones too, and the decision on electronic documents.</summary>
public sealed class BooksView
{
    private readonly Work _work;

    internal BooksView(Work work) => _work = work;

    /// <param name="year">Null: the current one.</param>
    public Task<Outcome<BookShelf>> RunAsync(Actor actor, int? year, CancellationToken cancel) => _work.ReadAsync<Outcome<BookShelf>>(actor.InstitutionId, async db =>
    {
        if (!DocumentAccess.SeesAll(actor)) return Actor.NotAllowed;
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        int shown = year ?? institution.DayOf(_work.Now).Year;
        var numbers = await db.Numbers.Where(n => n.Year == shown)
            .Join(db.Documents, n => n.DocumentId, d => d.Id, (n, d) => new { n.BookId, n.Number, Line = new NumberLine(n.Text, n.On, d.Id, d.Title, n.VoidReason) }).ToListAsync(cancel);
        List<int> years = await db.Numbers.Select(n => n.Year).Distinct().ToListAsync(cancel);
        List<Domain.Registration.RegistrationBook> books = await db.Books.OrderBy(b => b.Code).ToListAsync(cancel);
        return new BookShelf(shown, [.. years.Append(institution.DayOf(_work.Now).Year).Distinct().OrderDescending()],
            [.. books.Select(b => new BookSheet(b.Id, b.Version, b.Name, b.Pattern, b.Year == shown ? b.Last : null, [.. numbers.Where(n => n.BookId == b.Id).OrderByDescending(n => n.Number).Select(n => n.Line)]))],
            institution.ElectronicSigning, actor.Is(Roles.Administrator, Roles.Secretary, Roles.Director), actor.Is(Roles.Administrator, Roles.Director))
        {
            UndoMinutes = institution.UndoMinutes, MayChangeUndo = actor.Is(Roles.Administrator),
        };
    }, cancel);
}

public sealed record BookShelf(int Year, IReadOnlyList<int> Years, IReadOnlyList<BookSheet> Books, ElectronicSigning? Decision, bool MayChangeBooks, bool MayDecide)
{
    /// <summary>How long a decision may be taken back; nought: not at all.</summary>
    public int UndoMinutes { get; init; }
    public bool MayChangeUndo { get; init; }
}

/// <param name="Last">The last number of the year shown; null where it has given none.</param>
public sealed record BookSheet(Guid Id, int Version, string Name, string Pattern, int? Last, IReadOnlyList<NumberLine> Numbers);

public sealed record NumberLine(string Text, DateOnly On, Guid DocumentId, string Title, string? VoidReason);
