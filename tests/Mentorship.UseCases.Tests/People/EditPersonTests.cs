using Mentorship.Domain.Auditing;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.People;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.People;

public sealed class EditPersonTests
{
    [Fact]
    public async Task Add_WithSeveralRoles_HoldsThemFromToday()
    {
        await using World world = await World.CreateAsync();
        int before = await StaffNumber(world);

        Guid id = (await Add(world, Card() with { Roles = [new RoleTerm(Roles.Mentor), new RoleTerm(Roles.Secretary, new DateOnly(2026, 10, 1))] })).Value;

        PersonSheet sheet = await Sheet(world, id);
        Assert.Equal(Gender.Female, sheet.Card.Gender);
        Assert.Equal([new RoleTerm(Roles.Mentor, new DateOnly(2026, 9, 7)), new RoleTerm(Roles.Secretary, new DateOnly(2026, 10, 1))], sheet.Card.Roles);
        Assert.Equal("Крылову Марию Ивановну", sheet.Cases.Single(c => c.Case == GrammaticalCase.Accusative).Text);
        Assert.True(await StaffNumber(world) > before);
    }

    [Fact]
    public async Task Edit_WhenARoleIsTakenAway_KeepsThatItWasHeld()
    {
        await using World world = await World.CreateAsync();
        Guid id = (await Add(world, Card() with { Roles = [new RoleTerm(Roles.Mentor)] })).Value;
        world.Time.Advance(TimeSpan.FromDays(30));
        PersonSheet sheet = await Sheet(world, id);

        Assert.Null((await Edit(world, id, sheet, sheet.Card with { Roles = [] })).Refusal);

        sheet = await Sheet(world, id);
        Assert.Empty(sheet.Card.Roles);
        Assert.Equal([new RoleTerm(Roles.Mentor, new DateOnly(2026, 9, 7), new DateOnly(2026, 10, 6))], sheet.Past);
    }

    [Fact]
    public async Task Edit_WhenAnotherEditCameFirst_ChangesNothing()
    {
        await using World world = await World.CreateAsync();
        Guid id = (await Add(world, Card())).Value;
        PersonSheet seen = await Sheet(world, id);
        await Edit(world, id, seen, seen.Card with { Post = "учитель физики" });

        Outcome<Done> outcome = await Edit(world, id, seen, seen.Card with { Post = "учитель химии" });

        Assert.Equal("ChangedMeanwhile", outcome.Refusal?.Code);
        Assert.Equal("учитель физики", (await Sheet(world, id)).Card.Post);
    }

    [Fact]
    public async Task Edit_OfACaseByHand_StandsUntilTheNameChanges()
    {
        await using World world = await World.CreateAsync();
        Guid id = (await Add(world, Card())).Value;
        PersonSheet sheet = await Sheet(world, id);
        Dictionary<GrammaticalCase, string> typed = sheet.Cases.ToDictionary(c => c.Case, c => c.Text);
        typed[GrammaticalCase.Dative] = "Крыловой Марье Ивановне";

        await Edit(world, id, sheet, sheet.Card with { NameCases = typed });
        sheet = await Sheet(world, id);
        Assert.Equal([GrammaticalCase.Dative], sheet.Card.NameCases.Keys);
        Assert.Equal("Крыловой Марье Ивановне", sheet.Cases.Single(c => c.Case == GrammaticalCase.Dative).Text);

        await Edit(world, id, sheet, sheet.Card with { Surname = "Зорина", NameCases = sheet.Cases.ToDictionary(c => c.Case, c => c.Text) });
        Assert.Equal("Зориной Марии Ивановне", (await Sheet(world, id)).Cases.Single(c => c.Case == GrammaticalCase.Dative).Text);
    }

    [Fact]
    public async Task Edit_OfTheLastAdministrator_IsRefused()
    {
        await using World world = await World.CreateAsync();
        PersonSheet sheet = await Sheet(world, world.CuratorId);
        // Another administrator without a way in does not count.
        await Add(world, Card() with { Roles = [new RoleTerm(Roles.Administrator)] });

        foreach (PersonCard without in new[]
        {
            sheet.Card with { Roles = [new RoleTerm(Roles.Curator)] },
            sheet.Card with { LeftOn = new DateOnly(2026, 12, 31) },
            sheet.Card with { Roles = [new RoleTerm(Roles.Administrator, null, new DateOnly(2026, 12, 31))] },
        })
            Assert.Equal("LastAdministrator", (await Edit(world, world.CuratorId, sheet, without)).Refusal?.Code);
    }

