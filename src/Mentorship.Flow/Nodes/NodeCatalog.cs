namespace Mentorship.Flow;

/// <summary>Which kind a type on disk means.</summary>
internal static class NodeCatalog
{
    private static readonly UnknownStep Unknown = new();
    private static readonly ForeignStep Foreign = new();

    private static readonly Dictionary<string, StepKind> ByType = new StepKind[]
    {
        new StartStep(), new EndStep(), new FinishStep(),
        new FlowchartStep(), new SequenceStep(), new StageStep(),
        new TaskStep(), new ApprovalStep(), new SignatureStep(), new AcquaintanceStep(), new DocumentStep(), new MailStep(),
        new SurveyStep(), new ConsentsStep(), new PairsStep(),
        new DelayStep(), new StartAtStep(), new EventStep(),
        new CronStep(), new PublishEventStep(),
        new ChoiceStep(), new FlowSwitchStep(), new ParallelStep(), new JoinStep(), new FaultStep(), new CompleteStep(), new BreakStep(),
        new IfStep(), new SwitchStep(), new WhileStep(), new ForEachStep(), new ConcurrentStep(), new RunProcessStep(),
        new SetVariableStep(), new SetNameStep(), new CorrelateStep(), new WriteLineStep()
    }.SelectMany(kind => kind.Types.Select(type => (type, kind))).ToDictionary(p => p.type, p => p.kind, StringComparer.Ordinal);

    public static StepKind For(string type, bool foreignAsApproval) =>
        ByType.TryGetValue(type, out StepKind? kind) ? kind : foreignAsApproval ? Foreign : Unknown;
}
