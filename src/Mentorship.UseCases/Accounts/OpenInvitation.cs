namespace Mentorship.UseCases.Accounts;

/// <summary>Shows whom an invitation invites; changes nothing.</summary>
public sealed class OpenInvitation
{
    private readonly Work _work;

    internal OpenInvitation(Work work) => _work = work;

    public Task<Outcome<InvitationView>> RunAsync(string token, CancellationToken cancel) => _work.ReadAsync<Outcome<InvitationView>>(Guid.Empty, async db =>
    {
        Outcome<OpenedInvitation> found = await InvitationDesk.FindAsync(db, token, _work.Now, cancel);
        if (found.Refusal is { } no) return no;
        (_, Domain.People.Member member, Domain.Institutions.Institution institution) = found.Value!;
        return new InvitationView(institution.ShortName, member.Person.Greeting, member.Person.Email!, member.Person.PinHash is null);
    }, cancel);
}

/// <param name="AsksPin">The person has no PIN yet.</param>
public sealed record InvitationView(string Institution, string Greeting, string Email, bool AsksPin);
