namespace Mentorship.Web.Pages.Roadmap;

/// <summary>A drawing does not wrap its texts by itself.</summary>
internal static class SvgText
{
    /// <summary>Lines of at most so many characters, broken at spaces; what is left over ends in «…».</summary>
    public static IReadOnlyList<string> Wrap(string text, int width, int lines)
    {
        List<string> found = [];
        string rest = string.Join(' ', text.Split(default(char[]?), StringSplitOptions.RemoveEmptyEntries));
        while (rest.Length > 0 && found.Count < lines)
        {
            if (rest.Length <= width)
            {
                found.Add(rest);
                return found;
            }
            bool last = found.Count == lines - 1;
            int room = last ? width - 1 : width, space = rest.LastIndexOf(' ', room);
            int cut = space > 0 ? space : SafeCut(rest, room);
            found.Add(last ? rest[..cut].TrimEnd() + "…" : rest[..cut]);
            rest = rest[cut..].TrimStart();
        }
        return found;
    }

    /// <summary>Never between the halves of one sign.</summary>
    private static int SafeCut(string text, int at) => at > 1 && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
}
