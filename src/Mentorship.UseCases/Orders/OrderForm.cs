using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Documents.Templates;

namespace Mentorship.UseCases.Orders;

/// <summary>What a person types for an order; the text is composed from it.</summary>
[JsonDerivedType(typeof(PairOrderForm), "pairs")]
[JsonDerivedType(typeof(PlanOrderForm), "plans")]
[JsonDerivedType(typeof(IncentiveOrderForm), "incentive")]
[JsonDerivedType(typeof(TemplateOrderForm), "template")]
public abstract record OrderForm
{
    /// <summary>On whom the control is laid; null: the head keeps it.</summary>
    public Guid? ControllerId { get; init; }

    [JsonIgnore] public abstract DocumentKind Kind { get; }

    internal string Write() => JsonSerializer.Serialize(this, Options);

    internal static OrderForm Read(string json) => JsonSerializer.Deserialize<OrderForm>(json, Options) ?? throw new InvalidOperationException("The order has no form");

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}

/// <summary>T4: the pairs stand on the page «Закрепление пар»; here only which of them and in which order.</summary>
public sealed record PairOrderForm : OrderForm
{
    public IReadOnlyList<Guid> PairIds { get; init; } = [];
    public required DateOnly ProgrammesBy { get; init; }
    public string Monitoring { get; init; } = "один раз в полугодие";
    public override DocumentKind Kind => DocumentKind.PairAssignment;
}

/// <summary>T6.</summary>
public sealed record PlanOrderForm : OrderForm
{
    public IReadOnlyList<PlanLine> Rows { get; init; } = [];
    public required DateOnly StartOn { get; init; }
    public required DateOnly ReportsBy { get; init; }

    /// <summary>The body that looked at the plans, in the genitive («методического совета»), and its minutes.</summary>
    public string? ReviewedBy { get; init; }
    public DateOnly? ReviewOn { get; init; }
    public string? ReviewNumber { get; init; }
    public override DocumentKind Kind => DocumentKind.PlanApproval;
}

/// <summary>Whose plan, what it is called, from when to when.</summary>
public sealed record PlanLine(Guid MentorId, Guid MenteeId, string? Plan = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>T8.</summary>
public sealed record IncentiveOrderForm : OrderForm
{
    public IReadOnlyList<AwardLine> Rows { get; init; } = [];
    public string? Period { get; init; }
    public DateOnly? ProposalOn { get; init; }
    public DateOnly? CommissionOn { get; init; }
    public string? CommissionNumber { get; init; }
    public DateOnly? UnionOn { get; init; }
    public string? UnionNumber { get; init; }
    public DateOnly? PayBy { get; init; }
    public override DocumentKind Kind => DocumentKind.Incentive;
}

/// <summary>Who is awarded, how and for what; a sum only for a payment.</summary>
public sealed record AwardLine(AwardKind Kind, Guid PersonId, string Ground, decimal? Sum = null);

/// <summary>By a template of the institution.</summary>
public sealed record TemplateOrderForm : OrderForm
{
    /// <summary>Its code.</summary>
    public required string Template { get; init; }

    /// <summary>Its name and words when the document was begun; null until then.</summary>
    public string? Name { get; init; }
    public TemplateText? Text { get; init; }

    /// <summary>What was answered, by the name of the question: a text, an ISO day, the id of a person.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();
    public override DocumentKind Kind => Text?.Form == TemplateForm.Regulation ? DocumentKind.Regulation : DocumentKind.ByTemplate;
}
