using Mentorship.Domain.Documents.Orders;

namespace Mentorship.Domain.Documents.Templates;

/// <summary>A document made of a template.</summary>
/// <param name="Missing">Names of the gaps that nothing filled, each once: they stand as blanks.</param>
public sealed record TemplatedText(OrderText Text, IReadOnlyList<string> Missing);

/// <summary>Fills a template in.</summary>
public static class TemplateComposer
{
    /// <param name="answers">What was answered, by the name of the gap: a text, an ISO day, the id of a person.</param>
    /// <param name="person">A person of the institution by the id.</param>
    public static TemplatedText Compose(TemplateText template, TemplateKnown known, IReadOnlyDictionary<string, string> answers, Func<Guid, OrderPerson?> person)
    {
        OrderDraft draft = new(new OrderFrame(known.Letterhead) { Controller = known.Controller });
        TemplateFilling fill = new(known, answers, person, draft);
        bool act = template.Form == TemplateForm.Regulation;
        OrderText text = new()
        {
            OrganisationShort = known.Letterhead.ShortName?.Trim() ?? "", OrganisationLines = known.Letterhead.Lines(),
            Title = fill.Line(template.Word).ToUpperInvariant(), Place = string.IsNullOrWhiteSpace(known.Letterhead.City) ? null : known.Letterhead.City.Trim(),
            Heading = fill.Line(template.Heading).TrimEnd('.', ' '),
            Preamble = Capital(string.Join(' ', Lines(template.Preamble).Select(fill.Line).Where(l => l.Length > 0))),
            Command = fill.Line(template.Command), Points = Points(template.Points, fill), Control = act ? "" : Capital(fill.Line(template.Control)),
            Signature = SignatureBlock.Of(known.Letterhead.HeadPost, known.Letterhead.HeadName, known.Letterhead.HeadIsActing),
            Approval = act ? ApprovalStamp.Of(known.Letterhead) : null,
            Annexes = Annexes(template.Annexes, fill),
        };
        return new TemplatedText(text with { Acquaintance = act ? [] : [.. draft.Acquainted.Select(name => new AcquaintanceLine(name.Short))], Doubts = draft.Doubts }, fill.Missing);
    }

    private static List<OrderPoint> Points(string text, TemplateFilling fill)
    {
        List<PointLine> lines = [];
        foreach (PointLine line in TemplatePoints.Read(text))
            foreach (string words in fill.Several(line.Text))
                if (words.Length > 0) lines.Add(line with { Text = line.Level == 0 ? Capital(words) : words, IsListed = TemplateFilling.IsList(line.Text, out _) });
        for (int i = 0; i < lines.Count; i++)
            if (lines[i].IsListed) lines[i] = lines[i] with { Text = Ended(lines[i], i + 1 < lines.Count && lines[i + 1].Level >= lines[i].Level) };
        int at = 0;
        return Nested(lines, ref at, 0);
    }

    /// <summary>A semicolon where more of the list follows, a full stop at its end; initials bring a full stop of their own.</summary>
    private static string Ended(PointLine line, bool goesOn)
    {
        string words = line.Text.TrimEnd(';', ',', ' ');
        if (!goesOn || line.Level == 0) return words.Length > 0 && words[^1] is '.' or '!' or '?' or ':' or '…' ? words : words + ".";
        bool isSentence = words.Length > 2 && words[^1] is '.' or '!' or '?' or ':' && !char.IsUpper(words[^2]);
        return isSentence ? words : words + ";";
    }

    private static List<OrderPoint> Nested(List<PointLine> lines, ref int at, int level)
    {
        List<OrderPoint> points = [];
        while (at < lines.Count && lines[at].Level >= level)
        {
            OrderPoint point = new(lines[at++].Text);
            points.Add(at < lines.Count && lines[at].Level > level ? point with { Points = Nested(lines, ref at, level + 1) } : point);
        }
        return points;
    }

    private static List<OrderAnnex> Annexes(string text, TemplateFilling fill)
    {
        List<(string Heading, List<string> Paragraphs)> annexes = [];
        foreach (string line in Lines(text))
            if (line.StartsWith('#')) annexes.Add((fill.Line(line.TrimStart('#')), []));
            else
            {
                if (annexes.Count == 0) annexes.Add(("", []));
                annexes[^1].Paragraphs.AddRange(fill.Several(line).Where(p => p.Length > 0));
            }
        return [.. annexes.Where(a => a.Heading.Length > 0 || a.Paragraphs.Count > 0).Select(a => new OrderAnnex(a.Heading) { Paragraphs = a.Paragraphs })];
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
