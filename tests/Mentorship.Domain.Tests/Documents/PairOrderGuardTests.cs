using Mentorship.Domain.Documents.Orders;

namespace Mentorship.Domain.Tests.Documents;

public sealed class PairOrderGuardTests
{
    [Fact]
    public void Check_WholeRows_HasNoProblem() => Assert.Empty(Check(SomeOrder.EmployeeRow(), SomeOrder.PupilRow()));

    [Fact]
    public void Check_NoRows_Refuses() => Assert.Equal("pair-order.empty", Assert.Single(PairOrderGuard.Check([], SomeOrder.Today)).Refusal.Code);

    [Fact]
    public void Check_WithoutConsents_NamesRowPeopleAndStep()
    {
        var problems = PairOrderGuard.Check([SomeOrder.PupilRow(), SomeOrder.EmployeeRow() with { ConsentMentor = null, ConsentMentee = new PairConsent(null, " ") }], SomeOrder.Today);
        Assert.Equal(["pair-order.no-consent-mentor", "pair-order.no-consent-mentee"], problems.Select(problem => problem.Refusal.Code));
        Assert.All(problems, problem => Assert.Equal(2, problem.Row));
        Assert.Equal("Строка 2 (Петров И. И. – Кравец М. Л.): нет согласия наставника. Укажите дату согласия или приложите скан.", problems[0].Refusal.Text.Replace('\u00A0', ' '));
    }

    [Fact]
    public void Check_ScanInsteadOfDate_IsEnough() => Assert.Empty(Check(SomeOrder.EmployeeRow() with { ConsentMentor = new PairConsent(null, "scan.pdf") }));

    [Fact]
    public void Check_ConsentOfTomorrow_Refuses() =>
        Assert.Equal("pair-order.future-consent-mentee", Assert.Single(Check(SomeOrder.EmployeeRow() with { ConsentMentee = new PairConsent(SomeOrder.Today.AddDays(1)) })).Refusal.Code);

    [Fact]
    public void Check_EmployeesWithoutAgreement_RefusesUntilReasonIsTyped()
    {
        PairRow row = SomeOrder.EmployeeRow() with { Agreement = new PairAgreement(" ") };
        Assert.Equal("pair-order.no-agreement", Assert.Single(Check(row)).Refusal.Code);
        Assert.Equal("pair-order.no-agreement", Assert.Single(Check(row with { UnpaidReason = "  " })).Refusal.Code);
        Assert.Empty(Check(row with { UnpaidReason = "входит в должностные обязанности" }));
    }

    [Theory]
    [InlineData(2025, 2, 28, 0)]
    [InlineData(2025, 3, 1, 1)]
    public void Check_AgreementIsAskedSinceMarch2025(int year, int month, int day, int problems)
    {
        PairRow row = SomeOrder.EmployeeRow() with
        {
            Agreement = null, From = new DateOnly(2025, 1, 15), To = new DateOnly(2025, 5, 31),
            ConsentMentor = new PairConsent(new DateOnly(2025, 1, 10)), ConsentMentee = new PairConsent(new DateOnly(2025, 1, 10)),
        };
        Assert.Equal(problems, PairOrderGuard.Check([row], new DateOnly(year, month, day)).Count);
    }

    [Fact]
    public void Check_ExternalMentor_NeedsNoAgreement() =>
        Assert.Empty(Check(SomeOrder.EmployeeRow() with { Agreement = null, Mentor = new PairParticipant(SomeOrder.Mentor, ParticipantKind.External) }));

    [Fact]
    public void Check_WrongRows_RefusesEach()
    {
        Assert.Equal("pair-order.term", Assert.Single(Check(SomeOrder.EmployeeRow() with { To = new DateOnly(2026, 9, 30) })).Refusal.Code);
        Assert.Equal("pair-order.no-term", Assert.Single(Check(SomeOrder.EmployeeRow() with { To = null })).Refusal.Code);
        Assert.Equal("pair-order.twice", Assert.Single(Check(SomeOrder.EmployeeRow(), SomeOrder.EmployeeRow())).Refusal.Code);
        Assert.Equal("pair-order.same-person", Assert.Single(Check(SomeOrder.Row(new PairParticipant(SomeOrder.Mentor, ParticipantKind.Employee)))).Refusal.Code);
    }

    private static IReadOnlyList<PairRowProblem> Check(params PairRow[] rows) => PairOrderGuard.Check(rows, SomeOrder.Today);
}
