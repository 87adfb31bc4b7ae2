using System.Text.RegularExpressions;
using Mentorship.Domain.People;
using Mentorship.Domain.Wording;
using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer;

/// <summary>What kinds of steps and their outcomes are called.</summary>
public static partial class StepWords
{
    private const int BriefLength = 80;

    public static string Kind(FlowNode node) => node.Kind switch
    {
        NodeKind.Start => DesignerTexts.KindStart, NodeKind.End => DesignerTexts.KindEnd, NodeKind.Finish => DesignerTexts.KindFinish,
        NodeKind.Flowchart or NodeKind.Sequence => DesignerTexts.KindContainer, NodeKind.Stage => DesignerTexts.KindStage,
        NodeKind.Task => DesignerTexts.KindTask, NodeKind.Approval => DesignerTexts.KindApproval, NodeKind.Signature => DesignerTexts.KindSignature,
        NodeKind.Acquaintance => DesignerTexts.KindAcquaintance, NodeKind.Document => DesignerTexts.KindDocument, NodeKind.Mail => DesignerTexts.KindMail,
        NodeKind.Survey => DesignerTexts.KindSurvey, NodeKind.Consents => DesignerTexts.KindConsents, NodeKind.Pairs => DesignerTexts.KindPairs,
        NodeKind.Wait => DesignerTexts.KindWait, NodeKind.Choice or NodeKind.If or NodeKind.Switch => DesignerTexts.KindChoice, NodeKind.Parallel or NodeKind.Concurrent => DesignerTexts.KindParallel,
        NodeKind.Join => DesignerTexts.KindJoin, NodeKind.While => DesignerTexts.KindWhile, NodeKind.ForEach => DesignerTexts.KindForEach, NodeKind.RunProcess => DesignerTexts.KindRunProcess,
        NodeKind.Complete => DesignerTexts.KindEnd, NodeKind.Fault => DesignerTexts.KindFault, NodeKind.Unknown => DesignerTexts.KindUnknown,
        _ => DesignerTexts.KindSystem,
    };

    public static string Outcome(string outcome) => outcome switch
    {
        "Done" => DesignerTexts.OutcomeDone, "NotDone" => DesignerTexts.OutcomeNotDone, "NotEnough" => DesignerTexts.OutcomeNotEnough,
        "Approved" => DesignerTexts.OutcomeApproved, "Returned" => DesignerTexts.OutcomeReturned, "Rejected" => DesignerTexts.OutcomeRejected,
        "Signed" => DesignerTexts.OutcomeSigned, "True" => DesignerTexts.OutcomeTrue, "False" => DesignerTexts.OutcomeFalse,
        "Default" => DesignerTexts.OutcomeDefault, "Cancelled" => DesignerTexts.OutcomeCancelled,
        _ => outcome,
    };

    /// <summary>A title that fits a list; the whole is kept in the definition.</summary>
    public static string Brief(string title) => Cut(title, BriefLength);

    /// <summary>A title where there is room for some lines of it.</summary>
    public static string Long(string title) => Cut(title, 3 * BriefLength);

    /// <summary>A sentence about steps whose titles may be very long; outcomes and roles are called as everywhere.</summary>
    public static string BriefMessage(string message) => Cut(RoleIn().Replace(OutcomeIn().Replace(message, found => string.Join(", ", found.Value.Split(", ").Select(Outcome))), found => Roles.NameOf(found.Value)), 6 * BriefLength);

    [GeneratedRegex("(?<=исход[а-я]* «|списка: )[A-Za-z]+(, [A-Za-z]+)*(?=[».])")]
    private static partial Regex OutcomeIn();

    [GeneratedRegex("(?<=» поручен роли «)[A-Za-z-]+(?=», но)")]
    private static partial Regex RoleIn();

    private static string Cut(string text, int length)
    {
        string line = string.Join(' ', text[..Math.Min(text.Length, 4 * length)].Split());
        return Titles.Brief(line, length);
    }
}
