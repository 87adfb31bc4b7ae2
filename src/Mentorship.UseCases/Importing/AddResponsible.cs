using Mentorship.Domain;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Importing;

/// <summary>A responsible text names somebody who is not on the staff list: adds the person and gives them the text's items.</summary>
public sealed class AddResponsible
{
    private readonly Work _work;

    internal AddResponsible(Work work) => _work = work;

    /// <returns>The new person.</returns>
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid id, int seen, string text, NewResponsible who, CancellationToken cancel) => _work.DoAsync<Guid>(actor.InstitutionId, async (db, at) =>
    {
        Outcome<RoadmapImport> found = await ImportRules.ForChangeAsync(db, actor, id, seen, cancel);
        if (found.Refusal is { } no) return no;
        RoadmapImport import = found.Value!;
        string key = RoadmapResponsibles.Key(text);
        if (!RoadmapResponsibles.All(import.Roadmap).Any(r => r.Text == key)) return ImportRules.NoCell;
        if (string.IsNullOrWhiteSpace(who.Surname) || string.IsNullOrWhiteSpace(who.GivenName)) return NameMissing;
        if (!string.IsNullOrWhiteSpace(who.Email) && !who.Email.Contains('@', StringComparison.Ordinal)) return EmailWrong;
        Person person = new() { Surname = who.Surname.Trim(), GivenName = who.GivenName.Trim(), Patronymic = Kept(who.Patronymic), Email = Kept(who.Email) };
        person.Gender = PersonName.Read(person.FullName)?.Gender ?? Gender.Unknown;
        Member member = new() { InstitutionId = actor.InstitutionId, PersonId = person.Id, Person = person, Kind = MemberKind.Employee, Post = who.Post?.Trim() ?? "" };
        db.Add(member);
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        institution.StaffChanged();
        db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "PersonAdded", actor.PersonId, person.FullName, at));
        string others = import.Assignees.GetValueOrDefault(key, "");
        import.Assignees = new Dictionary<string, string>(import.Assignees) { [key] = others.Length == 0 ? $"person:{person.Id:N}" : $"{others}, person:{person.Id:N}" };
        return person.Id;
    }, cancel);

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Refusal NameMissing { get; } = new("PersonMissing", "Укажите фамилию и имя: без них человека нельзя добавить в список.");
    private static Refusal EmailWrong { get; } = new("EmailWrong", "Адрес почты написан с ошибкой. Исправьте его или оставьте поле пустым: адрес можно указать позже на странице «Люди».");
}

/// <summary>What is asked about a person whom only a file names so far.</summary>
public sealed record NewResponsible(string Surname, string GivenName, string? Patronymic, string? Post, string? Email);
