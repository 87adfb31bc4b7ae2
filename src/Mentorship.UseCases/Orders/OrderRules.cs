using Mentorship.Domain;
using Mentorship.Domain.Documents;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Orders;

/// <summary>Who may write orders, and in which state an order may be changed.</summary>
internal static class OrderRules
{
    public static bool MayWrite(Actor actor) => actor.RunsProgramme || actor.Is(Roles.Secretary);

    /// <summary>The order, if this person may change its text and nobody else did since the page was opened.</summary>
    public static async Task<Outcome<Document>> ForChangeAsync(MentorshipDb db, Actor actor, Guid id, int seen, CancellationToken cancel)
    {
        Outcome<Document> found = await OfRouteAsync(db, actor, id, seen, cancel);
        return found.Value?.Kind == DocumentKind.RoadmapApproval.Code ? FromRoadmap : found;
    }

    /// <summary>The order, if this person may steer it and nobody else did since the page was opened; that of a roadmap too.</summary>
    public static async Task<Outcome<Document>> OfRouteAsync(MentorshipDb db, Actor actor, Guid id, int seen, CancellationToken cancel)
    {
        Document? document = await db.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (document is null) return NoDocument;
        if (document.AuthorId != actor.PersonId && !MayWrite(actor)) return Actor.NotAllowed;
        return document.Version == seen ? document : Changed;
    }

    public static Refusal NoDocument { get; } = new("NoDocument", "Такого документа нет или он вам не открыт. Найдите его на странице «Документы».");
    public static Refusal Changed { get; } = new("OrderChanged", "Пока страница была открыта, приказ изменился. Откройте его заново: ваш текст поверх чужого не записан.");
    public static Refusal NotEditable { get; } = new("NotEditable", "Приказ уже на маршруте. Чтобы исправить его, отзовите приказ или дождитесь, пока его вернут.");
    public static Refusal FromRoadmap { get; } = new("FromRoadmap", "Этот приказ составляется из дорожной карты. Исправьте её на странице «Дорожная карта» и отправьте на утверждение оттуда.");
}
