using System.Diagnostics;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Comparing;
using Mentorship.Domain.Documents.Orders;

namespace Mentorship.Domain.Tests.Documents.Comparing;

public sealed class OrderChangesTests
{
    private static readonly OrderText Order = new()
    {
        Heading = "Об организации наставничества", Preamble = "В целях развития наставничества", Control = "Контроль оставляю за собой.",
        Points = [Point("Куратору Ивановой А. П. собрать заявки до 15 сентября."), Point("Бухгалтерии произвести выплату до 1 октября.")],
        Signature = new SignatureBlock("Директор", "В. И. Орлова"),
        Annexes = [new OrderAnnex("Список пар", Pairs(["1", "Кравец И. С.", "Шилова А. Д.", "до 31.05.2027"], ["2", "Петров И. И.", "Юсупов Т. М.", "до 31.05.2027"]))],
    };

    [Fact]
    public void Between_TellsThePlaceAndTheWords()
    {
        OrderChanges changes = OrderChanges.Between(Order, Order with { Points = [Point("Куратору Ивановой А. П. собрать заявки до 20 сентября."), Order.Points[1]] });
        ChangedPlace place = Assert.Single(changes.Places);
        Assert.Equal(("п.\u00A01", PlaceKind.Changed), (place.Where, place.Kind));
        Assert.Equal("п.\u00A01: “15” → “20”", ChangeWords.Short(changes));
        Assert.Equal("изменено 1\u00A0место", ChangeWords.Count(changes));
    }

    [Fact]
    public void Between_OfARow_TellsTheColumnAndWhoseRowItIs()
    {
        OrderText after = Order with { Annexes = [Order.Annexes[0] with { Table = Pairs(["1", "Кравец И. С.", "Шилова А. Д.", "до 31.05.2027"], ["2", "Петров И. И.", "Юсупов Т. М.", "до 30.06.2027"]) }] };
        ChangedPlace place = Assert.Single(OrderChanges.Between(Order, after).Places);
        Assert.Equal("приложение №\u00A01, строка\u00A02", place.Where);
        Assert.Equal("Петров И. И.", place.About);
        Assert.Equal("Срок", Assert.Single(place.Parts).Label);
    }

    [Fact]
    public void Between_ANewRowAndPoint_LeaveThoseAfterThemTheSame()
    {
        OrderText after = Order with
        {
            Points = [Point("Утвердить список пар."), .. Order.Points],
            Annexes = [Order.Annexes[0] with { Table = Pairs(["1", "Токарь А. Н.", "Белов П. П.", "до 31.05.2027"], ["2", "Кравец И. С.", "Шилова А. Д.", "до 31.05.2027"], ["3", "Петров И. И.", "Юсупов Т. М.", "до 31.05.2027"]) }],
        };
        OrderChanges changes = OrderChanges.Between(Order, after);
        Assert.Equal([("п.\u00A01", PlaceKind.Added), ("приложение №\u00A01, строка\u00A01", PlaceKind.Added)], changes.Places.Select(p => (p.Where, p.Kind)));
        Assert.Equal([("п.\u00A01", PlaceKind.Removed), ("приложение №\u00A01, строка\u00A01", PlaceKind.Removed)], OrderChanges.Between(after, Order).Places.Select(p => (p.Where, p.Kind)));
    }

    [Fact]
    public void Between_ASumInARow_IsAChange_ThoughItIsANumber()
    {
        TextTable Sums(string sum) => new([new("№", 1), new("ФИО", 3), new("Размер", 2)], [new(["1", "Кравец И. С.", sum])]);
        OrderText With(string sum) => Order with { Points = [new OrderPoint("Установить выплаты:") { Table = Sums(sum) }] };
        Assert.Equal("п.\u00A01, строка\u00A01: “1000” → “2000”", ChangeWords.Short(OrderChanges.Between(With("1000"), With("2000"))));
    }

    [Fact]
    public void Between_ALineElsewhere_IsMoved()
    {
        ChangedPlace place = Assert.Single(OrderChanges.Between(Order, Order with { Points = [Order.Points[1], Order.Points[0]] }).Places);
        Assert.Equal(PlaceKind.Moved, place.Kind);
        Assert.NotEqual(place.Where, place.From);
        Assert.NotNull(place.About);
    }

    [Fact]
    public void Between_ARewrittenHeading_IsStillTheHeading()
    {
        ChangedPlace place = Assert.Single(OrderChanges.Between(Order, Order with { Heading = "О закреплении пар" }).Places);
        Assert.Equal(("заголовок", PlaceKind.Changed), (place.Where, place.Kind));
    }

