using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Domain.People.Responsibles;

namespace Mentorship.Domain.Tests.Roadmaps;

public sealed class AssigneeProposalTests
{
    private static readonly DateOnly Today = new(2026, 9, 7);
    private static readonly Guid Home = new("01990000-0000-7000-8000-000000000001");
    private static readonly Member Judina = Some("Юдина", "Ирина", "Александровна", "методист");
    private static readonly Member Other = Some("Токарь", "Анна", "Николаевна", "педагог-психолог");
    private static readonly Body Group = new() { InstitutionId = Home, Name = "Совет наставников", Role = "institution:Совет наставников", LeadId = Judina.PersonId };
    private static readonly StaffDirectory Staff = new([Judina, Other], [Group]);

    [Fact]
    public void Proposal_WhenThePersonIsOnTheStaff_IsThatPerson() =>
        Assert.Equal($"person:{Judina.PersonId:N}", AssigneeProposal.Of("Юдина И.А.", Staff, Today).Assignee);

    [Fact]
    public void Proposal_WhenInitialsContradict_IsAnUnknownPersonToBeAdded()
    {
        AssigneeProposal proposal = AssigneeProposal.Of("Юдина О.П.", Staff, Today);
        Assert.Equal(("", "Юдина"), (proposal.Assignee, proposal.Unknown.Single().Surname));
        Assert.NotEmpty(proposal.Doubts);
    }

    [Fact]
    public void Proposal_OfAUsualRole_IsTheRole() => Assert.Equal("role:curator", AssigneeProposal.Of("Куратор", Staff, Today).Assignee);

    [Fact]
    public void Proposal_OfAPostOrABody_IsWhoHasIt()
    {
        Assert.Equal($"person:{Other.PersonId:N}", AssigneeProposal.Of("Педагог-психолог", Staff, Today).Assignee);
        Assert.Equal($"body:{Group.Id:N}", AssigneeProposal.Of("Совет наставников", Staff, Today).Assignee);
    }

    [Fact]
    public void Proposal_WhenNobodyIsNamed_IsNobodyNeverARole()
    {
        AssigneeProposal proposal = AssigneeProposal.Of("Определяется ОО", Staff, Today);
        Assert.Equal("", proposal.Assignee);
        Assert.NotEmpty(proposal.Doubts);
        Assert.Equal("", AssigneeProposal.RolesOf("Определяется ОО"));
    }

    private static Member Some(string surname, string given, string patronymic, string post)
    {
        Person person = new() { Surname = surname, GivenName = given, Patronymic = patronymic, Gender = Gender.Female };
        return new Member { InstitutionId = Home, PersonId = person.Id, Person = person, Post = post };
    }
}
