namespace Mentorship.Domain.People.Responsibles;

/// <summary>What is said of a responsible text that names nobody.</summary>
internal static class ResponsibleTexts
{
    public static string NotNamed(string text) => $"Ответственный не назван («{text}»). Назначьте роль или человека.";
    public static string Unknown(string text) => $"Не удалось понять, кто отвечает («{text}»). Выберите роль или человека.";
}
