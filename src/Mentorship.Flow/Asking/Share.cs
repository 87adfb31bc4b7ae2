using System.Globalization;

namespace Mentorship.Flow;

/// <summary>How many of the asked are enough: all, a number, or a percentage.</summary>
public readonly record struct Share
{
    private readonly int _number;
    private readonly bool _isPercentage;

    private Share(int number, bool isPercentage) => (_number, _isPercentage) = (number, isPercentage);

    public static Share All { get; } = new(100, true);

    /// <summary>The number where it is one, else null.</summary>
    public int? Number => _isPercentage ? null : _number;

    /// <summary>Reads <c>all</c>, <c>5</c>, <c>60%</c>; null when it is none of these.</summary>
    public static Share? Read(string? text)
    {
        string share = (text ?? "").Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        if (share is "" or "all") return All;
        bool isPercentage = share.EndsWith('%');
        return int.TryParse(isPercentage ? share[..^1] : share, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 && !(isPercentage && number > 100)
            ? new Share(number, isPercentage) : null;
    }

    /// <summary>How many that is of so many: at least one, never more than there are.</summary>
    public int Of(int people) => Math.Min(people, Math.Max(1, _isPercentage ? (int)Math.Ceiling(people * _number / 100m) : _number));
}
