using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Documents.Templates;
using Mentorship.Domain.Naming;

namespace Mentorship.Domain.Tests.Documents;

public sealed class PupilInAnOrderTests
{
    private static readonly Guid Id = Guid.Parse("018f0000-0000-7000-8000-000000000002");

    [Theory]
    [InlineData("6 «Б» класс", "дательный", "Обучающемуся 6 «Б» класса Первоцветову Е. М.")]
    [InlineData("9Б", "винительный", "Обучающегося 9Б класса Первоцветова Е. М.")]
    [InlineData("10 класс", "родительный", "Обучающегося 10 класса Первоцветова Е. М.")]
    [InlineData("II курс", "творительный", "Обучающимся II курса Первоцветовым Е. М.")]
    [InlineData("группа П-21", "дательный", "Обучающемуся группы П-21 Первоцветову Е. М.")]
    [InlineData("П-21 группа", "дательный", "Обучающемуся П-21 группы Первоцветову Е. М.")]
    [InlineData("студент II курса", "дательный", "Студенту II курса Первоцветову Е. М.")]
    [InlineData("учитель", "дательный", "Учителю Первоцветову Е. М.")]
    public void InASentence_AClassIsNoPost(string post, string grammaticalCase, string said)
    {
        PersonName name = new() { Surname = "Первоцветов", GivenName = "Егор", Patronymic = "Максимович", Gender = Gender.Male };
        TemplateKnown known = new(new Letterhead { FullName = "Школа", HeadPost = "Директор", HeadName = name with { Surname = "Балтин" } }) { Head = new OrderPerson(name with { Surname = "Балтин" }, "директор"), Today = new DateOnly(2026, 9, 7), Year = 2026 };

        OrderText text = TemplateComposer.Compose(new TemplateText { Heading = "О деле", Points = $"{{кто:{grammaticalCase}}} {{дело}}." }, known, new Dictionary<string, string> { ["кто"] = $"person:{Id}", ["дело"] = "" }, id => id == Id ? new OrderPerson(name, post) : null).Text;

        Assert.Equal(said + " __________.", text.Points.Single().Text.Replace('\u00A0', ' '));
        Assert.Empty(text.Doubts);
    }
}
