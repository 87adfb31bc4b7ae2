namespace Mentorship.Domain.Documents.Templates;

/// <summary>What keeps a template from being kept: more than a document holds, or a gap that nobody can fill.</summary>
public static class TemplateRules
{
    public const int MostQuestions = 40, MostPoints = 300, LongestLine = 4_000, LongestText = 60_000;

    public static IReadOnlyList<Refusal> Check(string name, TemplateText text)
    {
        List<Refusal> problems = [];
        if (string.IsNullOrWhiteSpace(name)) problems.Add(new Refusal("NameMissing", "Назовите шаблон: по названию его выбирают."));
        if (string.IsNullOrWhiteSpace(text.Word)) problems.Add(new Refusal("WordMissing", "Впишите слово в заголовке документа: «ПРИКАЗ», «ПОЛОЖЕНИЕ», «СПРАВКА»."));
        if (string.IsNullOrWhiteSpace(text.Heading)) problems.Add(new Refusal("HeadingMissing", "Впишите, о чём документ: «О …» или «Об …»."));
        if (string.IsNullOrWhiteSpace(text.Points)) problems.Add(new Refusal("PointsMissing", "Впишите пункты документа, каждый с новой строки."));
        if (name.Length > 200 || text.Word.Length > 60 || text.Heading.Length > 500 || text.Command.Length > 60 || text.Preamble.Length > LongestLine || text.Control.Length > LongestLine
            || text.Points.Length > LongestText || text.Annexes.Length > LongestText)
            problems.Add(new Refusal("TooLong", $"Текст слишком длинный: название – до 200 знаков, заголовок – до 500, преамбула – до {LongestLine}, пункты и приложения – до {LongestText}. Сократите его."));
        else if (TemplatePoints.Read(text.Points).Count > MostPoints) problems.Add(new Refusal("TooManyPoints", $"Пунктов больше {MostPoints}. Разделите документ или вынесите часть в приложение."));
        else problems.AddRange(OfGaps(text));
        return problems;
    }

    private static IEnumerable<Refusal> OfGaps(TemplateText text)
    {
        if (TemplateQuestion.Of(text).Count > MostQuestions) yield return new Refusal("TooManyQuestions", $"Вопросов больше {MostQuestions}: столько никто не заполнит. Сократите шаблон.");
        foreach (TemplateGap gap in text.Parts.SelectMany(TemplateSyntax.Gaps).Select(g => g.Gap))
            if (gap.Unknown.FirstOrDefault() is { } unknown)
                yield return new Refusal("GapUnknown", $"«{{{gap.Name}:{unknown}}}»: после двоеточия пишут падеж («дательный»), «имя», «человек», «дата», «список» или «полностью». Исправьте «{unknown}».");
    }
}
