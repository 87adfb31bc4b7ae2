using System.Security.Cryptography;
using System.Text;
using Mentorship.Domain;

namespace Mentorship.UseCases.Installing;

/// <summary>
/// The code that the console prints on an empty installation: who can read the console may create the first institution.
/// Ten wrong ones or one use make it void; a restart prints another.
/// </summary>
public sealed class SetupCode
{
    private const int MostFailures = 10, Length = 8;
    private readonly Lock _gate = new();
    private int _failures;
    private bool _taken;

    /// <summary>«K7TM-2QXA»: no letter that looks like a digit.</summary>
    public string Text { get; } = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", Length).Insert(Length / 2, "-");

    /// <summary>Null when the code is right: it is then taken, until <see cref="GiveBack"/>.</summary>
    internal Refusal? Take(string? typed)
    {
        byte[] given = SHA256.HashData(Encoding.UTF8.GetBytes(Fold(typed ?? "")));
        lock (_gate)
        {
            if (_failures >= MostFailures) return new Refusal("SetupCodeClosed", "Код введён неверно слишком много раз и больше не действует. Перезапустите программу: консоль напечатает новый код.");
            bool right = CryptographicOperations.FixedTimeEquals(given, SHA256.HashData(Encoding.UTF8.GetBytes(Fold(Text))));
            if (right && !_taken)
            {
                _taken = true;
                return null;
            }
            if (right) return new Refusal("SetupCodeUsed", "Этот код уже использован. Войдите по адресу и паролю, которые вы указали.");
            _failures++;
            return new Refusal("SetupCodeWrong", "Код не подошёл. Посмотрите его в окне, где запущена программа: он напечатан при запуске.");
        }
    }

    /// <summary>What was asked could not be done: the code serves again.</summary>
    internal void GiveBack()
    {
        lock (_gate) _taken = false;
    }

    private static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
