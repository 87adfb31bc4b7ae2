using Mentorship.Domain.People;
using Mentorship.Domain.Processes.Wording;
using Mentorship.Domain.Wording;
using Mentorship.Flow;

namespace Mentorship.Domain.Processes.Viewing;

/// <summary>Who does what by when, as the beginning of a sentence.</summary>
/// <param name="whoIs">Words for the people whom a step names.</param>
internal sealed class DoneBy(Func<string, string> whoIs, FlowGraph graph)
{
    private static readonly string[] PeopleInputs = ["assignee", "approver", "signer", "people", "drafter"];

    /// <summary>The people of a step, as it names them.</summary>
    public static string? People(FlowNode step) => PeopleInputs.Select(step.Text).FirstOrDefault(text => text is not null);

    public IReadOnlyList<SentencePart> Sentence(FlowNode step)
    {
        string people = People(step) ?? "";
        bool several = AssigneeWords.Parts(people).Count > 1 || people.Contains("relation:participants", StringComparison.Ordinal) || people.Contains("relation:responsible", StringComparison.Ordinal);
        SentencePart who = new(people.Length > 0 ? whoIs(people) : "исполнитель не назначен", InputOf(step)), title = SentencePart.TitleOf(step);
        SentencePart[] By(string one, string many) => [who, $" {(several ? many : one)} ", title, .. Term(step, "deadline")];
        return step.Kind switch
        {
            NodeKind.Task => [who, ": ", title, .. Term(step, "deadline")],
            NodeKind.Approval => [.. By("согласует", "согласуют"), .. About(step), .. Mode(step, several)],
            NodeKind.Signature => [.. By("подписывает", "подписывают"), .. About(step)],
            NodeKind.Acquaintance => [.. By("знакомится с документом:", "знакомятся с документом:"), .. About(step)],
            NodeKind.Document when people.Length > 0 => [.. By("готовит", "готовят"), .. ByTemplate(step)],
            NodeKind.Document => ["система пишет ", title, .. ByTemplate(step)],
            NodeKind.Mail => ["система отправляет письмо ", title, ": ", new(whoIs(step.Text("to") ?? ""), "to"), .. With(step)],
            NodeKind.Survey => [.. By("заполняет анкету", "заполняют анкету"), .. Results(step)],
            NodeKind.Consents => By("даёт согласие:", "дают согласие:"),
            NodeKind.Pairs => By("подтверждает пары:", "подтверждают пары:"),
            NodeKind.Wait => ["процесс ждёт: ", title, .. Waited(step, "timeSpan", WaitWords.Span), .. Waited(step, "interval", WaitWords.Span), .. Waited(step, "dateTime", WaitWords.Moment), .. Waited(step, "eventName", Titles.Quoted)],
            NodeKind.Stage => ["этап ", title],
            NodeKind.Finish => ["процесс завершается"],
            NodeKind.RunProcess => ["запускается другой процесс: ", title],
            NodeKind.Unknown => ["неизвестный шаг ", title, " здесь не выполняется"],
            _ => [$"{StepWords.Kind(step.Type)} ", title],
        };
    }

    private static IEnumerable<SentencePart> ByTemplate(FlowNode step) => Papers.TemplateOf(step) is null ? [] : [", ", new("по шаблону", Papers.Template)];

    /// <summary>« (документ «Приказ о составе»)».</summary>
    private IEnumerable<SentencePart> About(FlowNode step) => Papers.AboutOf(step, graph) is { } written ? [" (", new($"документ {SentenceView.Quote(written.Name)}", Papers.About), ")"] : [];

    /// <summary>«; во вложении: документ дела, «Реестр пар»».</summary>
    private IEnumerable<SentencePart> With(FlowNode mail) => Attached.Of(mail) is { Count: > 0 } names
        ? ["; во вложении: ", new(string.Join(", ", names.Select(name => AttachedWords.Of(name, graph))), Attached.Input)] : [];

    /// <summary>«; итоги – в полях «средняя оценка», «итог вопроса 2»».</summary>
    private IEnumerable<SentencePart> Results(FlowNode survey) => SurveyForm.Of(survey)?.Fields is { Count: > 0 } names
        ? ["; ", new($"{(names.Count == 1 ? "итог\u00A0– в поле" : "итоги\u00A0– в полях")} {string.Join(", ", names.Select(name => $"«{graph.Definition.LabelOf(name)}»"))}", "form")] : [];

    private static string InputOf(FlowNode step) => PeopleInputs.FirstOrDefault(input => step.Text(input) is not null) ?? step.Kind switch
    {
        NodeKind.Approval => "approver", NodeKind.Signature => "signer", NodeKind.Document => "drafter", NodeKind.Task => "assignee", _ => "people",
    };

    private static IEnumerable<SentencePart> Waited(FlowNode step, string input, Func<string, string> said) => step.Text(input) is { Length: > 0 } text ? [", ", new(said(text), input)] : [];

    private static IEnumerable<SentencePart> Term(FlowNode step, string input) => step.Text(input) is { Length: > 0 } text ? [", ", new(text, input)] : [];

    private static IEnumerable<SentencePart> Mode(FlowNode step, bool several) => step.Text("mode") switch
    {
        "sequence" when several => [" ", new("по очереди", "mode")],
        "any" or "one" when several => [", ", new("достаточно одного", "mode")],
        { } quorum when quorum.StartsWith("quorum:", StringComparison.Ordinal) => [", ", new($"достаточно {quorum[7..]}", "mode")],
        _ => [],
    };
}
