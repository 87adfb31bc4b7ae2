using Mentorship.Domain.Cases;
using Mentorship.Domain.Wording;
using Mentorship.UseCases.Authoring.Progress;
using Mentorship.Web.Pages.Designer.Diagram;
using Mentorship.Web.Parts;
using SheetOfProgress = Mentorship.UseCases.Authoring.Progress.ProgressView;

namespace Mentorship.Web.Pages.Designer.Views.Progress;

/// <summary>How a case stands, in words: for its table, its drawing and its sentences.</summary>
internal static class ProgressWords
{
    /// <summary>What comes later is only named as far as one reads.</summary>
    private const int MostLater = 5;

    public static string Of(CaseStatus status) => status switch
    {
        CaseStatus.Running => ViewTexts.CaseRunning, CaseStatus.Suspended => ViewTexts.CaseSuspended, CaseStatus.Cancelled => ViewTexts.CaseCancelled, _ => ViewTexts.CaseFinished,
    };

    public static string Counts(CaseProgress progress) =>
        ViewTexts.ProgressCounts.With(progress.Steps.Count(IsOver), progress.Steps.Count(), progress.Steps.Count(s => s.Kind == ProgressKind.Overdue));

    public static string Took(TimeSpan took) => took.TotalDays >= 1 ? Plural.Count((int)Math.Round(took.TotalDays), "день", "дня", "дней")
        : took.TotalHours >= 1 ? Plural.Count((int)Math.Round(took.TotalHours), "час", "часа", "часов") : ViewTexts.UnderAnHour;

    public static Tone ToneOf(ProgressKind kind) => kind switch
    {
        ProgressKind.Done => Tone.Ok, ProgressKind.Overdue => Tone.Late, ProgressKind.Returned or ProgressKind.Waiting => Tone.Wait, ProgressKind.Open => Tone.Info, _ => Tone.Plain,
    };

    /// <summary>Equal where nothing that is shown has changed.</summary>
    public static string Digest(SheetOfProgress view) => string.Join('\n', view.Cases.Select(c => $"{c.Id} {c.Status} {c.Title}").Append($"{view.Chosen?.Id} {view.Today}")
        .Concat((view.Chosen?.Steps ?? []).Select(s => $"{s.NodeId} {s.Kind} {s.Text} {s.Rounds} {s.LastTask} {(s.Took is { } took ? Took(took) : "")} {string.Join(' ', s.Holders)}")));

    /// <summary>What is written at the steps and stages of a drawing; what has not been begun bears nothing.</summary>
    public static IReadOnlyDictionary<string, DiagramStanding> Standings(CaseProgress progress, DateOnly today) =>
        progress.Steps.Where(s => s.Kind != ProgressKind.Later).Select(s => (Id: s.NodeId, Is: new DiagramStanding(ToneOf(s.Kind), Standing(s, today))))
            .Concat(progress.Groups.Where(g => g.NodeId is not null && g.Steps.Any(IsBegun)).Select(g => (Id: g.NodeId!, Is: OfStage(g))))
            .ToDictionary(one => one.Id, one => one.Is, StringComparer.Ordinal);

    /// <summary>«сделано 6 из 13», «6 из 13, просрочено 1»: a long programme opens with its stages folded, and must say how it goes all the same.</summary>
    private static DiagramStanding OfStage(ProgressGroup stage)
    {
        int done = stage.Steps.Count(IsOver), late = stage.Steps.Count(s => s.Kind == ProgressKind.Overdue);
        Tone tone = late > 0 ? Tone.Late : done == stage.Steps.Count ? Tone.Ok : stage.Steps.Any(s => s.Kind is ProgressKind.Returned or ProgressKind.Waiting) ? Tone.Wait : Tone.Info;
        return new DiagramStanding(tone, late > 0 ? ViewTexts.StageLate.With(done, stage.Steps.Count, late) : ViewTexts.StageCounts.With(done, stage.Steps.Count));
    }

    private static bool IsOver(StepProgress step) => step.Kind is ProgressKind.Done or ProgressKind.Passed;

