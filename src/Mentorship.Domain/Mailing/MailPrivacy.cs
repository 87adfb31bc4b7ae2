using System.Text.RegularExpressions;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;

namespace Mentorship.Domain.Mailing;

/// <summary>
/// What of a task may stand in a mail, which passes through foreign hands: no minor's name, no sum, nothing about health. When in doubt the mail stays silent;
/// the page behind the link says everything.
/// </summary>
public static partial class MailPrivacy
{
    /// <summary>The title as a mail may say it; empty where it may say nothing.</summary>
    public static string Title(string title, DocumentKind? document, Institution institution, StaffDirectory staff) =>
        institution.NeutralMails ? ""
        : document is { TouchesPeople: true } ? document.Name
        : Allows(title, staff) ? title : "";

    /// <summary>A person with initials who is on no staff list may be a child whom nobody entered.</summary>
    public static bool Allows(string text, StaffDirectory staff) =>
        !Sum().IsMatch(text) && !Health().IsMatch(text)
        && !Word().Matches(text).Any(word => staff.Names.IsPupil(word.Value))
        && Named().Matches(text).All(named => staff.Names.IsAdult(named.Groups["surname"].Value));

    [GeneratedRegex(@"\d\s*(?:(?:тыс|млн)\w*\.?\s*)?(?:руб|₽|р\.(?!\s*п))|₽\s*\d|\b(?:оклад|зарплат|заработн)\w*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sum();

    [GeneratedRegex(@"\b(?:здоров|болезн|боле[лю]|больн|заболева|диагноз|инвалид|медицин|психиатр|беременн|декретн|диспансер|аутис|травм|лечени|нарушени\w*\s+(?:речи|слуха|зрения))\w*|\b(?:ОВЗ|ДЦП|ЗПР|РАС|ПМПК)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Health();

    [GeneratedRegex(@"\p{Lu}[\p{L}-]+")]
    private static partial Regex Word();

    /// <summary>«Иванов П. С.», «П. С. Иванов».</summary>
    [GeneratedRegex(@"(?<surname>\p{Lu}[\p{Ll}-]+(?:-\p{Lu}\p{Ll}+)?)[\s\u00A0]\p{Lu}\.(?:[\s\u00A0]?\p{Lu}\.)?|\b\p{Lu}\.[\s\u00A0]?(?:\p{Lu}\.[\s\u00A0]?)?(?<surname>\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)")]
    private static partial Regex Named();
}