    [Fact]
    public void Between_AnotherSignatory_IsAChange() =>
        Assert.Equal("подпись", Assert.Single(OrderChanges.Between(Order, Order with { Signature = new SignatureBlock("И.о. директора", "А. П. Иванова") }).Places).Where);

    [Fact]
    public void Between_WhenOnlyBlanksDiffer_IsTypography()
    {
        OrderChanges changes = OrderChanges.Between(Order, Order with { Preamble = "В  целях\u00A0развития наставничества" });
        Assert.True(changes.IsEmpty);
        Assert.True(changes.OnlyTypography);
        Assert.False(OrderChanges.Between(Order, Order).OnlyTypography);
        Assert.Equal("", ChangeWords.Short(OrderChanges.Between(Order, Order)));
    }

    [Fact]
    public void Between_NumberAndDateOfRegistration_AreNoChange()
    {
        OrderChanges changes = OrderChanges.Between(Order, Order.With(new DocumentMarks { Number = "115/1", Date = new DateOnly(2026, 9, 15) }));
        Assert.Equal((true, false), (changes.IsEmpty, changes.OnlyTypography));
    }

    [Fact]
    public void Short_OfManyChanges_NamesTheFirstAndCountsTheRest()
    {
        OrderText Numbered(int year) => Order with { Points = [.. Enumerable.Range(1, 7).Select(i => Point($"Пункт {i} действует весь {year} год по всей школе."))] };
        OrderChanges changes = OrderChanges.Between(Numbered(2025), Numbered(2026));
        Assert.Equal("изменено 7\u00A0мест", ChangeWords.Count(changes));
        Assert.Equal("п.\u00A01: “2025” → “2026”; п.\u00A02: “2025” → “2026”; п.\u00A03: “2025” → “2026”; и ещё 4\u00A0места", ChangeWords.Short(changes));
        Assert.Equal("п.\u00A01; п.\u00A02; п.\u00A03; и ещё 4\u00A0места", ChangeWords.Places(changes));
    }

    [Fact]
    public void Short_OfALongRewrite_StaysShort()
    {
        OrderText after = Order with { Preamble = string.Concat(Enumerable.Repeat("совсем другие основания ", 400)) };
        Assert.InRange(ChangeWords.Short(OrderChanges.Between(Order, after)).Length, 10, 200);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Between_ATableOfTwoThousandRows_TakesBoundedTime(int way)
    {
        OrderText before = Wide(i => [$"{i}", $"Мероприятие номер {i} для наставников школы", $"до {i % 28 + 1}.09.2026", "куратор"]);
        OrderText after = way switch
        {
            0 => Wide(i => [$"{i}", $"Мероприятие номер {i} для наставников школы", $"до {i % 28 + 1}.10.2026", "куратор"]),
            1 => Wide(i => [$"{i}", $"Мероприятие номер {2001 - i} для наставников школы", $"до {(2001 - i) % 28 + 1}.09.2026", "куратор"]),
            _ => Wide(i => [$"{i}", $"Совсем иное дело {i * 7919 % 2003}", $"{i * 31 % 97}", $"исполнитель {i % 7}"]),
        };
        Stopwatch watch = Stopwatch.StartNew();
        OrderChanges changes = OrderChanges.Between(before, after);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        Assert.InRange(changes.Places.Count, 1000, 4000);
        if (way == 0) Assert.All(changes.Places, place => Assert.Equal("Срок", Assert.Single(place.Parts).Label));
    }

    [Fact]
    public void Between_TenThousandPointsAllOtherwise_TakesBoundedTime()
    {
        OrderText before = Order with { Points = [.. Enumerable.Range(0, 10_000).Select(i => Point($"слово{i} здесь"))] }, after = Order with { Points = [.. Enumerable.Range(0, 10_000).Select(i => Point($"иное{i} там"))] };
        Stopwatch watch = Stopwatch.StartNew();
        Assert.Equal(20_000, OrderChanges.Between(before, after).Places.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    private static OrderText Wide(Func<int, string[]> row) => Order with { Annexes = [new OrderAnnex("Мероприятия", new TextTable([new("№ п/п", 1), new("Мероприятие", 3), new("Срок", 2), new("Ответственный", 2)], [.. Enumerable.Range(1, 2000).Select(i => new TextRow(row(i)))]))] };

    private static TextTable Pairs(params string[][] rows) => new([new("№ п/п", 1), new("Наставник", 3), new("Наставляемый", 3), new("Срок", 2)], [.. rows.Select(cells => new TextRow(cells))]);

    private static OrderPoint Point(string text) => new(text);
}
