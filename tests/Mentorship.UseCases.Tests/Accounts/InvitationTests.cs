using Mentorship.Domain.Institutions;
using Mentorship.Domain.Naming;
using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.People;
using Mentorship.UseCases.Tests.People;

namespace Mentorship.UseCases.Tests.Accounts;

public sealed class InvitationTests
{
    private const string Password = "другие четыре слова";

    [Fact]
    public async Task Invitation_WhenAccepted_OpensTheDoorOnce()
    {
        await using World world = await World.CreateAsync();
        Guid id = (await EditPersonTests.Add(world, EditPersonTests.Card())).Value;
        string token = await Invite(world, id);
        Assert.True((await world.Get<OpenInvitation>().RunAsync(token, CancellationToken.None)).Value!.AsksPin);

        Outcome<Entry> entry = await Accept(world, token);

        Assert.Equal(id, entry.Value!.PersonId);
        Assert.NotNull(await world.Get<ResumeSession>().RunAsync(entry.Value, CancellationToken.None));
        Assert.True((await world.Get<SignIn>().RunAsync("krylova@example.org", Password, CancellationToken.None)).Succeeded);
        Assert.Equal("InvitationUsed", (await Accept(world, token)).Refusal?.Code);
    }

    [Fact]
    public async Task Invitation_WhenASecondIsSent_IsVoid()
    {
        await using World world = await World.CreateAsync();
        Guid id = (await EditPersonTests.Add(world, EditPersonTests.Card())).Value;
        string first = await Invite(world, id);
        string second = await Invite(world, id);

        Assert.Equal("InvitationVoid", (await Accept(world, first)).Refusal?.Code);
        Assert.True((await Accept(world, second)).Succeeded);
    }

    [Fact]
    public async Task Invitation_AfterTwoWeeks_IsVoid()
    {
        await using World world = await World.CreateAsync();
        Guid id = (await EditPersonTests.Add(world, EditPersonTests.Card())).Value;
        string token = await Invite(world, id);
        world.Time.Advance(TimeSpan.FromDays(14));

        Assert.Equal("InvitationVoid", (await Accept(world, token)).Refusal?.Code);
    }

    [Fact]
    public async Task Invitation_OfWhoForgotThePassword_EndsOlderSessions()
    {
        await using World world = await World.CreateAsync();
        Entry old = (await world.Get<SignIn>().RunAsync("curator@example.org", "четыре слова подряд", CancellationToken.None)).Value!;

        Outcome<Entry> fresh = await Accept(world, await Invite(world, world.CuratorId));

        Assert.Null(await world.Get<ResumeSession>().RunAsync(old, CancellationToken.None));
        Assert.NotNull(await world.Get<ResumeSession>().RunAsync(fresh.Value!, CancellationToken.None));
    }

    [Theory]
    [InlineData("коротко", "2468", "PasswordShort")]
    [InlineData("аааааааааааа", "2468", "PasswordSimple")]
    [InlineData(Password, "12", "PinShape")]
    [InlineData(Password, "7777", "PinSimple")]
    public async Task Invitation_WithWeakSecrets_StaysOpen(string password, string pin, string code)
    {
        await using World world = await World.CreateAsync();
        Guid id = (await EditPersonTests.Add(world, EditPersonTests.Card())).Value;
        string token = await Invite(world, id);

        Assert.Equal(code, (await world.Get<AcceptInvitation>().RunAsync(token, password, pin, CancellationToken.None)).Refusal?.Code);

        Assert.True((await Accept(world, token)).Succeeded);
    }

