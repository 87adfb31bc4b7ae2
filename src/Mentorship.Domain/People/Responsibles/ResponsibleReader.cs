using System.Text.RegularExpressions;
using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.Domain.People.Responsibles;

/// <summary>Reads the «Ответственный» cell: who it names, each with a role, a person or a doubt. The texts stay as written.</summary>
public static partial class ResponsibleReader
{
    /// <summary>The responsibles in the order of the text; empty for an empty cell and for «то же», which repeats the row above.</summary>
    public static IReadOnlyList<Responsible> Read(string? text)
    {
        string cell = TextFolding.Fold(text);
        if (cell.Length == 0 || RepeatsAbove(cell)) return [];
        if (Open().IsMatch(cell)) return [new Responsible(TextFolding.OneLine(cell), null, null, ResponsibleTexts.NotNamed(TextFolding.OneLine(cell)))];
        List<Responsible> found = [];
        foreach (string part in Parts(cell)) Add(found, part);
        return PairNamesWithPosts(found);
    }

    /// <summary>«–//–», «-», «то же»: the responsible of the row above.</summary>
    public static bool RepeatsAbove(string? text) => Ditto().IsMatch(TextFolding.OneLine(text));

    /// <summary>«директор или куратор», «один из …»: it is enough that one of them acts; otherwise all do.</summary>
    public static bool IsAnyOf(string? text) => AnyOf().IsMatch(text ?? "");

    // Commas, semicolons, line ends and colons always part; brackets keep theirs.
    private static IEnumerable<string> Parts(string cell)
    {
        int depth = 0, from = 0;
        for (int at = 0; at < cell.Length; at++)
        {
            if (cell[at] == '(') depth++;
            else if (cell[at] == ')') depth = Math.Max(0, depth - 1);
            else if (depth == 0 && cell[at] is ',' or ';' or ':' or '\n')
            {
                yield return cell[from..at];
                from = at + 1;
            }
        }
        yield return cell[from..];
    }

    private static void Add(List<Responsible> found, string part)
    {
        string text = Trim(part);
        if (text.Length == 0) return;
        List<Match> names = [.. PersonMention.FindAll(text)];
        List<PostDictionary.Found> posts = [.. PostDictionary.FindAll(text).Where(post => !names.Any(name => post.Index >= name.Index && post.Index < name.Index + name.Length))];
        if (posts.Count == 0 && names.Count == 0)
        {
            // «зам. директора по УВР, ВР»: the rest belongs to the one before.
            if (found.Count > 0 && Tail().IsMatch(text)) found[^1] = Longer(found[^1], text);
            else if (Open().IsMatch(text)) found.Add(new Responsible(text, null, null, ResponsibleTexts.NotNamed(text)));
            else found.Add(new Responsible(text, "institution:" + text, null, ResponsibleTexts.Unknown(text)));
            return;
        }
        List<int> starts = Starts(text, posts, names);
        for (int index = 0; index < starts.Count; index++)
        {
            int from = starts[index], to = index + 1 < starts.Count ? starts[index + 1] : text.Length;
            string own = Trim(Joint().Replace(text[from..to], ""));
            Match? name = names.FirstOrDefault(name => name.Index >= from && name.Index < to);
            PostDictionary.Found? post = posts.Where(post => post.Index >= from && post.Index < to).Cast<PostDictionary.Found?>().FirstOrDefault();
            string? person = name is null ? null : TextFolding.OneLine(name.Value);
            if (post is not { Roles.Count: > 0 } coded) found.Add(new Responsible(own, post is null ? null : "institution:" + WithoutName(own, person), person));
            else foreach (string role in coded.Roles) found.Add(new Responsible(own, role, person));
        }
    }

