namespace Mentorship.Domain.Documents;

/// <summary>A kind of document: its code, its Russian name, its route in <c>workflows/</c>, and what it touches.</summary>
/// <param name="Code">Also the key of its route's process.</param>
/// <param name="Name">«Приказ о закреплении наставнических пар».</param>
/// <param name="TouchesPeople">Money, personnel or minors: concurring by a mail link then needs the PIN.</param>
/// <param name="Book">Code of the registration book that numbers it.</param>
/// <param name="SimpleSignatureSuffices">A simple electronic signature is enough where the institution has decided so; else paper only.</param>
/// <param name="Retention">Class of retention, as DOMAIN names it.</param>
public sealed record DocumentKind(string Code, string Name, bool TouchesPeople, string Book, bool SimpleSignatureSuffices, string Retention)
{
    public static DocumentKind RoadmapApproval { get; } = new("order-roadmap", "Приказ об утверждении дорожной карты", false, "main", true, "постоянно");
    public static DocumentKind PairAssignment { get; } = new("order-pairs", "Приказ о закреплении наставнических пар", true, "staff", true, "50/75 лет");
    public static DocumentKind PlanApproval { get; } = new("order-plans", "Приказ об утверждении индивидуальных планов", true, "main", true, "5 лет");
    public static DocumentKind Incentive { get; } = new("order-incentive", "Приказ о поощрении наставников", true, "staff", true, "50/75 лет");


    /// <summary>Written by a template of the institution: whom and what it touches is not known beforehand.</summary>
    public static DocumentKind ByTemplate { get; } = new("order-own", "Приказ по шаблону учреждения", true, "main", true, "постоянно");

    /// <summary>A local act.</summary>
    public static DocumentKind Regulation { get; } = new("regulation", "Положение", false, "acts", true, "постоянно");

    public static IReadOnlyList<DocumentKind> All { get; } = [RoadmapApproval, PairAssignment, PlanApproval, Incentive, ByTemplate, Regulation];

    public static DocumentKind Of(string code) => All.FirstOrDefault(k => k.Code == code) ?? throw new ArgumentOutOfRangeException(nameof(code), code, "No such kind of document");
}
