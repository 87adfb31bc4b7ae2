using Mentorship.Domain;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.UseCases;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.People;
using Mentorship.Web.Hosting;

namespace Mentorship.Web.Pages.People;

/// <summary>The card of a person as a form posts it; what is not posted comes as null, lists included.</summary>
public sealed class StaffForm
{
    public string? Stamp { get; set; }
    public string? Surname { get; set; }
    public string? GivenName { get; set; }
    public string? Patronymic { get; set; }
    public Gender Gender { get; set; }
    public string? Email { get; set; }
    public MemberKind Kind { get; set; }
    public string? Post { get; set; }
    public List<RoleRow> Roles { get; set => field = value ?? []; } = [];
    public string? OwnRole { get; set; }
    public string? JoinedOn { get; set; }
    public string? LeftOn { get; set; }
    public List<CaseRow> Cases { get; set => field = value ?? []; } = [];

    public static StaffForm Empty => new() { Roles = [.. Domain.People.Roles.All.Select(role => new RoleRow { Code = role.Code })] };

    public static StaffForm Of(PersonSheet sheet)
    {
        PersonCard card = sheet.Card;
        RoleRow Row(string code) => card.Roles.FirstOrDefault(term => term.Role == code) is { } term
            ? new RoleRow { Code = code, Held = true, From = TypedDate.Write(term.From), To = TypedDate.Write(term.To) } : new RoleRow { Code = code };
        return new StaffForm
        {
            Stamp = sheet.Stamp, Surname = card.Surname, GivenName = card.GivenName, Patronymic = card.Patronymic, Gender = card.Gender, Email = card.Email, Kind = card.Kind, Post = card.Post,
            Roles = [.. Domain.People.Roles.All.Select(role => role.Code).Union(card.Roles.Select(term => term.Role)).Select(Row)],
            JoinedOn = TypedDate.Write(card.JoinedAgreementOn), LeftOn = TypedDate.Write(card.LeftOn),
            Cases = [.. sheet.Cases.Select(line => new CaseRow { Case = line.Case, Text = line.Text })],
        };
    }

    /// <summary>The card, or what cannot be read.</summary>
    public Outcome<PersonCard> Read()
    {
        string? wrong = new[] { JoinedOn, LeftOn }.Concat(Roles.Where(row => row.Held).SelectMany(row => new[] { row.From, row.To })).FirstOrDefault(text => !TypedDate.TryRead(text, out _));
        if (wrong is not null) return new Refusal("DateWrong", PeopleTexts.DateWrong.With(wrong));
        IEnumerable<RoleTerm> held = Roles.Where(row => row.Held).Select(row => new RoleTerm(row.Code, Day(row.From), Day(row.To)));
        if (!string.IsNullOrWhiteSpace(OwnRole)) held = held.Append(new RoleTerm(Domain.People.Roles.OwnPrefix + OwnRole.Trim().ToLowerInvariant()));
        return new PersonCard
        {
            Surname = Surname ?? "", GivenName = GivenName ?? "", Patronymic = Patronymic, Gender = Gender, Email = Email, Kind = Kind, Post = Post ?? "", Roles = [.. held],
            JoinedAgreementOn = Day(JoinedOn), LeftOn = Day(LeftOn), NameCases = Cases.DistinctBy(row => row.Case).ToDictionary(row => row.Case, row => row.Text ?? ""),
        };
    }

    private static DateOnly? Day(string? text) => TypedDate.TryRead(text, out DateOnly? day) ? day : null;
}

public sealed class RoleRow
{
    public string Code { get; set => field = value ?? ""; } = "";
    public bool Held { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
}

public sealed class CaseRow
{
    public GrammaticalCase Case { get; set; }
    public string? Text { get; set; }
}
