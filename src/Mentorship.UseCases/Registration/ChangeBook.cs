using Mentorship.Domain;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Registration;

/// <summary>Settings of a registration book: its name, how a number is printed, and after which number of this year it goes on.</summary>
public sealed class ChangeBook
{
    private readonly Work _work;

    internal ChangeBook(Work work) => _work = work;

    /// <summary>What a book is called, and how its numbers are printed.</summary>
    internal static Refusal? Check(string name, string pattern) =>
        string.IsNullOrWhiteSpace(name) || name.Trim().Length > 300 ? new Refusal("NameMissing", "Назовите журнал, не длиннее 300 знаков: например, «Приказы по основной деятельности».")
        : pattern.Split("{n}").Length != 2 || pattern.Trim().Length > 50 ? new Refusal("PatternWrong", "В образце номера, не длиннее 50 знаков, должно быть одно место для числа: {n}. Например, «{n}-од».") : null;

    public async Task<Outcome<Done>> RunAsync(Actor actor, BookChange change, CancellationToken cancel)
    {
        if (actor.Require(Roles.Administrator, Roles.Secretary, Roles.Director) is { } no) return no;
        if (Check(change.Name, change.Pattern) is { } wrong) return wrong;
        return await _work.DoAsync<Done>(actor.InstitutionId, async (db, at) =>
        {
            RegistrationBook? book = await db.Books.SingleOrDefaultAsync(b => b.Id == change.BookId, cancel);
            if (book is null) return new Refusal("NoBook", "Такого журнала нет. Обновите страницу.");
            if (book.Version != change.Seen) return new Refusal("BookChanged", "Пока страница была открыта, в журнал записали номер. Обновите страницу и внесите правку ещё раз.");
            Institution institution = (await db.Institutions.FindAsync([actor.InstitutionId], cancel))!;
            int year = institution.DayOf(at).Year;
            if (change.ContinueAfter is { } last)
            {
                if (last < 0 || year == book.Year && last < book.Last) return new Refusal("NumberGiven", $"В {year} году журнал уже дошёл до номера {book.Last}. Продолжить можно только после него или дальше.");
                book.ContinueAfter(year, last);
            }
            (book.Name, book.Pattern) = (change.Name.Trim(), change.Pattern.Trim());
            db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "BookChanged", actor.PersonId, $"{book.Code} {book.Pattern} {book.Year} {book.Last}", at));
            return default(Done);
        }, cancel);
    }
}

/// <param name="Seen">The book's version that the page showed.</param>
/// <param name="ContinueAfter">The last number that was given outside this year; null leaves the count.</param>
public sealed record BookChange(Guid BookId, int Seen, string Name, string Pattern, int? ContinueAfter);
