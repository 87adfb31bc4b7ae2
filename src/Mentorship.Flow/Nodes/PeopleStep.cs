namespace Mentorship.Flow;

/// <summary>How the participants of a step are asked.</summary>
internal enum AskMode
{
    One, Any, All, Sequence, Quorum,
    /// <summary>All are asked; when enough have agreed, the others need not answer any more.</summary>
    Enough
}

/// <summary>A step that people answer: the host says who and when, then each is asked in the step's own way.</summary>
internal abstract class PeopleStep : StepKind
{
    /// <summary>The outcome «не набралось».</summary>
    public const string NotEnough = "NotEnough";

    public override bool Waits(FlowNode node) => true;
    public override bool IsTold => true;

    /// <summary>The input that names the people.</summary>
    public abstract string PeopleInput { get; }

    public virtual AskMode ModeOf(FlowNode node) => AskMode.Any;

    /// <summary>How many agreements are enough, of so many who are asked.</summary>
    public virtual int Needed(FlowNode node, int people) => 1;

    /// <summary>What a participant can answer; the first is agreement.</summary>
    public virtual IReadOnlyList<string> AnswersOf(FlowNode node) => node.Outcomes;

    /// <summary>It is left by <c>NotEnough</c> at its deadline.</summary>
    public static bool EndsWhenDue(FlowNode node) => node.Outcomes.Contains(NotEnough);

    /// <summary>An answer that ends the step for everybody at once.</summary>
    public virtual bool Closes(FlowNode node, string outcome) => false;

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        StepState fresh = new(step.Id, step.NodeId, step.Kind, step.Round, step.Scope) { Trail = step.Trail, Values = step.Values, EventAt = step.EventAt ?? AfterEvents.Past(run, node, step) };
        run.Replace(fresh);
        Preparing.Ask(run, fresh);
    }

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (node.Text("mode") is { } mode && !AskModes.Known(mode))
            inspection.Error("UnknownMode", node, mode.StartsWith(AskModes.OfQuorum, StringComparison.Ordinal)
                ? $"Шаг «{node.Name}»: кворум «{mode[AskModes.OfQuorum.Length..]}» – не число больше нуля и не процент до 100. Впишите, например: 3 или 60 %."
                : $"Шаг «{node.Name}»: неизвестный порядок опроса «{mode}». Выберите: один, любой, все, кворум или по очереди.");
        inspection.People(node, node.Text(PeopleInput));
        if (Reminders.Read(node).Problem is { } reminders) inspection.Error("BadReminders", node, $"Напоминания шага «{node.Name}»: {reminders}");
        (Escalation? escalation, string? problem) = Escalation.Read(node);
        if (problem is not null) inspection.Error("BadEscalation", node, $"Эскалация шага «{node.Name}»: {problem}");
        else if (escalation is not null) inspection.People(node, escalation.To);
    }

    /// <summary>A number that those who are asked can never reach; where nobody is, that is said already.</summary>
    protected static void CheckReach(FlowNode node, Inspection inspection, Share? share, string? people, bool oneByOne)
    {
        if (share?.Number is { } number && inspection.CountPeople(people, oneByOne) is { } asked and > 0 && number > asked)
            inspection.Warning("MoreThanAsked", node, $"Шаг «{node.Name}»: нужно {number}, а спрашивают только {asked}. Хватит ответов всех; уменьшите число или добавьте людей.");
    }
}

/// <summary>Reads <c>one, all, any, sequence, quorum:n, quorum:n%</c>.</summary>
internal static class AskModes
{
    public const string OfQuorum = "quorum:";

    public static bool Known(string text) => text is "one" or "all" or "any" or "sequence" || Quorum(text) is not null;

    public static AskMode Read(string? text, AskMode otherwise) => text switch
    {
        "one" => AskMode.One,
        "any" => AskMode.Any,
        "all" => AskMode.All,
        "sequence" => AskMode.Sequence,
        _ => Quorum(text) is not null ? AskMode.Quorum : otherwise
    };

    /// <summary>The part after <c>quorum:</c>, or null.</summary>
    public static Share? Quorum(string? text) =>
        text is not null && text.StartsWith(OfQuorum, StringComparison.Ordinal) && text.AsSpan(OfQuorum.Length).Trim().Length > 0 ? Share.Read(text[OfQuorum.Length..]) : null;
}