    // A new responsible begins at a post in the nominative, or at a name when the one before has its name already.
    private static List<int> Starts(string text, List<PostDictionary.Found> posts, List<Match> names)
    {
        List<int> starts = [0];
        bool hasPost = false, hasName = false;
        int end = 0;
        foreach ((int at, int length, bool isPost, bool isNominative) in posts.Select(post => (post.Index, post.Length, true, post.IsNominative))
            .Concat(names.Select(name => (name.Index, name.Length, false, true))).OrderBy(mark => mark.Index))
        {
            bool isInBrackets = text[..at].Count(sign => sign == '(') > text[..at].Count(sign => sign == ')');
            bool begins = !isInBrackets && (isPost ? isNominative && (hasPost || hasName) : hasName);
            if (begins)
            {
                // «педагоги и их наставники»: what follows the joining word belongs to the new one.
                starts.Add(And().Match(text[end..at]) is { Success: true } and ? end + and.Index : at);
                (hasPost, hasName) = (isPost, !isPost);
            }
            else if (isPost) hasPost = true;
            else hasName = true;
            end = at + length;
        }
        return starts;
    }

    // «Юдина И.А., куратор; Токарь А.Н., методист»: the post stands behind its person.
    private static List<Responsible> PairNamesWithPosts(List<Responsible> found)
    {
        bool alternates = found.Count >= 2 && found.Count % 2 == 0
            && found.Where((_, index) => index % 2 == 0).All(one => one is { Role: null, Person: not null })
            && found.Where((_, index) => index % 2 == 1).All(one => one is { Role: not null and not "working-group", Person: null, Doubt: null } && !Body().IsMatch(one.Text));
        return !alternates ? found : [.. found.Chunk(2).Select(pair => pair[1] with { Text = $"{pair[0].Text}, {pair[1].Text}", Person = pair[0].Person })];
    }

    private static Responsible Longer(Responsible one, string tail)
    {
        string text = $"{one.Text}, {tail}";
        return one with { Text = text, Role = one.Role?.StartsWith("institution:", StringComparison.Ordinal) == true ? $"{one.Role}, {tail}" : one.Role };
    }

    private static string WithoutName(string text, string? person) =>
        person is null ? text : Trim(text.Replace(person, "", StringComparison.Ordinal).Replace("()", "", StringComparison.Ordinal));

    // The dot of initials belongs to the name, the dot of a sentence does not.
    private static string Trim(string text)
    {
        string bare = Bullet().Replace(TextFolding.OneLine(text), "").Trim(' ', ',', ';', '/', '+', '–', '—', '-');
        return InitialsEnd().IsMatch(bare) ? bare.TrimStart('.') : bare.Trim('.', ' ');
    }

    [GeneratedRegex(@"^\W*(определя|назнача|по назначению|устанавлива|по приказу|согласно приказ|в соответствии с приказ|не определ|уточня|по согласовани|_+\W*$)", RegexOptions.IgnoreCase)] private static partial Regex Open();
    [GeneratedRegex(@"^[\s\-–—/\\""'«»“”„=~.]*$|^\W*(то же( самое)?|тоже|те же|тот же|та же|он же|она же|они же|аналогично)\W*$", RegexOptions.IgnoreCase)] private static partial Regex Ditto();
    [GeneratedRegex(@"(?<!\p{L})или(?!\p{L})|(?<!\p{L})(один|одна|кто-либо|любой) из(?!\p{L})", RegexOptions.IgnoreCase)] private static partial Regex AnyOf();
    [GeneratedRegex(@"^(по\s|\p{Lu}{1,5}(\s+и\s+\p{Lu}{1,5})?$)")] private static partial Regex Tail();
    [GeneratedRegex(@"^\s*(и|или|совместно с|при участии|с участием)\s+|\s+(и|или|совместно с|при участии|с участием)\s*$", RegexOptions.IgnoreCase)] private static partial Regex Joint();
    [GeneratedRegex(@"\s(и|или)\s", RegexOptions.IgnoreCase | RegexOptions.RightToLeft)] private static partial Regex And();
    [GeneratedRegex(@"^\s*(?:[-–—•*]|\d{1,2}[.)])\s*")] private static partial Regex Bullet();
    [GeneratedRegex(@"\s\p{Lu}\.(\s?\p{Lu}\.?)?$")] private static partial Regex InitialsEnd();
    [GeneratedRegex(@"групп|совет|администраци|комисси|объединени|коллектив|педагоги|учителя|наставники|наставляемые|кураторы|руководители", RegexOptions.IgnoreCase)] private static partial Regex Body();
}
