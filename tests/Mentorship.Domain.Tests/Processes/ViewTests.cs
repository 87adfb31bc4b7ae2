using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes.Viewing;
using Mentorship.Domain.Processes.Wording;
using Mentorship.Flow;

namespace Mentorship.Domain.Tests.Processes;

public sealed class ViewTests
{
    private static readonly StaffDirectory Nobody = new([], []);

    private static ProcessDefinition Order()
    {
        DefinitionBuilder builder = new("0123456789abcdef", "order", "Приказ");
        builder.Root.Add("Elsa.Start", "start", "Начало");
        builder.Root.Add("Mentorship.Document", "draft", "Приказ").Text("drafter", "role:curator").Text("kind", "order");
        builder.Root.Add("Mentorship.Signature", "sign", "Подпись приказа").Text("signer", "role:director").Text("deadline", "до 15 сентября");
        builder.Root.Add("Elsa.FlowDecision", "money", "Деньги?").JavaScript("condition", "variables.sum > 0 && variables.kind === \"employee\"");
        builder.Root.Add("Mentorship.Approval", "pay", "Оплата").Text("approver", "role:accountant,role:deputy").Text("mode", "quorum:1");
        builder.Root.AddStage("s1", "Итоги", body =>
        {
            body.Add("Mentorship.Task", "report", "Написать отчёт").Text("number", "1.1").Text("assignee", "role:mentor").Text("deadline", "май").Text("result", "Отчёт");
            body.Add("Mentorship.Task", "meet", "Встречаться").Text("assignee", "role:mentor").Text("deadline", "ежемесячно");
            body.Add("Mentorship.Task", "none", "Когда-нибудь");
            body.StartAll("s1-start");
        });
        builder.Root.Connect("start", "draft").Connect("draft", "sign").Connect("sign", "money", "Signed").Connect("sign", "draft", "Returned").Connect("money", "pay", "True").Connect("money", "s1", "False").Connect("pay", "s1", "Approved");
        return builder.Build();
    }

    [Fact]
    public void Sentences_TellTheWholeProcess_EachWithItsStep()
    {
        SentenceView view = SentenceView.Of(Order(), Nobody);
        Assert.Equal([(null, "Приказ"), ("s1", "Итоги")], view.Groups.Select(g => (g.NodeId, g.Heading)));
        Assert.Equal(
        [
            "draft: Куратор готовит «Приказ».",
            "sign: Руководитель подписывает «Подпись приказа», до 15 сентября; если вернёт\u00A0– снова «Приказ».",
            "money: Если sum больше 0 и kind равно «employee», то «Оплата»; иначе «Итоги».",
            "pay: Бухгалтер, заместитель руководителя согласуют «Оплата», достаточно 1.",
            "s1: Этап «Итоги».",
        ], view.Groups[0].Sentences.Select(s => $"{s.NodeId}: {s.Text}"));
        Assert.Equal("Одновременно начинаются: «Написать отчёт», «Встречаться», «Когда-нибудь».", view.Groups[1].Sentences[0].Text);
        Assert.Contains(view.Groups[1].Sentences, s => s is { NodeId: "none", Text: "Исполнитель не назначен: «Когда-нибудь»." });
    }

    [Theory]
    [InlineData("Elsa.Delay", "timeSpan", "3.00:00:00", "Процесс ждёт: «Пауза», 3\u00A0дня.")]
    [InlineData("Elsa.Delay", "timeSpan", "PT36H", "Процесс ждёт: «Пауза», 36\u00A0часов.")]
    [InlineData("Elsa.Timer", "interval", "00:01:00", "Процесс ждёт: «Пауза», 1\u00A0минута.")]
    [InlineData("Elsa.StartAt", "dateTime", "2026-10-01T09:00:00+03:00", "Процесс ждёт: «Пауза», до 1\u00A0октября 2026\u00A0г., 9:00.")]
    [InlineData("Elsa.StartAt", "dateTime", "когда-нибудь", "Процесс ждёт: «Пауза», когда-нибудь.")]
    [InlineData("Elsa.Event", "eventName", "сбор «Старт»", "Процесс ждёт: «Пауза», «сбор „Старт“».")]
    public void Sentences_OfAStepThatWaits_SayForWhatAsPeopleDo(string type, string input, string value, string said)
    {
        DefinitionBuilder builder = new("0123456789abcdef", "wait", "Ждать");
        builder.Root.Add("Elsa.Start", "start", "Начало");
        builder.Root.Add(type, "pause", "Пауза").Text(input, value);
        builder.Root.Connect("start", "pause");
        Assert.Equal(said, SentenceView.Of(builder.Build(), Nobody).Groups[0].Sentences.Single(s => s.NodeId == "pause").Text);
    }

    [Fact]
    public void Sentences_SayNumbersAsPeopleDo_AndABranchingWithoutBranchesSaysWhatToDo()
    {
        DefinitionBuilder builder = new("0123456789abcdef", "fork", "Ветви");
        builder.Root.Add("Elsa.Start", "start", "Начало");
        builder.Root.Add("Elsa.FlowDecision", "money", "Деньги?").JavaScript("condition", "variables.sum2 > 10000 && variables.share <= 0.5 && variables.note === \"5000 руб\"");
        builder.Root.Add("Elsa.FlowFork", "fork", "Вместе");
        builder.Root.Connect("start", "money").Connect("money", "fork", "True");
        IReadOnlyList<Sentence> told = SentenceView.Of(builder.Build(), Nobody).Groups[0].Sentences;
        Assert.StartsWith("Если sum2 больше 10\u00A0000 и share не больше 0,5 и note равно «5000 руб», то", told.Single(s => s.NodeId == "money").Text, StringComparison.Ordinal);
        Assert.Equal("Ветвей пока нет: проведите стрелки к шагам, которые начнутся вместе.", told.Single(s => s.NodeId == "fork").Text);
    }

