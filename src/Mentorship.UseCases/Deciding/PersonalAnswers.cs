using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Consents;
using Mentorship.Domain.Files;
using Mentorship.Domain.Pairing;
using Mentorship.Domain.Surveys;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Pairing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Deciding;

/// <summary>What a decision leaves behind beside itself: the filled-in form, the consent, or the certainty that the pairs are there. Saved with it, or not at all.</summary>
internal static class PersonalAnswers
{
    /// <summary>The decision with the values of what its task asks to fill in.</summary>
    public static Outcome<DecisionRequest> Fields(TaskOnDesk task, DecisionRequest request)
    {
        if (task.Item.Kind != WorkKind.Do || request.Outcome != "Done" || task.Opened.Graph.Find(task.Item.NodeId) is not { } node) return request;
        (IReadOnlyDictionary<string, object?>? values, string? problem) = WorkFields.Take(WorkFields.Of(task.Opened.Graph, node), request.Filled);
        return problem is null ? request with { Values = values } : new Refusal("FieldsMissing", problem);
    }

    /// <summary>Null when the decision may be recorded.</summary>
    public static async Task<Refusal?> StoreAsync(MentorshipDb db, TaskOnDesk task, DecisionRequest request, DateTimeOffset at, CancellationToken cancel)
    {
        switch (task.Item.Kind)
        {
            case WorkKind.Survey: return await SurveyAsync(db, task, request, at, cancel);
            case WorkKind.Consent:
                // What stands on paper is entered with its scan.
                if (request.Door != Door.Paper) db.Consents.Add(Answer(task, request, task.Opened.Around.Institution.DayOf(at), at));
                return null;
            case WorkKind.Pairs:
                PairGoal goal = await ConfirmPairs.GoalAsync(db, task, at, cancel);
                return goal.IsReached ? null : ConfirmPairs.TooFew(goal);
            default: return null;
        }
    }

    /// <summary>A person's answer about consent, as it stands in the form of the step now.</summary>
    public static Consent Answer(TaskOnDesk task, DecisionRequest request, DateOnly on, DateTimeOffset at, Guid? scan = null, Guid? enteredBy = null)
    {
        ConsentForm form = ConsentForm.Of(task.Opened.Graph.Node(task.Item.NodeId)) ?? throw new InvalidOperationException($"The step {task.Item.StepId} asks for consent without a text");
        return new Consent
        {
            InstitutionId = task.Item.InstitutionId, PersonId = request.PersonId, Purpose = form.Purpose, Given = request.Outcome == "Done", On = on, Door = request.Door,
            TextSha256 = Hash.OfText(form.Text), ProcessVersionId = task.Opened.Case.ProcessVersionId, WorkItemId = task.Item.Id, ScanFileId = scan, EnteredBy = enteredBy, RecordedAt = at,
        };
    }

    private static async Task<Refusal?> SurveyAsync(MentorshipDb db, TaskOnDesk task, DecisionRequest request, DateTimeOffset at, CancellationToken cancel)
    {
        FlowNode node = task.Opened.Graph.Node(task.Item.NodeId);
        SurveyForm form = SurveyForm.Of(node) ?? throw new InvalidOperationException($"The step {task.Item.StepId} asks questions without a form");
        if (request.Filled is not { } filled) return OpenForm;
        (string? content, Refusal? missing) = SurveyReply.Take(form, filled);
        if (content is null) return missing;
        // Whoever is asked again in the same step answers in place of before.
        if (!form.Anonymous)
            db.SurveyAnswers.RemoveRange(await db.SurveyAnswers.Where(a => a.CaseId == task.Item.CaseId && a.StepId == task.Item.StepId && a.Occurrence == task.Item.Occurrence && a.PersonId == request.PersonId).ToListAsync(cancel));
        db.SurveyAnswers.Add(new SurveyAnswer
        {
            Id = form.Anonymous ? SurveyAnswer.AnonymousId() : Guid.CreateVersion7(), InstitutionId = task.Item.InstitutionId, CaseId = task.Item.CaseId,
            NodeId = node.Id, StepId = task.Item.StepId, Occurrence = task.Item.Occurrence, FormSha256 = SurveyReply.Sha256(node),
            PersonId = form.Anonymous ? null : request.PersonId, At = form.Anonymous ? null : at, Content = content,
        });
        return null;
    }

    private static Refusal OpenForm { get; } = new("FormNeeded", "Откройте анкету и ответьте на её вопросы: закрыть её без ответов нельзя.");
}
