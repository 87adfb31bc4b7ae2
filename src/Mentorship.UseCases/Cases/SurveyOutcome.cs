using Mentorship.Domain.Surveys;
using Mentorship.Flow;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Cases;

/// <summary>Tells a process what a survey of it came to, once it is over: sums only, so that nothing in the case lets anybody tell one person's answer.</summary>
internal static class SurveyOutcome
{
    public static async Task<SurveySummedUp> AnswerAsync(MentorshipDb db, OpenedCase opened, SumUpSurvey asked, DateTimeOffset at, CancellationToken cancel)
    {
        FlowNode node = opened.Graph.Node(asked.NodeId);
        string seal = SurveyReply.Sha256(node);
        await db.SurveyAnswers.AsTracking().Where(a => a.CaseId == opened.Case.Id && a.StepId == asked.Step && a.Occurrence == asked.Occurrence).LoadAsync(cancel);
        // The answer that ended it is not saved yet; one that was given anew stands in place of the old.
        string[] contents = [.. db.SurveyAnswers.Local.Where(a => a.CaseId == opened.Case.Id && a.StepId == asked.Step && a.Occurrence == asked.Occurrence && a.FormSha256 == seal).Select(a => a.Content)];
        return new SurveySummedUp(at, asked.Step, SurveyResults.Of(SurveyForm.Of(node)!, node.Name, contents.Length, contents).Values);
    }
}