    [Fact]
    public void Table_HasARowForEachStep_WithWhatComesNext()
    {
        ProcessTable table = ProcessTable.Of(Order(), Nobody);
        Assert.Equal(["draft", "sign", "money", "pay", "s1"], table.Groups[0].Rows.Select(r => r.NodeId));
        TableRow sign = table.Groups[0].Rows[1];
        Assert.Equal(("подпись", "руководитель", "до 15 сентября"), (sign.Kind, sign.Who, sign.Deadline));
        Assert.Equal(["подписано → Деньги? False", "возвращено → Приказ True"], sign.Next.Select(n => $"{n.Outcome} → {n.Title} {n.Again}"));
        Assert.Equal(("1.1", "Отчёт"), (table.Groups[1].Rows[0].Number, table.Groups[1].Rows[0].Result));
    }

    [Fact]
    public void Calendar_ShowsEachItemFromTo_OrSaysWhyNot()
    {
        ProcessCalendar calendar = ProcessCalendar.Of(Order(), PlanContext.Of(new SchoolYear(2026), InstitutionCalendar.ByRule), new Institution { Name = "Школа", ShortName = "Школа" });
        CalendarItem Of(string id) => calendar.Items.Single(i => i.NodeId == id);
        Assert.Equal((new DateOnly(2027, 5, 1), new DateOnly(2027, 5, 31)), (Of("report").Bars.Single().From, Of("report").Bars.Single().To));
        Assert.True(Of("meet").Bars.Count > 8);
        Assert.Equal((CalendarNote.NeedsDeadline, CalendarNote.AfterTheStepBefore, CalendarNote.None), (Of("none").Note, Of("draft").Note, Of("sign").Note));
        Assert.Equal(("s1", null), (Of("report").StageId, Of("sign").StageId));
        Assert.All(calendar.Items.SelectMany(i => i.Bars), b => Assert.True(calendar.From <= b.From && b.From <= b.To && b.To <= calendar.To));
    }

    [Fact]
    public void Views_OfAProcessThatIsNotInOrder_StillShowEveryStep()
    {
        DefinitionBuilder builder = new("0123456789abcdef", "odd", "Странный");
        builder.Root.Add("Acme.Robot", "robot", "<script>alert(1)</script>");
        builder.Root.Add("Mentorship.Task", "lonely", new string('я', 10_000));
        builder.Root.Add("Mentorship.Approval", "circle", "По кругу").Text("approver", "person:нет,relation:mentor");
        builder.Root.Connect("circle", "circle", "Returned").Connect("robot", "nowhere");
        ProcessDefinition definition = builder.Build();
        Assert.Equal(["circle", "lonely", "robot"], SentenceView.Of(definition, Nobody).Groups.SelectMany(g => g.Sentences).Select(s => s.NodeId).Order());
        Assert.Equal(3, ProcessTable.Of(definition, Nobody).Groups.Sum(g => g.Rows.Count));
        Assert.All(SentenceView.Of(definition, Nobody).Groups.SelectMany(g => g.Sentences), s => Assert.InRange(s.Text.Length, 1, 400));
        Assert.Single(ProcessCalendar.Of(definition, PlanContext.Of(new SchoolYear(2026), InstitutionCalendar.ByRule), new Institution { Name = "Школа", ShortName = "Школа" }).Items, i => i.NodeId == "lonely");
    }

    [Fact]
    public void Changes_AreSentences()
    {
        ProcessDefinition before = Order(), after = before;
        foreach (Edit edit in new Edit[] { new SetInput("sign", "deadline", "октябрь"), new SetInput("sign", "signer", new InputValue()), new RemoveSteps(["s1"]), new AddStep("flow", "Mentorship.Mail", "Письмо") { Id = "mail" } }) after = edit.Apply(after).Definition!;
        string[] words = [.. Comparison.Of(before, after).Select(c => ChangeWords.Of(c, Nobody))];
        Assert.Contains("«Подпись приказа», срок: было «до 15 сентября», стало «октябрь».", words);
        Assert.Contains("«Подпись приказа», кто подписывает: было «руководитель», теперь не указано.", words);
        Assert.Contains("Удалено: этап «Итоги», внутри 4\u00A0шага.", words);
        Assert.Contains("Добавлено: письмо «Письмо».", words);
        Assert.Contains("Убрана стрелка: «Оплата» → «Итоги» (согласовано).", words);
    }

    [Theory]
    [InlineData("window", """{"kind":"by","to":"2026-09-25"}""", """{"kind":"by","to":"2026-10-20"}""", "значение срока: было «до 25\u00A0сентября 2026\u00A0г. включительно», стало «до 20\u00A0октября 2026\u00A0г. включительно».")]
    [InlineData("form", """{"questions":[{"id":"q1"}]}""", """{"questions":[]}""", "анкета: изменено.")]
    [InlineData("form", null, """{"questions":[]}""", "анкета: теперь задано.")]
    [InlineData("form", """{"questions":[]}""", null, "анкета: теперь не указано.")]
    [InlineData("message", "{не код}", "[тоже] «нет»", "сообщение: было «{не код}», стало «[тоже] „нет“».")]
    [InlineData("timeSpan", "1.00:00:00", "02:00:00", "сколько ждать: было «1\u00A0день», стало «2\u00A0часа».")]
    public void Changes_OfAValueWrittenForTheMachine_AreSaidForPeople(string input, string? before, string? after, string said) =>
        Assert.Equal($"«Анкета», {said}", ChangeWords.Of(new DefinitionChange(ChangeKind.InputChanged, "ask", "Анкета", input, before, after), Nobody));
}
