using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.Domain.Tests.Roadmaps.Reading;

public sealed class ColumnWordsTests
{
    [Theory]
    [InlineData("№ п/п", ColumnMeaning.Number)]
    [InlineData("No", ColumnMeaning.Number)]
    [InlineData("Сроки проведения мероприятий", ColumnMeaning.Deadline)]
    [InlineData("Дата", ColumnMeaning.Deadline)]
    [InlineData("Месяц", ColumnMeaning.Deadline)]
    [InlineData("Ответственный исполнитель", ColumnMeaning.Responsible)]
    [InlineData("Кто отвечает", ColumnMeaning.Responsible)]
    [InlineData("Исполнители мероприятия", ColumnMeaning.Responsible)]
    [InlineData("Наименование этапа", ColumnMeaning.Stage)]
    [InlineData("Направления деятельности", ColumnMeaning.Stage)]
    [InlineData("Содержание деятельности и план мероприятий", ColumnMeaning.Activity)]
    [InlineData("Что делаем", ColumnMeaning.Activity)]
    [InlineData("Ожидаемый результат (вид документа)", ColumnMeaning.Result)]
    [InlineData("Ключевой результат", ColumnMeaning.KeyResult)]
    [InlineData("Документы (мероприятия, ресурсы), закрепляющие результат", ColumnMeaning.Evidence)]
    [InlineData("Показатели эффективности", ColumnMeaning.Indicator)]
    [InlineData("Форма проведения мероприятия", ColumnMeaning.Other)]
    [InlineData("Отметка о выполнении", ColumnMeaning.Other)]
    public void MeaningOf_Header_IsThatOfItsHeadWord(string header, ColumnMeaning expected) => Assert.Equal(expected, ColumnWords.MeaningOf(header));
}