    [Fact]
    public async Task Session_AfterTheLeaving_Ends()
    {
        await using World world = await World.CreateAsync();
        Guid id = (await EditPersonTests.Add(world, EditPersonTests.Card())).Value;
        Entry entry = (await Accept(world, await Invite(world, id))).Value!;
        PersonSheet sheet = (await world.Get<PersonView>().RunAsync(world.Curator, id, CancellationToken.None)).Value!;

        await world.Get<EditPerson>().RunAsync(world.Curator, id, sheet.Stamp, sheet.Card with { LeftOn = new DateOnly(2026, 9, 7) }, CancellationToken.None);

        Assert.NotNull(await world.Get<ResumeSession>().RunAsync(entry, CancellationToken.None));
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await world.Get<ResumeSession>().RunAsync(entry, CancellationToken.None));
        Assert.Equal("NowhereMember", (await world.Get<SignIn>().RunAsync("krylova@example.org", Password, CancellationToken.None)).Refusal?.Code);
    }

    [Fact]
    public async Task Lockout_AfterAQuarterOfAnHour_IsOver()
    {
        await using World world = await World.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => world.Get<SignIn>().RunAsync("curator@example.org", $"неверный {i}", CancellationToken.None)));
        Assert.Equal("SignInLocked", (await world.Get<SignIn>().RunAsync("curator@example.org", "четыре слова подряд", CancellationToken.None)).Refusal?.Code);

        world.Time.Advance(TimeSpan.FromMinutes(16));

        Assert.True((await world.Get<SignIn>().RunAsync("curator@example.org", "четыре слова подряд", CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task Member_OfTwoInstitutions_GoesOverAndKeepsTheAddress()
    {
        await using World world = await World.CreateAsync();
        FirstPerson other = (await world.Get<CreateInstitution>().RunAsync(new NewInstitution("МАУ ДО «Центр»", null, InstitutionKind.ExtraEducation, null, "Горин", "Павел", "Олегович", Gender.Male, "gorin@example.org", Password), CancellationToken.None)).Value!;
        PersonCard card = new() { Surname = "Горин", GivenName = "Павел", Patronymic = "Олегович", Email = "Gorin@example.org", Post = "педагог" };

        Assert.Equal("EmailOfAnother", (await EditPersonTests.Add(world, card with { Surname = "Гурин" })).Refusal?.Code);
        Assert.Equal(other.PersonId, (await EditPersonTests.Add(world, card)).Value);

        Actor gorin = new(other.InstitutionId, other.PersonId, new HashSet<string>());
        Assert.Equal(world.InstitutionId, (await world.Get<SwitchInstitution>().RunAsync(gorin, world.InstitutionId, CancellationToken.None)).Value!.InstitutionId);
        Assert.Equal("NotMember", (await world.Get<SwitchInstitution>().RunAsync(world.Curator, other.InstitutionId, CancellationToken.None)).Refusal?.Code);
        PersonSheet sheet = (await world.Get<PersonView>().RunAsync(world.Curator, other.PersonId, CancellationToken.None)).Value!;
        Assert.Equal("EmailShared", (await world.Get<EditPerson>().RunAsync(world.Curator, other.PersonId, sheet.Stamp, sheet.Card with { Email = "mine@example.org" }, CancellationToken.None)).Refusal?.Code);
    }

    [Fact]
    public async Task People_OfAnotherInstitution_AreNotThere()
    {
        await using World world = await World.CreateAsync();
        FirstPerson other = (await world.Get<CreateInstitution>().RunAsync(new NewInstitution("МАУ ДО «Центр»", null, InstitutionKind.ExtraEducation, null, "Горин", "Павел", "Олегович", Gender.Male, "gorin@example.org", Password), CancellationToken.None)).Value!;

        Assert.Equal("NotFound", (await world.Get<PersonView>().RunAsync(world.Curator, other.PersonId, CancellationToken.None)).Refusal?.Code);
        Assert.Equal("NotFound", (await world.Get<InvitePerson>().RunAsync(world.Curator, other.PersonId, CancellationToken.None)).Refusal?.Code);
        Assert.Equal("NotFound", (await world.Get<ResetPin>().RunAsync(world.Curator, other.PersonId, CancellationToken.None)).Refusal?.Code);
    }

    [Fact]
    public async Task ChangePassword_WithTheWrongOldOne_IsRefusedAndCounted()
    {
        await using World world = await World.CreateAsync();

        Outcome<Entry> wrong = await world.Get<ChangePassword>().RunAsync(world.Curator, "не тот пароль", Password, CancellationToken.None);
        Outcome<Entry> right = await world.Get<ChangePassword>().RunAsync(world.Curator, "четыре слова подряд", Password, CancellationToken.None);

        Assert.Equal("PasswordWrong", wrong.Refusal?.Code);
        Assert.NotNull(await world.Get<ResumeSession>().RunAsync(right.Value!, CancellationToken.None));
        Assert.Equal("PinShape", (await world.Get<ChangePin>().RunAsync(world.Curator, Password, "x", CancellationToken.None)).Refusal?.Code);
        Assert.True((await world.Get<ChangePin>().RunAsync(world.Curator, Password, "2468", CancellationToken.None)).Succeeded);
    }

    private static async Task<string> Invite(World world, Guid person) =>
        (await world.Get<InvitePerson>().RunAsync(world.Curator, person, CancellationToken.None)).Value!.ByHand!.Split("/join/")[1];

    private static Task<Outcome<Entry>> Accept(World world, string token) => world.Get<AcceptInvitation>().RunAsync(token, Password, "2468", CancellationToken.None);
}
