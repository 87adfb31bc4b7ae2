using System.Net.Mail;
using Mentorship.Domain;
using Mentorship.Domain.People;

namespace Mentorship.UseCases.People;

/// <summary>What a card may say, whatever is stored already.</summary>
internal static class PersonRules
{
    private static readonly HashSet<string> NotForPupils = [Roles.Administrator, Roles.Director, Roles.Deputy, Roles.Curator, Roles.Secretary, Roles.SiteEditor, Roles.Accountant];

    public static Refusal? Check(PersonCard card, bool isPostNeeded = true)
    {
        if (string.IsNullOrWhiteSpace(card.Surname) || string.IsNullOrWhiteSpace(card.GivenName)) return new Refusal("NameMissing", "Укажите фамилию и имя.");
        if (new[] { card.Surname, card.GivenName, card.Patronymic ?? "" }.Any(part => part.Length > 200 || part.Any(c => !char.IsLetter(c) && c is not (' ' or '-' or '.' or '\'' or '’'))))
            return new Refusal("NameWrong", "Фамилия, имя и отчество пишутся буквами; можно дефис, точку и пробел.");
        if (!string.IsNullOrWhiteSpace(card.Email) && !IsAddress(card.Email.Trim())) return EmailWrong(card.Email.Trim());
        if (card.Post.Length > 500) return new Refusal("PostLong", "Должность длиннее 500 знаков. Сократите её: она печатается в приказах.");
        if (isPostNeeded && card.Kind == MemberKind.Employee && string.IsNullOrWhiteSpace(card.Post)) return new Refusal("PostMissing", "Укажите должность: она печатается в приказах.");
        if (!Enum.IsDefined(card.Kind) || !Enum.IsDefined(card.Gender)) return new Refusal("KindWrong", "Выберите из списка, кто этот человек в учреждении.");
        return CheckRoles(card);
    }

    public static Refusal EmailWrong(string email) => new("EmailWrong", $"«{email}» не похоже на адрес почты. Проверьте его: например, ivanova@mail.ru.");

    private static bool IsAddress(string text) => text.Length <= 320 && !text.Any(char.IsWhiteSpace) && MailAddress.TryCreate(text, out MailAddress? address) && address.Address == text;

    private static Refusal? CheckRoles(PersonCard card)
    {
        foreach (RoleTerm term in card.Roles)
        {
            string name = Roles.NameOf(term.Role);
            bool isKnown = Roles.All.Any(role => role.Code == term.Role) || term.Role.StartsWith(Roles.OwnPrefix, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(name);
            if (!isKnown || term.Role.Length > 300) return new Refusal("RoleWrong", "Выберите роль из списка или напишите свою, не длиннее 250 знаков.");
            if (card.Roles.Count(other => other.Role == term.Role) > 1) return new Refusal("RoleTwice", $"Роль «{name}» указана дважды. Оставьте одну строку.");
            if (term.To < term.From) return new Refusal("RoleDates", $"Роль «{name}» кончается раньше, чем начинается. Проверьте даты.");
            if (card.Kind == MemberKind.Pupil && NotForPupils.Contains(term.Role)) return new Refusal("RoleOfPupil", $"Обучающийся не может быть в роли «{name}». Снимите её или отметьте человека как работника.");
        }
        return null;
    }
}
