namespace Mentorship.Domain.Documents.Templates;

/// <summary>A document that an institution writes again and again: its words with gaps that are filled in each time.</summary>
public sealed class DocumentTemplate : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }

    /// <summary>By which a step of a process names it; never changed.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required TemplateText Text { get; set; }

    /// <summary>Not offered any more; what was written by it stays.</summary>
    public bool Retired { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; set; }
}

/// <summary>The words of a template. In them <c>{name}</c> is a gap, <c>[…]</c> is left out where a gap inside it stays empty (<see cref="TemplateSyntax"/>).</summary>
public sealed record TemplateText
{
    public TemplateForm Form { get; init; }

    /// <summary>«ПРИКАЗ», «ПОЛОЖЕНИЕ», «СПРАВКА»: what stands in the middle of the first page.</summary>
    public string Word { get; init; } = "ПРИКАЗ";

    /// <summary>«О …», «Об …».</summary>
    public string Heading { get; init; } = "";
    public string Preamble { get; init; } = "";

    /// <summary>«ПРИКАЗЫВАЮ:»; empty where nobody commands.</summary>
    public string Command { get; init; } = "";

    /// <summary>A line each, nested by its number, a dash or blanks before it (<see cref="TemplatePoints"/>).</summary>
    public string Points { get; init; } = "";

    /// <summary>The last point of an order.</summary>
    public string Control { get; init; } = "";

    /// <summary>A line that begins with «#» is the heading of an annex, the lines below it are its paragraphs.</summary>
    public string Annexes { get; init; } = "";

    /// <summary>Somewhere it names what is called so.</summary>
    public bool Names(string name) => Parts.SelectMany(TemplateSyntax.Gaps).Any(g => g.Gap.Is(name));

    /// <summary>Everything that may hold gaps, in the order of reading.</summary>
    internal IEnumerable<string> Parts => [Heading, Preamble, Command, Points, Control, Annexes];
}

/// <summary>How a document is laid out: with requisites and points, or as a local act that the head approves at the top.</summary>
public enum TemplateForm { Order, Regulation, Other }
