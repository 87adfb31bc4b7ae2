using System.Text.RegularExpressions;

namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>Finds the approval block above a roadmap («УТВЕРЖДАЮ …», «Приложение № 2 к приказу …») and the order in it.</summary>
internal static partial class ApprovalReader
{
    /// <summary>The approval, or null; <paramref name="taken"/> are the places of its lines.</summary>
    public static RoadmapApproval? Find(IReadOnlyList<PreambleLine> lines, out HashSet<int> taken)
    {
        taken = [];
        PreambleLine? last = null;
        bool isInside = false;
        for (int index = 0; index < lines.Count; index++)
        {
            PreambleLine line = lines[index];
            if (Start().IsMatch(line.Text) && !(TitleReader.IsTitle(line.Text) && !isInside)) isInside = true;
            else if (isInside) isInside = GoesOn(line, last!);
            if (!isInside) continue;
            taken.Add(index);
            last = line;
        }
        if (taken.Count == 0) return null;
        string[] texts = [.. taken.Order().Select(index => lines[index].Text)];
        string? stamp = texts.Select(text => Stamp().Match(text)).FirstOrDefault(match => match.Success)?.Groups["word"].Value;
        bool isOnlyAnnexWord = stamp is null && !texts.Any(text => OrderWord().IsMatch(text) || Concurred().IsMatch(text));
        if (isOnlyAnnexWord) return null;
        (string? number, DateOnly? date) = Order(texts);
        return new RoadmapApproval(stamp, texts, number, date);
    }

    private static bool GoesOn(PreambleLine line, PreambleLine last)
    {
        if (TitleReader.IsTitle(line.Text) || TitleReader.IsYear(line.Text) || GoalReader.IsGoal(line.Text)) return false;
        if (line.Group == last.Group) return true;
        if (line.Text.Length > 160) return false;
        if (line.Alignment == LineAlignment.Right && last.Alignment == LineAlignment.Right) return true;
        return line.Alignment != LineAlignment.Center && !line.AfterGap && Requisite().IsMatch(line.Text);
    }

    // «приказ № 60 от 23.08.2021», «к приказу от 28.08.2023 № 115/2»; a protocol has numbers too, but approves nothing.
    private static (string? Number, DateOnly? Date) Order(string[] texts)
    {
        string all = string.Join('\n', texts);
        foreach (Match word in OrderWord().Matches(all))
        {
            string rest = all[(word.Index + word.Length)..];
            if (OtherPaper().Match(rest) is { Success: true } other) rest = rest[..other.Index];
            string? number = OrderNumber().Match(rest) is { Success: true } found ? Clean(found.Groups["number"].Value) : null;
            DateOnly? date = RussianDates.First(rest);
            if (number is not null || date is not null) return (number, date ?? OwnDate(texts));
        }
        return (null, OwnDate(texts));
    }

    private static DateOnly? OwnDate(string[] texts)
    {
        int stamp = Array.FindIndex(texts, Stamp().IsMatch);
        if (stamp < 0) return null;
        IEnumerable<string> own = texts.Skip(stamp).TakeWhile((text, index) => index == 0 || !Concurred().IsMatch(text)).Where(text => !OtherPaper().IsMatch(text));
        return RussianDates.First(string.Join('\n', own));
    }

    private static string? Clean(string number)
    {
        string clean = number.Trim('_', ' ', '.', ',', '«', '»', '"');
        return clean.Length == 0 ? null : Regex.Replace(clean, @"\s+", "");
    }

    [GeneratedRegex(@"^\W*(утвержд|согласован|принят[оаы]?\b|приложени|рассмотрен|одобрен|введен)", RegexOptions.IgnoreCase)] private static partial Regex Start();
    [GeneratedRegex(@"^\W*(?<word>утвержд\p{L}*)", RegexOptions.IgnoreCase)] private static partial Regex Stamp();
    [GeneratedRegex(@"согласован|принят[оаы]?\b|рассмотрен|одобрен", RegexOptions.IgnoreCase)] private static partial Regex Concurred();
    [GeneratedRegex(@"(приказ|распоряжени|постановлени)\p{L}*", RegexOptions.IgnoreCase)] private static partial Regex OrderWord();
    [GeneratedRegex(@"протокол|согласован|принят[оа]\b|рассмотрен", RegexOptions.IgnoreCase)] private static partial Regex OtherPaper();
    [GeneratedRegex(@"(?:№|N|No)\s*(?<number>[_«""]*[\p{L}\d]+(?:[/.\-–_]\s?[\p{L}\d]+|\s-\s?\p{L}+|\s?-\s?\p{L}+)*)")] private static partial Regex OrderNumber();
    [GeneratedRegex(@"директор|заведующ|руководител|председател|начальник|и\. ?о\.|приказ|распоряжен|протокол|^от\b|_{2,}|№|\d{4}\s*г|^«?_*\d{0,2}_*»|\p{Lu}\.\s?\p{Lu}\.|совет|комитет|профсоюз|учрежден|школ|детск|сад|колледж|техникум|лице[йя]|гимнази|М[БАК]?[ОД]{1,2}У|ГБ|ГАУ|СОШ|подпис", RegexOptions.IgnoreCase)]
    private static partial Regex Requisite();
}
