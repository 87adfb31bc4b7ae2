using Mentorship.Domain;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Documents.Templates;
using Mentorship.UseCases.Orders;

namespace Mentorship.Web.Pages.Documents;

/// <summary>An order as a form posts it: texts, so that what cannot be read is not lost. A list without rows arrives as null.</summary>
public sealed class OrderInput
{
    public int Seen { get; set; }
    public string? What { get; set; }
    public string? Controller { get; set; }
    public List<Guid> Pairs { get; set => field = value ?? []; } = [];
    public string? ProgrammesBy { get; set; }
    public string? Monitoring { get; set; }
    public List<PlanInput> Plans { get; set => field = value ?? []; } = [];
    public string? StartOn { get; set; }
    public string? ReportsBy { get; set; }
    public string? ReviewedBy { get; set; }
    public string? ReviewOn { get; set; }
    public string? ReviewNumber { get; set; }
    public List<AwardInput> Awards { get; set => field = value ?? []; } = [];
    public string? Period { get; set; }
    public string? PayBy { get; set; }
    public string? ProposalOn { get; set; }
    public string? CommissionOn { get; set; }
    public string? CommissionNumber { get; set; }
    public string? UnionOn { get; set; }
    public string? UnionNumber { get; set; }

    /// <summary>Answers to the questions of a template, in their order.</summary>
    public List<AnswerInput> Answers { get; set => field = value ?? []; } = [];

    internal static OrderInput New(DateOnly today) => new() { StartOn = Typed.Day(today), ReportsBy = Typed.Day(new DateOnly(today.Month >= 6 ? today.Year + 1 : today.Year, 5, 31)) };

    internal static OrderInput Of(OrderForm form) => (form switch
    {
        PairOrderForm pairs => new OrderInput { Pairs = [.. pairs.PairIds], ProgrammesBy = Typed.Day(pairs.ProgrammesBy), Monitoring = pairs.Monitoring },
        PlanOrderForm plans => new OrderInput
        {
            Plans = [.. plans.Rows.Select(r => new PlanInput { Mentor = r.MentorId.ToString(), Mentee = r.MenteeId.ToString(), Plan = r.Plan, From = Typed.Day(r.From), To = Typed.Day(r.To) })],
            StartOn = Typed.Day(plans.StartOn), ReportsBy = Typed.Day(plans.ReportsBy), ReviewedBy = plans.ReviewedBy, ReviewOn = Typed.Day(plans.ReviewOn), ReviewNumber = plans.ReviewNumber,
        },
        IncentiveOrderForm awards => new OrderInput
        {
            Awards = [.. awards.Rows.Select(r => new AwardInput { Kind = r.Kind, Person = r.PersonId.ToString(), Ground = r.Ground, Sum = Typed.Sum(r.Sum) })],
            Period = awards.Period, PayBy = Typed.Day(awards.PayBy), ProposalOn = Typed.Day(awards.ProposalOn), CommissionOn = Typed.Day(awards.CommissionOn),
            CommissionNumber = awards.CommissionNumber, UnionOn = Typed.Day(awards.UnionOn), UnionNumber = awards.UnionNumber,
        },
        TemplateOrderForm own => new OrderInput { Answers = [.. own.Answers.Select(a => new AnswerInput { Name = a.Key, Value = a.Value })] },
        _ => new OrderInput(),
    }).ControlledBy(form.ControllerId);

    internal OrderForm Read(string kind, DateOnly today) => kind == DocumentKind.PairAssignment.Code
        ? new PairOrderForm { ControllerId = Typed.Id(Controller), PairIds = Pairs, ProgrammesBy = Typed.Day(ProgrammesBy) ?? today, Monitoring = string.IsNullOrWhiteSpace(Monitoring) ? DocumentsTexts.MonitoringUsual : Monitoring }
        : kind == DocumentKind.PlanApproval.Code
        ? new PlanOrderForm
        {
            ControllerId = Typed.Id(Controller), StartOn = Typed.Day(StartOn) ?? today, ReportsBy = Typed.Day(ReportsBy) ?? today, ReviewedBy = ReviewedBy, ReviewOn = Typed.Day(ReviewOn), ReviewNumber = ReviewNumber,
            Rows = [.. Plans.Where(r => !r.IsEmpty).Select(r => new PlanLine(Typed.Id(r.Mentor) ?? Guid.Empty, Typed.Id(r.Mentee) ?? Guid.Empty, r.Plan, Typed.Day(r.From), Typed.Day(r.To)))],
        }
        : new IncentiveOrderForm
        {
            ControllerId = Typed.Id(Controller), Period = Period, PayBy = Typed.Day(PayBy), ProposalOn = Typed.Day(ProposalOn), CommissionOn = Typed.Day(CommissionOn), CommissionNumber = CommissionNumber,
            UnionOn = Typed.Day(UnionOn), UnionNumber = UnionNumber,
            Rows = [.. Awards.Where(r => !r.IsEmpty).Select(r => new AwardLine(r.Kind, Typed.Id(r.Person) ?? Guid.Empty, r.Ground ?? "", Typed.Sum(r.Sum)))],
        };

