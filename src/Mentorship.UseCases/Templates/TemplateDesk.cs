using Mentorship.Domain;
using Mentorship.Domain.Documents.Templates;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Templates;

/// <summary>Who shapes templates, and what all that change one share.</summary>
internal static class TemplateDesk
{
    public static Refusal? MayLook(Actor actor) => actor.RunsProgramme || actor.Is(Roles.Secretary) ? null : Actor.NotAllowed;

    public static Refusal? MayChange(Actor actor) => actor.Require(Roles.Administrator);

    /// <summary>What a new template begins with.</summary>
    public static TemplateText Fresh { get; } = new()
    {
        Heading = "О ", Preamble = "[{основания}, ]в целях ", Command = "ПРИКАЗЫВАЮ:", Points = "1. ", Control = "Контроль за исполнением настоящего приказа {контроль}.",
    };

    /// <summary>The template, if nobody changed it since the page was opened.</summary>
    public static async Task<Outcome<DocumentTemplate>> ForChangeAsync(MentorshipDb db, Guid id, int seen, CancellationToken cancel) =>
        await db.Templates.SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } found ? NoTemplate : found.Version == seen ? found : Changed;

    public static async Task RecordAsync(MentorshipDb db, Actor actor, string kind, DocumentTemplate template, DateTimeOffset at, CancellationToken cancel)
    {
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, kind, actor.PersonId, $"{template.Code} {template.Name}", at));
    }

    public static Refusal NoTemplate { get; } = new("NoTemplate", "Такого шаблона нет. Выберите другой на странице «Шаблоны документов».");
    public static Refusal Changed { get; } = new("TemplateChanged", "Пока страница была открыта, шаблон изменил другой человек. Скопируйте свои правки, откройте шаблон заново и внесите их ещё раз: поверх чужого ничего не записано.");
}
