using Mentorship.Domain.Calendars;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Roadmaps;

namespace Mentorship.Domain.Tests.Documents;

public sealed class OrderComposerTests
{
    [Fact]
    public void Roadmap_Order_ApprovesAcquaintsPublishes()
    {
        var roadmap = new Roadmap { Title = "Дорожная карта", SchoolYear = new SchoolYear(2026), Stages = [new RoadmapStage { Items = [new RoadmapItem { Activity = "Приказ о запуске" }] }] };
        OrderText text = RoadmapOrderComposer.Compose(new RoadmapOrder(SomeOrder.Frame with { Controller = SomeOrder.Curator }, roadmap)
        {
            Curator = SomeOrder.Curator, AcquaintBy = new DateOnly(2026, 9, 18), SiteEditor = SomeOrder.Mentor, PublishBy = new DateOnly(2026, 9, 19),
            Council = new OrderGround(new DateOnly(2026, 8, 30), "1"), Responsible = [SomeOrder.Curator, SomeOrder.Mentee],
        });
        Assert.Equal("Об утверждении дорожной карты реализации программы наставничества на 2026/2027 учебный год", text.Heading);
        Assert.Equal("В соответствии с распоряжением Минпросвещения России от 25.12.2019 № Р-145, на основании решения педагогического совета (протокол от 30.08.2026 № 1), в целях организации наставничества в МБОУ «Школа № 5»", Plain(text.Preamble));
        Assert.Equal(
        [
            "1. Утвердить план мероприятий («дорожную карту») реализации программы наставничества на 2026/2027 учебный год (приложение № 1).",
            "2. Заместителю директора по учебно-воспитательной работе Ивановой А. П.:",
            "2.1. в срок до 18.09.2026 ознакомить с настоящим приказом под подпись ответственных исполнителей;",
            "2.2. организовать выполнение мероприятий в установленные сроки.",
            "3. Учителю математики Петрову И. И. разместить дорожную карту на официальном сайте в срок до 19.09.2026.",
            "4. Контроль за исполнением настоящего приказа возложить на заместителя директора по учебно-воспитательной работе Иванову А. П.",
        ], Lines(text));
        Assert.Equal(["Иванова А. П.", "Петров И. И.", "Кравец М. Л."], text.Acquaintance.Select(line => Plain(line.Name)));
        Assert.Equal(new SignatureBlock("Директор", "В.\u00A0И.\u00A0Орлова"), text.Signature);
        Assert.Equal(["Приложение № 1", "к приказу МБОУ «Школа № 5»", "от 15.09.2026 № 115/1"],
            (text with { Date = SomeOrder.Today, Number = "115/1" }).AnnexCaption(0).Select(Plain));
        Assert.Empty(text.Doubts);
    }

    [Fact]
    public void Pair_OneRow_NamesBothInTheirCases()
    {
        OrderText text = PairOrderComposer.Compose(Pairs(SomeOrder.EmployeeRow()));
        Assert.Equal("1. Закрепить на период с 01.10.2026 по 31.05.2027 за учителем начальных классов Кравец М. Л. наставника учителя математики Петрова И. И.:", Lines(text)[0]);
        Assert.Equal("согласие наставника от 10.09.2026; согласие наставляемого от 11.09.2026; дополнительное соглашение от 12.09.2026 № 12-ДС", Plain(text.Points[0].Table!.Rows[0].Cells[5]!));
        Assert.Contains("письменных согласий участников от 10.09.2026, 11.09.2026, дополнительных соглашений от 12.09.2026 № 12-ДС", Plain(text.Preamble), StringComparison.Ordinal);
        Assert.Equal("Контроль за исполнением настоящего приказа оставляю за собой.", text.Control);
    }

    [Fact]
    public void Pair_WithPupil_KeepsClassAndDoesNotAskPupilToSign()
    {
        OrderText text = PairOrderComposer.Compose(Pairs(SomeOrder.PupilRow()));
        Assert.Contains("за Сидоровым П. К. (9 «А» класс) наставника учителя математики Петрова И. И.:", Lines(text)[0], StringComparison.Ordinal);
        Assert.Equal(["Иванова А. П.", "Петров И. И."], text.Acquaintance.Select(line => Plain(line.Name)));
        Assert.Empty(text.Doubts);
    }

    [Fact]
    public void Pair_ManyRows_ListsThemInTableInOrder()
    {
        OrderText text = PairOrderComposer.Compose(Pairs(SomeOrder.EmployeeRow(), SomeOrder.PupilRow() with { To = new DateOnly(2026, 12, 31) }));
        Assert.Equal("1. Закрепить на сроки, указанные в таблице, за наставляемыми наставников:", Lines(text)[0]);
        Assert.Equal(["1", "2"], text.Points[0].Table!.Rows.Select(row => row.Cells[0]));
        Assert.Equal("01.10.2026 – 31.12.2026", text.Points[0].Table!.Rows[1].Cells[4]);
    }

