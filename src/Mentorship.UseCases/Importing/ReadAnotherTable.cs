using Mentorship.Domain;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps.Reading;
using Mentorship.Office.Reading;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Importing;

/// <summary>The file holds several tables and another one is meant: the same file is read again, corrections of the first reading go with it.</summary>
public sealed class ReadAnotherTable
{
    private readonly Work _work;

    internal ReadAnotherTable(Work work) => _work = work;

    public Task<Outcome<Done>> RunAsync(Actor actor, Guid id, int seen, int table, CancellationToken cancel) => _work.DoAsync<Done>(actor.InstitutionId, async (db, _) =>
    {
        Outcome<RoadmapImport> found = await ImportRules.ForChangeAsync(db, actor, id, seen, cancel);
        if (found.Refusal is { } no) return no;
        RoadmapImport import = found.Value!;
        byte[]? content = await db.Files.Where(f => f.Id == import.FileId).Select(f => f.Content).SingleOrDefaultAsync(cancel);
        if (content is null) return NoFile;
        RoadmapReading reading = RoadmapFile.Read(content, import.FileName, new ReadingOptions(null, table));
        if (reading.Roadmap is not { } roadmap) return reading.Refusal!;
        import.Roadmap = roadmap;
        return default(Done);
    }, cancel);

    private static Refusal NoFile { get; } = new("NoFile", "Эта карта перенесена с другого года, файла у неё нет. Загрузите файл, если нужна другая таблица.");
}