    [Fact]
    public async Task AdministratorRole_GivenByACurator_IsRefused()
    {
        await using World world = await World.CreateAsync();
        Actor curator = world.Act(world.CuratorId, Roles.Curator);
        Guid id = (await Add(world, Card())).Value;
        PersonSheet sheet = await Sheet(world, id);

        Assert.Equal("OnlyAdministrator", (await world.Get<AddPerson>().RunAsync(curator, Card("second@example.org") with { Roles = [new RoleTerm(Roles.Administrator)] }, CancellationToken.None)).Refusal?.Code);
        Assert.Equal("OnlyAdministrator", (await world.Get<EditPerson>().RunAsync(curator, id, sheet.Stamp, sheet.Card with { Roles = [new RoleTerm(Roles.Administrator)] }, CancellationToken.None)).Refusal?.Code);
    }

    [Fact]
    public async Task Add_ByAMentor_IsRefused()
    {
        await using World world = await World.CreateAsync();

        Outcome<Guid> outcome = await world.Get<AddPerson>().RunAsync(world.Act(world.CuratorId, Roles.Mentor), Card(), CancellationToken.None);

        Assert.Equal("NotAllowed", outcome.Refusal?.Code);
    }

    [Theory]
    [InlineData("", "Мария", "a@example.org", "NameMissing")]
    [InlineData("<b>", "Мария", "a@example.org", "NameWrong")]
    [InlineData("Крылова", "Мария", "не адрес", "EmailWrong")]
    [InlineData("Крылова", "Мария", "two@example.org, three@example.org", "EmailWrong")]
    [InlineData("Крылова", "Мария", "CURATOR@example.org", "EmailTaken")]
    public async Task Add_WithBadInput_IsRefused(string surname, string given, string email, string code)
    {
        await using World world = await World.CreateAsync();

        Assert.Equal(code, (await Add(world, Card(email) with { Surname = surname, GivenName = given })).Refusal?.Code);
    }

    [Fact]
    public async Task Add_OfAPupil_HasNoOffice()
    {
        await using World world = await World.CreateAsync();

        Outcome<Guid> outcome = await Add(world, Card() with { Kind = MemberKind.Pupil, Roles = [new RoleTerm(Roles.Director)] });

        Assert.Equal("RoleOfPupil", outcome.Refusal?.Code);
    }

    [Fact]
    public async Task Changes_OfPeople_AreChainedInTheJournal()
    {
        await using World world = await World.CreateAsync();
        Guid id = (await Add(world, Card())).Value;
        PersonSheet sheet = await Sheet(world, id);
        await Edit(world, id, sheet, sheet.Card with { Post = "завуч" });
        await world.Get<ResetPin>().RunAsync(world.Curator, id, CancellationToken.None);

        await using MentorshipDb db = world.Open();
        List<AuditEvent> journal = await db.Audit.Where(e => e.StreamId == world.InstitutionId).OrderBy(e => e.Number).ToListAsync();
        Assert.Equal(["InstitutionCreated", "PersonAdded", "PersonEdited", "PinReset"], journal.Select(e => e.Kind));
        Assert.Equal(journal.Select(e => e.Hash), journal.Zip(journal.Select(e => e.Hash).Prepend(""), (entry, previous) => entry.Seal(previous)));
    }

    [Fact]
    public async Task People_ForAMentor_AreNamesAndPostsOfThoseWhoWorkHere()
    {
        await using World world = await World.CreateAsync();
        await Add(world, Card());
        await Add(world, Card("pupil@example.org") with { Surname = "Ёлкина", Kind = MemberKind.Pupil, Post = "9 «Б» класс" });
        Actor mentor = world.Act(world.DirectorId, Roles.Mentor);

        PeopleList all = await world.Get<PeopleView>().RunAsync(world.Curator, "елкина", PeopleFilter.Present, 1, CancellationToken.None);
        PeopleList theirs = await world.Get<PeopleView>().RunAsync(mentor, null, PeopleFilter.Pupils, 1, CancellationToken.None);

        Assert.Equal("pupil@example.org", Assert.Single(all.People).Email);
        Assert.Equal(3, theirs.Total);
        Assert.All(theirs.People, line => Assert.Null(line.Email));
    }

    internal static PersonCard Card(string email = "krylova@example.org") => new() { Surname = "Крылова", GivenName = "Мария", Patronymic = "Ивановна", Email = email, Post = "учитель математики" };

    internal static Task<Outcome<Guid>> Add(World world, PersonCard card) => world.Get<AddPerson>().RunAsync(world.Curator, card, CancellationToken.None);

    private static Task<Outcome<Done>> Edit(World world, Guid id, PersonSheet seen, PersonCard card) => world.Get<EditPerson>().RunAsync(world.Curator, id, seen.Stamp, card, CancellationToken.None);

    private static async Task<PersonSheet> Sheet(World world, Guid id) => (await world.Get<PersonView>().RunAsync(world.Curator, id, CancellationToken.None)).Value!;

    private static async Task<int> StaffNumber(World world)
    {
        await using MentorshipDb db = world.Open();
        return (await db.Institutions.SingleAsync(i => i.Id == world.InstitutionId)).StaffNumber;
    }
}
