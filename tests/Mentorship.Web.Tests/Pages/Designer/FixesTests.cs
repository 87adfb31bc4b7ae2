using Mentorship.Flow;
using Mentorship.Flow.Tests;
using Mentorship.Web.Pages.Designer;
using Mentorship.Web.Pages.Designer.Checking;

namespace Mentorship.Web.Tests.Pages.Designer;

/// <summary>Whatever way out is offered can be gone, and ends its problem.</summary>
public sealed class FixesTests
{
    public static TheoryData<string, Action<FlowchartBuilder>> Broken => new()
    {
        { "LooseOutcome", root => { Begin(root).Add("Mentorship.Document", "draft", "Проект").Text("kind", "order"); root.Add("Mentorship.Approval", "concur", "Согласовать").Text("approver", "role:deputy"); root.Connect("start", "draft").Connect("draft", "concur"); } },
        { "Unreachable", root => Begin(root).Add("Mentorship.Task", "alone", "Сам по себе").Text("assignee", "role:curator") },
        { "UnknownOutcome", root => { Begin(root).Add("Mentorship.Task", "a", "А").Text("assignee", "role:curator"); root.Add("Elsa.End", "end", "Конец"); root.Connect("start", "a").Connect("a", "end", "Polished"); root.Connect("a", "end"); } },
        { "UnknownType", root => { Begin(root).Add("Acme.Robot", "robot", "Робот"); root.Connect("start", "robot"); } },
        { "EmptyContainer", root => { Begin(root).AddStage("stage", "Этап", _ => { }); root.Connect("start", "stage"); } },
        { "UnknownVariable", root => { Begin(root).Add("Elsa.FlowDecision", "choice", "Развилка").JavaScript("condition", "variables.sum > 0"); root.Connect("start", "choice"); } },
        { "UnknownVariable", root => Asked(root, "scale") },
        { "UnknownVariable", root => Asked(root, "multiple") },
    };

    private static void Asked(FlowchartBuilder root, string kind)
    {
        Begin(root).Add("Mentorship.Survey", "survey", "Анкета").Text("people", "role:mentor").Text("form", $$"""{"questions":[{"kind":"{{kind}}","text":"Как?","options":["так","иначе"],"field":"result"}]}""");
        root.Connect("start", "survey");
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Edits_OfAProblem_EndIt(string code, Action<FlowchartBuilder> draw)
    {
        DesignerSession session = new(Some.Process(draw));
        Problem problem = session.Problems.First(p => p.Code == code);

        List<Fix> edits = [.. Fixes.Of(problem, session).Where(f => f.Edit is not null)];

        Assert.NotEmpty(edits);
        foreach (Fix fix in edits)
        {
            Assert.Null(session.Apply(fix.Edit!).Refusal);
            Assert.DoesNotContain(problem, session.Problems);
            session.Undo();
        }
    }

    [Theory]
    [InlineData("У шага «Done» исход «Rejected» никуда не ведёт.", "У шага «Done» исход «Отклонено» никуда не ведёт.")]
    [InlineData("Нет исхода «да». Выберите исход из списка: Approved, Returned.", "Нет исхода «да». Выберите исход из списка: Согласовано, Возвращено.")]
    [InlineData("Шаг «mentor» поручен роли «mentor», но её сейчас никто не исполняет.", "Шаг «mentor» поручен роли «наставник», но её сейчас никто не исполняет.")]
    public void Problem_ThatNamesOutcomesOrRoles_NamesThemInRussian(string said, string shown) => Assert.Equal(shown, StepWords.BriefMessage(said));

    [Fact]
    public void AReturn_IsOfferedTheStepBefore()
    {
        DesignerSession session = DesignerSessionTests.Open("order-pairs");
        session.Apply(new CutArrow("concur", "Returned", "rework"));

        Fix back = Fixes.Of(session.Problems.First(p => p.Code == "LooseOutcome"), session)[0];

        Assert.Null(session.Apply(back.Edit!).Refusal);
        Assert.DoesNotContain(session.Problems, p => p.Code == "LooseOutcome");
    }

    [Theory]
    [InlineData("Mentorship.Signature", "NoSignatory", "signer")]
    [InlineData("Mentorship.Task", "NobodyNamed", "assignee")]
    [InlineData("Elsa.FlowDecision", "NoCondition", "condition")]
    [InlineData("Elsa.Delay", "NoInstant", "timeSpan")]
    [InlineData("Mentorship.Survey", "BadForm", "form")]
    public void AMissingSetting_LeadsToIt(string type, string code, string input)
    {
        DesignerSession session = new(Some.OneStep(type));

        Assert.Contains(Fixes.Of(session.Problems.First(p => p.Code == code), session), fix => fix.Input == input);
    }

    [Fact]
    public void WhileLocked_NoEditIsOffered()
    {
        DesignerSession session = new(Some.Process(root => Begin(root).Add("Mentorship.Task", "alone", "Сам по себе")));
        session.Lock("Правит другой человек.");

        Assert.All(session.Problems.SelectMany(p => Fixes.Of(p, session)), fix => Assert.Null(fix.Edit));
        Assert.Equal("Locked", session.Apply(new RemoveSteps(["alone"])).Refusal!.Code);
        Assert.NotNull(session.Graph.Find("alone"));
    }

    private static FlowchartBuilder Begin(FlowchartBuilder root)
    {
        root.Add("Elsa.Start", "start", "Начало");
        return root;
    }
}
