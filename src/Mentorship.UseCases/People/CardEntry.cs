using Mentorship.Domain.Naming;
using Mentorship.Domain.People;

namespace Mentorship.UseCases.People;

/// <summary>Writes a card onto the person and the member.</summary>
internal static class CardEntry
{
    /// <summary>A case typed as the rule has it, or left as it was while the name changed, is not by hand: the rule goes on serving it.</summary>
    public static void WritePerson(Person person, PersonCard card)
    {
        PersonName before = person.Name;
        Dictionary<GrammaticalCase, string> byHand = person.NameCases;
        person.Surname = Tidy(card.Surname)!;
        person.GivenName = Tidy(card.GivenName)!;
        person.Patronymic = Tidy(card.Patronymic);
        person.Gender = card.Gender != Gender.Unknown ? card.Gender : PersonName.Read(person.FullName)?.Gender ?? Gender.Unknown;
        person.Email = Tidy(card.Email);
        bool isRenamed = before != person.Name;
        person.NameCases = card.NameCases.Select(c => (c.Key, Text: Tidy(c.Value)))
            .Where(c => c.Text is not null && c.Text != Declension.Full(person.Name, c.Key).Text && c.Text != Declension.Full(before, c.Key).Text && !(isRenamed && byHand.GetValueOrDefault(c.Key) == c.Text))
            .ToDictionary(c => c.Key, c => c.Text!);
    }

    public static void WriteMember(Member member, PersonCard card, DateOnly today)
    {
        member.Kind = card.Kind;
        member.Post = Tidy(card.Post) ?? "";
        member.JoinedAgreementOn = card.JoinedAgreementOn;
        member.LeftOn = card.LeftOn;
        Membership[] before = [.. StaffDesk.Current(member, today)];
        foreach (RoleTerm term in card.Roles)
        {
            if (before.FirstOrDefault(r => r.Role == term.Role) is not { } held) member.Roles.Add(new Membership { MemberId = member.Id, Role = term.Role, From = term.From ?? today, To = term.To });
            else (held.From, held.To) = (term.From ?? held.From, term.To);
        }
        foreach (Membership ended in before.Where(r => card.Roles.All(term => term.Role != r.Role)))
        {
            // A role that never was in force leaves no trace in the list; one that was ends yesterday.
            if (ended.From >= today) member.Roles.Remove(ended);
            else ended.To = today.AddDays(-1);
        }
    }

    /// <summary>Trimmed, with single spaces; null for nothing.</summary>
    private static string? Tidy(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } tidy ? tidy : null;
}
