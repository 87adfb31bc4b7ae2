using System.Text;

namespace Mentorship.Office.Reading;

/// <summary>Writes list numbers as Word does: 1, 01, IV, iv, а, Б, c.</summary>
internal static class NumberFormat
{
    private const string Russian = "абвгдежзиклмнопрстуфхцчшщэюя";

    public static string Write(int number, string format) => format switch
    {
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "russianLower" => Letter(number, Russian),
        "russianUpper" => Letter(number, Russian).ToUpperInvariant(),
        "lowerLetter" => Letter(number, "abcdefghijklmnopqrstuvwxyz"),
        "upperLetter" => Letter(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "decimalZero" => number.ToString("00"),
        "none" or "bullet" => "",
        _ => number.ToString(),
    };

    private static string Letter(int number, string letters) =>
        number < 1 ? number.ToString() : new string(letters[(number - 1) % letters.Length], Math.Min(20, 1 + ((number - 1) / letters.Length)));

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999) return number.ToString();
        StringBuilder text = new();
        foreach ((int value, string sign) in ((int, string)[])[(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
            for (; number >= value; number -= value) text.Append(sign);
        return text.ToString();
    }
}