    private static bool IsBegun(StepProgress step) => step.Kind is not (ProgressKind.Later or ProgressKind.Scheduled);

    public static IReadOnlyList<ProgressPart> Told(CaseProgress progress, DateOnly today)
    {
        // Partings, meetings and choices say nothing to a reader.
        List<StepProgress> steps = [.. progress.Steps.Where(s => !s.Type.StartsWith("Elsa.Flow", StringComparison.Ordinal))], later = [.. steps.Where(s => s.Kind == ProgressKind.Later)];
        ProgressPart[] parts =
        [
            Part("now", ViewTexts.ToldNow, steps.Where(s => s.Kind is ProgressKind.Overdue or ProgressKind.Open or ProgressKind.Waiting).OrderByDescending(s => s.Kind == ProgressKind.Overdue), s => Now(s, today)),
            Part("soon", ViewTexts.ToldSoon, steps.Where(s => s.Kind == ProgressKind.Scheduled), s => [$"{Titles.Quoted(Title(s))}: {s.Text}."]),
            Part("back", ViewTexts.ToldReturned, steps.Where(s => s.Kind == ProgressKind.Returned), s => [Over(s)]),
            Part("done", ViewTexts.ToldDone, steps.Where(IsOver), s => [Over(s)]),
            Part("later", ViewTexts.ToldLater, later.Take(MostLater), s => [$"{Titles.Quoted(Title(s))}{(s.Who.Length > 0 ? ": " + s.Who : "")}."]) with { More = Math.Max(0, later.Count - MostLater) },
        ];
        return [.. parts.Where(p => p.Sentences.Count > 0)];
    }

    private static ProgressPart Part(string name, string heading, IEnumerable<StepProgress> steps, Func<StepProgress, IEnumerable<string>> tell) => new(name, heading, 0,
        [.. steps.SelectMany(s => tell(s).Select((text, i) => new ProgressSentence(s.NodeId, Title(s), text, i < s.Holders.Count ? s.Holders[i].Task : s.LastTask)))]);

    /// <summary>A sentence for each who holds it.</summary>
    private static IEnumerable<string> Now(StepProgress step, DateOnly today) => step.Holders.Count == 0
        ? [$"{Titles.Quoted(Title(step))}: {step.Text}."]
        : step.Holders.Select(h => ViewTexts.ToldHeld.With(Titles.Quoted(Title(step)), Rounds(step), h.Who, RussianDate.Day(h.Since)) + (h.Due is { } due ? $", {RussianDate.Until(due)} ({RussianDate.Due(due, today)})" : "") + ".");

    private static string Over(StepProgress step) => $"{Titles.Quoted(Title(step))}: {step.Text}{(step.Took is { } took ? ", " + ViewTexts.ToldTook.With(Took(took)) : "")}{Rounds(step)}.";

    private static string Standing(StepProgress step, DateOnly today)
    {
        string text = step.Holders switch
        {
            [] => step is { Took: { } took, Kind: ProgressKind.Done or ProgressKind.Returned } ? $"{step.Text} · {Took(took)}" : step.Text,
            [var holder, ..] => $"{(step.Kind == ProgressKind.Overdue && holder.Due is { } due ? RussianDate.Due(due, today) + ": " : "")}{holder.Who}{(step.Holders.Count > 1 ? $" +{step.Holders.Count - 1}" : "")} {ViewTexts.Since.With(RussianDate.Day(holder.Since))}",
        };
        return step.Rounds > 1 ? $"{text} · {ViewTexts.Rounds.With(step.Rounds)}" : text;
    }

    private static string Rounds(StepProgress step) => step.Rounds > 1 ? ", " + ViewTexts.Rounds.With(step.Rounds) : "";

    private static string Title(StepProgress step) => StepWords.Brief(step.Title);
}

/// <param name="More">How many more there are that are not told.</param>
internal sealed record ProgressPart(string Name, string Heading, int More, IReadOnlyList<ProgressSentence> Sentences);

/// <param name="Task">Where the step is done or was done; null where there is no task yet.</param>
internal sealed record ProgressSentence(string NodeId, string Title, string Text, Guid? Task);
