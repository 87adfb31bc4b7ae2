using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;

namespace Mentorship.Office.Tests.Writing;

/// <summary>Any valid order with a table in a point and annexes of both shapes.</summary>
internal static class SomeOrder
{
    public static readonly OrderText Text = new()
    {
        OrganisationShort = "МБОУ «Школа № 5»",
        OrganisationLines = ["Администрация Заречного района", "Муниципальное бюджетное общеобразовательное учреждение «Школа № 5»"],
        Place = "г. Заречный",
        Heading = "О закреплении наставнических пар",
        Preamble = "На основании письменных согласий участников",
        Points =
        [
            new OrderPoint("Закрепить за наставляемыми наставников:") { Table = Table(6, 12) },
            new OrderPoint("Заместителю директора Ивановой А. П.:") { Points = [new OrderPoint("вести журнал;"), new OrderPoint("проводить мониторинг.")] },
        ],
        Control = "Контроль за исполнением настоящего приказа оставляю за собой.",
        Signature = new SignatureBlock("И. о. директора", "В. И. Орлова"),
        Executor = "Исп. Иванова А. П., 1-23-45",
        Acquaintance = [new AcquaintanceLine("Иванова А. П."), new AcquaintanceLine("Петров И. И.")],
        Annexes = [new OrderAnnex("Широкая таблица", Table(7, 3)), new OrderAnnex("Узкая таблица", Table(3, 2)) { Paragraphs = ["Примечание к таблице."] }],
    };

    public static readonly DocumentMarks Signed = new()
    {
        Number = "115/1",
        Date = new DateOnly(2026, 9, 15),
        VerificationAddress = "https://mentor.example.ru/v/7Q2M-PX4A",
        Signature = new SimpleSignatureMark("Директор Орлова В. И.", new DateTimeOffset(2026, 9, 15, 10, 22, 31, TimeSpan.FromHours(3)), string.Concat(Enumerable.Repeat("0123abcd", 8))),
    };

    public static TextTable Table(int columns, int rows) => new(
        [.. Enumerable.Range(1, columns).Select(i => new TextColumn($"Столбец {i}", 10))],
        [.. Enumerable.Range(1, rows).Select(row => new TextRow([.. Enumerable.Range(1, columns).Select(i => $"ячейка {row}.{i}")]))]);
}
