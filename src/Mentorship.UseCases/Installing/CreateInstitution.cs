using Mentorship.Domain;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.UseCases.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Installing;

/// <summary>Makes an institution ready to work: its first person with an account, its registration books, its document routes. It starts on paper.</summary>
public sealed class CreateInstitution
{
    private readonly Work _work;
    private readonly InstitutionSupplies _supplies;
    private readonly AccountDesk _accounts;
    private readonly SetupCode _code;

    internal CreateInstitution(Work work, InstitutionSupplies supplies, AccountDesk accounts, SetupCode code) => (_work, _supplies, _accounts, _code) = (work, supplies, accounts, code);

    /// <summary>The first institution of an empty installation, for whoever can read the console.</summary>
    public async Task<Outcome<FirstPerson>> FirstAsync(string? code, NewInstitution request, CancellationToken cancel)
    {
        if (await _work.ReadAsync(Guid.Empty, db => db.Institutions.AnyAsync(cancel), cancel)) return new Refusal("AlreadyBegun", "Учреждение уже создано. Войдите по адресу и паролю.");
        if (_code.Take(code) is { } wrong) return wrong;
        Outcome<FirstPerson> outcome = default;
        try
        {
            return outcome = await RunAsync(request, cancel);
        }
        finally
        {
            if (outcome.Value is null) _code.GiveBack();
        }
    }

    /// <summary>Returns the institution and its first person.</summary>
    public async Task<Outcome<FirstPerson>> RunAsync(NewInstitution request, CancellationToken cancel)
    {
        if (Check(request) is { } no) return no;
        Guid id = Guid.CreateVersion7();
        return await _work.DoAsync<FirstPerson>(id, async (db, at) =>
        {
            string email = request.Email.Trim();
            string normalized = AccountDesk.Normalize(email);
            if (await db.Users.AnyAsync(u => u.NormalizedUserName == normalized, cancel))
                return new Refusal("EmailTaken", $"Вход с адресом {email} уже есть. Войдите с ним или укажите другой адрес.");
            Institution institution = new()
            {
                Id = id, Name = request.Name.Trim(), ShortName = string.IsNullOrWhiteSpace(request.ShortName) ? request.Name.Trim() : request.ShortName.Trim(),
                Kind = request.Kind, City = request.City?.Trim(), HeadPost = request.HeadPost.Trim(), TimeZone = request.TimeZone, CreatedAt = at,
            };
            Person person = new() { Surname = request.Surname.Trim(), GivenName = request.GivenName.Trim(), Patronymic = request.Patronymic?.Trim(), Gender = request.Gender, Email = email };
            Member member = new() { InstitutionId = id, PersonId = person.Id, Person = person, Kind = MemberKind.Employee, Post = request.Post.Trim() };
            foreach (string role in request.Roles.Append(Roles.Administrator).Distinct())
                member.Roles.Add(new Membership { MemberId = member.Id, Role = role, From = institution.DayOf(at) });
            IdentityUser<Guid> account = _accounts.Open(person.Id, email, request.Password);
            db.AddRange(institution, member, account);
            await _supplies.AddAsync(db, id, person.Id, at, cancel);
            db.Audit.Add(institution.Audit.Append(id, id, "InstitutionCreated", person.Id, institution.ShortName, at));
            return new FirstPerson(id, person.Id);
        }, cancel);
    }

    private static Refusal? Check(NewInstitution request)
    {
        if (string.IsNullOrWhiteSpace(request.Name)) return new Refusal("NameMissing", "Укажите полное наименование учреждения: оно печатается в приказах.");
        if (string.IsNullOrWhiteSpace(request.Surname) || string.IsNullOrWhiteSpace(request.GivenName)) return new Refusal("PersonMissing", "Укажите фамилию и имя: первый человек учреждения станет его администратором.");
        if (!request.Email.Contains('@', StringComparison.Ordinal)) return new Refusal("EmailWrong", "Укажите адрес электронной почты: по нему вы будете входить.");
        if (AccountDesk.CheckPassword(request.Password, request.Email) is { } weak) return weak;
        return TimeZoneInfo.TryFindSystemTimeZoneById(request.TimeZone, out _) ? null : new Refusal("ZoneWrong", "Выберите часовой пояс из списка.");
    }
}

/// <summary>What the first page asks: seven questions at most.</summary>
public sealed record NewInstitution(string Name, string? ShortName, InstitutionKind Kind, string? City, string Surname, string GivenName, string? Patronymic, Gender Gender, string Email, string Password)
{
    public string HeadPost { get; init; } = "Директор";
    public string Post { get; init; } = "администратор";
    public string TimeZone { get; init; } = "Europe/Moscow";

    /// <summary>Further roles of the first person beside administrator.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}

public sealed record FirstPerson(Guid InstitutionId, Guid PersonId);
