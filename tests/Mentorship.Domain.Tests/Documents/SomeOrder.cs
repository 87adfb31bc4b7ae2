using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Naming;

namespace Mentorship.Domain.Tests.Documents;

/// <summary>Any valid parts of an order.</summary>
internal static class SomeOrder
{
    public static readonly OrderPerson Curator = Person("Иванова Анна Петровна", "Заместитель директора по учебно-воспитательной работе");
    public static readonly OrderPerson Mentor = Person("Петров Игорь Ильич", "учитель математики");
    public static readonly OrderPerson Mentee = Person("Кравец Мария Львовна", "учитель начальных классов");
    public static readonly OrderPerson Pupil = Person("Сидоров Павел Кузьмич", "9 «А» класс");

    public static readonly OrderFrame Frame = new(new Letterhead
    {
        Founder = "Администрация Заречного района",
        FullName = "Муниципальное бюджетное общеобразовательное учреждение «Школа № 5»",
        ShortName = "МБОУ «Школа № 5»",
        City = "г. Заречный",
        HeadPost = "Директор",
        HeadName = PersonName.Read("Орлова Вера Ильинична")!,
        PreambleGrounds = "В соответствии с распоряжением Минпросвещения России от 25.12.2019 № Р-145.",
    });

    public static readonly DateOnly Today = new(2026, 9, 15);

    public static OrderPerson Person(string name, string post) => new(PersonName.Read(name)!, post);

    public static PairRow Row(PairParticipant mentee) => new()
    {
        Mentor = new PairParticipant(Mentor, ParticipantKind.Employee),
        Mentee = mentee,
        Form = "учитель – учитель",
        From = new DateOnly(2026, 10, 1),
        To = new DateOnly(2027, 5, 31),
        ConsentMentor = new PairConsent(new DateOnly(2026, 9, 10)),
        ConsentMentee = new PairConsent(new DateOnly(2026, 9, 11)),
        Agreement = new PairAgreement("12-ДС", new DateOnly(2026, 9, 12)),
    };

    public static PairRow EmployeeRow() => Row(new PairParticipant(Mentee, ParticipantKind.Employee));

    public static PairRow PupilRow() => Row(new PairParticipant(Pupil, ParticipantKind.Pupil)) with { Agreement = null, Form = "учитель – ученик" };
}
