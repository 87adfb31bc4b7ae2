using System.Globalization;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Comparing;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;

namespace Mentorship.Domain.Mailing;

/// <summary>
/// The words of a mail. Subject and body name no minor, no sum and nothing about health: <see cref="MailPrivacy"/> keeps such titles out, the page behind the link has them.
/// </summary>
public static class MailText
{
    /// <summary>What a mail about work needs to know, stored with the mail.</summary>
    /// <param name="document">The kind of the document that the work is about; null for an item of a roadmap.</param>
    public static Dictionary<string, string> FieldsOf(WorkItem item, DocumentKind? document, Institution institution, StaffDirectory staff) => new()
    {
        ["kind"] = item.Kind.ToString(),
        ["title"] = MailPrivacy.Title(item.Title, document, institution, staff),
        ["due"] = item.DueAt is { } due && !item.BeforeApproval ? institution.DayOf(due).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) : "",
        ["institution"] = institution.ShortName,
    };

    /// <summary>What a mail may say of the changes since the last version: places and words, of people or money the places alone, in neutral mails nothing.</summary>
    public static string ChangesOf(OrderChanges changes, int version, DocumentKind document, Institution institution, StaffDirectory staff)
    {
        if (institution.NeutralMails) return "";
        if (changes.IsEmpty) return $"Это редакция {version}: слова те же.";
        string words = ChangeWords.Short(changes);
        return $"Это редакция {version}. Изменено: {(!document.TouchesPeople && MailPrivacy.Allows(words, staff) ? words : ChangeWords.Places(changes))}.";
    }

    /// <summary>Who holds work that is not answered, and since when: an employee by name, a pupil never; the name stands under the id of the task, so that what is done meanwhile can be left out.</summary>
    public static Dictionary<string, string> FieldsOfEscalation(IReadOnlyCollection<WorkItem> held, DocumentKind? document, Institution institution, StaffDirectory staff)
    {
        Dictionary<string, string> fields = FieldsOf(held.First(), document, institution, staff);
        foreach (WorkItem item in held)
            fields[HolderPrefix + item.Id.ToString("N")] = $"{Holder(item, institution, staff)}, с {institution.DayOf(item.OpenedAt).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}";
        return fields;
    }

    /// <summary>Fields of an escalation that name who holds a task.</summary>
    public const string HolderPrefix = "holder:";

    private static string Holder(WorkItem item, Institution institution, StaffDirectory staff) =>
        item.BodyId is { } body ? staff.Body(body)?.Name ?? "группа"
        : staff.Member(item.PersonId!.Value) is not { } member ? "исполнитель"
        : member.Kind == MemberKind.Pupil ? "участник программы"
        : institution.NeutralMails ? "сотрудник" : member.Person.ShortName;

    /// <summary>What a Mail step says, as far as a mail may say it.</summary>
    public static Dictionary<string, string> FieldsOfStep(string subject, string body, Institution institution, StaffDirectory staff) =>
        !institution.NeutralMails && MailPrivacy.Allows(subject, staff) && MailPrivacy.Allows(body, staff)
            ? new() { ["subject"] = subject, ["body"] = body, ["institution"] = institution.ShortName }
            : new() { ["institution"] = institution.ShortName };

    /// <summary>Subject and plain-text body.</summary>
    /// <param name="greeting">Name and patronymic of the addressee.</param>
    /// <param name="link">The whole address of the page, or null where the mail has none.</param>
    public static (string Subject, string Body) Render(OutgoingMail mail, string greeting, string? link)
    {
        (string subject, string body) = Words(mail, greeting, link);
        return (OneLine(subject), body);
    }

    private static (string Subject, string Body) Words(OutgoingMail mail, string greeting, string? link)
    {
        string institution = mail.Fields.GetValueOrDefault("institution", "");
        string title = mail.Fields.GetValueOrDefault("title", "");
        string due = mail.Fields.GetValueOrDefault("due", "") is { Length: > 0 } day ? $"\nСрок: до {day}." : "";
        string open = link is null ? "" : $"\n\nОткрыть: {link}\nСсылка только для вас, не пересылайте её. Открытие страницы ничего не решает.";
        string page = link is null ? "" : $"\n\nДокумент: {link}\nНужно войти в систему. Если он вам не открыт, спросите куратора.";
        string changes = mail.Fields.GetValueOrDefault("changes", "") is { Length: > 0 } changed ? $"\n\n{changed}" : "";
        string what = (title.Length > 0 ? $"\n\n{title}{due}" : due) + changes;
        return mail.Template switch
        {
            MailTemplate.Work => ($"{Ask(mail)} — {institution}", $"{greeting}!\n\n{Ask(mail)}.{what}{open}\n"),
            MailTemplate.ClosingCheck => ($"Подведите итог постоянной работы — {institution}", $"{greeting}!\n\nСегодня последний день работы, которая шла весь год. Отметьте, выполнена ли она.{what}{open}\n"),
            MailTemplate.FreshLink => ($"Новая ссылка на задание — {institution}", $"{greeting}!\n\nВы просили новую ссылку. Прежняя больше не действует.{what}{open}\n"),
            MailTemplate.Invitation => ($"Приглашение — {institution}", $"{greeting}!\n\nДля вас создан вход в систему наставничества. Придумайте пароль и ПИН по ссылке; она действует две недели.{open}\n"),
            MailTemplate.Reminder => ($"Напоминание: {char.ToLowerInvariant(Ask(mail)[0])}{Ask(mail)[1..]} — {institution}", $"{greeting}!\n\nНапоминаем: {char.ToLowerInvariant(Ask(mail)[0])}{Ask(mail)[1..]}.{what}{open}\n"),
            MailTemplate.Escalation => ($"Задание ждёт ответа слишком долго — {institution}", $"{greeting}!\n\nЗадание до сих пор не выполнено.{what}\n\n{Holders(mail)}\n\nВойдите в систему, чтобы напомнить, передать задание или помочь.\n"),
            MailTemplate.ProcessMail when mail.Fields.GetValueOrDefault("subject") is { Length: > 0 } subject => (subject, $"{greeting}!\n\n{mail.Fields.GetValueOrDefault("body", "")}{page}\n"),
            MailTemplate.ProcessMail => ($"Сообщение — {institution}", $"{greeting}!\n\nДля вас есть сообщение о программе наставничества. Войдите в систему, чтобы прочитать его.{page}\n"),
            MailTemplate.Withdrawn => ($"Задание отозвано — {institution}", $"{greeting}!\n\nЗадание больше не нужно выполнять.{what}\n"),
            _ => throw new ArgumentOutOfRangeException(nameof(mail), mail.Template, "No words for this template"),
        };
    }

    /// <summary>A subject is one line, whatever a title holds: nothing in it can become a header.</summary>
    private static string OneLine(string text) =>
        string.Join(' ', new string([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The first names, and how many more.</summary>
    private static string Holders(OutgoingMail mail)
    {
        string[] all = [.. mail.Fields.Where(f => f.Key.StartsWith(HolderPrefix, StringComparison.Ordinal)).Select(f => f.Value).Order(StringComparer.Ordinal)];
        string more = all.Length > MostNamed ? $"\nи ещё {all.Length - MostNamed}" : "";
        return $"У кого и с какого дня:\n{string.Join('\n', all.Take(MostNamed).Select(h => "– " + h))}{more}";
    }

    private const int MostNamed = 15;

    private static string Ask(OutgoingMail mail) => mail.Fields.GetValueOrDefault("kind") switch
    {
        nameof(WorkKind.Concur) => "Нужно ваше согласование",
        nameof(WorkKind.Sign) => "Документ ждёт вашей подписи",
        nameof(WorkKind.Acquaint) => "Ознакомьтесь с документом",
        nameof(WorkKind.Survey) => "Заполните анкету",
        nameof(WorkKind.Consent) => "Нужен ваш ответ о согласии",
        nameof(WorkKind.Pairs) => "Подтвердите наставнические пары",
        nameof(WorkKind.Prepare) => "Подготовьте документ",
        _ => "Вам поручено задание",
    };
}