    /// <summary>A document by a template: its words are known already.</summary>
    internal TemplateOrderForm Read(TemplateOrderForm own) => own with
    {
        Text = null, ControllerId = Typed.Id(Controller),
        Answers = Answers.Where(a => !string.IsNullOrWhiteSpace(a.Value) && !string.IsNullOrWhiteSpace(a.Name)).GroupBy(a => a.Name!, StringComparer.OrdinalIgnoreCase).ToDictionary(a => a.Key, a => a.Last().Kept),
    };

    /// <summary>One answer for each question, in the order of the questions.</summary>
    internal void Ask(IReadOnlyList<TemplateQuestion> questions)
    {
        Dictionary<string, string?> typed = Answers.Where(a => a.Name is not null).GroupBy(a => a.Name!, StringComparer.OrdinalIgnoreCase).ToDictionary(a => a.Key, a => a.Last().Value, StringComparer.OrdinalIgnoreCase);
        Answers = [.. questions.Select(q => new AnswerInput { Name = q.Name, Value = typed.GetValueOrDefault(q.Name), IsDay = q.Kind == QuestionKind.Date })];
    }

    /// <summary>A date or a sum that was typed and cannot be read; nothing is saved over it.</summary>
    internal Refusal? Unread()
    {
        foreach (string? day in new[] { ProgrammesBy, StartOn, ReportsBy, ReviewOn, PayBy, ProposalOn, CommissionOn, UnionOn }.Concat(Plans.SelectMany(p => new[] { p.From, p.To })))
            if (!string.IsNullOrWhiteSpace(day) && Typed.Day(day) is null) return new Refusal("DateUnread", DocumentsTexts.DateUnread.With(day));
        foreach (AnswerInput answer in Answers)
            if (answer.IsDay && !string.IsNullOrWhiteSpace(answer.Value) && Typed.Day(answer.Value) is null) return new Refusal("DateUnread", DocumentsTexts.DateUnread.With(answer.Value));
            else if (answer.Value?.Length > AnswerInput.Longest) return new Refusal("TooLong", DocumentsTexts.AnswerTooLong.With(answer.Name ?? "", AnswerInput.Longest));
        foreach (AwardInput award in Awards)
            if (!string.IsNullOrWhiteSpace(award.Sum) && Typed.Sum(award.Sum) is null) return new Refusal("SumUnread", DocumentsTexts.SumUnread.With(award.Sum));
        return null;
    }

    internal void AddRow(string kind)
    {
        if (kind == DocumentKind.PlanApproval.Code) Plans.Add(new PlanInput());
        else Awards.Add(new AwardInput());
    }

    /// <summary>A form begins with one empty row; empty rows are not saved.</summary>
    internal void EnsureRow()
    {
        if (Plans.Count == 0) Plans.Add(new PlanInput());
        if (Awards.Count == 0) Awards.Add(new AwardInput());
    }

    private OrderInput ControlledBy(Guid? person)
    {
        Controller = person?.ToString();
        return this;
    }
}

public sealed class PlanInput
{
    public string? Mentor { get; set; }
    public string? Mentee { get; set; }
    public string? Plan { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }

    internal bool IsEmpty => string.IsNullOrEmpty(Mentor) && string.IsNullOrEmpty(Mentee) && string.IsNullOrWhiteSpace(Plan);
}

public sealed class AwardInput
{
    public AwardKind Kind { get; set; }
    public string? Person { get; set; }
    public string? Ground { get; set; }
    public string? Sum { get; set; }

    internal bool IsEmpty => string.IsNullOrEmpty(Person) && string.IsNullOrWhiteSpace(Ground) && string.IsNullOrWhiteSpace(Sum);
}

public sealed class AnswerInput
{
    internal const int Longest = 10_000;

    public string? Name { get; set; }
    public string? Value { get; set; }

    internal bool IsDay { get; init; }

    /// <summary>A day as it is kept, however it was typed.</summary>
    internal string Kept => (IsDay ? Typed.Day(Typed.Day(Value)) : null) ?? Value!.ReplaceLineEndings("\n").Trim();
}
