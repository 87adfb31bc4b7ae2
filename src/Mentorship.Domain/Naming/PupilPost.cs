using System.Text.RegularExpressions;

namespace Mentorship.Domain.Naming;

/// <summary>What a pupil is called in a sentence: a class is no post («6 «Б» класс»), who learns in it is («обучающийся 6 «Б» класса»).</summary>
internal static partial class PupilPost
{
    /// <summary>A post that is no class stays as it is.</summary>
    public static string Of(string post, Gender gender)
    {
        string text = post.Trim();
        Match match = Class().Match(text);
        if (!match.Success) return text;
        string which = match.Groups["which"].Value.Trim(), noun = match.Groups["noun"].Value.ToLowerInvariant() switch { "курс" => "курса", "группа" => "группы", _ => "класса" };
        string doer = gender == Gender.Female ? "обучающаяся" : "обучающийся";
        return match.Groups["after"].Success ? $"{doer} {noun} {which}" : $"{doer} {which} {noun}";
    }

    /// <summary>«6 «Б» класс», «9Б», «II курс», «группа П-21»: by number, so that nothing else needs to decline.</summary>
    [GeneratedRegex(@"^(?:(?<which>(?:\d{1,2}|[IVX]{1,3})[\s-]*[«""]?\p{L}?[»""]?)(?:\s*(?<noun>класс|курс))?|(?<which>[\p{L}\d./-]*\d[\p{L}\d./-]*)\s+(?<noun>группа)|(?<after>)(?<noun>класс|курс|группа)\s+(?<which>[\p{L}\d./-]*\d[\p{L}\d./-]*|\d{1,2}\s*[«""]\p{L}[»""]))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Class();
}
