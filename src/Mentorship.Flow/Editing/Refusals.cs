namespace Mentorship.Flow;

/// <summary>Why an edit cannot be made, each with what to do instead.</summary>
internal static class Refusals
{
    public static FlowRefusal TooBig { get; } = new("TooBig", "Процесс стал бы больше 10 МБ. Разделите его на несколько процессов.");
    public static FlowRefusal TooDeep { get; } = new("TooDeep", "Шаги оказались бы вложены друг в друга слишком глубоко. Вставьте их на уровень выше.");
    public static FlowRefusal TooManySteps { get; } = new("TooManySteps", $"В процессе стало бы больше {GraphChecker.MaxSteps} шагов. Разделите его на несколько процессов.");
    public static FlowRefusal TooLong { get; } = new("TooLong", "Название длиннее 10 000 знаков. Оставьте в названии главное, остальное впишите в пояснение к шагу.");
    public static FlowRefusal NoTitle { get; } = new("NoTitle", "Назовите шаг: по названию его узнают исполнители.");
    public static FlowRefusal NoType { get; } = new("NoType", "Выберите вид шага в палитре.");
    public static FlowRefusal NotAClip { get; } = new("NotAClip", "В буфере нет шагов процесса. Выделите шаги, скопируйте их и вставьте ещё раз.");
    public static FlowRefusal IntoItself { get; } = new("IntoItself", "Этап нельзя вложить в самого себя. Выберите другое место.");
    public static FlowRefusal MovedOn { get; } = new("MovedOn", "После этого изменения процесс уже изменили по-другому: отменить его отдельно нельзя. Верните нужное вручную или восстановите прежнюю версию.");
    public static FlowRefusal WrongPlace { get; } = new("WrongPlace", "Место шага на схеме задано неверно. Перетащите шаг ещё раз.");
    public static FlowRefusal NoStep(string id) => new("NoSuchStep", $"Шага «{id}» в процессе уже нет. Обновите схему.");
    public static FlowRefusal NoContainer(string id) => new("NoSuchPlace", $"В «{id}» нельзя поставить шаг. Выберите этап или свободное место схемы.");
    public static FlowRefusal IdTaken(string id) => new("IdTaken", $"Шаг с id «{id}» уже есть. Добавьте шаг ещё раз.");
    public static FlowRefusal NotAFlowchart(string name) => new("NotAFlowchart", $"Внутри «{name}» шаги идут друг за другом без стрелок. Чтобы изменить порядок, переставьте шаги.");
    public static FlowRefusal DifferentPlaces(string a, string b) => new("DifferentPlaces", $"Шаги «{a}» и «{b}» стоят в разных этапах: стрелка соединяет шаги одного этапа. Соедините сами этапы.");
    public static FlowRefusal NoArrow { get; } = new("NoSuchArrow", "Такой стрелки в процессе уже нет. Обновите схему.");
    public static FlowRefusal ArrowThere { get; } = new("ArrowExists", "Такая стрелка уже проведена.");
    public static FlowRefusal NoOutcome { get; } = new("NoOutcome", "Выберите исход шага, по которому идёт стрелка.");
    public static FlowRefusal CaseLabel { get; } = new("CaseLabel", $"Назовите случай: не длиннее {SetCases.LongestLabel} знаков.");
    public static FlowRefusal TooManyCases { get; } = new("TooManyCases", $"Случаев стало бы больше {SetCases.Most}. Разделите развилку на две.");
    public static FlowRefusal CaseTaken(string label) => new("CaseTaken", $"Случай «{label}» у развилки уже есть. Назовите этот иначе.");
    public static FlowRefusal NotRemovable(string name) => new("NotRemovable", $"«{name}» — часть другого шага и отдельно не удаляется. Удалите этап целиком или шаги внутри него.");
    public static FlowRefusal NotAnInput(string name) => new("NotAnInput", $"У шага нет настройки «{name}». Выберите настройку из списка.");
    public static FlowRefusal NotJson(string name) => new("NotJson", $"Значение настройки «{name}» не читается. Введите его заново.");
    public static FlowRefusal BadVariable(string name) => new("BadVariable", $"Имя поля «{name}» не подходит: нужны латинские буквы, цифры и знак _, первой — буква.");
    public static FlowRefusal NoVariable(string name) => new("NoSuchVariable", $"Поля «{name}» в процессе уже нет.");
}
