namespace Mentorship.Flow;

/// <summary>Documents that a process has of its own: a Document step with a <c>template</c> brings one forth, other steps are about it.</summary>
public static class Papers
{
    public const string Template = "template", About = "document";

    /// <summary>The code of the template by which the step's document is written; null where it writes none of its own.</summary>
    public static string? TemplateOf(FlowNode step) => step.Kind == NodeKind.Document && step.Text(Template)?.Trim() is { Length: > 0 } code ? code : null;

    /// <summary>The Document step whose document the step is about, as it says itself; null where it says none that is there.</summary>
    public static FlowNode? AboutOf(FlowNode step, FlowGraph graph) =>
        step.Text(About) is { } id && graph.Find(id) is { } named && TemplateOf(named) is not null ? named : null;

    /// <summary>Some step says itself that it is about the document of this one, or a mail that it carries it.</summary>
    private static bool IsAskedFor(FlowNode step, FlowGraph graph) => graph.Nodes.Any(n => AboutOf(n, graph) == step || n.Kind == NodeKind.Mail && Attached.Of(n).Contains(step.Id));

    /// <summary>Some step of the process brings a document forth.</summary>
    public static bool AreWritten(FlowGraph graph) => graph.WritesPapers;

    internal static void CheckTemplate(FlowNode step, Inspection inspection)
    {
        if (TemplateOf(step) is { } code)
        {
            if (inspection.Context.HasDocument == true && !IsAskedFor(step, inspection.Graph))
                inspection.Warning("SecondDocument", step, $"Шаг «{step.Name}» составит второй документ: свой у этого процесса уже есть, его и согласуют, и подписывают, а второй так и останется проектом. Чтобы готовить сам документ, уберите у шага шаблон; если нужны оба, укажите в согласовании и подписи второго, о каком они документе.");
            if (inspection.Context.IsTemplateKnown is { } known && !known(code))
                inspection.Error("UnknownTemplate", step, $"Документ «{step.Name}» составляется по шаблону, которого в этом учреждении нет. Выберите шаблон из списка или добавьте его на странице «Шаблоны документов».");
        }
        else if (step.Text("kind") is { } kind && inspection.Context.TemplateKinds.Contains(kind) && inspection.Context.HasDocument != true)
            inspection.Error("NoTemplate", step, $"У документа «{step.Name}» не выбран шаблон. Выберите его из списка.");
    }

    internal static void CheckAbout(FlowNode step, Inspection inspection)
    {
        if (AboutOf(step, inspection.Graph) is { } written && !Precedence.RunsBefore(written, step))
            inspection.Warning("MayNotBeWritten", step, $"Шаг «{step.Name}» – о документе шага «{written.Name}», а к этому времени он может быть не составлен. Поставьте шаг после него.");
    }
}