    [Fact]
    public void Pair_WithPay_AddsAnnexAndPoint()
    {
        OrderText text = PairOrderComposer.Compose(Pairs(SomeOrder.EmployeeRow()) with { Pay = new PairPay("стимулирующей части фонда оплаты труда", [new PairPayRow(SomeOrder.Mentor, "10 %")]) });
        Assert.Contains(Lines(text), line => line.EndsWith("доплату согласно приложению № 1 за счёт стимулирующей части фонда оплаты труда (ст. 151, 351.8 ТК РФ).", StringComparison.Ordinal));
        Assert.Equal("10 %", Assert.Single(text.Annexes).Table!.Rows[0].Cells[3]);
    }

    [Fact]
    public void Plan_Order_HasAnnexOfPlans()
    {
        OrderText text = PlanOrderComposer.Compose(new PlanOrder(SomeOrder.Frame, [new PlanRow(new(SomeOrder.Mentor, ParticipantKind.Employee), new(SomeOrder.Mentee, ParticipantKind.Employee), From: new DateOnly(2026, 10, 1))])
        {
            Curator = SomeOrder.Curator, StartOn = new DateOnly(2026, 10, 1), ReportsBy = new DateOnly(2027, 5, 25), Review = new OrderGround(new DateOnly(2026, 9, 20), "2"),
        });
        Assert.Equal("3. Наставникам представить отчёты о реализации программ заместителю директора по учебно-воспитательной работе Ивановой А. П. в срок до 25.05.2027.", Lines(text)[2]);
        Assert.Contains("решения методического совета (протокол от 20.09.2026 № 2)", Plain(text.Preamble), StringComparison.Ordinal);
        Assert.Equal("с 01.10.2026", text.Annexes[0].Table!.Rows[0].Cells[4]);
    }

    [Fact]
    public void Incentive_AllKinds_DeclinesAndSums()
    {
        OrderText text = IncentiveOrderComposer.Compose(new IncentiveOrder(SomeOrder.Frame,
        [
            new(AwardKind.Gratitude, SomeOrder.Mentor, "За высокие результаты."),
            new(AwardKind.Certificate, SomeOrder.Mentor, "за победу пары"), new(AwardKind.Certificate, SomeOrder.Curator, ""),
            new(AwardKind.Payment, SomeOrder.Mentor, "12 баллов", 12500m), new(AwardKind.Payment, SomeOrder.Mentee, "3 балла", 2500.5m),
        ])
        {
            Period = "2025/2026 учебный год", Commission = new OrderGround(new DateOnly(2026, 9, 1), "7"), PayBy = new DateOnly(2026, 9, 30),
        });
        Assert.Equal(
        [
            "1. Объявить благодарность Петрову И. И., учителю математики, за высокие результаты.",
            "2. Наградить почётной грамотой:",
            "2.1. Петрова И. И., учителя математики, за победу пары;",
            "2.2. Иванову А. П., заместителя директора по учебно-воспитательной работе.",
            "3. Установить стимулирующие выплаты:",
            "4. Бухгалтерии произвести выплаты в срок до 30.09.2026.",
            "5. Контроль за исполнением настоящего приказа оставляю за собой.",
        ], Lines(text));
        Assert.Equal("15 000,50 руб.", Plain(text.Points[2].Table!.Rows[^1].Cells[4]!));
        Assert.Equal("О поощрении и стимулирующих выплатах наставникам", text.Heading);
    }

    [Fact]
    public void Signature_OfActingHead_SaysSo() =>
        Assert.Equal("И. о. директора", Plain(SignatureBlock.Of("Директор", SomeOrder.Mentor.Name, acting: true).Post));

    [Fact]
    public void Compose_DoubtfulName_TellsIt()
    {
        OrderPerson doubtful = SomeOrder.Person("Калина Анна Петровна", "учитель");
        OrderText text = PairOrderComposer.Compose(Pairs(SomeOrder.EmployeeRow()) with { Curator = doubtful });
        Assert.Contains("Калина", Assert.Single(text.Doubts), StringComparison.Ordinal);
    }

    private static PairOrder Pairs(params PairRow[] rows) => new(SomeOrder.Frame, rows) { Curator = SomeOrder.Curator, ProgrammesBy = new DateOnly(2026, 10, 15) };

    private static List<string> Lines(OrderText text) => [.. text.NumberedPoints().Select(point => Plain($"{point.Number} {point.Text}"))];

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
