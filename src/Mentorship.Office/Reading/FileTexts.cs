using Mentorship.Domain;
using Mentorship.Domain.Roadmaps;

namespace Mentorship.Office.Reading;

/// <summary>What is said of a file that cannot be read.</summary>
internal static class FileTexts
{
    public static Refusal TooBig(string file) => new("file.too-big",
        $"Файл «{file}» больше 20 МБ. Оставьте в нём только дорожную карту (без фотографий и сканов) и загрузите снова.");

    public static Refusal Empty(string file) => new("file.empty", $"Файл «{file}» пуст. Проверьте, что он сохранился, и загрузите снова.");

    public static Refusal NotOffice(string file, string what) => new("file.not-office",
        $"Файл «{file}» — {what}, а нужен документ Word (.docx) или книга Excel (.xlsx). Откройте его в своей программе, сохраните в одном из этих форматов и загрузите снова.");

    public static Refusal OldFormat(string file) => new("file.old-format",
        $"Файл «{file}» сохранён в старом формате Word или Excel (.doc, .xls). Откройте его и сохраните как .docx или .xlsx, затем загрузите снова.");

    public static Refusal Encrypted(string file) => new("file.encrypted",
        $"Файл «{file}» защищён паролем. Откройте его, снимите пароль (Файл → Сведения → Защита документа), сохраните и загрузите снова.");

    public static Refusal Macros(string file) => new("file.macros",
        $"Файл «{file}» содержит макросы, такие файлы не принимаются. Сохраните его как обычный .docx или .xlsx без макросов и загрузите снова.");

    public static Refusal Bomb(string file) => new("file.too-packed",
        $"Файл «{file}» при распаковке занимает слишком много места, читать его небезопасно. Перенесите таблицу в новый документ и загрузите его.");

    public static Refusal Broken(string file) => new("file.broken",
        $"Файл «{file}» повреждён, прочитать его не удалось. Откройте его в Word или Excel, сохраните заново и загрузите снова.");

    public static ReadingDoubt HiddenRows(string sheet, int rows) => new($"лист «{sheet}»",
        $"Скрытые строки не прочитаны ({rows}). Если они нужны, покажите их в Excel и загрузите файл снова.");

    public static ReadingDoubt HiddenColumns(string sheet, int columns) => new($"лист «{sheet}»",
        $"Скрытые столбцы не прочитаны ({columns}). Если они нужны, покажите их в Excel и загрузите файл снова.");

    public static ReadingDoubt LostZero(string sheet, int row, string read, string likely) => new($"лист «{sheet}», строка {row}",
        $"Номер «{read}» прочитан как «{likely}»: Excel отбросил последний ноль. Проверьте нумерацию.");

    public static ReadingDoubt HiddenSheets(string sheets) => new("скрытые листы", $"Скрытые листы не прочитаны: {sheets}. Если дорожная карта на одном из них, покажите его и загрузите файл снова.");
}
