using Mentorship.Domain;
using Mentorship.Domain.Programmes;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Importing;

/// <summary>Who may work on an uploaded roadmap, and whether the page that was filled in is still right.</summary>
internal static class ImportRules
{
    /// <param name="seen">The version that the page showed: another one means that somebody else was faster.</param>
    public static async Task<Outcome<RoadmapImport>> ForChangeAsync(MentorshipDb db, Actor actor, Guid id, int seen, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        RoadmapImport? import = await db.Imports.SingleOrDefaultAsync(i => i.Id == id, cancel);
        if (import is null) return NoImport;
        if (import.ProgrammeId is not null) return Accepted;
        return import.Version == seen ? import : Changed;
    }

    public static Refusal NoImport { get; } = new("NoImport", "Такой загрузки нет. Откройте страницу «Загрузка» и выберите файл заново.");
    public static Refusal Accepted { get; } = new("ImportAccepted", "Эта дорожная карта уже принята. Исправляйте её строки на странице «Дорожная карта».");
    public static Refusal Changed { get; } = new("ImportChanged", "Пока страница была открыта, загрузку изменил другой человек. Показано то, что есть сейчас: проверьте и повторите своё исправление.");
    public static Refusal NoCell { get; } = new("NoCell", "Такой ячейки в таблице нет. Обновите страницу и исправьте её ещё раз.");
}
