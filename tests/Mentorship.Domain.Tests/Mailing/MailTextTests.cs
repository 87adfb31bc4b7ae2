using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;

namespace Mentorship.Domain.Tests.Mailing;

public sealed class MailTextTests
{
    private static readonly Institution School = new() { Name = "Школа", ShortName = "МБОУ «Заречная СОШ»" };

    private static readonly StaffDirectory Staff = new([Someone("Шилова", Gender.Female, MemberKind.Pupil), Someone("Заяц", Gender.Male, MemberKind.Pupil), Someone("Кравец", Gender.Male, MemberKind.Employee)], []);

    [Theory]
    [InlineData("Диагностика профессиональных дефицитов педагогов")]
    [InlineData("Провести школу молодого педагога, отв. Кравец И. С.")]
    [InlineData("Занятие Кравца И. С. с молодыми педагогами")]
    [InlineData("Более подробный план на 2026/27 учебный год, п. 4.2")]
    [InlineData("Регулярные встречи")]
    public void Allows_WithAnHarmlessTitle_LetsItThrough(string title) => Assert.True(MailPrivacy.Allows(title, Staff));

    [Theory]
    [InlineData("Встреча с Шиловой")]
    [InlineData("Закрепить наставника за Шиловой А. Д.")]
    [InlineData("План работы с Зайцем")]
    [InlineData("Помощь Петрову К. В., 5 «Б» класс")]
    [InlineData("Беседа с К. В. Петровым")]
    [InlineData("Премия 15 000 руб.")]
    [InlineData("Выплата 10 тыс. рублей")]
    [InlineData("Стимулирующая выплата 5000 ₽")]
    [InlineData("Сопровождение ребёнка с ОВЗ")]
    [InlineData("Справка о состоянии здоровья")]
    [InlineData("Замещение на время больничного")]
    public void Allows_WithAMinorASumOrAnIllness_Refuses(string title) => Assert.False(MailPrivacy.Allows(title, Staff));

    [Fact]
    public void FieldsOf_ADocumentAboutPeople_NameOnlyItsKind()
    {
        WorkItem item = Item("Приказ о поощрении Кравца И. С.");

        Assert.Equal(DocumentKind.Incentive.Name, MailText.FieldsOf(item, DocumentKind.Incentive, School, Staff)["title"]);
        Assert.Equal(item.Title, MailText.FieldsOf(item, DocumentKind.RoadmapApproval, School, Staff)["title"]);
        Assert.Equal("", MailText.FieldsOf(item, DocumentKind.RoadmapApproval, new Institution { Name = "Ш", ShortName = "Ш", NeutralMails = true }, Staff)["title"]);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Render_OfATaskThatMayNotBeNamed_SaysNeitherNameNorTitle(MailTemplate template)
    {
        OutgoingMail mail = Mail(template, MailText.FieldsOf(Item("Встреча с Шиловой А. Д., премия 5000 руб."), null, School, Staff));

        (string subject, string body) = MailText.Render(mail, "Иван Сергеевич", "https://school.example.org/d/token");

        Assert.DoesNotContain("Шилов", subject + body, StringComparison.Ordinal);
        Assert.DoesNotContain("5000", subject + body, StringComparison.Ordinal);
        Assert.NotEmpty(subject);
        Assert.Contains("Иван Сергеевич!", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_OfAProcessMailAboutAChild_StaysNeutral()
    {
        (string subject, string body) = MailText.Render(Mail(MailTemplate.ProcessMail, MailText.FieldsOfStep("О Шиловой", "Текст", School, Staff)), "Иван Сергеевич", null);

        Assert.Equal("Сообщение — МБОУ «Заречная СОШ»", subject);
        Assert.DoesNotContain("Текст", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_OfASubjectWithLineBreaks_IsOneLine()
    {
        (string subject, _) = MailText.Render(Mail(MailTemplate.ProcessMail, new() { ["subject"] = "План\r\nBcc: a@b\u2028c\u0085d\te" }), "", null);

        Assert.Equal("План Bcc: a@b c d e", subject);
    }

    public static TheoryData<MailTemplate> Templates => [MailTemplate.Work, MailTemplate.ClosingCheck, MailTemplate.FreshLink, MailTemplate.Withdrawn, MailTemplate.Reminder];

    private static WorkItem Item(string title) => new() { InstitutionId = School.Id, CaseId = School.Id, StepId = "a#1", NodeId = "a", Kind = WorkKind.Do, Title = title, PersonId = School.Id };

    private static OutgoingMail Mail(MailTemplate template, Dictionary<string, string> fields) =>
        new() { InstitutionId = School.Id, PersonId = School.Id, Address = "a@example.org", Template = template, Fields = fields };

    private static Member Someone(string surname, Gender gender, MemberKind kind)
    {
        Person person = new() { Surname = surname, GivenName = gender == Gender.Female ? "Анна" : "Иван", Patronymic = gender == Gender.Female ? "Дмитриевна" : "Сергеевич", Gender = gender };
        return new Member { InstitutionId = School.Id, PersonId = person.Id, Person = person, Kind = kind };
    }
}
