namespace Mentorship.Flow;

/// <summary>People fill in a form; when enough have, the others need not any more.</summary>
internal sealed class SurveyStep : EnoughStep
{
    public override NodeKind Kind => NodeKind.Survey;
    public override IReadOnlyList<string> Types { get; } = ["Mentorship.Survey"];
    public override IReadOnlyList<string> AnswersOf(FlowNode node) => JustDone;

    public override void Check(FlowNode node, Inspection inspection)
    {
        base.Check(node, inspection);
        (SurveyForm? form, string? problem) = SurveyForm.Read(node.Json("form"));
        if (problem is not null) inspection.Error("BadForm", node, $"Анкета «{node.Name}»: {problem}");
        foreach (SurveyQuestion question in form?.Questions ?? []) CheckField(node, question, inspection);
        CheckDeadline(node, inspection);
    }

    /// <summary>A mean goes into a number, an option into a text.</summary>
    private static void CheckField(FlowNode node, SurveyQuestion question, Inspection inspection)
    {
        if (question.Field is not { } name) return;
        string what = $"Анкета «{node.Name}»: итог вопроса «{(question.Text.Length <= 80 ? question.Text : question.Text[..79] + "…")}»";
        if (SetVariableStep.DeclarationOf(inspection.Graph, node, name) is not { } variable)
            inspection.Error("UnknownVariable", node, $"{what} идёт в поле «{name}», которого в процессе нет. Добавьте его в процесс или выберите другое.");
        else if (question.Kind == QuestionKind.Scale ? !variable.IsNumber : variable.IsNumber || variable.IsFlag || inspection.Definition.MeaningOf(name) is not null)
            inspection.Error("WrongVariable", node, $"{what} – {(question.Kind == QuestionKind.Scale ? "число" : "текст варианта")}, а поле «{inspection.Definition.LabelOf(name)}» другого вида. Выберите {(question.Kind == QuestionKind.Scale ? "числовое поле" : "текстовое поле")} или добавьте новое.");
    }
}

/// <summary>People give consent to one purpose, or refuse it: a refusal is an answer too.</summary>
internal sealed class ConsentsStep : EnoughStep
{
    private static readonly IReadOnlyList<string> GivenOrRefused = ["Done", "Refused"];

    public override NodeKind Kind => NodeKind.Consents;
    public override IReadOnlyList<string> Types { get; } = ["Mentorship.Consents"];
    public override IReadOnlyList<string> AnswersOf(FlowNode node) => GivenOrRefused;

    public override void Check(FlowNode node, Inspection inspection)
    {
        base.Check(node, inspection);
        if (ConsentForm.Read(node.Json("form")).Problem is { } problem) inspection.Error("BadForm", node, $"Согласия «{node.Name}»: {problem}");
    }
}

/// <summary>Somebody confirms that the programme has the pairs it needs; how many those are, the host knows.</summary>
internal sealed class PairsStep : EnoughStep
{
    public override NodeKind Kind => NodeKind.Pairs;
    public override IReadOnlyList<string> Types { get; } = ["Mentorship.Pairs"];
    public override AskMode ModeOf(FlowNode node) => AskMode.Any;
    public override IReadOnlyList<string> AnswersOf(FlowNode node) => JustDone;
    protected override bool CountsPeople => false;

    public override void Check(FlowNode node, Inspection inspection)
    {
        base.Check(node, inspection);
        CheckDeadline(node, inspection);
    }
}
