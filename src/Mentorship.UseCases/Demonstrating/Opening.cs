using Mentorship.Domain.Calendars;
using Mentorship.Domain.Naming;
using Mentorship.UseCases.Calendars;
using Mentorship.UseCases.Importing;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Programmes;
using Mentorship.UseCases.Roadmaps;
using Mentorship.UseCases.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.UseCases.Demonstrating;

/// <summary>The first days of an institution: it is created, its people come, its Word file is read, carried over to this year and sent for approval.</summary>
internal sealed class Opening(IServiceProvider verbs, Work work, SchoolYear year)
{
    public async Task<Company> PlayAsync(CastInstitution cast, DateOnly day, CancellationToken cancel)
    {
        Company company = await CreateAsync(cast, cancel);
        Season.Must(await verbs.GetRequiredService<EnterElectronicDecision>().RunAsync(company.Administrator, "15-од", day.AddDays(-200), $"письмо учредителя от {day.AddDays(-190):dd.MM.yyyy} № 44", cancel));
        await EnterScheduleAsync(company, cancel);
        Guid import = Season.Must(await verbs.GetRequiredService<UploadRoadmap>().RunAsync(company.Curator, $"{cast.Seed}.docx", Cast.SeedOf(cast), null, null, cancel));
        import = await ThisYearAsync(company, import, cancel);
        await AssignAsync(company, import, cancel);
        company.ProgrammeId = Season.Must(await verbs.GetRequiredService<AcceptImport>().RunAsync(company.Curator, import, await SeenAsync(company, import, cancel), cancel));
        Season.Must(await verbs.GetRequiredService<SubmitRoadmap>().RunAsync(company.Curator, company.ProgrammeId, new RoadmapOrderForm(day.AddDays(14)), cancel));
        return company;
    }

    private async Task<Company> CreateAsync(CastInstitution cast, CancellationToken cancel)
    {
        PersonName name = PersonName.Read(cast.Administrator.Name)!;
        FirstPerson first = Season.Must(await verbs.GetRequiredService<CreateInstitution>().RunAsync(new NewInstitution(cast.Name, cast.ShortName, cast.Kind, cast.City, name.Surname, name.GivenName, name.Patronymic,
            Troupe.GenderOf(name), $"{cast.Seed}@example.org", Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)))
        {
            HeadPost = cast.HeadPost, TimeZone = cast.TimeZone, Post = cast.Administrator.Post, Roles = cast.Administrator.Roles,
        }, cancel));
        Dictionary<string, Guid> people = new() { [cast.Administrator.Name] = first.PersonId };
        Actor administrator = new(first.InstitutionId, first.PersonId, cast.Administrator.Roles.ToHashSet());
        Troupe troupe = new(verbs, administrator);
        int number = 0;
        foreach (CastPerson person in cast.People.Where(p => p != cast.Administrator))
            people[person.Name] = await troupe.AddAsync(person, $"{cast.Seed}.{++number}@example.org", cancel);
        foreach (CastBody body in cast.Bodies) await troupe.AddAsync(body, people, cancel);
        await troupe.GivePinsAsync(cancel);
        return new Company(cast, first.InstitutionId, people);
    }

    /// <summary>The study schedule stands before the roadmap comes, so that deadlines by terms have their days.</summary>
    private async Task EnterScheduleAsync(Company company, CancellationToken cancel)
    {
        if (new StudyYearInput { Kind = company.Cast.Study }.Teaching is not { } kind) return;
        LookAtCalendar look = verbs.GetRequiredService<LookAtCalendar>();
        StudyYearInput usual = Season.Must(await look.UsualAsync(company.Administrator, year.FirstYear, kind, cancel));
        string seen = Season.Must(await look.RunAsync(company.Administrator, year.FirstYear, null, cancel)).Seal;
        Season.Must(await verbs.GetRequiredService<ChangeStudyYear>().RunAsync(company.Administrator, year.FirstYear, usual, seen, cancel));
    }

    /// <summary>A roadmap of another year is accepted as what it was and carried over; one without a year is taken for this one, a blank form is filled.</summary>
    private async Task<Guid> ThisYearAsync(Company company, Guid import, CancellationToken cancel)
    {
        ImportView view = Season.Must(await verbs.GetRequiredService<LookAtImport>().RunAsync(company.Curator, import, cancel));
        if (view.SchoolYear == year) return import;
        if (view.SchoolYear is null)
        {
            Season.Must(await verbs.GetRequiredService<ProposeMissing>().RunAsync(company.Curator, import, view.Version, year, cancel));
            return import;
        }
        Guid past = Season.Must(await verbs.GetRequiredService<AcceptImport>().RunAsync(company.Curator, import, view.Version, cancel));
        return Season.Must(await verbs.GetRequiredService<CarryOver>().RunAsync(company.Curator, past, year, cancel));
    }

    /// <summary>What the system could not place by itself is given to the curator, «Определяется …» and the like stay with nobody.</summary>
    private async Task AssignAsync(Company company, Guid import, CancellationToken cancel)
    {
        ImportView view = Season.Must(await verbs.GetRequiredService<LookAtImport>().RunAsync(company.Curator, import, cancel));
        foreach (ImportResponsible responsible in view.Responsibles.Where(r => r.Unknown.Count > 0))
        {
            string? known = company.Cast.People.FirstOrDefault(p => responsible.Unknown.Any(u => p.Name.StartsWith(u.Surname + " ", StringComparison.Ordinal)))?.Name;
            if (known is null) continue;
            Season.Must(await verbs.GetRequiredService<SetAssignee>().RunAsync(company.Curator, import, await SeenAsync(company, import, cancel), responsible.Text, $"person:{company.Id(known)}", cancel));
        }
    }

    private Task<int> SeenAsync(Company company, Guid import, CancellationToken cancel) =>
        work.ReadAsync(company.InstitutionId, db => db.Imports.Where(i => i.Id == import).Select(i => i.Version).SingleAsync(cancel), cancel);
}
