using Mentorship.Domain.Naming;

namespace Mentorship.Domain.Documents.Orders;

/// <summary>What every kind of order needs besides its own points.</summary>
public sealed record OrderFrame(Letterhead Letterhead)
{
    /// <summary>On whom the control is laid; null: «оставляю за собой».</summary>
    public OrderPerson? Controller { get; init; }
    public OrderExecutor? Executor { get; init; }
}

/// <summary>Builds the frame of an order around its points and gathers the doubts of its grammar.</summary>
internal sealed class OrderDraft(OrderFrame frame)
{
    private readonly List<string> _doubts = [];
    private readonly List<PersonName> _acquainted = [];

    public Letterhead Letterhead => frame.Letterhead;

    /// <summary>Who is named so far, each once.</summary>
    public IReadOnlyList<PersonName> Acquainted => _acquainted;

    /// <summary>What a person should look at so far.</summary>
    public IReadOnlyList<string> Doubts => [.. _doubts.Distinct()];

    /// <summary>«заместителю директора Ивановой А. П.»; a capital letter begins a point.</summary>
    public string Person(OrderPerson person, GrammaticalCase grammaticalCase, bool capital = false)
    {
        string name = Name(person, grammaticalCase);
        string post = Post(person, grammaticalCase);
        return post.Length == 0 ? name : (capital ? Capital(post) : SmallFirst(post)) + " " + name;
    }

    /// <summary>«Ивановой А. П., учителю математики».</summary>
    public string NameAndPost(OrderPerson person, GrammaticalCase grammaticalCase)
    {
        string post = Post(person, grammaticalCase);
        return post.Length == 0 ? Name(person, grammaticalCase) : $"{Name(person, grammaticalCase)}, {SmallFirst(post)}";
    }

    public string Name(OrderPerson person, GrammaticalCase grammaticalCase) =>
        Sure((person.NameCases ?? new NameCases(person.Name)).Short(grammaticalCase));

    /// <summary>Each person once, in the order of the text.</summary>
    public void Acquaint(OrderPerson? person)
    {
        if (person is not null && !_acquainted.Contains(person.Name)) _acquainted.Add(person.Name);
    }

    public OrderText Compose(string heading, IEnumerable<string?> grounds, IEnumerable<OrderPoint?> points, params OrderAnnex[] annexes)
    {
        string control = frame.Controller is { } controller
            ? Stopped($"Контроль за исполнением настоящего приказа возложить на {Person(controller, GrammaticalCase.Accusative)}")
            : "Контроль за исполнением настоящего приказа оставляю за собой.";
        Acquaint(frame.Controller);
        return new OrderText
        {
            OrganisationShort = Letterhead.ShortName?.Trim() ?? "",
            OrganisationLines = Letterhead.Lines(),
            Place = string.IsNullOrWhiteSpace(Letterhead.City) ? null : Letterhead.City.Trim(),
            Heading = heading.TrimEnd('.', ' '),
            Preamble = Typography.Tidy(Preamble(grounds)),
            Points = [.. points.OfType<OrderPoint>().Select(Tidy)],
            Control = Typography.Tidy(control),
            Signature = SignatureBlock.Of(Letterhead.HeadPost, Letterhead.HeadName, Letterhead.HeadIsActing),
            Executor = frame.Executor is { } executor ? ExecutorLine(executor) : null,
            Acquaintance = [.. _acquainted.Select(name => new AcquaintanceLine(name.Short))],
            Annexes = annexes,
            Doubts = [.. _doubts.Distinct()],
        };
    }

    /// <summary>A point of several duties of one person: «2. Куратору …:», «2.1. …;», «2.2. ….».</summary>
    public static OrderPoint Duties(string doer, params IEnumerable<string?> duties)
    {
        string[] present = [.. duties.OfType<string>()];
        return present.Length == 1
            ? new OrderPoint(Stopped($"{doer} {present[0]}"))
            : new OrderPoint(doer + ":") { Points = Listed(present) };
    }

    /// <summary>Points of one list: a semicolon after each, a full stop after the last.</summary>
    public static IReadOnlyList<OrderPoint> Listed(IReadOnlyList<string> texts) =>
        [.. texts.Select((text, index) => new OrderPoint(index == texts.Count - 1 ? Stopped(text) : text + ";"))];

    /// <summary>Ends a sentence; initials at its end bring their own full stop.</summary>
    public static string Stopped(string text) => text.EndsWith('.') ? text : text + ".";

    private static OrderPoint Tidy(OrderPoint point) => point with { Text = Typography.Tidy(point.Text), Points = [.. point.Points.Select(Tidy)] };

    private string Post(OrderPerson person, GrammaticalCase grammaticalCase) =>
        string.IsNullOrWhiteSpace(person.Post) ? "" : Sure((person.PostCases ?? new PostCases(PupilPost.Of(person.Post, person.Name.Gender))).In(grammaticalCase));

    private string Sure(Declined declined)
    {
        if (declined.Doubt is { } doubt) _doubts.Add(doubt);
        return declined.Text;
    }

    private string Preamble(IEnumerable<string?> grounds)
    {
        string joined = string.Join(", ", grounds.Prepend(Letterhead.PreambleGrounds)
            .Where(ground => !string.IsNullOrWhiteSpace(ground)).Select(ground => ground!.Trim().TrimEnd('.', ',', ';', ':')));
        return Capital(joined);
    }

    private static string ExecutorLine(OrderExecutor executor) =>
        string.IsNullOrWhiteSpace(executor.Phone) ? $"Исп. {executor.Name.Short}" : $"Исп. {executor.Name.Short}, {executor.Phone.Trim()}";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>«Заместитель» → «заместитель», while «ЗДУВР» keeps its capitals.</summary>
    private static string SmallFirst(string text) =>
        text.Length > 1 && char.IsUpper(text[1]) ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
