using Mentorship.Domain;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Registration;

/// <summary>A registration book of the institution's own, as its list of files (номенклатура дел) has it: routes may number their documents in it.</summary>
public sealed class AddBook
{
    private const int Most = 50;

    private readonly Work _work;

    internal AddBook(Work work) => _work = work;

    /// <param name="pattern">How a number is printed, with one place for it: <c>{n}-у</c>.</param>
    /// <param name="continueAfter">The last number of this year that was given outside; null: none.</param>
    public async Task<Outcome<Guid>> RunAsync(Actor actor, string name, string pattern, int? continueAfter, CancellationToken cancel)
    {
        if (actor.Require(Roles.Administrator, Roles.Secretary, Roles.Director) is { } no) return no;
        if (ChangeBook.Check(name, pattern) is { } wrong) return wrong;
        if (continueAfter is < 0 or > 99_999) return new Refusal("NumberWrong", "Последний номер – число от 0 до 99 999.");
        return await _work.DoAsync<Guid>(actor.InstitutionId, async (db, at) =>
        {
            List<string> names = await db.Books.Select(b => b.Name).ToListAsync(cancel);
            if (names.Exists(n => string.Equals(n, name.Trim(), StringComparison.OrdinalIgnoreCase))) return new Refusal("BookThere", $"Журнал «{name.Trim()}» уже есть. Назовите новый иначе.");
            if (names.Count >= Most) return new Refusal("TooManyBooks", $"Журналов уже {Most}. Возьмите один из тех, что есть.");
            Institution institution = (await db.Institutions.FindAsync([actor.InstitutionId], cancel))!;
            Guid id = Guid.CreateVersion7();
            RegistrationBook book = new() { Id = id, InstitutionId = institution.Id, Code = $"own-{id:N}", Name = name.Trim(), Pattern = pattern.Trim() };
            if (continueAfter is { } last) book.ContinueAfter(institution.DayOf(at).Year, last);
            db.Books.Add(book);
            db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "BookAdded", actor.PersonId, $"{book.Code} {book.Pattern} {book.Year} {book.Last}", at));
            return book.Id;
        }, cancel);
    }
}
