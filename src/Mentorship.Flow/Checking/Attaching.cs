namespace Mentorship.Flow;

/// <summary>What goes with a mail can exist, and is there when the mail is written.</summary>
internal static class Attaching
{
    public static void Check(FlowNode mail, Inspection inspection)
    {
        if (mail.Activity.Inputs.TryGetValue(Attached.Input, out InputExpression? input) && input.Type is not ("Literal" or "Object"))
            inspection.Error("UnknownAttachment", mail, $"Вложение письма «{mail.Name}» записано выражением. Выберите его из списка: документ дела, реестр или шаг, который пишет документ.");
        foreach (string name in Attached.Of(mail))
            if (name == Attached.Document) OfDocument(mail, inspection);
            else if (name == Attached.Register) OfRegister(mail, inspection);
            else OfStep(mail, name, inspection);
    }

    private static void OfDocument(FlowNode mail, Inspection inspection)
    {
        if (inspection.Context.HasDocument == false && !Papers.AreWritten(inspection.Graph))
            inspection.Error("UnknownAttachment", mail, $"К письму «{mail.Name}» приложен документ дела, но этот процесс не идёт по маршруту документа. Уберите вложение или выберите другое.");
    }

    private static void OfRegister(FlowNode mail, Inspection inspection)
    {
        List<FlowNode> writers = [.. inspection.Graph.Nodes.Where(Attached.WritesRegister)];
        if (writers.Count == 0)
            inspection.Error("UnknownAttachment", mail, $"К письму «{mail.Name}» приложен реестр, но ни один шаг процесса его не пишет. Добавьте шаг «Документ» вида «Реестр пар» или уберите вложение.");
        else if (writers.TrueForAll(writer => !Precedence.RunsBefore(writer, mail)))
            inspection.Warning("MayNotBeWritten", mail, $"К письму «{mail.Name}» приложен реестр, а к этому времени он может быть не написан: письмо уйдёт без него. Поставьте письмо после шага «{writers[0].Name}».");
    }

    private static void OfStep(FlowNode mail, string id, Inspection inspection)
    {
        if (inspection.Graph.Find(id) is not { } step)
            inspection.Error("UnknownAttachment", mail, $"К письму «{mail.Name}» приложено то, что пишет шаг «{Ids.Short(id)}», а такого шага в процессе нет. Выберите вложение из списка.");
        else if (step.Kind != NodeKind.Document)
            inspection.Error("UnknownAttachment", mail, $"К письму «{mail.Name}» приложен шаг «{step.Name}», но документов он не пишет. Выберите шаг вида «Документ».");
        else if (!Precedence.RunsBefore(step, mail))
            inspection.Warning("MayNotBeWritten", mail, $"К письму «{mail.Name}» приложено то, что пишет шаг «{step.Name}», а к этому времени он может быть не пройден: письмо уйдёт без вложения. Поставьте письмо после него.");
    }
}
