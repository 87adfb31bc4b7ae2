using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Domain.Programmes;
using Mentorship.Storage;
using Mentorship.UseCases;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Orders;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Web.Tests;

/// <summary>A small school on a site: one person who is director and curator at once, a mentor, a teacher, a pupil, a programme of this year.</summary>
public sealed class School
{
    public const string Email = "director@example.org", Pin = "2468";

    private School(Site site, FirstPerson first) => (Site, First) = (site, first);

    public Site Site { get; }
    public FirstPerson First { get; }
    public Guid MentorId { get; private set; }
    public Guid TeacherId { get; private set; }
    public Guid PupilId { get; private set; }
    public Actor Actor => new(First.InstitutionId, First.PersonId, new HashSet<string> { Roles.Director, Roles.Curator, Roles.Administrator });

    public static async Task<School> CreateAsync(Site site, bool electronic = true)
    {
        School school = new(site, await site.Create(Email, "МБОУ «Заречная СОШ»", Roles.Director, Roles.Curator));
        await using MentorshipDb db = school.Open();
        Institution institution = await db.Institutions.SingleAsync();
        school.MentorId = Add(db, institution, "Кравец", "Иван", "Сергеевич", Gender.Male, "учитель физики", MemberKind.Employee);
        school.TeacherId = Add(db, institution, "Шилова", "Анна", "Дмитриевна", Gender.Female, "учитель математики", MemberKind.Employee);
        school.PupilId = Add(db, institution, "Юсупов", "Тимур", "Маратович", Gender.Male, "9 «А» класс", MemberKind.Pupil);
        int year = site.Get<TimeProvider>().GetUtcNow().Year;
        Process roadmap = new() { InstitutionId = institution.Id, Key = "roadmap-test", Name = "Дорожная карта" };
        db.AddRange(roadmap, roadmap.Publish("{}", "для испытания", school.First.PersonId, site.Get<TimeProvider>().GetUtcNow()),
            new Programme { InstitutionId = institution.Id, Title = "Дорожная карта наставничества", FirstYear = year, ProcessId = roadmap.Id, Status = ProgrammeStatus.Running });
        if (electronic)
        {
            institution.ElectronicSigning = new ElectronicSigning("15-од", new DateOnly(2026, 1, 15), "письмо учредителя № 44");
            Member me = await db.Members.Include(m => m.Person).SingleAsync(m => m.PersonId == school.First.PersonId);
            me.JoinedAgreementOn = new DateOnly(2026, 1, 20);
            me.Person.PinHash = new PasswordHasher<IdentityUser<Guid>>().HashPassword(new IdentityUser<Guid> { Id = me.PersonId }, Pin);
        }
        institution.StaffChanged();
        await db.SaveChangesAsync();
        return school;
    }

    public Task<Visitor> SignIn() => Site.SignIn(Email);

    public MentorshipDb Open()
    {
        MentorshipDb db = Site.Get<IDbContextFactory<MentorshipDb>>().CreateDbContext();
        db.Scope = First.InstitutionId;
        return db;
    }

    /// <summary>An order on payments that waits for the director; returns document and task.</summary>
    public async Task<(Guid Document, Guid Work)> WaitingAsync(decimal sum = 12500)
    {
        Guid id = (await Site.Get<DraftOrder>().RunAsync(Actor, new IncentiveOrderForm { Period = "2025/2026 учебный год", Rows = [new AwardLine(AwardKind.Payment, MentorId, "за высокие результаты в наставничестве", sum)] }, default)).Value;
        await using MentorshipDb db = Open();
        Outcome<Done> sent = await Site.Get<SubmitOrder>().RunAsync(Actor, id, (await db.Documents.SingleAsync(d => d.Id == id)).Version, null, default);
        Assert.True(sent.Succeeded, sent.Refusal?.Text);
        return (id, (await db.WorkItems.SingleAsync(w => w.DocumentId == id && w.Kind == WorkKind.Sign && w.Status == WorkStatus.Open)).Id);
    }

    private static Guid Add(MentorshipDb db, Institution institution, string surname, string given, string patronymic, Gender gender, string post, MemberKind kind)
    {
        Person person = new() { Surname = surname, GivenName = given, Patronymic = patronymic, Gender = gender };
        db.Add(new Member { InstitutionId = institution.Id, PersonId = person.Id, Person = person, Kind = kind, Post = post });
        return person.Id;
    }
}

/// <summary>Pages as a person reads them: characters that markup escapes are themselves again.</summary>
public static class Reading
{
    public static async Task<string> Words(this Task<string> page) => System.Net.WebUtility.HtmlDecode(await page);

    public static async Task<string> Words(this Task<HttpResponseMessage> answer) => System.Net.WebUtility.HtmlDecode(await (await answer).Content.ReadAsStringAsync());
}
